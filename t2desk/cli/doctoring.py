"""The doctor command: is this laptop fit to travel."""

import click

from t2desk.cli.speaking import say
from t2desk.domain.desk_errors import CipherMissing
from t2desk.reports.fonts import fonts_are_complete
from t2desk.storage.engine import check_cipher
from t2desk.system.examination import Diagnosis, Verdict, examine


@click.command(epilog="Example: t2desk doctor")
def doctor() -> int:
    """Check cipher, swap, disk space, screens, fonts and clock, and that no network is used."""
    findings = [_cipher(), _fonts(), *examine()]
    for one in findings:
        say(f"{one.verdict.value:5} {one.what}: {one.sentence}")
    return 1 if any(one.verdict is Verdict.BAD for one in findings) else 0


def _cipher() -> Diagnosis:
    try:
        check_cipher()
    except CipherMissing:
        return Diagnosis("cipher", Verdict.BAD, "the database library has no cipher; reinstall t2desk.")
    return Diagnosis("cipher", Verdict.GOOD, "present; temporary tables stay in memory.")


def _fonts() -> Diagnosis:
    if fonts_are_complete():
        return Diagnosis("fonts", Verdict.GOOD, "the fonts of the documents are here.")
    return Diagnosis("fonts", Verdict.BAD, "fonts of the documents are missing; reinstall t2desk.")

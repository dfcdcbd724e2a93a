"""The doctor command: is this laptop fit to travel."""

import click

from t2desk.cli.guarding import _
from t2desk.cli.speaking import say
from t2desk.domain.checks import Check, Verdict
from t2desk.domain.desk_errors import CipherMissing
from t2desk.i18n import N_
from t2desk.reports.fonts import fonts_are_complete
from t2desk.storage.engine import check_cipher
from t2desk.system.examination import examine


@click.command(epilog="Example: t2desk doctor")
def doctor() -> int:
    """Check cipher, swap, disk space, screens, power, fonts and clock, and that no network is used."""
    findings = [_cipher(), _fonts(), *examine()]
    for one in findings:
        say(f"{one.verdict.value:5} {one.what}: {_(one.sentence).format(**one.details)}")
    return 1 if any(one.verdict is Verdict.MEND for one in findings) else 0


def _cipher() -> Check:
    try:
        check_cipher()
    except CipherMissing:
        return Check("cipher", Verdict.MEND, N_("the database library has no cipher; reinstall t2desk."))
    return Check("cipher", Verdict.FINE, N_("present; temporary tables stay in memory."))


def _fonts() -> Check:
    if fonts_are_complete():
        return Check("fonts", Verdict.FINE, N_("the fonts of the documents are here."))
    return Check("fonts", Verdict.MEND, N_("fonts of the documents are missing; reinstall t2desk."))

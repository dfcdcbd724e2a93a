"""Commands for documents: export an edition, list the editions."""

from dataclasses import replace
from pathlib import Path

import click

from t2desk.app.pressing import export_to
from t2desk.app.words import word_list
from t2desk.cli.checking import finding_as_json
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import say, say_json
from t2desk.domain.editions import EDITIONS, Addressed
from t2desk.services.exports import order
from t2desk.services.gate import Blocked
from t2desk.services.table import side_named
from t2desk.vault.passphrases import generate


@click.command(epilog="Example: t2desk export dialogue.t2d --edition report --out report.pdf --session s01")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--edition", required=True, help="Which edition; `t2desk editions` lists them.")
@click.option("--out", "target", required=True, type=click.Path(path_type=Path), help="Where to; the ending decides.")
@click.option("--session", help="The id of a session; else the last one.")
@click.option("--side", help="For clearance: the party it is for, by id or name.")
@click.option("--copy", "number", type=click.IntRange(1, 9999), help="For clearance: the number of this copy.")
@click.option("--recipient", "recipients", multiple=True, help="For memo: a role or body it is for; may be repeated.")
@click.option(
    "--fonts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with typefaces for scripts that t2desk’s own lack.",
)
@opening_options
def export(  # noqa: PLR0917  (each is an option of the command, given by its name)
    dossier: Path,
    edition: str,
    target: Path,
    session: str | None,
    side: str | None,
    number: int | None,
    recipients: tuple[str, ...],
    fonts: Path | None,
    opening: Opening,
) -> int:
    """Build one edition. A finding that blocks is listed, and no file is written."""
    secret = generate(word_list()) if EDITIONS.get(edition) and EDITIONS[edition].encrypted else None
    addressed = Addressed(recipients, side or "", number or 0)
    wanted = order(edition, session, target.suffix, secret, addressed)
    with opened_dossier(dossier, opening) as opened:
        if side:
            found = opened.desk.read(lambda work: side_named(work, side))
            wanted = replace(wanted, addressed=replace(addressed, side=found.id))
        try:
            exported = export_to(opened.desk, wanted, target, fonts)
        except Blocked as blocked:
            for finding in blocked.findings:
                say_json(finding_as_json(str(target), finding))
            raise
    for finding in exported.warnings:
        say_json(finding_as_json(str(target), finding))
    say(_("Written: {target}  SHA-256 {sha256}").format(target=target, sha256=exported.sha256))
    if secret:
        say(_("Passphrase of the record: {words}").format(words=secret))
    return 0


@click.command(epilog="Example: t2desk editions")
def editions() -> None:
    """List the editions and what each may contain."""
    for edition in EDITIONS.values():
        say(f"{edition.name} ({edition.code}; {', '.join(edition.formats)}): {_(edition.audience)}")
        say(_("  may contain: {fields}").format(fields=", ".join(sorted(edition.fields))))

"""Commands that show: what is in a dossier, the whole record, and the record's schema."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import click

from t2desk.app.dossier import Dossier
from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import say
from t2desk.domain.agenda import ItemPlan
from t2desk.domain.errors import WrongUsage
from t2desk.domain.record_schema import RECORD_SCHEMA
from t2desk.i18n import N_
from t2desk.services.overview import overview
from t2desk.services.record import whole_record
from t2desk.services.releases import note_shown


class PlainFileNotAsked(WrongUsage):
    """The record would land in an ordinary file."""

    sentence = N_("The whole record would be written into a file unencrypted; add --plain if that is meant.")


@click.command(epilog="Example: t2desk show dialogue.t2d --json | less")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the whole record, with the facilitator's own notes.")
@click.option("--plain", is_flag=True, help="Allow the record to be written into a regular file.")
@opening_options
def show(dossier: Path, as_json: bool, plain: bool, opening: Opening) -> None:
    """Show what is in a dossier: counts, sessions, rule in force, releases."""
    if as_json and not plain and _into_a_file():
        raise PlainFileNotAsked
    with opened_dossier(dossier, opening) as opened:
        if as_json:
            _show_record(opened)
        else:
            _show_overview(opened)


def _into_a_file() -> bool:
    return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)


def _show_record(opened: Dossier) -> None:
    # The whole of it, private notes too: what `import` reads back without loss leaves nothing out. Whoever pipes it on
    # is told, and the ledger remembers that it was shown.
    record: dict[str, Any] = opened.desk.read(whole_record)
    own = opened.desk.read(lambda work: sum(bool(plan.notes) for plan in work.select(ItemPlan)))
    note_shown(opened.desk)
    if own:
        words = _("The record holds the facilitator’s own notes too, of items: {count}. No edition has them.")
        click.echo(words.format(count=own), err=True)
    click.echo(json.dumps(record, ensure_ascii=False, indent=1))


def _show_overview(opened: Dossier) -> None:
    for line in opened.desk.read(lambda work: overview(work, _)):
        say(line)
    say(_("Head: {words}").format(words=opened.head_words()))


@click.command(epilog="Example: t2desk schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of the record format."""
    click.echo(json.dumps(RECORD_SCHEMA, ensure_ascii=False, indent=1))

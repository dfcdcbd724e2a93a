"""The import command: people, agendas and records from foreign files, all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from t2desk.cli.guarding import _
from t2desk.cli.opening import Opening, opened_dossier, opening_options
from t2desk.cli.speaking import say
from t2desk.domain.errors import WrongUsage
from t2desk.domain.intake_errors import ColumnMissing, JsonShape, RowsRefused
from t2desk.domain.intake_rows import AgendaRead, Notice, PeopleRead
from t2desk.domain.ports import Work
from t2desk.domain.record_schema import FORMAT, RECORD_SCHEMA
from t2desk.i18n import N_
from t2desk.intake.gate import read_agenda, read_people, read_record
from t2desk.services.agenda import add_items
from t2desk.services.operations import IMPORTED
from t2desk.services.people import add_roster
from t2desk.services.record_reading import read_record as write_record
from t2desk.services.registry import Operation

_AGENDA_ONLY = {".md", ".markdown", ".ics"}
_ANY_RECORD = {"type": "object", "properties": {"format": {"const": FORMAT}}, "required": ["format"]}


class NeitherPeopleNorAgenda(WrongUsage):
    """A table with neither of the columns that say what it is."""

    sentence = N_("{name} has neither a column display_name (people) nor a column title (an agenda).")


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read and validated: how to write it, and what to say of it."""

    name: str
    write: Callable[[Work], Any]
    rows: tuple[str, ...]
    notices: tuple[Notice, ...]


@click.command(name="import", epilog="Example: t2desk import dialogue.t2d people.csv agenda.md --dry-run")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show the rows and every problem with its line; write nothing.")
@opening_options
def import_(dossier: Path, sources: tuple[Path, ...], dry_run: bool, opening: Opening) -> None:
    """Take in people, agendas or a whole record; of several files, all or nothing."""
    read = [_read(path) for path in sources]
    _tell(read, dry_run)
    with opened_dossier(dossier, opening) as opened:
        if dry_run:
            opened.desk.read(lambda work: [source.write(work) for source in read])
            say(_("Nothing was written: this was a dry run."))
            return
        act = Operation(IMPORTED, write_record, undoable=False)
        opened.desk.write(act, lambda work: [source.write(work) for source in read])
    done = ", ".join(f"{source.name} ({len(source.rows)})" for source in read)
    say(_("Imported: {files}").format(files=done))


def _tell(read: list[Source], dry_run: bool) -> None:
    for source in read:
        for notice in source.notices:
            where = _(", line {line}").format(line=notice.line) if notice.line else ""
            click.echo(f"{source.name}{where}: {_(notice.sentence).format(**notice.details)}", err=True)
        for row in source.rows if dry_run else ():
            say(row)


def _read(path: Path) -> Source:
    try:
        return _read_by_ending(path)
    except RowsRefused as refusal:
        for problem in refusal.problems:
            click.echo(f"{path.name}: {_(problem.sentence).format(**problem.details)}", err=True)
        raise


def _read_by_ending(path: Path) -> Source:
    ending = path.suffix.lower()
    if ending in _AGENDA_ONLY:
        return _agenda(path, read_agenda(path))
    if ending == ".json":
        return _record(path) if _is_record(path) else _people(path, read_people(path))
    try:
        return _people(path, read_people(path))
    except ColumnMissing:
        return _table_agenda(path)


def _table_agenda(path: Path) -> Source:
    try:
        return _agenda(path, read_agenda(path))
    except ColumnMissing:
        raise NeitherPeopleNorAgenda(name=path.name) from None


def _is_record(path: Path) -> bool:
    try:
        read_record(path, _ANY_RECORD)
    except (RowsRefused, JsonShape):
        return False
    return True


def _people(path: Path, read: PeopleRead) -> Source:
    rows = tuple(f"{person.id}  {person.display_name}  {person.party}" for person in read.people)
    return Source(path.name, lambda work: add_roster(work, read.people), rows, read.notices)


def _agenda(path: Path, read: AgendaRead) -> Source:
    items = [(item.title, item.minutes, item.level, item.phase, item.aim) for item in read.items]
    rows = tuple(f"{'  ' * item.level}{item.title}  {item.minutes} min" for item in read.items)
    return Source(path.name, lambda work: add_items(work, items), rows, read.notices)


def _record(path: Path) -> Source:
    record = read_record(path, RECORD_SCHEMA)
    sessions = [session for meeting in record.get("meetings", []) for session in meeting.get("sessions", [])]
    rows = tuple(f"session {session.get('id', '')} {session['title']}" for session in sessions)
    return Source(path.name, lambda work: write_record(work, record), rows or ("record",), ())

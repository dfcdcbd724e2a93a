"""Agendas as tables: title and minutes, where given level, phase and aim; other forms are turned into such lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from t2desk.domain.durations import minutes_of
from t2desk.domain.intake_errors import (
    FormulaInside,
    LevelUnclear,
    MinutesUnclear,
    RowTooWide,
    TitleMissing,
)
from t2desk.domain.intake_rows import AgendaRead, AgendaRow, Notice
from t2desk.intake.assigned import Columns, assigned_table, headless_table
from t2desk.intake.columns import guessed_agenda, is_agenda_header
from t2desk.intake.problems import Problems, checked_text
from t2desk.intake.sheets import sheet_of, shown_with
from t2desk.intake.tables import Line, NamedRow, Table, named_rows, rows_of

COLUMNS = ("title", "minutes", "level", "phase", "aim")
_REQUIRED = ("title", "minutes")
_COLUMNS = Columns(COLUMNS, guessed_agenda, lambda _fields: _REQUIRED, is_agenda_header)
MOST_LEVEL = 5


def agenda_from_csv(data: bytes, mapping: Sequence[str] | None = None) -> AgendaRead:
    """Return the items of CSV bytes; raise as agenda_from_lines does."""
    return agenda_from_lines(_COLUMNS.of_csv(data, mapping), mapping)


def agenda_from_lines(lines: Iterable[Line], mapping: Sequence[str] | None = None) -> AgendaRead:
    """Return the items of a table; raise RowsRefused with every problem, or a FileRefused about the whole.

    Without a mapping only our own names of columns count. With one, the column at each place is read as it says, all
    are guessed where it is empty, and the table comes with what is read and with what is refused.
    """
    if mapping is None:
        rows, notices = named_rows(lines, COLUMNS, _REQUIRED)
        return _agenda_of_rows(rows, notices)
    return _agenda_of_table(assigned_table(lines, mapping, _COLUMNS))


def agenda_without_header(
    lines: Sequence[Line], fields: Sequence[str], mapping: Sequence[str] | None, notices: Sequence[Notice]
) -> AgendaRead:
    """Return the items of a form that has no header: its columns hold `fields`, unless a mapping says otherwise."""
    return _agenda_of_table(headless_table(lines, fields, mapping or (), _COLUMNS), tuple(notices))


def _agenda_of_table(table: Table, notices: tuple[Notice, ...] = ()) -> AgendaRead:
    with shown_with(table):
        read = _agenda_of_rows(rows_of(table), notices)
    return replace(read, sheet=sheet_of(table))


def _agenda_of_rows(rows: Sequence[NamedRow], notices: tuple[Notice, ...] = ()) -> AgendaRead:
    problems = Problems()
    items = tuple(_item(row, problems) for row in rows)
    problems.refuse_if_any()
    return AgendaRead(items, notices)


def _item(row: NamedRow, problems: Problems) -> AgendaRow:
    for column in COLUMNS:
        if column in row.formulas:
            problems.add(FormulaInside, row.number, column=column)
    if row.is_too_wide:
        problems.add(RowTooWide, row.number)
    title, phase, aim = (
        checked_text(row.cells.get(column, ""), row.number, column, problems) for column in ("title", "phase", "aim")
    )
    minutes = minutes_of(row.cells.get("minutes", ""))
    if not title:
        problems.add(TitleMissing, row.number, column="title")
    if minutes is None:
        problems.add(MinutesUnclear, row.number, column="minutes")
    return AgendaRow(title, minutes or 1, _level(row, problems), phase, aim)


def _level(row: NamedRow, problems: Problems) -> int:
    written = row.cells.get("level", "").strip() or "0"
    level = int(written) if written.isascii() and written.isdigit() and len(written) < 3 else MOST_LEVEL + 1
    if level > MOST_LEVEL:
        problems.add(LevelUnclear, row.number, column="level", limit=MOST_LEVEL)
    return level

"""Agendas from tables: title and minutes, and where given level, phase and aim."""

from collections.abc import Iterable

from t2desk.domain.durations import minutes_of
from t2desk.domain.intake_errors import (
    FormulaInside,
    LevelUnclear,
    MinutesUnclear,
    RowTooWide,
    TitleMissing,
)
from t2desk.domain.intake_rows import AgendaRead, AgendaRow
from t2desk.intake.problems import Problems, checked_text
from t2desk.intake.tables import Line, NamedRow, column_name, csv_lines, named_rows

COLUMNS = ("title", "minutes", "level", "phase", "aim")
MOST_LEVEL = 5


def agenda_from_csv(data: bytes) -> AgendaRead:
    """Return the items of CSV bytes; raise as agenda_from_lines does."""
    return agenda_from_lines(csv_lines(data, lambda cell: column_name(cell) in COLUMNS))


def agenda_from_lines(lines: Iterable[Line]) -> AgendaRead:
    """Return the items of a table; raise RowsRefused with every problem, or a FileRefused about the whole."""
    rows, notices = named_rows(lines, COLUMNS, ("title", "minutes"))
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
        problems.add(TitleMissing, row.number)
    if minutes is None:
        problems.add(MinutesUnclear, row.number)
    return AgendaRow(title, minutes or 1, _level(row, problems), phase, aim)


def _level(row: NamedRow, problems: Problems) -> int:
    written = row.cells.get("level", "").strip() or "0"
    level = int(written) if written.isascii() and written.isdigit() and len(written) < 3 else MOST_LEVEL + 1
    if level > MOST_LEVEL:
        problems.add(LevelUnclear, row.number, limit=MOST_LEVEL)
    return level

"""A table as it was found, shortened to what can be shown: for a preview, and beside what is wrong with it."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from t2desk.domain.intake_errors import FileRefused, RowsRefused
from t2desk.domain.intake_rows import Sheet, SheetRow
from t2desk.intake.characters import visible
from t2desk.intake.tables import Table

# At most 250 rows (200 and fifty with problems) of 100 cells of 120 characters: 12 MB of an answer that may have 128.
MOST_SHOWN_ROWS = 200
MOST_SHOWN_COLUMNS = 100
_MOST_SHOWN_CELL = 120


def sheet_of(table: Table, marked: Collection[int | None] = ()) -> Sheet:
    """Return the first rows of a table and those on the marked lines; what cannot be seen is shown as U+FFFD."""
    chosen = [line for place, line in enumerate(table.lines) if place < MOST_SHOWN_ROWS or line.number in marked]
    # A spreadsheet hands out a hundred columns, however few of them are in use.
    width = max(_width(line.cells) for line in (table.header, *chosen))
    rows = tuple(SheetRow(line.number, _shown(line.cells[:width])) for line in chosen)
    return Sheet(
        _shown(table.header.cells[:width]), table.fields[: min(width, MOST_SHOWN_COLUMNS)], rows, len(table.lines)
    )


@contextmanager
def shown_with(table: Table) -> Iterator[None]:
    """Give a refusal the table it is about."""
    try:
        yield
    except FileRefused as refusal:
        marked = {problem.line for problem in refusal.problems} if isinstance(refusal, RowsRefused) else ()
        refusal.sheet = sheet_of(table, marked)
        raise


def _width(cells: Sequence[str]) -> int:
    return max((place + 1 for place, cell in enumerate(cells) if cell.strip()), default=0)


def _shown(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(visible(cell[:_MOST_SHOWN_CELL].strip()) for cell in cells[:MOST_SHOWN_COLUMNS])

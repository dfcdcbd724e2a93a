"""Tables from CSV and spreadsheets, as lines of named cells; which columns are known is the caller's to say."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from t2desk.domain.intake_errors import ColumnMissing, ColumnTwice, FieldTooLong, FileEmpty, TableBroken, TooManyRows
from t2desk.domain.intake_rows import Notice
from t2desk.i18n import N_
from t2desk.intake.plain_text import decoded

MOST_ROWS = 10_000
MOST_CELL = 20_000
_PHYSICAL_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_DELIMITERS = ",;\t"
_UNKNOWN_COLUMN = N_("The column {column} is not known and was passed over.")
_SHOWN_COLUMN = 40
_SHOWN_NOTICES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its number from 1 and its cells as text; `formulas` are the places of computed ones."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A header, what each of its columns is read as ("" where it is passed over), and the filled lines below it."""

    header: Line
    fields: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One row by column name, with the columns that hold a formula and whether cells stand past the last column."""

    number: int
    cells: dict[str, str]
    formulas: frozenset[str]
    is_too_wide: bool


def csv_lines(data: bytes, is_known: Callable[[str], bool]) -> Iterator[Line]:
    """Yield the lines of CSV bytes; the separator is the one of `,` `;` tab that makes most known columns."""
    text = decoded(data)
    delimiter = _delimiter(text, is_known)
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(_physical_lines(text), delimiter=delimiter, strict=True)
    started = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise (FieldTooLong if "limit" in str(error) else TableBroken)(line=started) from None
        yield Line(started, tuple(cells))
        started = reader.line_num + 1


def named_rows(
    lines: Iterable[Line], known: Sequence[str], required: Sequence[str]
) -> tuple[list[NamedRow], tuple[Notice, ...]]:
    """Return the rows below the header by known column name, and a notice for each unknown column.

    Raises FileEmpty, ColumnMissing, ColumnTwice, or TooManyRows past 10,000 rows; empty rows do not count.
    """
    header, filled = header_and_rest(lines)
    fields = own_names(header.cells, known)
    require_columns(fields, required)
    table = Table(header, fields, tuple(bounded(filled)))
    return rows_of(table), _notices(table)


def header_and_rest(lines: Iterable[Line]) -> tuple[Line, Iterator[Line]]:
    """Return the first line with something in it, and the other such lines; raise FileEmpty where there is none."""
    filled = (line for line in lines if any(cell.strip() for cell in line.cells))
    header = next(filled, None)
    if header is None:
        raise FileEmpty
    return header, filled


def own_names(header: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return for each cell of a header the known column it names, or ""."""
    return tuple(name if (name := column_name(cell)) in known else "" for cell in header)


def require_columns(fields: Sequence[str], required: Sequence[str]) -> None:
    """Raise ColumnTwice where two columns are read as the same, ColumnMissing where a required one is not there."""
    named = [field for field in fields if field]
    for place, field in enumerate(named):
        if field in named[:place]:
            raise ColumnTwice(column=field)
    for column in required:
        if column not in named:
            raise ColumnMissing(column=column)


def rows_of(table: Table) -> list[NamedRow]:
    """Return the lines by column; raise FileEmpty where there is none."""
    if not table.lines:
        raise FileEmpty
    places = {field: place for place, field in enumerate(table.fields) if field}
    return [_named(line, places, len(table.header.cells)) for line in table.lines]


def column_name(written: str) -> str:
    """Return a header's cell as a column's name: lower case, with underscores for spaces and hyphens."""
    return re.sub(r"[\s\-_]+", "_", written.strip().casefold())


def _physical_lines(text: str) -> Iterator[str]:
    # Not io.StringIO, which holds a second copy of the text at four bytes a character.
    return (found.group() for found in _PHYSICAL_LINE.finditer(text))


def _delimiter(text: str, is_known: Callable[[str], bool]) -> str:
    head = next((line for line in text[: 4 * MOST_CELL].splitlines() if line.strip()), "")

    def known_columns(delimiter: str) -> tuple[int, int]:
        # Where no column is known, the separator that stands there most often.
        return sum(is_known(cell.strip().strip('"')) for cell in head.split(delimiter)), head.count(delimiter)

    return max(_DELIMITERS, key=known_columns)


def bounded(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines; raise TooManyRows past 10,000."""
    for count, line in enumerate(lines):
        if count >= MOST_ROWS:
            raise TooManyRows(line=line.number, limit=MOST_ROWS)
        yield line


def _named(line: Line, places: dict[str, int], width: int) -> NamedRow:
    return NamedRow(
        line.number,
        {name: line.cells[place] for name, place in places.items() if place < len(line.cells)},
        frozenset(name for name, place in places.items() if place in line.formulas),
        any(cell.strip() for cell in line.cells[width:]),
    )


def _notices(table: Table) -> tuple[Notice, ...]:
    named = zip(table.header.cells, table.fields, strict=True)
    passed_over = [cell for cell, field in named if not field and cell.strip()]
    return tuple(unknown_column(cell, table.header.number) for cell in passed_over[:_SHOWN_NOTICES])


def unknown_column(written: str, line: int | None = None) -> Notice:
    """Return the notice that a column was passed over, its name shown without anything invisible."""
    shown = "".join(one if one.isprintable() else "\ufffd" for one in written.strip()[:_SHOWN_COLUMN])
    return Notice(_UNKNOWN_COLUMN, {"column": shown}, line)

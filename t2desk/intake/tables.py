"""Tables from CSV and spreadsheets, as lines of named cells; which columns are known is the caller's to say."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
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
class NamedRow:
    """One row by column name, with the columns that hold a formula and whether cells stand past the last column."""

    number: int
    cells: dict[str, str]
    formulas: frozenset[str]
    is_too_wide: bool


def csv_lines(data: bytes, known: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of CSV bytes; the separator is the one of `,` `;` tab that makes most known columns."""
    text = decoded(data)
    delimiter = _delimiter(text, known)
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
    filled = (line for line in lines if any(cell.strip() for cell in line.cells))
    header = next(filled, None)
    if header is None:
        raise FileEmpty
    places = _places(header, known)
    for column in required:
        if column not in places:
            raise ColumnMissing(column=column)
    rows = [_named(line, places, len(header.cells)) for line in _bounded(filled)]
    if not rows:
        raise FileEmpty
    return rows, _notices(header, places)


def column_name(written: str) -> str:
    """Return a header's cell as a column's name: lower case, with underscores for spaces and hyphens."""
    return re.sub(r"[\s\-_]+", "_", written.strip().casefold())


def _physical_lines(text: str) -> Iterator[str]:
    # Not io.StringIO, which holds a second copy of the text at four bytes a character.
    return (found.group() for found in _PHYSICAL_LINE.finditer(text))


def _delimiter(text: str, known: Sequence[str]) -> str:
    head = next((line for line in text[: 4 * MOST_CELL].splitlines() if line.strip()), "")

    def known_columns(delimiter: str) -> int:
        return sum(column_name(cell.strip().strip('"')) in known for cell in head.split(delimiter))

    return max(_DELIMITERS, key=known_columns)


def _places(header: Line, known: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(header.cells):
        name = column_name(cell)
        if name in known:
            if name in places:
                raise ColumnTwice(column=name)
            places[name] = place
    return places


def _bounded(lines: Iterable[Line]) -> Iterator[Line]:
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


def _notices(header: Line, places: dict[str, int]) -> tuple[Notice, ...]:
    passed_over = [cell for place, cell in enumerate(header.cells) if place not in places.values() and cell.strip()]
    return tuple(unknown_column(cell, header.number) for cell in passed_over[:_SHOWN_NOTICES])


def unknown_column(written: str, line: int | None = None) -> Notice:
    """Return the notice that a column was passed over, its name shown without anything invisible."""
    shown = "".join(one if one.isprintable() else "\ufffd" for one in written.strip()[:_SHOWN_COLUMN])
    return Notice(_UNKNOWN_COLUMN, {"column": shown}, line)

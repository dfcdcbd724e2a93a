"""A table whose columns may be said by whoever brings it in: guessed at first, then as they are assigned."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from t2desk.domain.intake_errors import FileEmpty, FileRefused
from t2desk.intake.sheets import sheet_of
from t2desk.intake.tables import (
    Line,
    Table,
    bounded,
    column_name,
    csv_lines,
    header_and_rest,
    own_names,
    require_columns,
)

_PRESENT = dict.fromkeys(("oui", "ja", "sí", "si", "да", "نعم"), "yes") | dict.fromkeys(
    ("non", "nein", "нет", "لا"), "no"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns one kind of table may have: their names, how they are guessed, and which of them it cannot lack.

    `is_guessed` tells of a header's cell whether it means one of them in any language that is known.
    """

    known: tuple[str, ...]
    guess: Callable[[Sequence[str], Sequence[str]], tuple[str, ...]]
    required: Callable[[Sequence[str]], tuple[str, ...]]
    is_guessed: Callable[[str], bool]

    def is_own(self, written: str) -> bool:
        """Tell whether a header's cell is one of our own names."""
        return column_name(written) in self.known

    def is_any(self, written: str) -> bool:
        """Tell whether a header's cell is one of our own names, or one that is guessed."""
        return self.is_own(written) or self.is_guessed(written)

    def of_csv(self, data: bytes, mapping: Sequence[str] | None) -> Iterable[Line]:
        """Return the lines of CSV bytes; without a mapping, only our own names make a header. Raises FileRefused."""
        return csv_lines(data, self.is_own if mapping is None else self.is_any)


def assigned_table(lines: Iterable[Line], mapping: Sequence[str], columns: Columns) -> Table:
    """Return a table with the field of each column as `mapping` says, or guessed where it is empty.

    Raises what reading a table raises, with the rows read until then; ColumnMissing where a required one is not there.
    """
    header, filled = header_and_rest(lines)
    return _table(header, filled, _fields(header.cells, mapping, columns), columns)


def headless_table(lines: Sequence[Line], usual: Sequence[str], mapping: Sequence[str], columns: Columns) -> Table:
    """Return lines without a header as a table: its columns hold the `usual` fields, unless a mapping says otherwise.

    Raises as assigned_table does.
    """
    if not lines:
        raise FileEmpty
    header = Line(0, ("",) * len(usual))
    fields = _said(header.cells, mapping, columns) if mapping else tuple(usual)
    return _table(header, lines, fields, columns)


def _table(header: Line, filled: Iterable[Line], fields: tuple[str, ...], columns: Columns) -> Table:
    kept: list[Line] = []
    try:
        for line in bounded(filled):
            kept.append(line)
        require_columns(fields, columns.required(fields))
    except FileRefused as refusal:
        refusal.sheet = sheet_of(Table(header, fields, tuple(kept)))
        raise
    return Table(header, fields, tuple(kept))


def json_lines(rows: Sequence[dict[str, Any]], numbers: Sequence[int]) -> list[Line]:
    """Return a list of objects as lines of a table: their keys as its header, then their values as text."""
    keys = tuple(dict.fromkeys(key for row in rows for key in row))
    cells = (tuple(_text(row.get(key, "")) for key in keys) for row in rows)
    return [Line(1, keys), *(Line(number, one) for number, one in zip(numbers, cells, strict=True))]


def in_our_words(record: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """Return a record with "oui" and the like as yes or no, and its name put together where no column holds it."""
    if "present" in record:
        said = str(record["present"]).strip().casefold()
        record = {**record, "present": _PRESENT.get(said, record["present"])}
    if "display_name" in fields:
        return record
    halves = (str(record.get(half, "")).strip() for half in ("given", "family"))
    return {**record, "display_name": " ".join(half for half in halves if half)}


def _fields(header: Sequence[str], mapping: Sequence[str], columns: Columns) -> tuple[str, ...]:
    if not mapping:
        return columns.guess(header, own_names(header, columns.known))
    return _said(header, mapping, columns)


def _said(header: Sequence[str], mapping: Sequence[str], columns: Columns) -> tuple[str, ...]:
    said = [field if field in columns.known else "" for field in mapping[: len(header)]]
    return (*said, *[""] * (len(header) - len(said)))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return "" if value is None else json.dumps(value, ensure_ascii=False)

"""A people table whose columns may be said by whoever brings it in: guessed at first, then as they are assigned."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from t2desk.domain.intake_errors import FileRefused
from t2desk.intake.columns import guessed
from t2desk.intake.sheets import sheet_of
from t2desk.intake.tables import Line, Table, bounded, header_and_rest, own_names, require_columns

_PRESENT = dict.fromkeys(("oui", "ja", "sí", "si", "да", "نعم"), "yes") | dict.fromkeys(
    ("non", "nein", "нет", "لا"), "no"
)


def assigned_table(lines: Iterable[Line], mapping: Sequence[str], known: Sequence[str]) -> Table:
    """Return a table with the field of each column as `mapping` says, or guessed where it is empty.

    Raises what reading a table raises, with the rows read until then; ColumnMissing where no column makes a name.
    """
    header, filled = header_and_rest(lines)
    fields = _fields(header.cells, mapping, known)
    kept: list[Line] = []
    try:
        for line in bounded(filled):
            kept.append(line)
        require_columns(fields, _required(fields))
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


def _fields(header: Sequence[str], mapping: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    if not mapping:
        return guessed(header, own_names(header, known))
    said = [field if field in known else "" for field in mapping[: len(header)]]
    return (*said, *[""] * (len(header) - len(said)))


def _required(fields: Sequence[str]) -> tuple[str, ...]:
    return () if "given" in fields or "family" in fields else ("display_name",)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return "" if value is None else json.dumps(value, ensure_ascii=False)

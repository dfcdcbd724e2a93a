"""People files: rows to people of a roster, each problem with its line."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from t2desk.domain.intake_errors import (
    CellNotText,
    CellTooLong,
    FileEmpty,
    FormulaInside,
    IdTwice,
    JsonShape,
    NameMissing,
    PresentUnclear,
    RowTooWide,
    TooManyRows,
)
from t2desk.domain.intake_rows import Notice, PeopleRead
from t2desk.domain.people import RosterPerson
from t2desk.i18n import N_
from t2desk.intake.assigned import Columns, assigned_table, in_our_words, json_lines
from t2desk.intake.bounded_json import object_lines, parse_json
from t2desk.intake.columns import guessed_people, is_people_header
from t2desk.intake.lookalikes import lookalike_notices
from t2desk.intake.plain_text import decoded
from t2desk.intake.problems import Problems, checked_text
from t2desk.intake.sheets import sheet_of, shown_with
from t2desk.intake.tables import (
    MOST_ROWS,
    Line,
    NamedRow,
    column_name,
    named_rows,
    rows_of,
    unknown_column,
)

TEXT_COLUMNS = (
    "id", "display_name", "given", "family", "name_native", "party", "country", "affiliation", "affiliation_acronym",
    "role", "title", "gender", "email", "phone", "handle", "descriptor",
)  # fmt: skip
COLUMNS = (*TEXT_COLUMNS, "aliases", "present")
MOST_ALIASES = 50
_SHOWN_NOTICES = 20
_YES = frozenset(("yes", "y", "true", "1", "x"))
_NO = frozenset(("no", "n", "false", "0", ""))
_PEOPLE_EXPECTED = N_("a list of people")


def _required(fields: Sequence[str]) -> tuple[str, ...]:
    return () if "given" in fields or "family" in fields else ("display_name",)


_COLUMNS = Columns(COLUMNS, guessed_people, _required, is_people_header)


def people_from_csv(data: bytes, mapping: Sequence[str] | None = None) -> PeopleRead:
    """Return the people of CSV bytes; raise as people_from_lines does."""
    return people_from_lines(_COLUMNS.of_csv(data, mapping), mapping)


def people_from_lines(lines: Iterable[Line], mapping: Sequence[str] | None = None) -> PeopleRead:
    """Return the people of a table; raise RowsRefused with every problem, or a FileRefused about the whole.

    Without a mapping only our own names of columns count. With one, the column at each place is read as it says, all
    are guessed where it is empty, and the table comes with what is read and with what is refused.
    """
    if mapping is None:
        rows, notices = named_rows(lines, COLUMNS, ("display_name",))
        return _people_of_rows(rows, notices)
    table = assigned_table(lines, mapping, _COLUMNS)
    with shown_with(table):
        read = _people_of_rows(rows_of(table), (), table.fields)
    return replace(read, sheet=sheet_of(table))


def _people_of_rows(
    rows: Sequence[NamedRow], notices: tuple[Notice, ...], fields: Sequence[str] | None = None
) -> PeopleRead:
    problems = Problems()
    for row in rows:
        _check_table_row(row, problems)
    records = [(row.number, _record(row.cells)) for row in rows]
    if fields is not None:
        records = [(number, in_our_words(record, fields)) for number, record in records]
    return _people(records, any("present" in row.cells for row in rows), problems, notices)


def people_from_json(data: bytes, mapping: Sequence[str] | None = None) -> PeopleRead:
    """Return the people of a JSON list, or of the list under `people`; raise as people_from_lines does."""
    rows, numbers = _json_rows(data)
    if mapping is None:
        known = [(number, _known(row)) for number, row in zip(numbers, rows, strict=True)]
        return _people_of_json(known, _unknown_keys(rows))
    table = assigned_table(json_lines(rows, numbers), mapping, _COLUMNS)
    keys = [(key, field) for key, field in zip(table.header.cells, table.fields, strict=True) if field]
    known = [
        (number, {field: row[key] for key, field in keys if key in row})
        for number, row in zip(numbers, rows, strict=True)
    ]
    with shown_with(table):
        read = _people_of_json(known, (), table.fields)
    return replace(read, sheet=sheet_of(table))


def _people_of_json(
    known: Sequence[tuple[int, dict[str, Any]]], notices: tuple[Notice, ...], fields: Sequence[str] | None = None
) -> PeopleRead:
    problems = Problems()
    records = [(number, _json_record(row, number, problems)) for number, row in known]
    if fields is not None:
        records = [(number, in_our_words(record, fields)) for number, record in records]
    return _people(records, any("present" in row for _number, row in known), problems, notices)


def _json_rows(data: bytes) -> tuple[list[dict[str, Any]], list[int]]:
    text = decoded(data)
    value = parse_json(text) if text.strip() else []
    inside = isinstance(value, dict)
    rows = value.get("people") if isinstance(value, dict) else value
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise JsonShape(expected=_PEOPLE_EXPECTED)
    numbers = _line_numbers(text, len(rows), 3 if inside else 2)
    if len(rows) > MOST_ROWS:
        raise TooManyRows(line=numbers[MOST_ROWS], limit=MOST_ROWS)
    return rows, numbers


def _line_numbers(text: str, count: int, depth: int) -> list[int]:
    lines = object_lines(text).get(depth, [])
    # Other lists of objects at the same depth would shift the lines; then the row's place in its list is told.
    return lines if len(lines) == count else list(range(1, count + 1))


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {column_name(key): value for key, value in row.items() if column_name(key) in COLUMNS}


def _unknown_keys(rows: list[dict[str, Any]]) -> tuple[Notice, ...]:
    unknown = dict.fromkeys(key for row in rows for key in row if column_name(key) not in COLUMNS)
    return tuple(unknown_column(key) for key in list(unknown)[:_SHOWN_NOTICES])


def _check_table_row(row: NamedRow, problems: Problems) -> None:
    if row.is_too_wide:
        problems.add(RowTooWide, row.number)
    for column in COLUMNS:
        if column in row.formulas:
            problems.add(FormulaInside, row.number, column=column)


def _record(cells: dict[str, str]) -> dict[str, Any]:
    return {**cells, "aliases": cells.get("aliases", "").split(";")}


def _json_record(row: dict[str, Any], line: int, problems: Problems) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for column, value in row.items():
        if column == "aliases":
            record[column] = _json_aliases(value, line, problems)
        else:
            record[column] = _json_text(column, value, line, problems)
    return record


def _json_text(column: str, value: Any, line: int, problems: Problems) -> str:
    if isinstance(value, bool) and column == "present":
        return "yes" if value else "no"
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        problems.add(CellNotText, line, column=column)
        return ""
    return "" if value is None else str(value)


def _json_aliases(value: Any, line: int, problems: Problems) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return value.split(";")
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        problems.add(CellNotText, line, column="aliases")
        return []
    return value


def _people(
    records: Sequence[tuple[int, dict[str, Any]]], has_present: bool, problems: Problems, notices: tuple[Notice, ...]
) -> PeopleRead:
    if not records:
        raise FileEmpty
    people = [_person(record, line, has_present, problems) for line, record in records]
    _check_ids([(line, person.id) for (line, _record), person in zip(records, people, strict=True)], problems)
    problems.refuse_if_any()
    numbered = _with_ids(people)
    lines = [line for line, _record in records]
    return PeopleRead(numbered, notices + lookalike_notices([*zip(lines, numbered, strict=True)]))


def _person(record: dict[str, Any], line: int, has_present: bool, problems: Problems) -> RosterPerson:
    texts = {column: checked_text(record.get(column, ""), line, column, problems) for column in TEXT_COLUMNS}
    aliases = tuple(
        checked_text(one, line, "aliases", problems) for one in record.get("aliases", ())[: MOST_ALIASES + 1]
    )
    if len(aliases) > MOST_ALIASES:
        problems.add(CellTooLong, line, column="aliases", limit=MOST_ALIASES)
    if not texts["display_name"]:
        problems.add(NameMissing, line, column="display_name")
    present = _present(record.get("present", ""), line, problems) if has_present else None
    return RosterPerson(**texts, aliases=tuple(alias for alias in aliases if alias), present=present)


def _present(written: str, line: int, problems: Problems) -> bool:
    word = written.strip().casefold()
    if word not in _YES | _NO:
        problems.add(PresentUnclear, line, column="present")
    return word in _YES


def _check_ids(ids: Sequence[tuple[int, str]], problems: Problems) -> None:
    first: dict[str, int] = {}
    for line, given in ids:
        if given and given in first:
            problems.add(IdTwice, line, column="id", first=first[given])
        elif given:
            first[given] = line


def _with_ids(people: Sequence[RosterPerson]) -> tuple[RosterPerson, ...]:
    taken = {person.id for person in people}
    free = (made for made in (f"p{number:02}" for number in range(1, 2 * MOST_ROWS + 2)) if made not in taken)
    return tuple(person if person.id else _named(person, next(free)) for person in people)


def _named(person: RosterPerson, made: str) -> RosterPerson:
    values = {name: getattr(person, name) for name in (*TEXT_COLUMNS, "aliases", "present")}
    return RosterPerson(**(values | {"id": made}))

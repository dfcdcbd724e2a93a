"""What the child may say: refusals and rows as JSON, believed only where they have the right shape."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import t2desk.domain.intake_errors as errors
from t2desk.domain.inspected import Inspected, Thing, ThingKind
from t2desk.domain.intake_errors import FileRefused, ReaderFailed, RowsRefused
from t2desk.domain.intake_rows import (
    AgendaRead,
    AgendaRow,
    ForeignText,
    Notice,
    PeopleRead,
    RowProblem,
    Sheet,
    SheetRow,
)
from t2desk.domain.people import RosterPerson

_KINDS = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, FileRefused)}
_PERSON_FIELDS = frozenset(RosterPerson.__dataclass_fields__)
_COLUMNS = {*_PERSON_FIELDS, *AgendaRow.__dataclass_fields__, ""}
_MISSHAPEN = (KeyError, TypeError, ValueError, RecursionError, AttributeError)


def refusal_written(refusal: FileRefused) -> dict[str, Any]:
    """Return a refusal as plain values."""
    written: dict[str, Any] = {"refused": type(refusal).__name__, "details": refusal.details}
    if isinstance(refusal, RowsRefused):
        problems = [
            {"line": one.line, "sentence": one.sentence, "details": dict(one.details)} for one in refusal.problems
        ]
        written |= {"problems": problems, "count": refusal.count}
    if refusal.sheet is not None:
        written["sheet"] = asdict(refusal.sheet)
    return written


def value_read(answer: bytes) -> dict[str, Any]:
    """Return the value of an answer; raise the refusal it tells of, or ReaderFailed where it is no answer."""
    try:
        said = json.loads(answer)
        refusal = _refusal(said) if "refused" in said else None
        value = said.get("read")
    except _MISSHAPEN:
        raise ReaderFailed from None
    if refusal is not None:
        raise refusal
    if not isinstance(value, dict):
        raise ReaderFailed
    return value


def people_read(value: Mapping[str, Any]) -> PeopleRead:
    """Return people from plain values; raise ReaderFailed where they are misshapen."""
    try:
        return PeopleRead(tuple(_person(one) for one in value["people"]), _notices(value), _sheet(value.get("sheet")))
    except _MISSHAPEN:
        raise ReaderFailed from None


def agenda_read(value: Mapping[str, Any]) -> AgendaRead:
    """Return agenda items from plain values; raise ReaderFailed where they are misshapen."""
    try:
        return AgendaRead(tuple(_item(one) for one in value["items"]), _notices(value), _sheet(value.get("sheet")))
    except _MISSHAPEN:
        raise ReaderFailed from None


def text_read(value: Mapping[str, Any]) -> ForeignText:
    """Return a text from plain values; raise ReaderFailed where they are misshapen."""
    try:
        return ForeignText(tuple(_string(page) for page in value["pages"]), bool(value["is_paged"]), _notices(value))
    except _MISSHAPEN:
        raise ReaderFailed from None


def inspected_read(value: Mapping[str, Any]) -> Inspected:
    """Return what was found in a file from plain values; raise ReaderFailed where they are misshapen."""
    try:
        return Inspected(tuple(_thing(one) for one in value["things"]))
    except _MISSHAPEN:
        raise ReaderFailed from None


def _thing(one: Mapping[str, Any]) -> Thing:
    return Thing(ThingKind(one["kind"]), _string(one["where"]), _string(one["text"]), outside=bool(one["outside"]))


def _refusal(said: Mapping[str, Any]) -> FileRefused:
    refusal = _bare_refusal(said)
    refusal.sheet = _sheet(said.get("sheet"))
    return refusal


def _sheet(written: Any) -> Sheet | None:
    if written is None:
        return None
    header, fields = ([_string(one) for one in written[part]] for part in ("header", "fields"))
    if len(fields) != len(header) or not set(fields) <= _COLUMNS:
        raise ValueError
    rows = tuple(SheetRow(int(row["line"]), tuple(_string(cell) for cell in row["cells"])) for row in written["rows"])
    return Sheet(tuple(header), tuple(fields), rows, int(written["count"]))


def _bare_refusal(said: Mapping[str, Any]) -> FileRefused:
    kind = _KINDS[said["refused"]]
    if issubclass(kind, RowsRefused):
        problems = tuple(
            RowProblem(_line(one["line"]), _string(one["sentence"]), _details(one["details"]))
            for one in said["problems"]
        )
        return kind(problems, int(said["count"]))
    return kind(**_details(said["details"]))


def _person(written: Mapping[str, Any]) -> RosterPerson:
    if set(written) != _PERSON_FIELDS:
        raise ValueError
    aliases = tuple(_string(one) for one in written["aliases"])
    present = written["present"]
    if present is not None and not isinstance(present, bool):
        raise TypeError
    texts = {name: _string(value) for name, value in written.items() if name not in ("aliases", "present")}
    return RosterPerson(**texts, aliases=aliases, present=present)


def _item(written: Mapping[str, Any]) -> AgendaRow:
    texts = [_string(written[name]) for name in ("title", "phase", "aim")]
    numbers = [written["minutes"], written["level"]]
    if not all(isinstance(number, int) for number in numbers):
        raise TypeError
    return AgendaRow(texts[0], numbers[0], numbers[1], texts[1], texts[2])


def _notices(value: Mapping[str, Any]) -> tuple[Notice, ...]:
    return tuple(
        Notice(_string(one["sentence"]), _details(one["details"]), _line(one["line"])) for one in value["notices"]
    )


def _details(written: Mapping[str, Any]) -> dict[str, str | int]:
    return {_string(name): value if isinstance(value, int) else _string(value) for name, value in written.items()}


def _line(written: Any) -> int | None:
    return None if written is None else int(written)


def _string(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError
    return written

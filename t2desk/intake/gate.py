"""The gate for foreign files: each is read in a child of its own, and only rows or one refusal come back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from t2desk.domain.inspected import Inspected
from t2desk.domain.intake_errors import UnknownFormat
from t2desk.domain.intake_rows import AgendaRead, ForeignText, PeopleRead
from t2desk.intake.plain_text import decoded
from t2desk.intake.reading import answer_of_child, open_regular
from t2desk.intake.wire import agenda_read, inspected_read, people_read, text_read, value_read

PEOPLE_FORMATS = (".csv", ".json", ".xlsx")
AGENDA_FORMATS = (".csv", ".xlsx", ".md", ".ics")
RECORD_FORMATS = (".json",)
PLAIN_TEXT_FORMATS = (".txt", ".md")
INSPECTED_FORMATS = (".pdf", ".docx")
TEXT_FORMATS = (*PLAIN_TEXT_FORMATS, ".pdf", ".docx")


def read_people(path: Path) -> PeopleRead:
    """Return the people of a people file in its order, ids made where missing, and what was passed over.

    Raises RowsRefused with every problem's line, another FileRefused about the file as a whole, or ReaderNotStarted.
    """
    return people_read(_value(path, "people", PEOPLE_FORMATS))


def preview_people(path: Path, mapping: Sequence[str] = ()) -> PeopleRead:
    """Return people as read_people does, with the table they stand in; a refusal has it too, as far as it was read.

    `mapping` names the field of each column in turn, "" to pass it over; where it is empty, header words of several
    languages are known.
    """
    return people_read(_value(path, "people", PEOPLE_FORMATS, mapping=list(mapping)))


def preview_agenda(path: Path, mapping: Sequence[str] = ()) -> AgendaRead:
    """Return the items of an agenda file with the table they stand in, or were turned into; as preview_people does."""
    return agenda_read(_value(path, "agenda", AGENDA_FORMATS, mapping=list(mapping)))


def read_agenda(path: Path) -> AgendaRead:
    """Return the items of an agenda file, lengths in minutes; raises as read_people does."""
    return agenda_read(_value(path, "agenda", AGENDA_FORMATS))


def read_record(path: Path, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record that fits the JSON Schema; raises RecordRefused, another FileRefused, or ReaderNotStarted."""
    return _value(path, "record", RECORD_FORMATS, schema=dict(schema))


def read_text(path: Path) -> ForeignText:
    """Return the text of a finished file to be checked; raises as read_people does, and NoTextInside for a scan.

    Plain text is decoded here: there is no parser to be afraid of, and nothing to gain from a child.
    """
    if _ending(path, TEXT_FORMATS) not in PLAIN_TEXT_FORMATS:
        return text_read(_value(path, "text", TEXT_FORMATS))
    with open_regular(path) as stream:
        return ForeignText((decoded(stream.read()),))


def inspect_file(path: Path) -> Inspected:
    """Return what a finished file holds beyond its visible words; raises as read_people does."""
    return inspected_read(_value(path, "inspect", INSPECTED_FORMATS))


def _value(path: Path, kind: str, formats: tuple[str, ...], **options: Any) -> dict[str, Any]:
    reader = kind + _ending(path, formats)
    with open_regular(path) as stream:
        return value_read(answer_of_child(stream, {"reader": reader, "options": options}))


def _ending(path: Path, formats: tuple[str, ...]) -> str:
    ending = path.suffix.lower()
    if ending not in formats:
        raise UnknownFormat(formats=", ".join(formats))
    return ending

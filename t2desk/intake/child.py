"""The child: reads a request and one file's bytes from standard input, and answers with plain values as JSON."""

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from t2desk.domain.inspected import Inspected
from t2desk.domain.intake_errors import FileRefused, ReaderFailed, ReaderTooHungry
from t2desk.domain.intake_rows import AgendaRead, ForeignText, PeopleRead
from t2desk.intake.wire import refusal_written

# By name, so that a child loads the parser of one format and not all of them.
READERS = {
    "people.csv": "t2desk.intake.people:people_from_csv",
    "people.json": "t2desk.intake.people:people_from_json",
    "people.xlsx": "t2desk.intake.spreadsheets:people_from_xlsx",
    "agenda.csv": "t2desk.intake.agenda_tables:agenda_from_csv",
    "agenda.xlsx": "t2desk.intake.spreadsheets:agenda_from_xlsx",
    "agenda.md": "t2desk.intake.agenda_markdown:agenda_from_markdown",
    "agenda.ics": "t2desk.intake.agenda_calendar:agenda_from_calendar",
    "record.json": "t2desk.intake.records:record_from_json",
    "text.docx": "t2desk.intake.documents:text_from_docx",
    "inspect.docx": "t2desk.intake.inspected_docx:inspect_docx",
    "inspect.pdf": "t2desk.intake.inspected_pdf:inspect_pdf",
    "text.pdf": "t2desk.intake.portable_documents:text_from_pdf",
}


def main() -> None:
    """Answer one request; whatever goes wrong is an answer as well, and never a word of the file's content."""
    request = json.loads(sys.stdin.buffer.readline())
    written = json.dumps(_answer(request), ensure_ascii=False).encode()
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"read": _plain(_reader(request["reader"])(sys.stdin.buffer.read(), **request["options"]))}
    except FileRefused as refusal:
        return refusal_written(refusal)
    except MemoryError:
        return refusal_written(ReaderTooHungry())
    except Exception:  # noqa: BLE001  other people's parsers raise anything; it must not reach a traceback
        return refusal_written(ReaderFailed())


def _reader(name: str) -> Callable[..., Any]:
    module, function = READERS[name].split(":")
    reader: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return reader


def _plain(value: PeopleRead | AgendaRead | ForeignText | Inspected | dict[str, Any]) -> dict[str, Any]:
    return value if isinstance(value, dict) else asdict(value)

"""Agendas from a calendar file: its events by their start, each as long as it lasts."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

import icalendar

from t2desk.domain.intake_errors import FileRefused, TooManyRows
from t2desk.domain.intake_rows import AgendaRead, Notice
from t2desk.i18n import N_
from t2desk.intake.agenda_tables import agenda_without_header
from t2desk.intake.plain_text import decoded
from t2desk.intake.tables import Line

MOST_EVENTS = 1000
_ALL_DAY = N_("Line {line}: an event of whole days has no place in an agenda and was passed over.")
_REPEATED = N_("Line {line}: a repeated event was taken once.")
_MOST_NOTICES = 20
_EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class _Event:
    line: int
    start: datetime.datetime
    minutes: int
    title: str
    is_repeated: bool


def agenda_from_calendar(data: bytes, mapping: Sequence[str] | None = None) -> AgendaRead:
    """Return the events in order of start; raise RowsRefused for events of no length or over a day.

    `mapping` is as for a table, of which the columns are the title and the minutes.
    """
    text = decoded(data)
    lines = [text.count("\n", 0, found.start()) + 1 for found in _EVENT.finditer(text)]
    if len(lines) > MOST_EVENTS:
        raise TooManyRows(line=lines[MOST_EVENTS], limit=MOST_EVENTS)
    try:
        components = icalendar.Calendar.from_ical(text).walk("VEVENT")
        events = [_event(one, lines[place] if place < len(lines) else 1) for place, one in enumerate(components)]
    except _BROKEN:
        raise FileRefused from None
    timed = sorted((event for event in events if isinstance(event, _Event)), key=lambda event: event.start)
    repeated = [Notice(_REPEATED, {"line": event.line}, event.line) for event in timed if event.is_repeated]
    notices = [*(event for event in events if isinstance(event, Notice)), *repeated]
    rows = [Line(event.line, (event.title, str(event.minutes))) for event in timed]
    return agenda_without_header(rows, ("title", "minutes"), mapping, notices[:_MOST_NOTICES])


def _event(component: icalendar.Component, line: int) -> _Event | Notice:
    start = component.decoded("DTSTART")
    if not isinstance(start, datetime.datetime):
        return Notice(_ALL_DAY, {"line": line}, line)
    minutes = round(_length(component, start).total_seconds() / 60)
    return _Event(line, _universal(start), minutes, str(component.get("SUMMARY", "")), "RRULE" in component)


def _length(component: icalendar.Component, start: datetime.datetime) -> datetime.timedelta:
    if "DTEND" in component:
        end = component.decoded("DTEND")
        return end - start if isinstance(end, datetime.datetime) else datetime.timedelta()
    stated = component.decoded("DURATION", datetime.timedelta())
    return stated if isinstance(stated, datetime.timedelta) else datetime.timedelta()


def _universal(start: datetime.datetime) -> datetime.datetime:
    return start.replace(tzinfo=datetime.UTC) if start.tzinfo is None else start.astimezone(datetime.UTC)

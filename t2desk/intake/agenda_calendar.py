"""Agendas from a calendar file: its events by their start, each as long as it lasts."""

import datetime
import re
from dataclasses import dataclass

import icalendar

from t2desk.domain.durations import MOST_MINUTES
from t2desk.domain.intake_errors import FileEmpty, FileRefused, MinutesUnclear, TitleMissing, TooManyRows
from t2desk.domain.intake_rows import AgendaRead, AgendaRow, Notice
from t2desk.i18n import N_
from t2desk.intake.plain_text import decoded
from t2desk.intake.problems import Problems, checked_text

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


def agenda_from_calendar(data: bytes) -> AgendaRead:
    """Return the events in order of start; raise RowsRefused for events of no length or over a day."""
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
    return _agenda(timed, tuple(event for event in events if isinstance(event, Notice)))


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


def _agenda(events: list[_Event], notices: tuple[Notice, ...]) -> AgendaRead:
    problems = Problems()
    items = tuple(_row(event, problems) for event in events)
    problems.refuse_if_any()
    if not items:
        raise FileEmpty
    repeated = tuple(Notice(_REPEATED, {"line": event.line}, event.line) for event in events if event.is_repeated)
    return AgendaRead(items, (notices + repeated)[:_MOST_NOTICES])


def _row(event: _Event, problems: Problems) -> AgendaRow:
    title = checked_text(event.title, event.line, "title", problems)
    if not title:
        problems.add(TitleMissing, event.line)
    if not 1 <= event.minutes <= MOST_MINUTES:
        problems.add(MinutesUnclear, event.line)
    return AgendaRow(title, event.minutes)

"""The agenda: the programme of a session, or of all that are planned, to print and lay on the table."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from babel.dates import format_date

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import Agenda, AgendaRow, Block, Document, Heading, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, session_name
from t2desk.i18n import N_, Phrases
from t2desk.services.agenda import agenda_of
from t2desk.services.editions.shared import Held, hold, masthead, running_head, terms


def agenda(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the programme of one session, or of the whole meeting where none is named. Raises NothingToReport."""
    held = hold(work, EDITIONS["agenda"], session, phrases)
    sessions = [held.session] if session else _meeting_of(work, held)
    blocks = tuple(block for one in sessions for block in _session_blocks(work, held, one))
    if not blocks:
        raise NothingToReport(missing=N_("agenda items"))
    title = held.title() if session else Text(held.meeting.title, "meeting.title")
    deck = held.fixed("Programme. Times are a guide, and the room may change them.")
    return Document(
        language=phrases.language,
        title=title,
        masthead=masthead(held, title, deck, ()),
        footer=held.fixed("Programme"),
        running_head=running_head(held, title),
        blocks=(*blocks, terms(held)),
    )


def _meeting_of(work: Work, held: Held) -> list[Session]:
    return sorted(work.select(Session, meeting=held.meeting.id), key=lambda session: session.number)


def _session_blocks(work: Work, held: Held, session: Session) -> Iterator[Block]:
    items = agenda_of(work, session.id)
    if not items:
        return
    words = session_name(session.title, session.number, held.phrases)
    starts = datetime.fromisoformat(session.starts) if session.starts else None
    side = Text(_day(starts, held.phrases.language), "session.starts") if starts else None
    yield Heading(Text(words, "session.title"), side)
    yield Agenda(tuple(_rows(items, starts)))


def _day(starts: datetime, language: str) -> str:
    """Return a day as a programme writes it, in its language."""
    return format_date(starts, "EEEE d MMMM", locale=language)


def _rows(items: tuple[AgendaItem, ...], starts: datetime | None) -> Iterator[AgendaRow]:
    levels: dict[str, int] = {}
    parents = {item.parent for item in items}
    clock = starts
    for item in items:
        levels[item.id] = levels.get(item.parent or "", -1) + 1
        time = Text(clock.strftime("%H:%M"), "session.starts") if clock else Text("", "session.starts")
        minutes = Text(str(item.minutes), "item.minutes") if item.minutes else None
        aim = Text(item.aim, "item.aim") if item.aim else None
        yield AgendaRow(time, Text(item.title, "item.title"), minutes, levels[item.id], aim)
        if clock and item.id not in parents:
            clock += timedelta(minutes=item.minutes)

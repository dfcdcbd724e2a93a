"""The series, its meetings and sessions: make, open, adjourn."""

from dataclasses import replace

from t2desk.domain.desk_errors import SessionAlreadyOpen
from t2desk.domain.floor_terms import FloorOpening
from t2desk.domain.moments import Moment
from t2desk.domain.operation_errors import WrongKind
from t2desk.domain.ports import Work
from t2desk.domain.series import THE_SERIES, Meeting, OffRecord, Series, Session, SessionState, Sitting
from t2desk.domain.text import one_line, optional_line
from t2desk.services.ids import checked_id, next_id
from t2desk.services.last_day import note_day
from t2desk.services.room import open_session, the_open_session, unsettled
from t2desk.services.stopping import empty_queue, stop_interpreter, stop_item_clock, stop_sitting, stop_turns


def rename_series(work: Work, title: str, language: str = "en") -> Series:
    """Give the series its title and the language of its documents."""
    series = Series(THE_SERIES, one_line("title", title), one_line("language", language, 20))
    work.put(series)
    return series


def add_meeting(work: Work, title: str, id: str | None = None) -> Meeting:
    """Add a meeting to the series."""
    meetings = work.select(Meeting)
    key = checked_id(work, Meeting, id, next_id("m", meetings))
    meeting = Meeting(key, 1 + max((m.number for m in meetings), default=0), one_line("title", title))
    work.put(meeting)
    return meeting


def add_session(work: Work, title: str, meeting: str | None = None, starts: str = "", id: str | None = None) -> Session:
    """Plan a session in a meeting (the last one, if none is named)."""
    sessions = work.select(Session)
    session = Session(
        checked_id(work, Session, id, next_id("s", sessions)),
        _meeting(work, meeting).id,
        1 + max((s.number for s in sessions), default=0),
        optional_line("title", title),
        checked_start(starts),
    )
    work.put(session)
    return session


def change_session(work: Work, session: str, title: str | None = None, starts: str | None = None) -> Session:
    """Give a session another title, or another planned start."""
    before = unsettled(work.get(Session, session))
    work.log_under(before.id)
    changed = replace(
        before,
        title=before.title if title is None else optional_line("title", title),
        starts=before.starts if starts is None else checked_start(starts),
    )
    work.put(changed)
    return changed


def checked_start(starts: str) -> str:
    """Return when a session is planned to start, as it was given, or nothing. Raises WrongKind."""
    try:
        if starts:
            Moment.from_iso(starts, "")
    except ValueError:
        raise WrongKind(field="starts", wanted="a time in ISO 8601 with offset") from None
    return starts


def _meeting(work: Work, meeting: str | None) -> Meeting:
    if meeting is not None:
        return work.get(Meeting, meeting)
    last = max(work.select(Meeting), key=lambda m: m.number, default=None)
    return last or add_meeting(work, work.get(Series, THE_SERIES).title)


def start_session(work: Work, title: str | None = None, session: str | None = None) -> Session:
    """Open a session: the one named, the planned one of that title, one still without a title, or a new one."""
    running = open_session(work)
    if running is not None:
        raise SessionAlreadyOpen(session=running.number)
    wanted = optional_line("title", title or "")
    chosen = work.get(Session, session) if session is not None else _planned(work, wanted)
    if chosen is None:
        chosen = add_session(work, one_line("title", wanted))
    opened = replace(unsettled(chosen), state=SessionState.OPEN, title=chosen.title or wanted)
    work.put(opened)
    work.put(Sitting(opened.id, work.now))
    note_day(work)
    work.log_under(opened.id)
    work.put(FloorOpening(opened.id, work.now))
    return opened


def _planned(work: Work, title: str) -> Session | None:
    planned = work.select(Session, state=SessionState.PLANNED)
    wanted = [s for s in planned if s.title == title] or [s for s in planned if not s.title]
    return wanted[0] if wanted else None


def adjourn_session(work: Work) -> Session:
    """End the sitting and keep everything for triage."""
    session = the_open_session(work)
    return _stopped(work, session, SessionState.ADJOURNED)


def _stopped(work: Work, session: Session, state: SessionState) -> Session:
    stop_turns(work, session)
    stop_item_clock(work, session)
    empty_queue(work, session)
    stop_sitting(work, session)
    stop_interpreter(work, session)
    work.discard(OffRecord, session.id)
    note_day(work)
    stopped = replace(session, state=state)
    work.put(stopped)
    return stopped

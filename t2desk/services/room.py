"""Where the room stands: which session is open, under which rule, on or off the record."""

from t2desk.domain.agenda import AgendaItem, ItemClock
from t2desk.domain.desk_errors import (
    NoOpenSession,
    NotThere,
    OffTheRecord,
    SessionIsSettled,
)
from t2desk.domain.floor import Turn
from t2desk.domain.ports import Work
from t2desk.domain.series import OffRecord, Session, SessionState


def open_session(work: Work) -> Session | None:
    """Return the session that is open, or None."""
    return next(iter(work.select(Session, state=SessionState.OPEN)), None)


def the_open_session(work: Work) -> Session:
    """Return the open session and log what follows under it. Raises NoOpenSession."""
    session = open_session(work)
    if session is None:
        raise NoOpenSession
    work.log_under(session.id)
    return session


def session_of(work: Work, session: str | None) -> Session:
    """Return a session by id, or the open one, else the only sensible one: the last that was not settled."""
    if session is not None:
        return _logged(work, work.get(Session, session))
    current = open_session(work)
    if current is None:
        others = [s for s in work.select(Session) if s.state is not SessionState.SETTLED]
        current = max(others, key=lambda s: s.number, default=None)
    if current is None:
        raise NoOpenSession
    return _logged(work, current)


def unsettled(session: Session) -> Session:
    """Return the session if it can still change. Raises SessionIsSettled."""
    if session.state is SessionState.SETTLED:
        raise SessionIsSettled(session=session.number)
    return session


def _logged(work: Work, session: Session) -> Session:
    # A settled session's segment is closed: later work on its texts is logged with the series.
    if session.state is not SessionState.SETTLED:
        work.log_under(session.id)
    return session


def current_item(work: Work, session: Session) -> str | None:
    """Return the id of the item under discussion, or None."""
    clock = work.find(ItemClock, session.id)
    return None if clock is None else clock.item


def item_of(work: Work, session: Session, item: str) -> str:
    """Return the id of an item of this session. Raises NotThere for any other."""
    if work.get(AgendaItem, item).session != session.id:
        raise NotThere(kind="item of this session", key=item)
    return item


def refuse_while_off_record(work: Work) -> None:
    """Refuse anything that takes something in. Raises OffTheRecord."""
    if work.count(OffRecord):
        raise OffTheRecord


def refuse_past_off_record(work: Work) -> None:
    """Refuse an undo that would set a turn running, or end the sitting, while off the record. Raises OffTheRecord."""
    for off in work.select(OffRecord):
        if work.get(Session, off.session).state is not SessionState.OPEN or work.count(Turn, seconds=None):
            raise OffTheRecord

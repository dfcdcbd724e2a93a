"""What a session read from a record must be beyond its schema: whole in itself, its floor held by one at a time."""

from typing import Any

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import BadRecord
from t2desk.domain.floor import FloorTotal, QueueEntry, Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointConcern, Wording
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection
from t2desk.domain.series import OffRecord, Session, SessionState

_ABOUT_ITEMS: tuple[type[Any], ...] = (Turn, Note, Point, DraftSection, FloorTotal)


def check_session(work: Work, session: str) -> None:
    """Check what no reference of the tables can see. Raises BadRecord."""
    _check_items(work, session)
    _check_floor(work, session)
    _check_points(work, session)
    attending = [row.person for row in work.select(Attendance, session=session)]
    waiting = [row.person for row in work.select(QueueEntry, session=session)]
    _once(attending, session, "somebody attends twice")
    _once(waiting, session, "somebody waits twice")


def _refuse_if(wrong: bool, session: str, problem: str) -> None:
    if wrong:
        raise BadRecord(place=session, problem=problem)


def _once(people: list[str], session: str, problem: str) -> None:
    _refuse_if(len(people) != len(set(people)), session, problem)


def _check_items(work: Work, session: str) -> None:
    items = work.select(AgendaItem, session=session)
    named = {item.parent for item in items}
    for kind in _ABOUT_ITEMS:
        named |= {row.item for row in work.select(kind, session=session)}
    _refuse_if(
        not named <= {None, *(item.id for item in items)},
        session,
        "an item is not of this session",
    )


def _check_floor(work: Work, session: str) -> None:
    turns = work.select(Turn, session=session)
    standing = [turn for turn in turns if turn.seconds is None]
    interrupted = {turn.interrupted for turn in turns}
    speaking = [turn for turn in standing if turn.key not in {other.interrupted for other in standing}]
    is_open = work.get(Session, session).state is SessionState.OPEN
    off_record = work.find(OffRecord, session) is not None
    _refuse_if(not interrupted <= {None, *(turn.key for turn in turns)}, session, "a turn interrupts none")
    _refuse_if(bool(standing) and len(speaking) != 1, session, "more than one turn runs")
    _refuse_if(not is_open and (bool(standing) or off_record), session, "something runs in a session that is not open")
    _refuse_if(off_record and bool(standing), session, "a turn runs off the record")


def _check_points(work: Work, session: str) -> None:
    for point in work.select(Point, session=session):
        wordings = {wording.key for wording in work.select(Wording, point=point.key)}
        about = {concern.wording for concern in work.select(PointConcern, point=point.key)}
        _refuse_if(not about <= wordings, session, "a concern is about a wording of another point")

"""Lengths in doubt: turns whose length only a wall clock knows that jumped, confirmed or corrected one by one."""

from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import OutOfRange, TurnIsSure
from t2desk.domain.floor import Turn
from t2desk.domain.floor_terms import LONGEST, TurnMark
from t2desk.domain.keys import RowKey
from t2desk.domain.ports import Work
from t2desk.services.room import the_open_session
from t2desk.services.standing import session_at_hand


@dataclass(frozen=True, slots=True)
class Doubt:
    """An ended turn whose length is in doubt, and that length in seconds."""

    turn: Turn
    seconds: float


def doubtful_turns(work: Work) -> tuple[Doubt, ...]:
    """Return the turns of the session at hand whose length is to be confirmed, the earliest first."""
    session = session_at_hand(work)
    marks = work.select(TurnMark, session=session.id) if session else ()
    doubts = [Doubt(work.get(Turn, mark.key), mark.uncertain) for mark in marks if mark.uncertain is not None]
    return tuple(sorted(doubts, key=lambda doubt: (doubt.turn.since.wall, doubt.turn.key)))


def confirm_length(work: Work, turn: RowKey, seconds: float | None = None) -> Turn:
    """Say that a length in doubt is right, or how long the turn was. Raises TurnIsSure, NotThere, OutOfRange.

    It is not compared with other turns: what is in doubt is the very clock that would decide.
    """
    the_open_session(work)
    known = work.get(Turn, turn)
    mark = work.find(TurnMark, turn)
    if mark is None or mark.uncertain is None:
        raise TurnIsSure
    if seconds is not None and not 0 < seconds <= LONGEST:
        raise OutOfRange(field="seconds", low=0, high=LONGEST)
    work.put(replace(mark, uncertain=None))
    confirmed = known if seconds is None else replace(known, seconds=round(seconds, 3))
    if confirmed != known:
        work.put(confirmed)
    return confirmed

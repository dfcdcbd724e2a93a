"""Lengths in doubt: turns whose length only a wall clock knows that jumped, confirmed or corrected one by one."""

from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import NobodyHasTheFloor, NotThere, OutOfRange, TurnHasEnded, TurnIsSure, TurnStillRuns
from t2desk.domain.floor import Turn
from t2desk.domain.floor_terms import LONGEST, TurnMark
from t2desk.domain.keys import RowKey
from t2desk.domain.ports import Work
from t2desk.services.floor import speaking
from t2desk.services.floor_marks import mark_turn
from t2desk.services.room import the_open_session
from t2desk.services.standing import session_at_hand


@dataclass(frozen=True, slots=True)
class Doubt:
    """A turn whose length is in doubt, and that length in seconds; of one that runs, how long the laptop lay still."""

    turn: Turn
    seconds: float


def doubtful_turns(work: Work) -> tuple[Doubt, ...]:
    """Return the turns of the session at hand whose length is to be confirmed, the earliest first."""
    session = session_at_hand(work)
    marks = work.select(TurnMark, session=session.id) if session else ()
    doubts = [Doubt(work.get(Turn, mark.key), mark.uncertain) for mark in marks if mark.uncertain is not None]
    return tuple(sorted(doubts, key=lambda doubt: (doubt.turn.since.wall, doubt.turn.key)))


def doubt_length(work: Work, seconds: float) -> Turn:
    """Say that the laptop lay still for so many seconds of the turn that runs, and whether it went on is not known.

    Raises NobodyHasTheFloor, OutOfRange.
    """
    turn = _running(work)
    _within(seconds, turn.elapsed(work.now))
    mark = work.find(TurnMark, turn.key)
    before = mark.uncertain if mark is not None and mark.uncertain is not None else 0.0
    mark_turn(work, turn, uncertain=round(before + seconds, 3))
    return turn


def leave_out(work: Work, seconds: float, turn: RowKey | None = None) -> Turn:
    """Take so many seconds out of a turn that has not ended: nobody spoke then. Without a key, out of the running one.

    Raises NobodyHasTheFloor, NotThere, TurnHasEnded, OutOfRange.
    """
    session = the_open_session(work)
    long = _running(work) if turn is None else work.get(Turn, turn)
    if long.session != session.id:
        raise NotThere(kind="turn of this session", key=long.session)
    if long.seconds is not None:
        raise TurnHasEnded
    _within(seconds, long.elapsed(work.now))
    shorter = replace(long, paused_seconds=long.paused_seconds + round(seconds, 3))
    work.put(shorter)
    mark = work.find(TurnMark, long.key)
    if mark is not None and mark.uncertain is not None:
        work.put(replace(mark, uncertain=None))
    return shorter


def _running(work: Work) -> Turn:
    turn = speaking(work, the_open_session(work).id)
    if turn is None:
        raise NobodyHasTheFloor
    return turn


def _within(seconds: float, most: float) -> None:
    if not 0 < seconds <= most:
        raise OutOfRange(field="seconds", low=0, high=int(most))


def confirm_length(work: Work, turn: RowKey, seconds: float | None = None) -> Turn:
    """Say that a length in doubt is right, or how long the turn was.

    Raises TurnIsSure, NotThere, OutOfRange, and TurnStillRuns where a turn that runs is given a length.
    It is not compared with other turns: what is in doubt is the very clock that would decide.
    """
    the_open_session(work)
    known = work.get(Turn, turn)
    mark = work.find(TurnMark, turn)
    if mark is None or mark.uncertain is None:
        raise TurnIsSure
    if seconds is not None and not 0 < seconds <= LONGEST:
        raise OutOfRange(field="seconds", low=0, high=LONGEST)
    if seconds is not None and known.seconds is None:
        raise TurnStillRuns
    work.put(replace(mark, uncertain=None))
    confirmed = known if seconds is None else replace(known, seconds=round(seconds, 3))
    if confirmed != known:
        work.put(confirmed)
    return confirmed

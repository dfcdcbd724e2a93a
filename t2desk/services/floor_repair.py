"""Repair of the floor after the fact: no second is lost or counted twice, and each act can be undone."""

from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import (
    FloorNotIdle,
    NobodyHasTheFloor,
    NotThere,
    OutOfRange,
    TurnHasPause,
    TurnsDiffer,
    TurnsOverlap,
    TurnStillRuns,
)
from t2desk.domain.floor import INTERRUPTS, Turn, TurnKind
from t2desk.domain.floor_terms import LONGEST, FloorOpening, TurnMark
from t2desk.domain.keys import RowKey
from t2desk.domain.moments import Moment
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, Sitting
from t2desk.services.floor import speaking
from t2desk.services.room import current_item, the_open_session


@dataclass(frozen=True, slots=True)
class Idle:
    """Since when nobody has had the floor, and for how many seconds."""

    since: Moment
    seconds: float


def idle_time(work: Work) -> Idle | None:
    """Return how long no turn has run since the last one ended; None while one runs, or before the first.

    What was off the record, or before the session was opened, is not idle: the count begins after it.
    """
    session = the_open_session(work)
    turns = work.select(Turn, session=session.id)
    if not turns or any(turn.seconds is None for turn in turns):
        return None
    since = turns[0].until(work.now)
    for turn in turns[1:]:
        ended = turn.until(work.now)
        since = ended if since.is_before(ended) else since
    opening = work.find(FloorOpening, session.id)
    if opening is not None and since.is_before(opening.since):
        since = opening.since
    return Idle(since, since.seconds_until(work.now))


def began_earlier(work: Work, seconds: float, turn: RowKey | None = None) -> Turn:
    """Say that a turn began so many seconds earlier than noted; without a key, the one that runs. Raises TurnsOverlap.

    An ended turn gets longer by as much. Raises NobodyHasTheFloor, NotThere, TurnHasPause (an interrupt), OutOfRange
    where it would reach into a time off the record.
    """
    session = the_open_session(work)
    one = _repairable(work, session, turn)
    _within("seconds", seconds, LONGEST)
    _refuse_off_record(work, session, one, seconds)
    length = None if one.seconds is None else round(one.seconds + round(seconds, 3), 3)
    return _put_alone(work, session, replace(one, since=one.since.shifted(-seconds), seconds=length))


def _refuse_off_record(work: Work, session: Session, turn: Turn, seconds: float) -> None:
    opening, sitting = work.find(FloorOpening, session.id), work.find(Sitting, session.id)
    if opening is None or sitting is None or turn.since.is_before(opening.since):
        return
    if opening.since == sitting.since:
        # The floor opened with the session: somebody may well have spoken before that was pressed.
        return
    if turn.since.shifted(-seconds).is_before(opening.since):
        raise OutOfRange(field="seconds", low=0, high=int(opening.since.seconds_until(turn.since)))


def correct_length(work: Work, turn: RowKey, seconds: float) -> Turn:
    """Set how long an ended turn was, from its start. Raises TurnStillRuns, TurnsOverlap, NotThere, TurnHasPause."""
    session = the_open_session(work)
    one = _ended(_repairable(work, session, turn))
    _within("seconds", seconds, LONGEST)
    corrected = replace(one, seconds=round(seconds, 3))
    if work.now.is_before(corrected.until(work.now)):
        raise OutOfRange(field="seconds", low=0, high=int(one.since.seconds_until(work.now) - one.paused_seconds))
    return _put_alone(work, session, corrected)


def split_turn(work: Work, seconds: float, turn: RowKey | None = None, person: str | None = None) -> Turn:
    """Cut a turn in two after so many seconds; the second part, which is returned, may be somebody else's.

    Raises TurnHasPause where a pause lies in it, OutOfRange, NobodyHasTheFloor, NotThere.
    """
    one = _repairable(work, the_open_session(work), turn)
    if one.paused is not None or one.paused_seconds:
        raise TurnHasPause
    whole, first = one.elapsed(work.now) if one.seconds is None else one.seconds, round(seconds, 3)
    if not 0 < first < whole:
        raise OutOfRange(field="seconds", low=0, high=int(whole))
    holder = work.get(Person, person).id if person is not None else one.person
    rest = None if one.seconds is None else round(whole - first, 3)
    second = replace(one, key=work.new_key(), person=holder, since=one.since.shifted(first), seconds=rest)
    work.put_many((replace(one, seconds=first), second))
    return second


def merge_turns(work: Work, turn: RowKey, into: RowKey, even_if_different: bool = False) -> Turn:
    """Make two ended turns one, with the time of both; what lay between them counts as a pause.

    The person, item and kind are those of `into`. Raises TurnsDiffer where the other turn has a different person, item
    or kind and nobody said that this is meant; NotThere, TurnStillRuns, TurnHasPause (an interrupt), TurnsOverlap
    where a third turn lay between.
    """
    session = the_open_session(work)
    if turn == into:
        raise NotThere(kind="other turn", key="turn")
    gone, kept = (_ended(_repairable(work, session, key)) for key in (turn, into))
    if not even_if_different and (gone.person, gone.item, gone.kind) != (kept.person, kept.item, kept.kind):
        raise TurnsDiffer
    early, late = (gone, kept) if gone.since.is_before(kept.since) else (kept, gone)
    spoken = round((gone.seconds or 0.0) + (kept.seconds or 0.0), 3)
    paused = max(0.0, round(early.since.seconds_until(late.until(work.now)) - spoken, 3))
    work.remove(Turn, gone.key)
    work.discard(TurnMark, gone.key)
    work.put_many(replace(one, interrupted=kept.key) for one in work.select(Turn, interrupted=gone.key))
    return _put_alone(work, session, replace(kept, since=early.since, seconds=spoken, paused_seconds=paused))


def give_idle_time(work: Work, person: str, kind: TurnKind = TurnKind.STATEMENT, seconds: float | None = None) -> Turn:
    """Give the time since the last turn ended, or its last `seconds`, to somebody as a turn. Raises FloorNotIdle."""
    session = the_open_session(work)
    work.get(Person, person)
    idle = idle_time(work)
    if idle is None or not idle.seconds:
        raise FloorNotIdle
    if kind in INTERRUPTS:
        raise TurnHasPause
    length = idle.seconds if seconds is None else seconds
    _within("seconds", length, idle.seconds)
    given = Turn(work.new_key(), session.id, current_item(work, session), person, kind, work.now.shifted(-length))
    ended = given.end_at(work.now)
    work.put(ended)
    return ended


def _within(field: str, seconds: float, most: float) -> None:
    if not 0 < seconds <= most:
        raise OutOfRange(field=field, low=0, high=int(most))


def _repairable(work: Work, session: Session, key: int | None) -> Turn:
    one = speaking(work, session.id) if key is None else work.get(Turn, key)
    if one is None:
        raise NobodyHasTheFloor
    if one.session != session.id:
        raise NotThere(kind="turn of this session", key=one.session)
    if one.lies_within:
        raise TurnHasPause
    return one


def _ended(turn: Turn) -> Turn:
    if turn.seconds is None:
        raise TurnStillRuns
    return turn


def _put_alone(work: Work, session: Session, turn: Turn) -> Turn:
    # An interrupt, or an interpreter, lies within the turn that it paused, so only the others are compared.
    others = (one for one in work.select(Turn, session=session.id) if one.key != turn.key)
    if any(_overlap(work, turn, one) for one in others if not one.lies_within):
        raise TurnsOverlap
    work.put(turn)
    return turn


def _overlap(work: Work, one: Turn, other: Turn) -> bool:
    return one.since.is_before(other.until(work.now)) and other.since.is_before(one.until(work.now))

"""The floor: who waits, who speaks, who interrupts; one key for each act."""

from dataclasses import replace

from t2desk.domain.desk_errors import (
    AlreadyPaused,
    FloorMoved,
    ListMoved,
    NobodyHasTheFloor,
    NothingToInterrupt,
    NotPaused,
    NotThere,
    OutOfRange,
)
from t2desk.domain.floor import INTERRUPTS, QueueEntry, Turn, TurnKind, Wait
from t2desk.domain.floor_terms import TurnMark
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.floor_admission import forget_allowed, refuse_away, refuse_closed, take_allowed
from t2desk.services.floor_marks import mark_turn
from t2desk.services.room import current_item, the_open_session
from t2desk.services.stopping import close_turn


def ask_for_floor(work: Work, person: str, kind: TurnKind = TurnKind.STATEMENT) -> QueueEntry:
    """Put somebody at the end of the queue; asking twice changes nothing but the kind.

    Raises NotInTheRoom, ListIsClosed.
    """
    session = the_open_session(work)
    work.get(Person, person)
    refuse_away(work, session, person)
    refuse_closed(work, session, kind)
    queue = work.select(QueueEntry, session=session.id)
    waiting = next((entry for entry in queue if entry.person == person), None)
    place = waiting.place if waiting else 1 + max((entry.place for entry in queue), default=0)
    entry = QueueEntry(waiting.key if waiting else work.new_key(), session.id, person, place, kind)
    if waiting is None:
        join_queue(work, entry)
    else:
        work.put(entry)
    return entry


def join_queue(work: Work, entry: QueueEntry) -> None:
    """Let somebody wait, from now on."""
    work.put(entry)
    work.put(Wait(entry.person, entry.session, work.now))


def leave_queue(work: Work, person: str) -> None:
    """Take somebody out of the queue. Raises NotThere."""
    session = the_open_session(work)
    if not _leave(work, session, person):
        raise NotThere(kind="queue entry of", key=person)
    forget_allowed(work, session.id, person)


def move_in_queue(work: Work, person: str, place: int) -> None:
    """Move somebody to a place (from 1) in the queue; the others keep their order. Raises NotThere, OutOfRange."""
    queue = queue_of(work, the_open_session(work).id)
    moved = next((entry for entry in queue if entry.person == person), None)
    if moved is None:
        raise NotThere(kind="queue entry of", key=person)
    if not 1 <= place <= len(queue):
        raise OutOfRange(field="place", low=1, high=len(queue))
    others = [entry for entry in queue if entry is not moved]
    others.insert(place - 1, moved)
    work.put_many(replace(entry, place=number) for number, entry in enumerate(others, start=1))


def queue_of(work: Work, session: str) -> list[QueueEntry]:
    """Return who waits, in the order in which they will speak."""
    return sorted(work.select(QueueEntry, session=session), key=lambda entry: entry.place)


def _leave(work: Work, session: Session, person: str) -> bool:
    work.discard(Wait, person)
    return work.clear(QueueEntry, session=session.id, person=person)


def start_turn(work: Work, person: str | None = None, kind: TurnKind = TurnKind.STATEMENT) -> Turn:
    """Give the floor: an interrupt pauses the turn that runs, any other kind ends it. Nobody need be named yet.

    Raises NotInTheRoom, NothingToInterrupt.
    """
    session = the_open_session(work)
    if person is not None:
        work.get(Person, person)
        refuse_away(work, session, person)
        _leave(work, session, person)
    interrupted = _give_way(work, session, kind)
    turn = Turn(work.new_key(), session.id, current_item(work, session), person, kind, work.now, interrupted)
    work.put(turn)
    if person is not None and interrupted is None:
        take_allowed(work, turn, person)
    return turn


def _give_way(work: Work, session: Session, kind: TurnKind) -> int | None:
    if kind in INTERRUPTS:
        return pause_for(work, session)
    for turn in work.select(Turn, session=session.id, seconds=None):
        close_turn(work, turn)
    return None


def pause_for(work: Work, session: Session) -> int:
    """Stop the clock of the turn that runs for another within it; return its key. Raises NothingToInterrupt."""
    running = speaking(work, session.id)
    if running is None:
        raise NothingToInterrupt
    if running.paused is None:
        work.put(running.pause_at(work.now))
    elif running.paused == work.now:
        mark_turn(work, running, stopped=True)
    return running.key


def goes_on_after(work: Work, beneath: Turn, above: Turn) -> bool:
    """Return whether a turn goes on when the one above it ends: it was that one which stopped it, and no hand."""
    if beneath.seconds is not None or beneath.paused != above.since:
        return False
    mark = work.find(TurnMark, beneath.key)
    if mark is None or not mark.stopped:
        return True
    work.put(replace(mark, stopped=None))
    return False


def next_turn(work: Work, seen: RowKey | None = None, running: RowKey | None = None) -> Turn:
    """Give the floor to whoever has waited longest. Raises NotThere where nobody waits, FloorMoved, ListMoved.

    `seen` is the queue entry that the operator saw first, `running` the turn that held the floor then (None: nobody).
    Without `seen` nothing is compared.
    """
    session = the_open_session(work)
    queue = queue_of(work, session.id)
    if seen is not None:
        _as_seen(work, session, queue, seen, running)
    if not queue:
        raise NotThere(kind="entry", key="queue")
    return start_turn(work, queue[0].person, queue[0].kind)


def _as_seen(work: Work, session: Session, queue: list[QueueEntry], seen: int, running: int | None) -> None:
    turn = speaking(work, session.id)
    if (turn.key if turn else None) != running:
        raise FloorMoved
    if not queue or queue[0].key != seen:
        raise ListMoved


def end_turn(work: Work) -> Turn:
    """End the turn that runs; the one it interrupted goes on exactly where it stopped, or waits on if it was paused.

    Raises NobodyHasTheFloor.
    """
    turn = _speaking(work)
    ended = close_turn(work, turn)
    if turn.interrupted is not None:
        before = work.get(Turn, turn.interrupted)
        if goes_on_after(work, before, turn):
            work.put(before.resume_at(work.now))
    return ended


def pause_turn(work: Work) -> Turn:
    """Stop the clock of the turn that runs. Raises NobodyHasTheFloor, AlreadyPaused."""
    turn = _speaking(work)
    if turn.paused is not None:
        raise AlreadyPaused
    paused = turn.pause_at(work.now)
    work.put(paused)
    return paused


def resume_turn(work: Work) -> Turn:
    """Let the clock go on. Raises NobodyHasTheFloor, NotPaused."""
    turn = _speaking(work)
    if turn.paused is None:
        raise NotPaused
    resumed = turn.resume_at(work.now)
    work.put(resumed)
    return resumed


def assign_turn(work: Work, person: str, turn: RowKey | None = None) -> Turn:
    """Say who holds, or held, a turn that was started without a name."""
    session = the_open_session(work)
    work.get(Person, person)
    unnamed = _speaking(work) if turn is None else work.get(Turn, turn)
    if unnamed.session != session.id:
        raise NotThere(kind="turn of this session", key=unnamed.session)
    assigned = replace(unnamed, person=person)
    work.put(assigned)
    return assigned


def _speaking(work: Work) -> Turn:
    turn = speaking(work, the_open_session(work).id)
    if turn is None:
        raise NobodyHasTheFloor
    return turn


def speaking(work: Work, session: str) -> Turn | None:
    """Return the turn that holds the floor: of those not ended, the one that no other interrupts."""
    standing = work.select(Turn, session=session, seconds=None)
    interrupted = {turn.interrupted for turn in standing}
    return next((turn for turn in standing if turn.key not in interrupted), None)

"""Stopping what runs: the turns of a session, the clock of its item, the queue, the sitting."""

from collections.abc import Iterable
from dataclasses import replace

from t2desk.domain.agenda import AgendaItem, ItemClock, ItemState
from t2desk.domain.floor import QueueEntry, Turn, Wait
from t2desk.domain.floor_terms import InterpreterDuty, TurnMark
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, Sitting
from t2desk.services.floor_marks import mark_turn


def stop_turns(work: Work, session: Session) -> None:
    """End every turn that runs or is paused."""
    for turn in work.select(Turn, session=session.id, seconds=None):
        close_turn(work, turn)


def close_turn(work: Work, turn: Turn) -> Turn:
    """End one turn; where its length is not known for sure, it is marked to be looked at.

    That is where only a wall clock that jumped tells it, or where the laptop lay still and nobody said yet what of it.
    """
    ended = turn.end_at(work.now)
    work.put(ended)
    mark = work.find(TurnMark, turn.key)
    in_doubt = mark is not None and mark.uncertain is not None
    if in_doubt or not turn.since.is_sure_until(work.now):
        mark_turn(work, turn, uncertain=ended.seconds)
    return ended


def end_at_closings(work: Work, closings: Iterable[tuple[str, Moment]]) -> None:
    """End every turn that taking back set running across a time off the record, as of when that time began.

    Going off the record ended what ran; had the later acts not been done, it would have ended this turn too. Nobody
    was counted in between, and nobody spoke on the record: no second of it can have been meant.
    """
    for session, closed in closings:
        for turn in work.select(Turn, session=session, seconds=None):
            if turn.since.is_before(closed):
                work.put(turn.end_at(closed))


def stop_interpreter(work: Work, session: Session) -> None:
    """Nobody interprets any longer."""
    work.discard(InterpreterDuty, session.id)


def empty_queue(work: Work, session: Session) -> None:
    """Let nobody wait any more."""
    work.clear(QueueEntry, session=session.id)
    work.clear(Wait, session=session.id)


def stop_sitting(work: Work, session: Session) -> None:
    """Forget since when the session sits."""
    work.discard(Sitting, session.id)


def stop_item_clock(work: Work, session: Session) -> None:
    """Add the running time to the item under discussion, which is done."""
    clock = work.find(ItemClock, session.id)
    if clock is None:
        return
    item = work.get(AgendaItem, clock.item)
    spent = round(item.seconds + clock.since.seconds_until(work.now), 3)
    work.put(replace(item, seconds=spent, state=ItemState.DONE))
    work.remove(ItemClock, session.id)

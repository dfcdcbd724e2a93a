"""The order of the floor: the list closed and opened again, ranked points of order, a question and its answer."""

from dataclasses import replace

from t2desk.domain.desk_errors import ListIsClosed, ListIsOpen, NoPointToRank, NoQuestionToAnswer, OrderOutranked
from t2desk.domain.floor import Turn, TurnKind
from t2desk.domain.floor_terms import ClosedList, PointCategory, TurnMark
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.floor import goes_on_after, speaking, start_turn
from t2desk.services.floor_admission import is_closed
from t2desk.services.floor_marks import mark_turn
from t2desk.services.room import current_item, item_of, the_open_session
from t2desk.services.stopping import close_turn


def close_list(work: Work, item: str | None = None) -> ClosedList:
    """Close the list of speakers on an item, without one on that under discussion; interrupts are still taken.

    Raises ListIsClosed, NotThere.
    """
    session = the_open_session(work)
    of = _item(work, session, item)
    if work.select(ClosedList, session=session.id, of=of):
        raise ListIsClosed
    closed = ClosedList(work.new_key(), session.id, of)
    work.put(closed)
    return closed


def open_list(work: Work, item: str | None = None) -> None:
    """Open the list of speakers on an item again. Raises ListIsOpen, NotThere."""
    session = the_open_session(work)
    if not work.clear(ClosedList, session=session.id, of=_item(work, session, item)):
        raise ListIsOpen


def _item(work: Work, session: Session, item: str | None) -> str | None:
    return current_item(work, session) if item is None else item_of(work, session, item)


def list_is_closed(work: Work) -> bool:
    """Return whether the list takes nobody more on the item under discussion."""
    return is_closed(work, the_open_session(work))


def raise_order(work: Work, category: PointCategory, person: str | None = None) -> Turn:
    """Hear a point of order by its rank: it waits for no statement, but for a point that ranks as high or higher.

    Raises NothingToInterrupt, OrderOutranked, NotInTheRoom.
    """
    session = the_open_session(work)
    running = speaking(work, session.id)
    heard = work.find(TurnMark, running.key) if running else None
    if heard is not None and heard.category is not None and not category.outranks(heard.category):
        raise OrderOutranked
    turn = start_turn(work, person, TurnKind.POINT_OF_ORDER)
    mark_turn(work, turn, category=category)
    return turn


def rank_order(work: Work, category: PointCategory) -> Turn:
    """Say what the point of order that is heard asks for; it had to be heard to be known.

    Raises NoPointToRank, and OrderOutranked where it paused a point that ranks as high or higher.
    """
    session = the_open_session(work)
    running = speaking(work, session.id)
    if running is None or running.kind is not TurnKind.POINT_OF_ORDER:
        raise NoPointToRank
    beneath = work.find(TurnMark, running.interrupted)
    if beneath is not None and beneath.category is not None and not category.outranks(beneath.category):
        raise OrderOutranked
    mark_turn(work, running, category=category)
    return running


def answer_question(work: Work) -> Turn:
    """End the interposed question; who was asked answers, charged to nobody, before the turn goes on.

    Raises NoQuestionToAnswer.
    """
    session = the_open_session(work)
    question = speaking(work, session.id)
    if question is None or question.kind is not TurnKind.INTERPOSED_QUESTION or question.interrupted is None:
        raise NoQuestionToAnswer
    asked = work.get(Turn, question.interrupted)
    close_turn(work, question)
    # The turn beneath goes on when the answer ends, if it was the question that had stopped it.
    if goes_on_after(work, asked, question):
        work.put(replace(asked.resume_at(work.now), paused=work.now))
    answer = Turn(
        work.new_key(), session.id, question.item, asked.person, TurnKind.INTERPOSED_ANSWER, work.now, asked.key
    )
    work.put(answer)
    return answer

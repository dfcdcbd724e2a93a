"""What is done to the agenda while a session sits: back to an item, minutes more or less, a break at once."""

from dataclasses import replace

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemKind, ItemState
from t2desk.domain.desk_errors import NoItemBefore, NoItemNow, OutOfRange, TimeIsOfParts
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.agenda import LONGEST_ITEM, add_item, agenda_of, move_item
from t2desk.services.agenda_plans import plan_of
from t2desk.services.room import current_item, session_of, the_open_session, unsettled
from t2desk.services.stopping import stop_item_clock

USUAL_BREAK = 15


def previous_item(work: Work) -> AgendaItem:
    """Go back to the item that was left before this one, which waits again; no second is lost. Raises NoItemBefore."""
    session = the_open_session(work)
    items, now = agenda_of(work, session.id), current_item(work, session)
    here = next((one.place for one in items if one.id == now), len(items) + 1)
    left = [one for one in items if one.state is ItemState.DONE and one.place < here]
    if not left:
        raise NoItemBefore
    _wait_again(work, session)
    back = replace(left[-1], state=ItemState.CURRENT)
    work.put(back)
    work.put(ItemClock(session.id, back.id, work.now))
    plan = plan_of(work, back)
    if plan.asked:
        # It is left once more: then it is asked again what came of it, with what was answered before.
        work.put(replace(plan, asked=False))
    return back


def _wait_again(work: Work, session: Session) -> AgendaItem | None:
    """Let the item under discussion wait, with the time it has taken so far; return it, or None where there is none."""
    now = current_item(work, session)
    if now is None:
        return None
    stop_item_clock(work, session)
    waiting = replace(work.get(AgendaItem, now), state=ItemState.PLANNED)
    work.put(waiting)
    return waiting


def extend_item(work: Work, minutes: int = 5, item: str | None = None) -> AgendaItem:
    """Give an item (the one under discussion, if none is named) minutes more, or fewer where negative.

    The agreed end of the session does not move with it: it is late by as much, until somebody decides otherwise.
    Raises NoItemNow, TimeIsOfParts, and OutOfRange for less than a minute or more than a day.
    """
    session = (
        the_open_session(work) if item is None else unsettled(session_of(work, work.get(AgendaItem, item).session))
    )
    chosen = item or current_item(work, session)
    if chosen is None:
        raise NoItemNow
    if work.count(AgendaItem, parent=chosen):
        raise TimeIsOfParts
    before = work.get(AgendaItem, chosen)
    after = before.minutes + minutes
    if not 1 <= after <= LONGEST_ITEM:
        raise OutOfRange(field="minutes", low=1, high=LONGEST_ITEM)
    plan = plan_of(work, before)
    work.put(replace(plan, planned=before.minutes if plan.planned is None else plan.planned))
    changed = replace(before, minutes=after)
    work.put(changed)
    _move_extra(work, session, -minutes)
    return changed


def _move_extra(work: Work, session: Session, minutes: int) -> None:
    shift = work.find(AgendaShift, session.id)
    work.put(AgendaShift(session.id, minutes + (shift.minutes if shift else 0)))


def break_now(work: Work, title: str = "Break", minutes: int = USUAL_BREAK) -> AgendaItem:
    """Have a break at once; the item under discussion waits and goes on afterwards.

    A break that was still to come is brought forward. Without one, a new one of so many minutes comes in, and the
    session is late by as much. `title` is what the new one is called: whoever asks may speak another language.
    """
    session = the_open_session(work)
    waiting = _wait_again(work, session)
    place = waiting.place if waiting else _after_what_was(work, session)
    ahead = _break_ahead(work, session, place)
    if ahead is None:
        ahead = add_item(work, title, minutes, session=session.id, kind=ItemKind.BREAK)
        _move_extra(work, session, -minutes)
    work.put(replace(ahead, parent=waiting.parent if waiting else None))
    move_item(work, ahead.id, place)
    current = replace(work.get(AgendaItem, ahead.id), state=ItemState.CURRENT)
    work.put(current)
    work.put(ItemClock(session.id, current.id, work.now))
    return current


def _after_what_was(work: Work, session: Session) -> int:
    done = [one.place for one in agenda_of(work, session.id) if one.state is ItemState.DONE]
    return 1 + max(done, default=0)


def _break_ahead(work: Work, session: Session, place: int) -> AgendaItem | None:
    coming = (one for one in agenda_of(work, session.id) if one.state is ItemState.PLANNED and one.place >= place)
    return next((one for one in coming if plan_of(work, one).kind is ItemKind.BREAK), None)

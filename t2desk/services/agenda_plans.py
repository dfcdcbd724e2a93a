"""How items are run and what came of them: methods, the facilitator's notes, conclusions, and what comes back."""

from dataclasses import dataclass, replace
from datetime import datetime

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemKind, ItemPlan, ItemState
from t2desk.domain.desk_errors import NotParked, UnknownWord
from t2desk.domain.floor import FloorTotal, Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection
from t2desk.domain.series import Session, SessionState
from t2desk.domain.text import optional_line, prose
from t2desk.services.agenda import add_item, agenda_of, last_place, move_item, park_item
from t2desk.services.room import refuse_while_off_record, session_of, unsettled
from t2desk.services.taking import refuse_unrecordable

_REFERRING: tuple[type[object], ...] = (Note, Point, Turn, DraftSection, FloorTotal)


def plan_of(work: Work, item: AgendaItem) -> ItemPlan:
    """Return how an item is run; an item that nothing was said of is plain talk."""
    return work.find(ItemPlan, item.id) or ItemPlan(item.id, item.session)


def plan_item(
    work: Work, item: str, kind: ItemKind | None = None, method: str | None = None, notes: str | None = None
) -> ItemPlan:
    """Say whether an item is talk or a break, by which method it is run, and the facilitator's private notes.

    Raises OffTheRecord for notes while nothing is taken in: they too would be a record.
    """
    if notes is not None:
        refuse_while_off_record(work)
    before = _changeable(work, item)
    changed = replace(
        before,
        kind=before.kind if kind is None else kind,
        method=before.method if method is None else optional_line("method", method),
        notes=before.notes if notes is None else (prose("notes", notes) if notes.strip() else ""),
    )
    work.put(changed)
    return changed


def _changeable(work: Work, item: str) -> ItemPlan:
    known = work.get(AgendaItem, item)
    unsettled(session_of(work, known.session))
    return plan_of(work, known)


def conclude_item(work: Work, item: str, text: str = "") -> ItemPlan:
    """Write down what came of an item; without words, the question is skipped and not asked again."""
    before = _changeable(work, item)
    if text.strip():
        refuse_unrecordable(work, work.get(Session, before.session), item)
    changed = replace(before, conclusion=optional_line("text", text), asked=True)
    work.put(changed)
    return changed


def defer_item(work: Work, item: str, due: str = "") -> ItemPlan:
    """Park an item until a moment (ISO 8601 with an offset), or without one until there is time."""
    before = _changeable(work, item)
    park_item(work, item)
    changed = replace(before, due=_moment(due))
    work.put(changed)
    return changed


def _moment(written: str) -> str:
    try:
        if not written or datetime.fromisoformat(written).tzinfo is not None:
            return written
    except ValueError:
        pass
    raise UnknownWord(field="due", words="2026-05-04T09:00:00+02:00")


def unpark_item(work: Work, item: str, session: str | None = None) -> AgendaItem:
    """Bring a parked item back, right after the item under discussion, else where it stood. Raises NotParked."""
    parked = work.get(AgendaItem, item)
    if parked.state is not ItemState.PARKED:
        raise NotParked
    target = unsettled(session_of(work, session))
    back = carry_item(work, item, target.id)
    clock = work.find(ItemClock, target.id)
    if clock is not None:
        order = [one.id for one in agenda_of(work, target.id) if one.id != back.id]
        move_item(work, back.id, order.index(clock.item) + 2)
    _take_from_extra(work, target.id, back.minutes)
    return work.get(AgendaItem, back.id)


def _take_from_extra(work: Work, session: str, minutes: int) -> None:
    # What comes back takes the time that putting it off had won: the agreed end does not move by itself.
    shift = work.find(AgendaShift, session)
    if shift is not None:
        work.put(replace(shift, minutes=min(shift.minutes, max(0, shift.minutes - minutes))))


def carry_item(work: Work, item: str, session: str) -> AgendaItem:
    """Move an item to another session; of one that was begun, what is left goes on there as a new item."""
    before = work.get(AgendaItem, item)
    unsettled(session_of(work, before.session))
    target = unsettled(work.get(Session, session))
    plan = plan_of(work, before)
    before = park_item(work, item)
    fresh_plan = replace(plan, session=target.id, due="", conclusion="", asked=False)
    if before.session == target.id or not _was_used(work, before):
        place = before.place if before.session == target.id else 1 + last_place(work, target.id)
        parent = before.parent if before.session == target.id else None
        carried = replace(before, session=target.id, place=place, parent=parent, state=ItemState.PLANNED)
        work.put(carried)
        work.put(replace(fresh_plan, conclusion=plan.conclusion))
        return carried
    left = max(0, before.minutes - round(before.seconds / 60))
    made = add_item(work, before.title, left, phase=before.phase, aim=before.aim, session=target.id)
    work.put(replace(fresh_plan, item=made.id))
    work.put(replace(work.get(AgendaItem, item), state=ItemState.DONE))
    return made


def _was_used(work: Work, item: AgendaItem) -> bool:
    """Tell whether anything refers to an item, or it has parts: then it stays where it is."""
    used = any(work.count(kind, item=item.id) for kind in _REFERRING)
    return used or item.seconds > 0 or bool(work.count(AgendaItem, parent=item.id))


@dataclass(frozen=True, slots=True)
class DueItem:
    """A parked item whose moment has come, and the session that it was parked in."""

    item: AgendaItem
    due: str
    session_title: str


def due_items(work: Work) -> tuple[DueItem, ...]:
    """Return the parked items whose moment has come, earliest first, of every session that can still change."""
    found: list[DueItem] = []
    for item in work.select(AgendaItem, state=ItemState.PARKED):
        plan, session = plan_of(work, item), work.get(Session, item.session)
        is_due = plan.due and datetime.fromisoformat(plan.due).timestamp() <= work.now.wall / 1000
        if is_due and session.state is not SessionState.SETTLED:
            found.append(DueItem(item, plan.due, session.title))
    return tuple(sorted(found, key=lambda one: (datetime.fromisoformat(one.due), one.item.id)))


def to_conclude(work: Work, session: str) -> AgendaItem | None:
    """Return the last item that was left without a conclusion and without the question being skipped, or None."""
    left = [one for one in agenda_of(work, session) if one.state is ItemState.DONE and one.seconds]
    if not left:
        return None
    plan = plan_of(work, left[-1])
    return left[-1] if plan.kind is ItemKind.TALK and not plan.asked else None


def meeting_agenda(work: Work, meeting: str) -> tuple[tuple[Session, tuple[AgendaItem, ...]], ...]:
    """Return the agenda of a meeting over all its days: each session with its items, in their order."""
    sessions = sorted(work.select(Session, meeting=meeting), key=lambda one: one.number)
    return tuple((one, agenda_of(work, one.id)) for one in sessions)

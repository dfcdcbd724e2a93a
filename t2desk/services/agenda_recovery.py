"""On time again: what each way would make of the agenda, to look at first, and the act, which one key undoes."""

from dataclasses import dataclass, replace

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemKind, ItemState
from t2desk.domain.agenda_recovery import Ahead, Recovery, shrunk, to_put_off
from t2desk.domain.desk_errors import NotLate, OutOfRange
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.services.agenda import LONGEST_ITEM, park_item, remove_item
from t2desk.services.agenda_clock import AgendaTimes, AgendaView, agenda_times, agenda_view
from t2desk.services.agenda_plans import plan_of
from t2desk.services.room import item_of, the_open_session

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class RecoveryPreview:
    """What one way would do: the agenda as it would be, the items it changes, and minutes still late afterwards."""

    way: Recovery
    times: AgendaTimes
    changed: tuple[AgendaItem, ...]
    saved: int
    still_late: int


def minutes_late(work: Work) -> int:
    """Return by how many whole minutes the session at hand will end late, rounded up; 0 when it is on time."""
    return _late(agenda_view(work), work.now)


def _late(view: AgendaView, now: Moment) -> int:
    return max(0, -(-agenda_times(view, now).behind // _MINUTE))


def recoveries(work: Work) -> tuple[RecoveryPreview, ...]:
    """Return what each way would make of the agenda; those that would change nothing are left out."""
    view = agenda_view(work)
    late = _late(view, work.now)
    if not late:
        return ()
    ahead = _ahead(work, view)
    ways = (Recovery.SHRINK, Recovery.PARK, Recovery.EXTEND)
    found = (_preview(work, view, ahead, way, late, None) for way in ways)
    return tuple(one for one in found if one.saved)


def recovery(work: Work, way: Recovery, item: str | None = None) -> RecoveryPreview | None:
    """Return what one way would make of the agenda, parking or dropping a chosen item; None where nothing is won."""
    view = agenda_view(work)
    late = _late(view, work.now)
    found = _preview(work, view, _ahead(work, view), way, late, item)
    return found if late and found.saved else None


def to_choose(work: Work) -> tuple[AgendaItem, ...]:
    """Return the items still to come that may be put off or dropped: none that is a break."""
    view = agenda_view(work)
    items = {one.id: one for one in view.items}
    return tuple(items[one.id] for one in _ahead(work, view) if not one.is_break and one.minutes)


def _preview(
    work: Work, view: AgendaView, ahead: list[Ahead], way: Recovery, late: int, item: str | None
) -> RecoveryPreview:
    changed = _changes(view, ahead, way, late, item)
    saved = late if way is Recovery.EXTEND else _saved(view, changed)
    fresh = {one.id: one for one in changed}
    items = tuple(fresh.get(one.id, one) for one in view.items)
    as_it_would_be = replace(view, items=items, shift=view.shift + saved)
    return RecoveryPreview(way, agenda_times(as_it_would_be, work.now), changed, saved, max(0, late - saved))


def recover_agenda(work: Work, way: Recovery, item: str | None = None, minutes: int | None = None) -> int:
    """Be on time again by shortening the rest, parking or dropping an item, or extending; returns minutes won."""
    session = the_open_session(work)
    view = agenda_view(work)
    late = _late(view, work.now) if minutes is None else _within(minutes)
    if item is not None:
        item_of(work, session, item)
    changed = _changes(view, _ahead(work, view), way, late, item)
    saved = late if way is Recovery.EXTEND else _saved(view, changed)
    if not saved:
        raise NotLate
    for one in changed:
        _apply(work, one, way)
    work.put(AgendaShift(session.id, view.shift + saved))
    return saved


def _within(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST_ITEM:
        raise OutOfRange(field="minutes", low=1, high=LONGEST_ITEM)
    return minutes


def _apply(work: Work, item: AgendaItem, way: Recovery) -> None:
    if way is Recovery.DROP:
        remove_item(work, item.id)
    elif way is Recovery.PARK:
        park_item(work, item.id)
    else:
        before = work.get(AgendaItem, item.id)
        plan = plan_of(work, before)
        work.put(replace(plan, planned=before.minutes if plan.planned is None else plan.planned))
        work.put(item)


def _changes(
    view: AgendaView, ahead: list[Ahead], way: Recovery, late: int, item: str | None
) -> tuple[AgendaItem, ...]:
    """Return the items as they would be."""
    items = {one.id: one for one in view.items}
    if way is Recovery.EXTEND:
        return ()
    if way is Recovery.SHRINK:
        lengths = shrunk(ahead, late)
        return tuple(replace(items[one.id], minutes=lengths[one.id]) for one in ahead if lengths[one.id] < one.minutes)
    chosen = to_put_off(ahead, late) if item is None else next((one.id for one in ahead if one.id == item), None)
    return () if chosen is None else (replace(items[chosen], state=ItemState.PARKED),)


def _ahead(work: Work, view: AgendaView) -> list[Ahead]:
    """Return what is still to come and has a length of its own."""
    place, parents = view.current_place, {one.parent for one in view.items}
    coming = [one for one in view.items if one.state is ItemState.PLANNED and one.place > place]
    return [
        Ahead(one.id, one.minutes, plan.planned or one.minutes, plan.kind is ItemKind.BREAK)
        for one in coming
        if one.id not in parents
        for plan in (plan_of(work, one),)
    ]


def _saved(view: AgendaView, changed: tuple[AgendaItem, ...]) -> int:
    before = {one.id: one.minutes for one in view.items}
    return sum(before[one.id] - (0 if one.state is ItemState.PARKED else one.minutes) for one in changed)

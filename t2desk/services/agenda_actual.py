"""What was planned against what it took, item by item: for the picture after a session."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem, ItemClock, ItemKind, ItemPlan, ItemState
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.services.agenda import agenda_of
from t2desk.services.agenda_clock import numbers_of
from t2desk.services.agenda_desk import first_planned


@dataclass(frozen=True, slots=True)
class ActualRow:
    """One item: minutes first planned, minutes as last agreed, and seconds that it took.

    Of an item that stands over others the three are their sums, and its own seconds.
    """

    item: AgendaItem
    number: str
    level: int
    planned: int
    agreed: int
    seconds: float
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class PlannedActual:
    """A session's items in their order, and the sums of what took place or is still to come."""

    rows: tuple[ActualRow, ...] = ()
    planned: int = 0
    seconds: float = 0.0


def planned_actual(work: Work, session: str) -> PlannedActual:
    """Return a session's plan against what it took; an item that runs counts up to now."""
    held_in = work.get(Session, session)
    items = agenda_of(work, session)
    plans = {one.item: one for one in work.select(ItemPlan, session=held_in.id)}
    numbers = numbers_of(items)
    rows = tuple(_row(work, item, items, plans, numbers[item.id]) for item in items)
    tops = [row for row in rows if row.level == 0 and row.item.state is not ItemState.PARKED]
    return PlannedActual(rows, sum(row.planned for row in tops), sum(row.seconds for row in rows if row.level == 0))


def _row(
    work: Work, item: AgendaItem, items: tuple[AgendaItem, ...], plans: dict[str, ItemPlan], number: tuple[str, int]
) -> ActualRow:
    parts = _lasting(items, item)
    counted = {one.id: one for one in (item, *parts)}
    kind = plans[item.id].kind if item.id in plans else ItemKind.TALK
    return ActualRow(
        item, *number,
        sum(first_planned(one, plans.get(one.id)) for one in parts),
        sum(one.minutes for one in parts),
        sum(_spent(work, one) for one in counted.values()),
        kind is ItemKind.BREAK,
    )  # fmt: skip


def _lasting(items: tuple[AgendaItem, ...], item: AgendaItem) -> list[AgendaItem]:
    """Return what has a length of its own under an item: itself, where nothing is a part of it."""
    parts = [one for one in items if one.parent == item.id]
    return [leaf for part in parts for leaf in _lasting(items, part)] or [item]


def _spent(work: Work, item: AgendaItem) -> float:
    clock = work.find(ItemClock, item.session)
    runs = clock is not None and clock.item == item.id
    return item.seconds + (clock.since.seconds_until(work.now) if clock and runs else 0.0)

"""What the desk shows of the agenda besides its clock: first plans, breaks, the private notes, and what is parked."""

from dataclasses import dataclass, field
from datetime import datetime

from t2desk.domain.agenda import AgendaItem, ItemKind, ItemPlan, ItemState
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.agenda_clock import AgendaView, agenda_view
from t2desk.services.agenda_plans import plan_of


@dataclass(frozen=True, slots=True)
class ItemBrief:
    """How the item under discussion, or else the next one, is run; `notes` are the facilitator's alone."""

    item: AgendaItem
    method: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class DeskAgenda:
    """The agenda's view for its clock; minutes first planned by item, the breaks, and when parked items come back."""

    view: AgendaView = field(default_factory=AgendaView)
    planned: dict[str, int] = field(default_factory=dict)
    breaks: frozenset[str] = frozenset()
    due: dict[str, str] = field(default_factory=dict)
    brief: ItemBrief | None = None


def desk_agenda(work: Work) -> DeskAgenda:
    """Return the agenda of the session at hand as the facilitator's desk shows it; no room card is made of it."""
    view = agenda_view(work)
    if view.session is None:
        return DeskAgenda(view)
    plans = {one.item: one for one in work.select(ItemPlan, session=view.session.id)}
    return DeskAgenda(
        view,
        {one.id: first_planned(one, plans.get(one.id)) for one in view.items},
        frozenset(one.item for one in plans.values() if one.kind is ItemKind.BREAK),
        {one.item: one.due for one in plans.values() if one.due},
        _brief(view, plans),
    )


def first_planned(item: AgendaItem, plan: ItemPlan | None) -> int:
    """Return the minutes an item was given before the agenda was changed in session."""
    return item.minutes if plan is None or plan.planned is None else plan.planned


def _brief(view: AgendaView, plans: dict[str, ItemPlan]) -> ItemBrief | None:
    waiting = [one for one in view.items if one.state is ItemState.PLANNED and one.place > view.current_place]
    now = next((one for one in view.items if view.clock and one.id == view.clock.item), next(iter(waiting), None))
    if now is None:
        return None
    plan = plans.get(now.id)
    return ItemBrief(now, plan.method, plan.notes) if plan else ItemBrief(now)


@dataclass(frozen=True, slots=True)
class ParkedItem:
    """An item in the parking lot: since which session, when it comes back (or empty), and whether that has come."""

    item: AgendaItem
    session_title: str
    due: str = ""
    is_due: bool = False


def parking_lot(work: Work) -> tuple[ParkedItem, ...]:
    """Return what is parked in every session that can still change: what is due first, then by when it will be."""
    found = [_parked(work, one) for one in work.select(AgendaItem, state=ItemState.PARKED)]
    return tuple(sorted((one for one in found if one is not None), key=_when))


def _parked(work: Work, item: AgendaItem) -> ParkedItem | None:
    session = work.get(Session, item.session)
    if session.state is SessionState.SETTLED:
        return None
    due = plan_of(work, item).due
    has_come = bool(due) and datetime.fromisoformat(due).timestamp() <= work.now.wall / 1000
    return ParkedItem(item, session.title, due, has_come)


def _when(one: ParkedItem) -> tuple[float, str]:
    return (datetime.fromisoformat(one.due).timestamp() if one.due else float("inf"), one.item.id)

"""Agenda items: what is to be talked about, for how long, and how long it took."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.moments import Moment


class Phase(StrEnum):
    """The phases of a problem-solving workshop (Kelman's sequence)."""

    NONE = ""
    CONCERNS = "concerns"
    OPTIONS = "options"
    CONSTRAINTS = "constraints"
    STEPS = "steps"


class ItemState(StrEnum):
    """Where an item stands."""

    PLANNED = "planned"
    CURRENT = "current"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A part of a session; `minutes` are planned, `seconds` were spent, `place` orders the items of a session."""

    id: str
    session: str
    place: int
    title: str
    minutes: int
    parent: str | None = None
    phase: Phase = Phase.NONE
    aim: str = ""
    state: ItemState = ItemState.PLANNED
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ItemClock:
    """The item under discussion and since when; one row a session, gone when it is adjourned."""

    session: str
    item: str
    since: Moment


def following(items: tuple[AgendaItem, ...], current: str | None) -> AgendaItem | None:
    """Return the first planned item after the current one in the order of the agenda, or None at its end."""
    ordered = sorted(items, key=lambda item: item.place)
    places = [item.place for item in ordered if item.id == current]
    after = places[0] if places else 0
    return next((item for item in ordered if item.place > after and item.state is ItemState.PLANNED), None)

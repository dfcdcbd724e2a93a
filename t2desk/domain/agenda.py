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


class ItemKind(StrEnum):
    """Whether an item is talk, or a break, which nothing shortens."""

    TALK = "talk"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """How an item is run and what came of it; a row of its own, so that the item's stays as it was released.

    `notes` are the facilitator's own: in no edition, never on the room display, gone when the session is settled.
    `due` is when a parked item comes back (ISO 8601 with an offset, or empty), `asked` whether the question for a
    conclusion was answered or skipped, `planned` the minutes before the agenda was ever shortened.
    """

    item: str
    session: str
    kind: ItemKind = ItemKind.TALK
    method: str = ""
    notes: str = ""
    due: str = ""
    conclusion: str = ""
    asked: bool = False
    planned: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaShift:
    """By how many minutes the agreed length of a session is more than what its items now add up to."""

    session: str
    minutes: int


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

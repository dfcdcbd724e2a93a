"""The series, its meetings and their sessions, and where each session stands."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.moments import Moment
from t2desk.i18n import N_

THE_SERIES = "series"


class SessionState(StrEnum):
    """Where a session stands; settled is final, and then the rule has decided what is left of it."""

    PLANNED = "planned"
    OPEN = "open"
    ADJOURNED = "adjourned"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Series:
    """The dialogue that a dossier holds."""

    id: str
    title: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One gathering of days; `number` counts from 1 within the series."""

    id: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting: which rule is in force, and every rule that was, since the strictest decides what may be kept.

    `starts` is ISO 8601 with an offset, or empty while not planned to the hour.
    """

    id: str
    meeting: str
    number: int
    title: str
    starts: str = ""
    state: SessionState = SessionState.PLANNED
    rule: str = "chatham_house"
    rules_held: tuple[str, ...] = ("chatham_house",)


def session_name(title: str, number: int, words: Callable[[str], str]) -> str:
    """Return how a session is called wherever people read it: its title, or "Session 2" in their words.

    Its id is for operations and the command line.
    """
    return title or words(N_("Session {number}")).format(number=number)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Since when the open session sits; one row, gone when it is adjourned."""

    session: str
    since: Moment


@dataclass(frozen=True, slots=True)
class OffRecord:
    """The row that stands while a session is off the record; no row of anything undoable says so."""

    session: str

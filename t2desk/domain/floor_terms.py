"""The terms of the floor: limits, the closed list, ranked points of order, who stands for whom, and interpretation."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.moments import Moment

# A limit or a correction of more seconds than a day has is a slip of the hand.
LONGEST = 86_400
# One interpreter is relieved after twenty to thirty minutes (AIIC, professional standards: teams change by half hours).
SWAP_SOON = 20 * 60
SWAP_DUE = 30 * 60


class LimitScope(StrEnum):
    """What a limit is of: all turns of a party or on an item, or somebody's next turn; of any turn, see `TurnLimit`."""

    PARTY = "party"
    ITEM = "item"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class FloorLimit:
    """A limit in whole seconds; `of` is the id of the party, item or person."""

    key: int
    session: str
    scope: LimitScope
    of: str
    seconds: int


class PointCategory(StrEnum):
    """What a point of order asks for; the earlier ranks higher (United Nations General Assembly, rule 77)."""

    SUSPEND_MEETING = "suspend_meeting"
    ADJOURN_MEETING = "adjourn_meeting"
    ADJOURN_DEBATE = "adjourn_debate"
    CLOSE_DEBATE = "close_debate"
    PROCEDURE = "procedure"

    def outranks(self, other: "PointCategory") -> bool:
        """Return whether this is heard before the other."""
        ranks = list(PointCategory)
        return ranks.index(self) < ranks.index(other)


@dataclass(frozen=True, slots=True)
class TurnMark:
    """What few turns have, under the turn's own key: a limit of its own, a rank, a length that needs a look.

    `uncertain` is the length, in seconds, that only a wall clock which jumped knows; None once confirmed.
    `stopped` says that it was paused by hand in the very millisecond in which another turn came in between.
    """

    key: int
    session: str
    allowed: int | None = None
    category: PointCategory | None = None
    uncertain: float | None = None
    stopped: bool | None = None


@dataclass(frozen=True, slots=True)
class ClosedList:
    """The row that stands while the list of speakers is closed on an item (`of`; None while none is on)."""

    key: int
    session: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Substitution:
    """Who sits in a session for whom."""

    key: int
    session: str
    person: str
    stands_for: str


@dataclass(frozen=True, slots=True)
class LanguageFactor:
    """How long a turn in a language may be, in per cent of the usual."""

    language: str
    percent: int


@dataclass(frozen=True, slots=True)
class SpeaksIn:
    """The language that somebody speaks in, where it is interpreted."""

    person: str
    language: str


@dataclass(frozen=True, slots=True)
class InterpreterDuty:
    """Which interpreter works, and since when; one row a session, gone when it is adjourned."""

    session: str
    person: str
    since: Moment


@dataclass(frozen=True, slots=True)
class FloorOpening:
    """Since when the floor has been open on the record: no time before it was anybody's to speak in."""

    session: str
    since: Moment

"""What is kept of the room: how it is shown to, the ground rules it agreed on, and when it was not private."""

from dataclasses import dataclass

from t2desk.domain.moments import Moment
from t2desk.domain.room_choices import Shown

# The one row of its kind: ground rules are the series', not a session's.
THE_GROUND_RULES = "ground_rules"


@dataclass(frozen=True, slots=True)
class RoomSetting:
    """How a session (`of`) is shown to the room; `place` counts the points of common ground from 1.

    Without `parties` nothing of them is shown; `balance` adds their shares of the time.
    """

    of: str
    shown: Shown = Shown.FLOOR
    place: int = 1
    parties: bool = False
    balance: bool = False
    wordless: bool = False


@dataclass(frozen=True, slots=True)
class NotPrivate:
    """A time in which the room of a session (`of`) was not private; None for `until` while it is not.

    Neither row refers to the session in the database: what cannot be undone must not stand in the way of what can.
    """

    key: int
    of: str
    since: Moment
    until: Moment | None = None


@dataclass(frozen=True, slots=True)
class GroundRules:
    """What the room agreed on for its talk, in the words that it is shown."""

    id: str
    text: str

"""How long a session is kept: the hold that forbids destroying it, and the certificate of what was destroyed."""

from dataclasses import dataclass
from enum import StrEnum


class Destroyed(StrEnum):
    """What of a session is destroyed."""

    NOTES = "notes"  # the notes, with all that leads from them; points and prose stay
    ALL_BUT_AGREED = "all_but_agreed"  # only the points that were agreed stay, in the wording that was
    SESSION = "session"  # all of it, with its name


@dataclass(frozen=True, slots=True)
class Hold:
    """While it stands, nothing of the session is destroyed: a court or an inquiry asked for that."""

    session: str
    reason: str


@dataclass(frozen=True, slots=True)
class Destruction:
    """What was destroyed, without content: the session's number, the day (ISO), how many rows, what had left before.

    `left` are the SHA-256 of the editions of a session that went whole; its own lines in the ledger go with it.
    """

    key: int
    number: int
    day: str
    what: Destroyed
    rows: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day (ISO) on which a session began or ended: a clock that shows an earlier one was set back."""

    id: str
    day: str


THE_LAST_DAY = "last"

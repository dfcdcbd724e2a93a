"""How a dialogue decides: the rule fixed at the start, the silence procedure and its deadline, the single text."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from t2desk.domain.ground_errors import DeadlineUnclear

# Of how many sides one may object under overwhelming agreement. The handbook (Susskind, "overwhelming agreement once
# every effort has been made") gives no number; four fifths of the sides is our reading, and with four sides or fewer
# it lets nobody be passed over.
SIDES_FOR_ONE_OBJECTION = 5


class Decision(StrEnum):
    """When a point is agreed (study/domain.md §c)."""

    CONSENSUS = "consensus"
    UNANIMITY = "unanimity"
    OVERWHELMING = "overwhelming"
    MINUS_ONE = "consensus_minus_one"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class DecisionTerms:
    """The decision rule of a session."""

    session: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision rule that was changed after it had been used, and why."""

    key: int
    session: str
    before: Decision
    after: Decision
    reason: str


def may_agree(decision: Decision, objecting: tuple[str | None, ...], undecided: int, sides: int) -> bool:
    """Say whether a point may be agreed over the objections that stand.

    `objecting` are the sides of those objections, None where none is said, which counts as a side of its own.
    Consensus lets nobody be passed over; unanimity also asks that no side is `undecided` (has taken no stance in
    favour in the poll on this wording); consensus minus one passes over one side; overwhelming agreement over one in
    five. Under the silence procedure a point is agreed by silence alone.
    """
    against = len({side for side in objecting if side is not None}) + objecting.count(None)
    match decision:
        case Decision.CONSENSUS:
            return against == 0
        case Decision.UNANIMITY:
            return against == 0 and undecided == 0
        case Decision.OVERWHELMING:
            return against <= sides // SIDES_FOR_ONE_OBJECTION
        case Decision.MINUS_ONE:
            return against <= 1
        case Decision.SILENCE:
            return False


class SilenceState(StrEnum):
    """Where a silence procedure stands."""

    RUNNING = "running"
    BROKEN = "broken"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class Silence:
    """A wording is adopted unless somebody objects before a time of day in a named zone."""

    point: int
    wording: int
    until: str
    zone: str
    state: SilenceState = SilenceState.RUNNING


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def deadline(until: str, place: tzinfo | None) -> int:
    """Return a deadline as ms since 1970: local time (ISO, no offset) in a zone; None is one that nobody knows.

    Raises DeadlineUnclear for a time that the zone skips or has twice (the clocks change), or that does not read.
    """
    try:
        local = datetime.fromisoformat(until)
    except ValueError:
        raise DeadlineUnclear from None
    if local.tzinfo is not None or place is None:
        raise DeadlineUnclear
    instants = {local.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1)}
    instant = instants.pop()
    if instants or instant.astimezone(place).replace(tzinfo=None) != local:
        raise DeadlineUnclear
    return (instant - _EPOCH) // timedelta(milliseconds=1)


class OneTextState(StrEnum):
    """Where a single text stands: open to criticism only, before the final yes or no, or accepted by every side."""

    CRITICISM = "criticism"
    FINAL = "final"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class OneText:
    """A point that is worked on as a single text: the third party edits, nobody accepts a part before the end."""

    point: int
    state: OneTextState = OneTextState.CRITICISM


@dataclass(frozen=True, slots=True)
class Criticism:
    """What a side finds wanting in one wording of a single text; it neither accepts nor rejects anything."""

    key: int
    wording: int
    party: str | None
    text: str

"""Points: statements on their way to common ground, with wordings that never change once written."""

from dataclasses import dataclass
from enum import StrEnum


class PointState(StrEnum):
    """How far a point has come (study/domain.md §c)."""

    HEARD = "heard"
    CAPTURED = "captured"
    READ_BACK = "read_back"
    DRAFTED = "drafted"
    TESTED = "tested"
    CONVERGING = "converging"
    BRACKETED = "bracketed"
    DIVERGENT = "divergent"
    PARKED = "parked"
    AGREED = "agreed"
    CLEARED = "cleared"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    REOPENED = "reopened"


_S = PointState
_ENDINGS = frozenset({_S.WITHDRAWN, _S.SUPERSEDED})
_TESTING = frozenset({_S.CONVERGING, _S.BRACKETED, _S.DIVERGENT, _S.PARKED, _S.AGREED, _S.DRAFTED})
_FORWARD: dict[PointState, frozenset[PointState]] = {
    _S.HEARD: frozenset({_S.CAPTURED}),
    _S.CAPTURED: frozenset({_S.READ_BACK, _S.DRAFTED}),
    _S.READ_BACK: frozenset({_S.DRAFTED, _S.CAPTURED}),
    _S.DRAFTED: frozenset({_S.TESTED, _S.READ_BACK}),
    _S.TESTED: _TESTING,
    _S.CONVERGING: _TESTING | {_S.TESTED},
    _S.BRACKETED: _TESTING | {_S.TESTED},
    _S.DIVERGENT: _TESTING | {_S.TESTED},
    _S.PARKED: frozenset({_S.DRAFTED, _S.TESTED}),
    _S.AGREED: frozenset({_S.CLEARED, _S.REOPENED}),
    _S.CLEARED: frozenset({_S.TRANSFERRED, _S.REOPENED}),
    _S.TRANSFERRED: frozenset({_S.REOPENED}),
    _S.WITHDRAWN: frozenset({_S.REOPENED}),
    _S.SUPERSEDED: frozenset({_S.REOPENED}),
    _S.REOPENED: frozenset({_S.DRAFTED, _S.TESTED}),
}


def steps_from(state: PointState) -> frozenset[PointState]:
    """Return the states that a point may go to next; it can be withdrawn or superseded from anywhere it is alive."""
    return _FORWARD[state] if state in _ENDINGS else _FORWARD[state] | _ENDINGS


class Support(StrEnum):
    """Five steps of support, as the report shows them; never averaged."""

    ENDORSE = "endorse"
    SUPPORT = "support"
    LIVE_WITH = "live_with"
    RESERVATION = "reservation"
    OPPOSE = "oppose"


@dataclass(frozen=True, slots=True)
class Point:
    """A point: where it stands, which wording is current, and the steps on which three or more stood (no counts)."""

    key: int
    session: str
    item: str | None
    state: PointState
    current: int
    ad_referendum: bool = False
    support: tuple[Support, ...] = ()
    rule: str = "chatham_house"


@dataclass(frozen=True, slots=True)
class Wording:
    """One immutable version of a point's text; `number` counts from 1 within the point and language."""

    key: int
    point: int
    number: int
    language: str
    text: str


class ConcernKind(StrEnum):
    """A reservation does not block; an objection does, until what would mend it is met or waived."""

    RESERVATION = "reservation"
    OBJECTION = "objection"


@dataclass(frozen=True, slots=True)
class PointConcern:
    """A reservation or objection to one wording; `mend` says what would make it acceptable."""

    key: int
    point: int
    wording: int
    kind: ConcernKind
    text: str
    mend: str = ""

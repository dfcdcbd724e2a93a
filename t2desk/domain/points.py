"""Points: statements on their way to common ground, with wordings that never change once written."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.i18n import N_


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


def way_to(here: PointState, wanted: PointState) -> tuple[PointState, ...]:
    """Return the fewest steps that lead from one state to another, the first first; nothing where it is there already.

    Endings are no way: nobody withdraws a point in order to test it.
    """
    ways: list[tuple[PointState, ...]] = [()]
    seen = {here}
    for way in ways:
        last = way[-1] if way else here
        if last is wanted:
            return way
        if way and last in _ENDINGS:
            continue
        fresh = [step for step in PointState if step in steps_from(last) and step not in seen]
        seen.update(fresh)
        ways.extend((*way, step) for step in fresh)
    return ()


class Who(StrEnum):
    """Who takes a step: a role or everybody, never a person."""

    RAPPORTEUR = "rapporteur"
    ROOM = "room"
    THIRD_PARTY = "third_party"
    PARTIES = "parties"
    CONCERNED = "concerned"


@dataclass(frozen=True, slots=True)
class StepTerms:
    """Who takes a step, and how it is done (study/domain.md §c, "who confirms")."""

    who: Who
    how: str


_TERMS: dict[PointState, StepTerms] = {
    _S.HEARD: StepTerms(Who.RAPPORTEUR, N_("heard in the room")),
    _S.CAPTURED: StepTerms(Who.RAPPORTEUR, N_("written down in the speaker’s words")),
    _S.READ_BACK: StepTerms(Who.ROOM, N_("read aloud and put right by whoever said it")),
    _S.DRAFTED: StepTerms(Who.THIRD_PARTY, N_("put into neutral words by the third party alone")),
    _S.TESTED: StepTerms(Who.THIRD_PARTY, N_("put to the room: who cannot live with it?")),
    _S.CONVERGING: StepTerms(Who.THIRD_PARTY, N_("found to come together, with reservations noted")),
    _S.BRACKETED: StepTerms(Who.THIRD_PARTY, N_("left with alternatives in brackets")),
    _S.DIVERGENT: StepTerms(Who.THIRD_PARTY, N_("found to divide the room, and entered among the divergences")),
    _S.PARKED: StepTerms(Who.THIRD_PARTY, N_("kept for later, with a day to come back")),
    _S.AGREED: StepTerms(Who.PARTIES, N_("agreed by the decision rule fixed at the start")),
    _S.CLEARED: StepTerms(Who.CONCERNED, N_("confirmed by those concerned, for one edition")),
    _S.TRANSFERRED: StepTerms(Who.CONCERNED, N_("carried to those outside")),
    _S.WITHDRAWN: StepTerms(Who.PARTIES, N_("withdrawn by a side; nothing of it is held against anybody")),
    _S.SUPERSEDED: StepTerms(Who.THIRD_PARTY, N_("another point stands in its place")),
    _S.REOPENED: StepTerms(Who.PARTIES, N_("taken up again at anybody’s wish")),
}


def terms_of(wanted: PointState) -> StepTerms:
    """Return who takes the step to a state, and how."""
    return _TERMS[wanted]


# Where a text stands that everybody agreed to: it is not worded anew without being reopened.
SETTLED_TEXT = frozenset({_S.AGREED, _S.CLEARED, _S.TRANSFERRED})


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

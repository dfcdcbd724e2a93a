"""The floor: one turn at a time, interrupts that pause it, the queue, and the totals that outlive a settled session."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from t2desk.domain.moments import Moment
from t2desk.i18n import N_

# Below three people a total says who: the item is dropped, then the person (study: fewer than three candidates).
FEWEST_CANDIDATES = 3
# How long a turn may be, in seconds, until somebody says otherwise; and the longest that can be said.
USUAL_LIMIT, LONGEST_LIMIT = 180, 7200


class TurnKind(StrEnum):
    """What a turn is; the interrupts pause the turn that runs."""

    STATEMENT = "statement"
    RESPONSE = "response"
    QUESTION = "question"
    CLARIFICATION = "clarification"
    ROUND_THE_TABLE = "round_the_table"
    SILENCE = "silence"
    FACILITATOR = "facilitator"
    INTERPRETATION = "interpretation"
    POINT_OF_ORDER = "point_of_order"
    RIGHT_OF_REPLY = "right_of_reply"
    INTERPOSED_QUESTION = "interposed_question"
    INTERPOSED_ANSWER = "interposed_answer"


# What each is called, to be translated.
KIND_WORDS = {
    TurnKind.STATEMENT: N_("Statement"),
    TurnKind.RESPONSE: N_("Response"),
    TurnKind.QUESTION: N_("Question"),
    TurnKind.CLARIFICATION: N_("Clarification"),
    TurnKind.ROUND_THE_TABLE: N_("Round the table"),
    TurnKind.SILENCE: N_("Silence"),
    TurnKind.FACILITATOR: N_("Facilitator"),
    TurnKind.INTERPRETATION: N_("Interpretation"),
    TurnKind.POINT_OF_ORDER: N_("Point of order"),
    TurnKind.RIGHT_OF_REPLY: N_("Right of reply"),
    TurnKind.INTERPOSED_QUESTION: N_("Interposed question"),
    TurnKind.INTERPOSED_ANSWER: N_("Answer to an interposed question"),
}
INTERRUPTS = frozenset({
    TurnKind.POINT_OF_ORDER, TurnKind.RIGHT_OF_REPLY, TurnKind.INTERPOSED_QUESTION, TurnKind.INTERPOSED_ANSWER,
})  # fmt: skip
# Charged to no person and no party: nobody pays for procedure, silence or the interpreter.
UNCHARGED = INTERRUPTS | {TurnKind.SILENCE, TurnKind.FACILITATOR, TurnKind.INTERPRETATION}


@dataclass(frozen=True, slots=True)
class Turn:
    """One holding of the floor. `seconds` is None while it runs; `person` is None until somebody is named.

    `interrupted` is the key of the turn that this one paused. `paused` is when the running pause began.
    """

    key: int
    session: str
    item: str | None
    person: str | None
    kind: TurnKind
    since: Moment
    interrupted: int | None = None
    paused: Moment | None = None
    paused_seconds: float = 0.0
    seconds: float | None = None

    @property
    def lies_within(self) -> bool:
        """Whether it paused another turn, in whose time it lies: an interrupt, or an interpreter in between."""
        return self.interrupted is not None or self.kind in INTERRUPTS

    def pause_at(self, now: Moment) -> "Turn":
        """Return the turn with its clock stopped."""
        return replace(self, paused=now)

    def resume_at(self, now: Moment) -> "Turn":
        """Return the turn with its clock going again, the pause added up."""
        if self.paused is None:
            return self
        return replace(self, paused=None, paused_seconds=self.paused_seconds + self.paused.seconds_until(now))

    def elapsed(self, now: Moment) -> float:
        """Return the seconds held so far, pauses not counted."""
        return max(0.0, self.since.seconds_until(self.paused or now) - self.paused_seconds)

    def end_at(self, now: Moment) -> "Turn":
        """Return the turn ended, its length fixed."""
        resumed = self.resume_at(now)
        return replace(resumed, seconds=round(resumed.elapsed(now), 3))

    def until(self, now: Moment) -> Moment:
        """Return when the turn gave up the floor, pauses within it counted; `now` while it runs."""
        return now if self.seconds is None else self.since.shifted(self.seconds + self.paused_seconds)


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """Somebody waiting for the floor; `place` orders the queue of a session."""

    key: int
    session: str
    person: str
    place: int
    kind: TurnKind = TurnKind.STATEMENT


@dataclass(frozen=True, slots=True)
class Wait:
    """Since when somebody waits; one row a person in the queue, gone with their place in it."""

    person: str
    session: str
    since: Moment


@dataclass(frozen=True, slots=True)
class TurnLimit:
    """How long a turn may be, in whole seconds, 0 for as long as it takes: in a session, or while on one of its items.

    `id` says what it is for, so that there is one each; see `limit_id`.
    """

    id: str
    session: str
    item: str | None
    seconds: int


def limit_id(session: str, item: str | None = None) -> str:
    """Return the key of the limit of a session, or of one of its items."""
    return session if item is None else f"{session}/{item}"


@dataclass(frozen=True, slots=True)
class FloorTotal:
    """What is left of the floor once settled: how often and how long, without order. Seconds are whole."""

    key: int
    session: str
    item: str | None
    person: str | None
    party: str | None
    turns: int
    seconds: int


Share = tuple[str | None, str | None, str | None]


def totals_by_person(turns: Iterable[Turn]) -> dict[Share, tuple[int, float]]:
    """Add up charged turns by (item, person, no party).

    An item on which fewer than three spoke is dropped from its totals, and where fewer than three are left under one
    item (or under none), the person is dropped too.
    """
    charged = _charged(turns)
    by_item = _speakers((turn.item, turn.person) for turn in charged)
    small = {item for item, people in by_item.items() if len(people) < FEWEST_CANDIDATES}
    item_of = {turn.key: None if turn.item in small else turn.item for turn in charged}
    left = _speakers((item_of[turn.key], turn.person) for turn in charged)
    unnamed = {item for item, people in left.items() if len(people) < FEWEST_CANDIDATES}
    return _added_up(((item_of[t.key], None if item_of[t.key] in unnamed else t.person, None), t) for t in charged)


def _charged(turns: Iterable[Turn]) -> list[Turn]:
    return [turn for turn in turns if turn.kind not in UNCHARGED and turn.person and turn.seconds is not None]


def _speakers(held: Iterable[tuple[str | None, str | None]]) -> dict[str | None, set[str | None]]:
    people: dict[str | None, set[str | None]] = {}
    for item, person in held:
        people.setdefault(item, set()).add(person)
    return people


def totals_by_party(turns: Iterable[Turn], party_of: dict[str, str | None]) -> dict[Share, tuple[int, float]]:
    """Add up charged turns by party over the whole session; `party_of` maps people to parties.

    A party of which fewer than three spoke is not named: its total would be somebody's own.
    """
    charged = _charged(turns)
    side_of = {turn.key: party_of.get(turn.person or "") for turn in charged}
    unnamed = _unnamed_sides(_speakers((side_of[turn.key], turn.person) for turn in charged))
    return _added_up(((None, None, None if side_of[t.key] in unnamed else side_of[t.key]), t) for t in charged)


def _unnamed_sides(speakers: dict[str | None, set[str | None]]) -> set[str | None]:
    """Return the sides that a total may not name; together they are three people, as far as so many spoke.

    Else what is left over would be the one small side's, and everybody could tell by whose name is missing.
    """
    unnamed = {side for side, people in speakers.items() if side is None or len(people) < FEWEST_CANDIDATES}
    named = sorted(speakers.keys() - unnamed, key=lambda side: (len(speakers[side]), side or ""))
    while named and 0 < sum(len(speakers[side]) for side in unnamed) < FEWEST_CANDIDATES:
        unnamed.add(named.pop(0))
    return unnamed


def _added_up(shares: Iterable[tuple[Share, Turn]]) -> dict[Share, tuple[int, float]]:
    totals: dict[Share, tuple[int, float]] = {}
    for share, turn in shares:
        count, seconds = totals.get(share, (0, 0.0))
        totals[share] = (count + 1, seconds + (turn.seconds or 0.0))
    return totals

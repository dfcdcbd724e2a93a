"""Support for a point: scales in their exact words, polls, and an agreement measure that is honest with few people.

Nothing here averages: a scale's steps are words in an order, and the distance between two of them means nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Lean(StrEnum):
    """Which way a step of a scale leans."""

    FAVOUR = "favour"
    NEITHER = "neither"
    AGAINST = "against"


_F, _N, _A = Lean.FAVOUR, Lean.NEITHER, Lean.AGAINST


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale by its usual name: its steps' exact words from the most to the least in favour, and how each leans."""

    name: str
    labels: tuple[str, ...]
    leans: tuple[Lean, ...]


_SCALES = (
    # Kaner, Facilitator's Guide to Participatory Decision-Making, as quoted in study/domain.md §c.
    Scale(
        "kaner",
        (
            "Whole-hearted endorsement", "Agreement with a minor point of contention", "Support with reservations",
            "Abstain", "More discussion needed", "Don’t like but will support", "Serious disagreement", "Veto",
        ),
        (_F, _F, _F, _N, _N, _F, _A, _A),
    ),
    # The wording of the older edition, as quoted by Smith (study/domain.md §c); its steps are not equivalences.
    Scale(
        "kaner_older",
        (
            "Endorsement", "Endorsement with a minor point of contention", "Agreement with reservations", "Abstain",
            "Stand aside", "Formal disagreement but willing to go with majority",
            "Formal disagreement with request to be absolved of implementation", "Block",
        ),
        (_F, _F, _F, _N, _N, _N, _A, _A),
    ),
    Scale("four", ("Agree", "Agree with reservations", "Stand aside", "Block"), (_F, _F, _N, _A)),
    Scale("three", ("Thumb up", "Thumb to the side", "Thumb down"), (_F, _N, _A)),
    Scale("yes_no", ("Yes", "No"), (_F, _A)),
)  # fmt: skip
SCALES: Mapping[str, Scale] = {scale.name: scale for scale in _SCALES}


class ScaleName(StrEnum):
    """The scales that a poll may be asked on; an own one brings its words."""

    KANER = "kaner"
    KANER_OLDER = "kaner_older"
    FOUR = "four"
    THREE = "three"
    YES_NO = "yes_no"
    OWN = "own"


# ICANN's standards of agreement: a label for one point, not a scale that anybody stands on (study/domain.md §c).
VERDICTS = (
    "Full consensus", "Near consensus", "Strong support with significant opposition", "Divergence", "Minority view",
)  # fmt: skip


class PollWay(StrEnum):
    """How a poll is taken: a stance a party, a stance a person where the rule keeps sources, or counted cards."""

    BY_PARTY = "by_party"
    BY_PERSON = "by_person"
    CARDS = "cards"


class PollState(StrEnum):
    """A poll hides what was said until it is revealed; one that was overtaken is withdrawn."""

    HIDDEN = "hidden"
    REVEALED = "revealed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Poll:
    """A question on one wording, with the words of its scale as they were put."""

    key: int
    point: int
    wording: int
    way: PollWay
    scale: str
    labels: tuple[str, ...]
    leans: tuple[Lean, ...]
    state: PollState = PollState.HIDDEN


PASSED = 0


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a side, or somebody, stands: a step of the scale from 1, or 0 for taking no stance, which is free."""

    key: int
    poll: int
    party: str | None
    step: int


@dataclass(frozen=True, slots=True)
class CardCount:
    """How many cards bore a step; whose they were nobody knows."""

    key: int
    poll: int
    step: int
    cards: int


@dataclass(frozen=True, slots=True)
class PointVerdict:
    """A label of convergence for one point's wording, in its exact words."""

    point: int
    wording: int
    words: str


# Under so many stances no percentage is given: one person would move it by more than five.
FEWEST_FOR_PERCENT = 20


class Agreement(StrEnum):
    """What can honestly be said of a few stances."""

    NOT_ASKED = "not_asked"
    NO_STANCE = "no_stance"
    AGAINST = "against"
    DIVIDED = "divided"
    SOME_NEITHER = "some_neither"
    IN_FAVOUR = "in_favour"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stances lean each way; 0 0 0 where nobody took one. `passed` took none on purpose."""

    favour: int = 0
    neither: int = 0
    against: int = 0
    passed: int = 0

    def counted(self) -> int:
        """Return how many took a stance."""
        return self.favour + self.neither + self.against

    def strength(self) -> float:
        """Return how strongly a group agrees, from 0 to 1, for putting groups in order and for nothing else.

        P(favour) · (1 − P(against)), each with Jeffreys' prior: (x + ½) / (n + 1). Jeffreys 1946; the product is that
        of polis-community/red-dwarf PR #120, made because Laplace's prior scores a unanimous group of two at 0.56.
        """
        number = self.counted() + 1
        return (self.favour + 0.5) / number * (1 - (self.against + 0.5) / number)

    def agreement(self) -> Agreement:
        """Return the words for it; nothing is averaged."""
        if not self.counted():
            return Agreement.NO_STANCE if self.passed else Agreement.NOT_ASKED
        if self.against:
            return Agreement.DIVIDED if self.favour or self.neither else Agreement.AGAINST
        if not self.favour:
            return Agreement.NO_STANCE
        return Agreement.SOME_NEITHER if self.neither else Agreement.IN_FAVOUR

    def percent(self) -> int | None:
        """Return the share in favour in whole percent, or None under twenty stances."""
        return round(100 * self.favour / self.counted()) if self.counted() >= FEWEST_FOR_PERCENT else None


def tally_of(steps: Mapping[int, int], leans: tuple[Lean, ...]) -> Tally:
    """Return how many lean each way, from how many stand on each step (0: passed)."""
    by_lean = {lean: sum(n for step, n in steps.items() if step and leans[step - 1] is lean) for lean in Lean}
    return Tally(by_lean[_F], by_lean[_N], by_lean[_A], steps.get(PASSED, 0))


@dataclass(frozen=True, slots=True)
class SideAgreement:
    """One side, and what can be said of it."""

    side: str
    tally: Tally
    agreement: Agreement
    percent: int | None


def weakest_first(tallies: Mapping[str, Tally]) -> tuple[SideAgreement, ...]:
    """Return the sides with the one that agrees least first: the measure of a point is its weakest side.

    A side that was not asked comes before all others, for nothing is known of it.
    """

    def place(side: str) -> tuple[bool, float, str]:
        tally = tallies[side]
        return tally.agreement() is not Agreement.NOT_ASKED, tally.strength(), side

    return tuple(
        SideAgreement(side, tallies[side], tallies[side].agreement(), tallies[side].percent())
        for side in sorted(tallies, key=place)
    )

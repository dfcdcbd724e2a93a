"""Consent and clearance: for one text and one edition, on a day and in a way; whose it was stands nowhere near it."""

from dataclasses import dataclass
from enum import StrEnum

EVERY_EDITION = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """Those concerned let a wording, or a note, stand in one edition; or, withdrawn, let it stand there no more.

    `edition` is empty for every edition. Who consented is written only for those who asked to be credited, and there
    (`domain.scopes.Credit`), never here, next to what was said.
    """

    key: int
    session: str
    wording: int | None
    note: int | None
    edition: str
    day: str
    how: str
    withdrawn: bool = False


class RoundState(StrEnum):
    """A round of clearance is open, or closed with what it found."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ClearanceRound:
    """A window in which the sides look at the texts of one edition; silence is assent only where that was agreed."""

    key: int
    session: str
    edition: str
    until: str
    silence_assents: bool
    state: RoundState = RoundState.OPEN


@dataclass(frozen=True, slots=True)
class ClearanceText:
    """A wording that is looked at in a round."""

    key: int
    round: int
    wording: int


class Clearing(StrEnum):
    """What a side says to a text."""

    ACCEPT = "accept"
    REJECT = "reject"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class ClearanceAnswer:
    """One side's word on one text of a round; a comment leaves the question open."""

    key: int
    round: int
    wording: int
    party: str
    answer: Clearing
    comment: str = ""


class Outcome(StrEnum):
    """What a round found for one text."""

    CLEARED = "cleared"
    REJECTED = "rejected"
    OPEN = "open"


def outcome_of(answers: dict[str, Clearing], sides: tuple[str, ...], silence_assents: bool, is_over: bool) -> Outcome:
    """Return what a round found for a text: any no rejects it, every yes clears it, silence clears it where agreed.

    Silence counts only once the window is over, and a comment is no silence: it asks for an answer.
    """
    if Clearing.REJECT in answers.values():
        return Outcome.REJECTED
    missing = [side for side in sides if answers.get(side) is not Clearing.ACCEPT]
    if not missing and sides:
        return Outcome.CLEARED
    if is_over and silence_assents and not any(side in answers for side in missing):
        return Outcome.CLEARED
    return Outcome.OPEN

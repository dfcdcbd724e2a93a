"""Read-back: a wording read aloud, and each side's word on it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a side says to a wording that was read to it."""

    AGREE = "agree"
    AMEND = "amend"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """One side's word on one wording; said again, it replaces what was said."""

    key: int
    wording: int
    party: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ReadText:
    """A wording that every side heard and agreed to: the only kind of text that reaches a joint edition."""

    wording: int


def is_read(answers: Mapping[str, Answer], sides: Collection[str]) -> bool:
    """Say whether every side at the table has agreed to a wording, and there is a side at all."""
    return bool(sides) and all(answers.get(side) is Answer.AGREE for side in sides)

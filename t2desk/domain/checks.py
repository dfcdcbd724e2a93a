"""What is looked at before a session, and how it stands: a word, and a sentence that says how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands."""

    FINE = "ok"
    LOOK = "look"
    MEND = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `details` fill the places of the sentence."""

    what: str
    verdict: Verdict
    sentence: str
    details: Mapping[str, str | int] = field(default_factory=dict)

"""A finding of the leak check: where, what, whom it points to, how sure, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Whether a finding closes the gate or only asks for a look."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text; offsets are code points from the start of `line`, which counts from 1."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    person: str | None
    level: Level
    why: str


@dataclass(frozen=True, slots=True)
class NameFound:
    """A place in a line that names somebody, by code points, and the neutral words agreed for that person."""

    start: int
    end: int
    text: str
    level: Level
    descriptor: str = ""

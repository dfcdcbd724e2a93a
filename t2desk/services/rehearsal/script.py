"""What a rehearsal is written in: acts, rounds, second thoughts, restarts, and things that must be refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Made:
    """Stands in a field for the key of what an earlier act made."""

    label: str


@dataclass(frozen=True, slots=True)
class Act:
    """One operation; `lasts` is about how many seconds pass after it, `made` a label for what it makes."""

    operation: str
    fields: Fields
    lasts: float = 4.0
    made: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """Everybody named has the floor once; in which order, the seed says."""

    people: tuple[str, ...]
    lasts: float


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo the last act."""

    lasts: float = 3.0


@dataclass(frozen=True, slots=True)
class DoAgain:
    """Redo what was taken back."""

    lasts: float = 3.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that the services must refuse."""

    act: Act


@dataclass(frozen=True, slots=True)
class At:
    """Wait for a time of day, given as ISO 8601 with an offset."""

    stamp: str


@dataclass(frozen=True, slots=True)
class Restart:
    """Let the laptop's lid be shut for so many seconds, and start it again."""

    seconds: float


Move = Act | Round | TakeBack | DoAgain | Refusal | At | Restart
Script = tuple[Move, ...]


def act(operation: str, /, lasts: float = 4.0, made: str = "", **fields: object) -> Act:
    """Return an operation with its fields."""
    return Act(operation, fields, lasts, made)


def turn(person: str, lasts: float, kind: str = "statement") -> Act:
    """Return a holding of the floor."""
    return act("turn.start", lasts, person=person, kind=kind)


def note(kind: str, text: str, neutral: str = "", said_by: str | None = None, made: str = "") -> Act:
    """Return a captured line, as long as it takes to type."""
    return act("note.add", 3.0 + len(text) / 9, made, kind=kind, text=text, neutral=neutral, said_by=said_by)


def moved(label: str, *states: str) -> tuple[Act, ...]:
    """Return the steps of a point along its way."""
    return tuple(act("point.move", 25, point=Made(label), state=state) for state in states)


def attending(people: Iterable[str], presence: str = "present") -> tuple[Act, ...]:
    """Return the entries of an attendance list."""
    return tuple(act("attendance.set", 2, person=person, presence=presence) for person in people)


def paragraphs(written: str) -> str:
    """Return prose as it is kept: a line for each paragraph or bullet, an empty line between paragraphs."""
    return "\n\n".join(_unwrapped(block) for block in written.strip().split("\n\n"))


def _unwrapped(block: str) -> str:
    line = " ".join(part.strip() for part in block.split("\n"))
    return line.replace(" - ", "\n- ") if line.startswith("- ") else line

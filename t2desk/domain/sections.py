"""Draft sections and next steps: the rapporteur's own prose, which a report is made of."""

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """The place of a section in a report."""

    CONTEXT = "context"
    BRIEF = "brief"
    DISCUSSION = "discussion"
    WAY_FORWARD = "way_forward"


@dataclass(frozen=True, slots=True)
class DraftSection:
    """Prose for one item (or the whole session) in one language; paragraphs are parted by an empty line."""

    key: int
    session: str
    item: str | None
    kind: SectionKind
    language: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What, by when (as people say it), held by whom: a party or a role, never a person."""

    key: int
    session: str
    place: int
    what: str
    by: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being typed into one field; in neither log nor undo."""

    id: str
    session: str | None
    text: str

"""What a finished file holds beyond the words that a reader sees, thing by thing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from t2desk.domain.errors import Refused
from t2desk.i18n import N_


class ThingKind(StrEnum):
    """What was found."""

    METADATA = "metadata"
    BOOKMARK = "bookmark"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    HIDDEN = "hidden_text"
    COVERED = "covered_text"
    FONT = "font"
    DATE = "date"
    IDENTIFIER = "identifier"
    LINK = "link"
    REVISION = "revision"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its kind, where it is, what it says, and whether no edition of t2desk may hold it."""

    kind: ThingKind
    where: str
    text: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Inspected:
    """Everything found in one file, in the order of the file; each thing once."""

    things: tuple[Thing, ...]


class OutsideTheList(Refused):
    """A file holds what no edition of t2desk holds."""

    sentence: ClassVar[str] = N_(
        "{count} thing(s) in these files are outside what t2desk’s own editions may hold; look at the lines above."
    )

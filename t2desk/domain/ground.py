"""What belongs to common ground beside points: brackets' reasons, packages, interests, lineage, divergences, copies.

None of it knows a person, a time or an order; a side is named at most, and settling forgets the side of a small party.
"""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.deciding import Decision


class BracketReason(StrEnum):
    """Why language stands in brackets (the seven kinds that a negotiator counted, study/domain.md §c)."""

    ALTERNATIVE = "alternative"
    CONTENTIOUS = "contentious"
    SUSPICIOUS = "suspicious"
    TACTICAL = "tactical"
    UNCERTAIN = "uncertain"
    WAITING = "waiting"
    WEARY = "weary"


@dataclass(frozen=True, slots=True)
class BracketTerm:
    """Why the bracket at a place of one wording is open; its text stands in the wording itself."""

    key: int
    wording: int
    place: int
    reason: BracketReason


@dataclass(frozen=True, slots=True)
class ConcernTerm:
    """What became of a concern: whose side it is (if said), waived, or met by a later wording."""

    concern: int
    party: str | None = None
    waived: bool = False
    met: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A point holds only if another does."""

    key: int
    point: int
    needs: int


@dataclass(frozen=True, slots=True)
class AgreedText:
    """Which wording of a point was agreed, and by which decision rule: what is read out later is this one."""

    point: int
    wording: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class Rendering:
    """A wording in another language says the same as one of the point's own language."""

    wording: int
    renders: int


@dataclass(frozen=True, slots=True)
class Interest:
    """What a side needs or fears, in neutral words; kept at the level of a side, never of a person."""

    key: int
    session: str
    party: str | None
    text: str


@dataclass(frozen=True, slots=True)
class InterestLink:
    """A point serves an interest."""

    key: int
    interest: int
    point: int


class DescentKind(StrEnum):
    """How a point comes from another: taken up again in a later session, or put in its place."""

    CONTINUES = "continues"
    REPLACES = "replaces"


@dataclass(frozen=True, slots=True)
class Descent:
    """A point comes from another, in this session or an earlier one."""

    key: int
    point: int
    origin: int
    kind: DescentKind


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where the room differs: on what, why, what would change it, and until when it is left."""

    key: int
    session: str
    item: str | None
    point: int | None
    what: str
    why: str = ""
    mend: str = ""
    due: str = ""
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Handout:
    """Who holds which wording: a party or a role as a label, never a source; copies are numbered and may come back."""

    key: int
    wording: int
    party: str | None
    recipient: str
    copy: int
    returned: bool = False

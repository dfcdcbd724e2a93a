"""A note: words and a kind, and nothing that could lead to a person or to a time."""

from dataclasses import dataclass
from enum import StrEnum

from t2desk.i18n import N_


class NoteKind(StrEnum):
    """What a captured line is."""

    FACT = "fact"
    CONCERN = "concern"
    INTEREST = "interest"
    IDEA = "idea"
    CONSTRAINT = "constraint"
    DIVERGENCE = "divergence"
    PROCESS = "process"


NOTE_WORDS = {
    NoteKind.FACT: N_("Fact"),
    NoteKind.CONCERN: N_("Concern"),
    NoteKind.INTEREST: N_("Interest"),
    NoteKind.IDEA: N_("Idea"),
    NoteKind.CONSTRAINT: N_("Constraint"),
    NoteKind.DIVERGENCE: N_("Divergence"),
    NoteKind.PROCESS: N_("Process"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A captured line. `own_words` reach no edition; `neutral_wording` is the rapporteur's.

    `rule` is the preset in force at capture. The key is random and is the row's place in the file.
    """

    key: int
    session: str
    item: str | None
    kind: NoteKind
    own_words: str
    neutral_wording: str = ""
    rule: str = "chatham_house"

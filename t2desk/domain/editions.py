"""Editions: kinds of document for an audience, each an allow-list of fields; what is not listed is in none."""

from dataclasses import dataclass
from typing import ClassVar

from t2desk.domain.desk_errors import UnknownEdition
from t2desk.domain.documents import FIXED, Document
from t2desk.domain.errors import Refused
from t2desk.domain.rules import Dissemination, Rule
from t2desk.i18n import N_


class FieldNotListed(Refused):
    """A field came into a document whose edition does not list it."""

    sentence: ClassVar[str] = N_("The edition “{edition}” may not contain {field}; nothing was written.")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its letter-and-digit (study/domain.md §e), for whom it is, its formats, and the fields it may hold.

    `farthest` is how far it is meant to travel: a rule that keeps content closer closes the edition.
    """

    name: str
    code: str
    audience: str
    formats: tuple[str, ...]
    fields: frozenset[str]
    farthest: Dissemination
    encrypted: bool = False

    def admit(self, document: Document) -> None:
        """Refuse a document that holds a field which is not on the list. Raises FieldNotListed."""
        for text, _ in document.texts():
            if text.origin != FIXED and text.origin not in self.fields:
                raise FieldNotListed(edition=self.name, field=text.origin)

    def allowed_by(self, rule: Rule) -> bool:
        """Say whether a rule lets this edition leave; the encrypted record is for those who were in the room."""
        return self.encrypted or rule.dissemination >= min(self.farthest, Dissemination.NAMED_RECIPIENTS)


@dataclass(frozen=True, slots=True)
class Addressed:
    """For whom a copy is made: recipients by role or body, or one side (a party's id) and the number of its copy."""

    recipients: tuple[str, ...] = ()
    side: str = ""
    copy: int = 0


NOBODY = Addressed()

_TEXT_FORMATS = (".pdf", ".docx", ".md")
_HEAD = frozenset({"series.title", "meeting.title", "session.title", "rule.title", "rule.text"})
_POINT = frozenset(
    {"point.verdict", "wording.text", "wording.language", "point.support", "concern.text", "concern.mend"}
)
_CLOSER = _POINT - {"point.support"}
_STEP = frozenset({"step.what", "step.by", "step.holder"})
_ITEM = frozenset({"item.title"})

_EDITIONS = (
    Edition(
        "report",
        "E2",
        N_("The rapporteur's report under the rule in force: prose, common ground, next steps; no person, no count."),
        _TEXT_FORMATS,
        _HEAD | _POINT | _STEP | _ITEM | {"section.heading", "section.text"},
        Dissemination.PUBLIC,
    ),
    Edition(
        "conclusions",
        "E3",
        N_("Key conclusions: wordings read back and agreed by all, numbered; signed only by who asked to be named."),
        _TEXT_FORMATS,
        _HEAD | {"point.verdict", "wording.text", "wording.language", "signatory.name"},
        Dissemination.PUBLIC,
    ),
    Edition(
        "chair",
        "E4",
        N_("The chair’s summary, on the chair’s own responsibility: what was agreed, and marked as such what was not."),
        _TEXT_FORMATS,
        _HEAD | _CLOSER | _STEP | _ITEM
        | {"section.heading", "section.text", "divergence.what", "divergence.why", "divergence.mend", "chair.name"},
        Dissemination.PUBLIC,
    ),
    Edition(
        "memo",
        "E5",
        N_("For track one, named recipients: agreed and near-agreed texts with conditions, interests, next steps."),
        _TEXT_FORMATS,
        _HEAD | _CLOSER | _STEP | {"point.condition", "interest.text", "interest.side", "memo.recipient"},
        Dissemination.NAMED_RECIPIENTS,
    ),
    Edition(
        "clearance",
        "E1",
        N_("A numbered draft for one side, to be handed back: agreed texts, and points that touch that side."),
        _TEXT_FORMATS,
        _HEAD | _CLOSER | {"party.name", "clearance.copy"},
        Dissemination.NAMED_RECIPIENTS,
    ),
    Edition(
        "readout",
        "E6",
        N_("That it met, on which topics, and what comes next."),
        _TEXT_FORMATS,
        frozenset({"series.title", "meeting.title", "session.title"}) | _ITEM | {"step.what", "step.by"},
        Dissemination.PUBLIC,
    ),
    Edition(
        "agenda",
        "programme",
        N_("The programme, to print and lay on the table."),
        _TEXT_FORMATS,
        frozenset({"series.title", "meeting.title", "session.title", "session.starts", "rule.title", "rule.text"})
        | _ITEM
        | {"item.minutes", "item.aim"},
        Dissemination.ROOM,
    ),
    Edition(
        "process",
        "E7",
        N_("How the floor was shared, for evaluation: parties of three or more, in bands, over the whole meeting."),
        (*_TEXT_FORMATS, ".csv"),
        frozenset({"series.title", "meeting.title", "rule.title", "rule.text", "party.name"})
        | {"process.share", "process.use", "process.heard", "process.interrupts", "process.taken", "process.in_time"},
        Dissemination.PUBLIC,
    ),
    Edition(
        "record",
        "E0",
        N_("The full internal record, with names; only ever as an encrypted PDF."),
        (".pdf",),
        _HEAD
        | _POINT
        | _STEP
        | _ITEM
        | frozenset(
            {"item.minutes", "item.seconds", "session.starts", "session.state", "section.heading", "section.text",
             "person.name", "person.seat", "party.name", "person.descriptor", "attendance.presence", "turn.start",
             "turn.seconds", "turn.kind", "floor.turns", "floor.seconds", "note.kind", "note.text", "note.neutral",
             "point.state", "item.method", "item.conclusion", "attendance.stands_for", "turn.remark", "limit.of",
             "limit.seconds", "language.name", "language.percent"}
        ),
        Dissemination.ROOM,
        encrypted=True,
    ),
)  # fmt: skip

EDITIONS: dict[str, Edition] = {edition.name: edition for edition in _EDITIONS}


def edition_named(name: str) -> Edition:
    """Return an edition. Raises UnknownEdition."""
    if name not in EDITIONS:
        raise UnknownEdition(edition=name[:60], words=", ".join(EDITIONS))
    return EDITIONS[name]

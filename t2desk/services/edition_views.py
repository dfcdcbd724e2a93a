"""Editions before they leave: which are allowed and why, what each holds, what stays behind, where the gate closed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from t2desk.domain.agenda import AgendaItem, ItemState
from t2desk.domain.attendance import Attendance
from t2desk.domain.documents import Document
from t2desk.domain.editions import EDITIONS, NOBODY, Addressed, Edition, edition_named
from t2desk.domain.findings import Finding
from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
from t2desk.domain.people import Party, Person
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.series import THE_SERIES, Series, Session
from t2desk.i18n import N_, Phrases
from t2desk.services.distribution import copies_out, next_copy
from t2desk.services.editions.common_ground import SHOWN
from t2desk.services.editions.contents import project
from t2desk.services.scopes import rule_of_session
from t2desk.services.table import sides_at_the_table

# Which fields of an allow-list are worth a word to people, in the order of a page.
_FIELD_WORDS: tuple[tuple[str, str], ...] = (
    ("person.name", N_("names of people")),
    ("signatory.name", N_("the names of those who asked to be named")),
    ("chair.name", N_("the chair’s name, where the room lets it be told")),
    ("memo.recipient", N_("the recipients you name")),
    ("clearance.copy", N_("the side it is for, and the copy’s number")),
    ("process.share", N_("each party’s share of the floor, in bands")),
    ("rule.text", N_("the rule in full")),
    ("item.title", N_("agenda items")),
    ("item.minutes", N_("planned minutes")),
    ("section.text", N_("the draft’s prose")),
    ("wording.text", N_("points of common ground")),
    ("point.support", N_("steps of support, no counts")),
    ("concern.text", N_("reservations and objections")),
    ("divergence.what", N_("where views differ")),
    ("point.condition", N_("conditions between points")),
    ("interest.text", N_("interests, by side only where the rule lets a side be named")),
    ("step.what", N_("next steps")),
    ("attendance.presence", N_("attendance")),
    ("turn.start", N_("turns and times")),
    ("note.text", N_("notes in own words")),
)


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """An edition for one session: for whom, whether the rules held let it leave and why, what it may hold."""

    name: str
    title: str
    audience: str
    encrypted: bool
    allowed: bool
    why: str
    holds: tuple[str, ...]
    formats: tuple[str, ...] = (".pdf",)


_TITLES = {
    "report": N_("Report"),
    "conclusions": N_("Key conclusions"),
    "chair": N_("Chair’s summary"),
    "memo": N_("Memo for track one"),
    "clearance": N_("Clearance draft"),
    "readout": N_("Readout"),
    "agenda": N_("Agenda"),
    "process": N_("Process"),
    "record": N_("Internal record"),
}


def edition_title(name: str) -> str:
    """Return an edition's name for people, still to be translated."""
    return _TITLES.get(name, name)


def edition_choices(work: Work, session: str) -> tuple[EditionChoice, ...]:
    """Return every edition with what the session's strictest rule says about it."""
    rule = rule_of_session(work, work.get(Session, session))
    return tuple(_choice(edition, edition.allowed_by(rule)) for edition in EDITIONS.values())


def _choice(edition: Edition, allowed: bool) -> EditionChoice:
    if edition.encrypted:
        why = N_("Always encrypted, for those who keep the dossier.")
    elif allowed:
        why = N_("The rule of this session lets it leave.")
    else:
        why = N_("The rule of this session keeps its content in the room.")
    holds = tuple(words for field, words in _FIELD_WORDS if field in edition.fields)
    return EditionChoice(
        edition.name,
        edition_title(edition.name),
        edition.audience,
        edition.encrypted,
        allowed,
        why,
        holds,
        edition.formats,
    )


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """A side that a clearance draft can be made for: the number its copy gets, and how many of its copies are out."""

    party: str
    name: str
    number: int
    out: int


def copy_choices(work: Work, session: str) -> tuple[CopyChoice, ...]:
    """Return the sides at the table, each with the next free number of a copy."""
    number, out = next_copy(work, session), [one for one in copies_out(work, session) if not one.returned]
    return tuple(
        CopyChoice(side, work.get(Party, side).name, number, sum(one.party == side for one in out))
        for side in sides_at_the_table(work)
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the session that is not in the edition: how much, what, why, and the words where that helps."""

    count: int
    what: str
    why: str
    examples: tuple[str, ...] = ()


def left_out(work: Work, edition: str, session: str) -> tuple[LeftOut, ...]:
    """Return what an edition leaves behind, in plain lines; what is not there is not listed."""
    return tuple(line for line in _left_out(work, edition_named(edition), session) if line.count)


def _left_out(work: Work, edition: Edition, session: str) -> Iterator[LeftOut]:
    fields = edition.fields
    if "wording.text" not in fields:
        yield LeftOut(work.count(Point, session=session), N_("points of common ground"), _NOT_IN)
    elif not edition.encrypted:
        yield from _points_left_out(work, session)
    if "section.text" not in fields:
        yield LeftOut(work.count(DraftSection, session=session), N_("sections of the draft"), _NOT_IN)
    else:
        yield _other_languages(work, session)
    if "step.what" not in fields:
        yield LeftOut(work.count(NextStep, session=session), N_("next steps"), _NOT_IN)
    if "note.text" not in fields:
        yield LeftOut(work.count(Note, session=session), N_("notes"), N_("notes reach no edition that leaves the team"))
    if "attendance.presence" not in fields:
        yield LeftOut(
            work.count(Attendance, session=session), N_("entries of attendance"), N_("they say who was there")
        )
        yield LeftOut(work.count(Turn, session=session), N_("turns of the floor"), N_("they say who spoke when"))
    if edition.name == "readout":
        parked = work.count(AgendaItem, session=session, state=ItemState.PARKED)
        yield LeftOut(parked, N_("parked agenda items"), N_("they were not on the table"))


_NOT_IN = N_("this edition does not hold them")
_STATE_WORDS = {
    PointState.HEARD: N_("heard only"),
    PointState.CAPTURED: N_("captured, not yet read back"),
    PointState.READ_BACK: N_("read back, not yet drafted"),
    PointState.DRAFTED: N_("drafted, not yet tested"),
    PointState.TESTED: N_("tested, without a verdict yet"),
    PointState.PARKED: N_("parked"),
    PointState.WITHDRAWN: N_("withdrawn"),
    PointState.SUPERSEDED: N_("superseded by another"),
    PointState.REOPENED: N_("reopened"),
}


def _points_left_out(work: Work, session: str) -> Iterator[LeftOut]:
    points = work.select(Point, session=session)
    for state, why in _STATE_WORDS.items():
        out = [point for point in points if point.state is state and state not in SHOWN]
        examples = tuple(work.get(Wording, point.current).text for point in out)
        yield LeftOut(len(out), N_("points of common ground"), why, examples)


def _other_languages(work: Work, session: str) -> LeftOut:
    language = work.get(Series, THE_SERIES).language
    others = [one for one in work.select(DraftSection, session=session) if one.language != language]
    return LeftOut(len(others), N_("sections of the draft"), N_("written in another language than the document’s"))


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """A finding, the words it stands in, what those are, and where they can be changed (a section's place, or a view).

    `where` is empty where the text was found on the finished page only; then `page` says which. `neutral` are the words
    agreed for whoever is meant, and `mentions` all that is found of the same person in prose and steps: both empty
    where nobody is meant, or nothing there can be put neutrally.
    """

    finding: Finding
    words: str
    what: str
    where: str
    page: int = 0
    neutral: str = ""
    mentions: tuple[str, ...] = ()


_WHAT = {
    "section.text": N_("Draft"),
    "section.heading": N_("Heading of a section"),
    "wording.text": N_("Point of common ground"),
    "concern.text": N_("Reservation or objection"),
    "concern.mend": N_("What would mend it"),
    "divergence.what": N_("Where views differ"),
    "divergence.why": N_("Where views differ"),
    "divergence.mend": N_("Where views differ"),
    "interest.text": N_("Interest"),
    "interest.side": N_("Interest"),
    "memo.recipient": N_("Recipient of the memo"),
    "party.name": N_("Name of a party"),
    "step.what": N_("Next step"),
    "step.by": N_("Next step"),
    "step.holder": N_("Next step"),
    "item.title": N_("Agenda item"),
    "item.aim": N_("Aim of an agenda item"),
    "session.title": N_("Title of the session"),
    "meeting.title": N_("Title of the meeting"),
    "series.title": N_("Title of the series"),
}
_WHERE = {"step": "steps", "wording": "triage", "concern": "triage", "item": "prepare", "session": "prepare",
          "meeting": "prepare", "series": "prepare", "party": "prepare", "divergence": "triage",
          "interest": "triage"}  # fmt: skip


def finding_places(
    work: Work, edition: str, session: str, findings: tuple[Finding, ...], addressed: Addressed = NOBODY
) -> tuple[FindingPlace, ...]:
    """Return where each finding of a closed gate stands, so that somebody can go there and mend it."""
    document = project(work, edition, session, Phrases(work.get(Series, THE_SERIES).language), addressed)
    places = tuple(_place(work, session, document, finding) for finding in findings)
    return tuple(_with_neutral_words(work, place, places) for place in places)


_A_PARTICIPANT = N_("a participant")


def _with_neutral_words(work: Work, place: FindingPlace, places: tuple[FindingPlace, ...]) -> FindingPlace:
    """Add what can be put in the place of a finding that means somebody, and every mention that goes with it."""
    person = place.finding.person
    if person is None or not _is_prose(place):
        return place
    mentions = dict.fromkeys(one.finding.text for one in places if one.finding.person == person and _is_prose(one))
    agreed = work.get(Person, person).descriptor
    phrases = Phrases(work.get(Series, THE_SERIES).language)
    return replace(place, neutral=agreed or phrases(_A_PARTICIPANT), mentions=tuple(mentions))


def _is_prose(place: FindingPlace) -> bool:
    return place.where == "steps" or place.where.startswith("draft/")


def _place(work: Work, session: str, document: Document, finding: Finding) -> FindingPlace:
    texts = [text for text, _ in document.texts()]
    text = texts[finding.line - 1] if finding.line <= len(texts) else None
    if text is None or finding.text not in text.plain.replace("\n", " "):
        return FindingPlace(finding, finding.text, N_("Finished file"), "", finding.line)
    kind = text.origin.split(".")[0]
    where = _section_place(work, session, text.words) if kind == "section" else _WHERE.get(kind, "")
    return FindingPlace(finding, text.plain, _WHAT.get(text.origin, N_("Text of the document")), where)


def _section_place(work: Work, session: str, words: str) -> str:
    for section in work.select(DraftSection, session=session):
        if words in " ".join(section.text.split()) or words in section.text or words == section.heading:
            return f"draft/{section.kind.value}:{section.item or ''}"
    return "draft"

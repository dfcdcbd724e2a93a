"""What the rapporteur writes from: the sections of a session with their notes, and its next steps."""

from dataclasses import dataclass

from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.ports import Work
from t2desk.domain.sections import Draft, DraftSection, NextStep, SectionKind
from t2desk.domain.series import THE_SERIES, Series, Session
from t2desk.domain.subjects import Subject
from t2desk.services.agenda import agenda_of
from t2desk.services.sources import times_of


@dataclass(frozen=True, slots=True)
class SectionSlot:
    """A place in the report: its kind and item, and what is written there so far; `title` is the item's, if any."""

    kind: SectionKind
    item: str | None
    title: str
    heading: str
    text: str
    section: int | None
    notes: int

    @property
    def key(self) -> str:
        """A name for the place, stable while its text changes."""
        return f"{self.kind.value}:{self.item or ''}"


@dataclass(frozen=True, slots=True)
class Drafting:
    """Everything of one session that its report's prose is made of, in the language of the series."""

    session: str
    language: str
    slots: tuple[SectionSlot, ...]
    steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note to write from; nothing of who said it or when."""

    key: int
    kind: NoteKind
    neutral: str
    own_words: str


def drafting(work: Work, session: str) -> Drafting:
    """Return the places of a session's report in reading order, the written ones and those still empty."""
    language = work.get(Series, THE_SERIES).language
    written = {
        (one.kind, one.item): one for one in work.select(DraftSection, session=session) if one.language == language
    }
    titles = {item.id: item.title for item in agenda_of(work, session)}
    slots = tuple(_slot(work, session, kind, item, titles, written) for kind, item in _places(titles, written))
    steps = sorted(work.select(NextStep, session=session), key=lambda step: step.place)
    return Drafting(session, language, slots, tuple(steps))


_Place = tuple[SectionKind, str | None]


def _places(titles: dict[str, str], written: dict[_Place, DraftSection]) -> list[_Place]:
    usual: dict[SectionKind, list[_Place]] = {kind: [(kind, None)] for kind in SectionKind}
    usual[SectionKind.DISCUSSION] = [(SectionKind.DISCUSSION, item) for item in titles]
    others = [place for place in written if place not in usual[place[0]]]
    return [place for kind in SectionKind for place in (*usual[kind], *(p for p in others if p[0] is kind))]


def _slot(
    work: Work,
    session: str,
    kind: SectionKind,
    item: str | None,
    titles: dict[str, str],
    written: dict[_Place, DraftSection],
) -> SectionSlot:
    section = written.get((kind, item))
    notes = work.count(Note, session=session, item=item) if item else work.count(Note, session=session)
    return SectionSlot(
        kind,
        item,
        titles.get(item or "", ""),
        section.heading if section else "",
        section.text if section else "",
        section.key if section else None,
        notes,
    )


def notes_for(work: Work, session: str, item: str | None) -> tuple[NoteLine, ...]:
    """Return the notes of an item, or of the whole session; as they came while times are kept, else by random key."""
    notes = work.select(Note, session=session, item=item) if item else work.select(Note, session=session)
    times = times_of(work, session, Subject.NOTE)
    ordered = sorted(notes, key=lambda note: (times.get(note.key, ""), note.key))
    return tuple(NoteLine(note.key, note.kind, note.neutral_wording, note.own_words) for note in ordered)


def draft_text(work: Work, id: str) -> str | None:
    """Return what was being typed into a field and not yet taken in, or None."""
    draft = work.find(Draft, id)
    return draft.text if draft else None


def session_ids(work: Work) -> tuple[Session, ...]:
    """Return all sessions in their order."""
    return tuple(sorted(work.select(Session), key=lambda session: session.number))

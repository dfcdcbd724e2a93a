"""Notes as they are sorted out at the break: in the order they were taken down, while that is known."""

from dataclasses import dataclass

from t2desk.domain.keys import key_to_text
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.domain.subjects import Subject
from t2desk.domain.text import folded
from t2desk.services.capture_views import items_of
from t2desk.services.sources import times_of


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in the list; `searched` is all of its words without case and accents."""

    key: str
    kind: NoteKind
    own_words: str
    neutral_wording: str
    item: str
    item_title: str
    searched: str


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item that a note can be about."""

    id: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class TriageView:
    """The notes of one session; once it is settled they stay as they are."""

    title: str = ""
    can_change: bool = False
    items: tuple[ItemChoice, ...] = ()
    notes: tuple[NoteRow, ...] = ()


def triage_view(work: Work, session: str) -> TriageView:
    """Return the notes of a session with what they can be sorted under."""
    held = work.find(Session, session)
    if held is None:
        return TriageView()
    items = tuple(ItemChoice(item.id, n, item.title) for n, item in enumerate(items_of(work, session), start=1))
    titles = {item.id: f"{item.number} {item.title}" for item in items}
    times = times_of(work, session, Subject.NOTE)
    notes = sorted(work.select(Note, session=session), key=lambda note: (times.get(note.key, ""), note.key))
    rows = tuple(_row(note, titles.get(note.item or "", "")) for note in notes)
    return TriageView(held.title, held.state is not SessionState.SETTLED, items, rows)


def _row(note: Note, title: str) -> NoteRow:
    searched = folded(f"{note.own_words} {note.neutral_wording} {title}")
    return NoteRow(
        key_to_text(note.key), note.kind, note.own_words, note.neutral_wording, note.item or "", title, searched
    )

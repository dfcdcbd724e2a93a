"""Notes: capture a line, reword, sort and remove it."""

from dataclasses import replace

from t2desk.domain.keys import RowKey
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.text import PROSE_LIMIT, optional_line, prose
from t2desk.services.room import current_item, item_of, refuse_unrecordable, session_of, the_open_session, unsettled
from t2desk.services.sources import forget_subject, note_source, trace


def add_note(
    work: Work,
    text: str,
    kind: NoteKind = NoteKind.FACT,
    said_by: str | None = None,
    neutral: str = "",
    item: str | None = None,
) -> Note:
    """Take down a line in the speaker's own words; who said it is kept only as the rule in force allows."""
    session = the_open_session(work)
    refuse_unrecordable(session)
    about = current_item(work, session) if item is None else item_of(work, session, item)
    note = Note(
        work.new_key(),
        session.id,
        about,
        kind,
        prose("text", text),
        optional_line("neutral", neutral, PROSE_LIMIT),
        session.rule,
    )
    work.put(note)
    trace(work, session.id, Subject.NOTE, note.key, "added")
    note_source(work, session, Subject.NOTE, note.key, said_by)
    return note


def _changed(work: Work, note: RowKey) -> Note:
    before = work.get(Note, note)
    unsettled(session_of(work, before.session))
    return before


def reword_note(work: Work, note: RowKey, neutral: str) -> Note:
    """Give a note its neutral wording."""
    reworded = replace(_changed(work, note), neutral_wording=optional_line("neutral", neutral, PROSE_LIMIT))
    work.put(reworded)
    return reworded


def sort_note(work: Work, note: RowKey, kind: NoteKind | None = None, item: str | None = None) -> Note:
    """Give a note another kind, or another agenda item."""
    before = _changed(work, note)
    about = before.item if item is None else item_of(work, work.get(Session, before.session), item)
    sorted_note = replace(before, kind=kind or before.kind, item=about)
    work.put(sorted_note)
    return sorted_note


def remove_note(work: Work, note: RowKey) -> None:
    """Remove a note and everything that leads from it to a person or a time."""
    before = _changed(work, note)
    forget_subject(work, Subject.NOTE, before.key)
    work.remove(Note, before.key)

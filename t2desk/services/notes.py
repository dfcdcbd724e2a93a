"""Notes: capture a line, reword, sort and remove it."""

from dataclasses import replace

from t2desk.domain.clearing import Consent
from t2desk.domain.desk_errors import NothingToSplit, NotOfOneSession
from t2desk.domain.keys import RowKey
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.ports import Work
from t2desk.domain.scopes import TakenUnder
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.domain.text import PROSE_LIMIT, optional_line, prose
from t2desk.services.room import current_item, item_of, session_of, the_open_session, unsettled
from t2desk.services.sources import copy_subject, forget_subject, move_subject, note_source, trace
from t2desk.services.taking import mark_taken, presets_now, refuse_untakable


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
    about = current_item(work, session) if item is None else item_of(work, session, item)
    beside = presets_now(work, session, about, said_by)
    refuse_untakable(session, beside)
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
    note_source(work, session, Subject.NOTE, note.key, said_by, beside)
    mark_taken(work, session, note.key, beside)
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


def split_note(work: Work, note: RowKey, at: int) -> Note:
    """Split a note's own words after so many characters; returns the second part.

    The neutral wording stays with the first: it was written for the whole, and the rapporteur looks at it anew.
    """
    before = _changed(work, note)
    first, second = before.own_words[: max(0, at)].rstrip(), before.own_words[max(0, at) :].lstrip()
    if not first or not second:
        raise NothingToSplit
    rest = replace(before, key=work.new_key(), own_words=second, neutral_wording="")
    work.put(replace(before, own_words=first))
    work.put(rest)
    copy_subject(work, Subject.NOTE, before.key, rest.key)
    under = work.find(TakenUnder, before.key)
    if under is not None:
        work.put(replace(under, key=rest.key))
    return rest


def merge_note(work: Work, note: RowKey, other: RowKey) -> Note:
    """Take another note of the session into this one: its words follow, its kind and item go."""
    before, taken = _changed(work, note), _changed(work, other)
    if _bound(work, before) != _bound(work, taken) or before.key == taken.key:
        raise NotOfOneSession
    neutral = " ".join(part for part in (before.neutral_wording, taken.neutral_wording) if part)
    merged = replace(
        before,
        own_words=prose("text", f"{before.own_words}\n{taken.own_words}"),
        neutral_wording=optional_line("neutral", neutral, PROSE_LIMIT),
    )
    move_subject(work, Subject.NOTE, taken.key, before.key)
    work.put(merged)
    work.discard(TakenUnder, taken.key)
    # What was consented to was another text than the two together.
    work.clear(Consent, note=taken.key)
    work.clear(Consent, note=before.key)
    work.remove(Note, taken.key)
    return merged


def _bound(work: Work, note: Note) -> tuple[str, str, tuple[str, ...]]:
    under = work.find(TakenUnder, note.key)
    return note.session, note.rule, under.presets if under else ()


def remove_note(work: Work, note: RowKey) -> None:
    """Remove a note and everything that leads from it to a person or a time."""
    before = _changed(work, note)
    forget_subject(work, Subject.NOTE, before.key)
    work.discard(TakenUnder, before.key)
    work.clear(Consent, note=before.key)
    work.remove(Note, before.key)

"""Draft sections, next steps, and what is being typed."""

from dataclasses import replace

from t2desk.domain.keys import RowKey
from t2desk.domain.ports import Work
from t2desk.domain.sections import Draft, DraftSection, NextStep, SectionKind
from t2desk.domain.text import one_line, optional_line, prose
from t2desk.services.room import item_of, open_session, session_of


def write_section(
    work: Work,
    text: str,
    kind: SectionKind = SectionKind.DISCUSSION,
    heading: str = "",
    item: str | None = None,
    language: str = "en",
    session: str | None = None,
) -> DraftSection:
    """Write the prose of one kind for an item and a language; writing again replaces it."""
    held_in = session_of(work, session)
    about = None if item is None else item_of(work, held_in, item)
    same = work.select(DraftSection, session=held_in.id, item=about, kind=kind, language=language)
    section = DraftSection(
        same[0].key if same else work.new_key(),
        held_in.id,
        about,
        kind,
        one_line("language", language, 20),
        optional_line("heading", heading, 300),
        prose("text", text),
    )
    work.put(section)
    return section


def remove_section(work: Work, section: RowKey) -> None:
    """Remove a section."""
    session_of(work, work.get(DraftSection, section).session)
    work.remove(DraftSection, section)


def add_step(work: Work, what: str, by: str = "", holder: str = "", session: str | None = None) -> NextStep:
    """Add a next step: what, by when, held by which party or role."""
    held_in = session_of(work, session)
    place = 1 + max((step.place for step in work.select(NextStep, session=held_in.id)), default=0)
    step = NextStep(
        work.new_key(),
        held_in.id,
        place,
        one_line("what", what),
        optional_line("by", by, 100),
        optional_line("holder", holder, 200),
    )
    work.put(step)
    return step


def change_step(
    work: Work, step: RowKey, what: str | None = None, by: str | None = None, holder: str | None = None
) -> NextStep:
    """Say a next step in other words, for another date, or held by somebody else."""
    before = work.get(NextStep, step)
    session_of(work, before.session)
    changed = replace(
        before,
        what=before.what if what is None else one_line("what", what),
        by=before.by if by is None else optional_line("by", by, 100),
        holder=before.holder if holder is None else optional_line("holder", holder, 200),
    )
    work.put(changed)
    return changed


def remove_step(work: Work, step: RowKey) -> None:
    """Remove a next step and close the gap."""
    removed = work.get(NextStep, step)
    session_of(work, removed.session)
    work.remove(NextStep, step)
    for other in work.select(NextStep, session=removed.session):
        if other.place > removed.place:
            work.put(replace(other, place=other.place - 1))


def save_draft(work: Work, id: str, text: str) -> Draft:
    """Keep what is being typed into a field; in neither log nor undo."""
    session = open_session(work)
    draft = Draft(one_line("id", id, 100), session.id if session else None, text[:200_000])
    work.put(draft)
    return draft


def drop_draft(work: Work, id: str) -> None:
    """Forget what was being typed."""
    work.discard(Draft, id)

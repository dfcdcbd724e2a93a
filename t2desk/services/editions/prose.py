"""Prose and next steps as the editions that hold them show them: by item, in the document's language."""

from collections.abc import Iterator

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.documents import Block, BulletList, Column, Heading, Paragraph, Table, Text
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection, NextStep, SectionKind
from t2desk.i18n import N_
from t2desk.services.editions.shared import Held, Numbering, item_may_stand

_SIDE = {
    SectionKind.CONTEXT: N_("Context"),
    SectionKind.BRIEF: N_("In brief"),
    SectionKind.DISCUSSION: N_("Discussion"),
    SectionKind.WAY_FORWARD: N_("Way forward"),
}
_FALLBACK = {
    SectionKind.CONTEXT: N_("Context"),
    SectionKind.BRIEF: N_("What moved in this session"),
    SectionKind.DISCUSSION: N_("Discussion"),
    SectionKind.WAY_FORWARD: N_("Way forward"),
}


def sections_of(work: Work, held: Held) -> list[DraftSection]:
    """Return the sections of a session that may stand in an edition, by agenda item."""
    places = {item.id: item.place for item in work.select(AgendaItem, session=held.session.id)}
    sections = [
        section
        for section in work.select(DraftSection, session=held.session.id)
        if section.language == held.phrases.language and item_may_stand(work, held, section.item)
    ]
    return sorted(sections, key=lambda section: (places.get(section.item or "", 0), section.heading))


def section_blocks(
    work: Work, held: Held, section: DraftSection, numbering: Numbering | None = None
) -> Iterator[Block]:
    """Return a section's heading and its paragraphs, which are numbered on where `numbering` is given."""
    yield Heading(_heading(work, held, section), held.fixed(_SIDE[section.kind]))
    for paragraph in section.text.split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().split("\n") if line.strip()]
        if lines and all(line.startswith(("- ", "• ")) for line in lines):
            yield BulletList(tuple(Text(line[2:].strip(), "section.text") for line in lines))
        elif lines:
            yield Paragraph(Text(" ".join(lines), "section.text"), number=numbering.next() if numbering else None)


def _heading(work: Work, held: Held, section: DraftSection) -> Text:
    if section.heading:
        return Text(section.heading, "section.heading")
    if section.item:
        return Text(work.get(AgendaItem, section.item).title, "item.title")
    return held.fixed(_FALLBACK[section.kind])


def next_steps(work: Work, held: Held) -> Iterator[Block]:
    """Return the table of next steps, if there are any."""
    steps = sorted(work.select(NextStep, session=held.session.id), key=lambda step: step.place)
    if not steps:
        return
    yield Heading(held.fixed("Next steps"), held.fixed("Dates are provisional"))
    columns = (
        Column(held.fixed("By"), 1.0),
        Column(held.fixed("What"), 2.4),
        Column(held.fixed("Held by"), 1.3),
    )
    rows = tuple((Text(s.by, "step.by"), Text(s.what, "step.what"), Text(s.holder, "step.holder")) for s in steps)
    yield Table(columns, rows)

"""The rapporteur's report: prose by item, common ground in an order that says nothing, next steps."""

from collections.abc import Iterator

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import (
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
)
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ports import Work
from t2desk.domain.sections import DraftSection, NextStep, SectionKind
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.common_ground import point_blocks, shown_points
from t2desk.services.editions.shared import Held, band, hold, item_may_stand, masthead, running_head, terms

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


def report(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the report on one session. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["report"], session, phrases)
    blocks = tuple(_blocks(work, held))
    if len(blocks) == 1:
        raise NothingToReport(missing=N_("draft sections, points that were tested, or next steps"))
    facts = (
        (held.fixed("Meeting"), Text(held.meeting.title, "meeting.title")),
        (held.fixed("Participants"), held.fixed("In personal capacity")),
        (held.fixed("Status"), held.fixed("Draft, for comment")),
    )
    deck = held.fixed(
        "Summary of discussion, prepared by the facilitation team for the participants. "
        "It records what was said, not who said it."
    )
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("Rapporteur's draft. It binds no participant and no institution."),
        running_head=running_head(held, held.title()),
        band=band(held),
        blocks=blocks,
    )


def _blocks(work: Work, held: Held) -> Iterator[Block]:
    yield terms(held)
    sections = _sections(work, held)
    for kind in (SectionKind.CONTEXT, SectionKind.BRIEF, SectionKind.DISCUSSION):
        for section in sections:
            if section.kind is kind:
                yield from _section_blocks(work, held, section)
    yield from _common_ground(work, held)
    for section in sections:
        if section.kind is SectionKind.WAY_FORWARD:
            yield from _section_blocks(work, held, section)
    yield from _next_steps(work, held)


def _sections(work: Work, held: Held) -> list[DraftSection]:
    places = {item.id: item.place for item in work.select(AgendaItem, session=held.session.id)}
    sections = [
        section
        for section in work.select(DraftSection, session=held.session.id)
        if section.language == held.phrases.language and item_may_stand(work, held, section.item)
    ]
    return sorted(sections, key=lambda section: (places.get(section.item or "", 0), section.heading))


def _section_blocks(work: Work, held: Held, section: DraftSection) -> Iterator[Block]:
    yield Heading(_heading(work, held, section), held.fixed(_SIDE[section.kind]))
    for paragraph in section.text.split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().split("\n") if line.strip()]
        if lines and all(line.startswith(("- ", "• ")) for line in lines):
            yield BulletList(tuple(Text(line[2:].strip(), "section.text") for line in lines))
        elif lines:
            yield Paragraph(Text(" ".join(lines), "section.text"))


def _heading(work: Work, held: Held, section: DraftSection) -> Text:
    if section.heading:
        return Text(section.heading, "section.heading")
    if section.item:
        return Text(work.get(AgendaItem, section.item).title, "item.title")
    return held.fixed(_FALLBACK[section.kind])


def _common_ground(work: Work, held: Held) -> Iterator[Block]:
    points = shown_points(work, held)
    if not points:
        return
    yield Heading(held.fixed("Common ground"))
    if any(point.support for point in points):
        explained = held.fixed("Support was taken without names. A step is filled where three or more stood on it.")
        yield Paragraph(explained, "caption")
    yield from point_blocks(work, held, points)


def _next_steps(work: Work, held: Held) -> Iterator[Block]:
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

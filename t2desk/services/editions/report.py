"""The rapporteur's report: prose by item, common ground in an order that says nothing, next steps."""

from collections.abc import Iterator

from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import (
    Block,
    Document,
    Heading,
    Paragraph,
    Text,
)
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ports import Work
from t2desk.domain.sections import SectionKind
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.common_ground import point_blocks, shown_points
from t2desk.services.editions.prose import next_steps, section_blocks, sections_of
from t2desk.services.editions.shared import Held, Numbering, band, hold, masthead, running_head, terms


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
    numbering = Numbering()
    sections = sections_of(work, held)
    for kind in (SectionKind.CONTEXT, SectionKind.BRIEF, SectionKind.DISCUSSION):
        for section in sections:
            if section.kind is kind:
                yield from section_blocks(work, held, section, numbering)
    yield from _common_ground(work, held)
    for section in sections:
        if section.kind is SectionKind.WAY_FORWARD:
            yield from section_blocks(work, held, section, numbering)
    yield from next_steps(work, held)


def _common_ground(work: Work, held: Held) -> Iterator[Block]:
    points = shown_points(work, held)
    if not points:
        return
    yield Heading(held.fixed("Common ground"))
    if any(point.support for point in points):
        explained = held.fixed("Support was taken without names. A step is filled where three or more stood on it.")
        yield Paragraph(explained, "caption")
    yield from point_blocks(work, held, points)

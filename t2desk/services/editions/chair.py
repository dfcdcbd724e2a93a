"""The chair's summary: on the chair's own responsibility, with what was agreed, what came closer and what divides."""

from collections.abc import Iterator

from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import Block, Document, Heading, Paragraph, Text
from t2desk.domain.editions import EDITIONS
from t2desk.domain.ground import Divergence
from t2desk.domain.people import Identity, Person, Role
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.scopes import AttendancePart, AttendanceShown
from t2desk.domain.sections import SectionKind
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.common_ground import joint_blocks, joint_points, shown_points, standing_blocks
from t2desk.services.editions.prose import next_steps, section_blocks, sections_of
from t2desk.services.editions.shared import (
    Held,
    Numbering,
    agreed_as_read,
    band,
    capacity,
    hold,
    item_may_stand,
    masthead,
    running_head,
    terms,
)

_CONDITION = N_("What could change it:")
_REASON = N_("Because:")


def chair(work: Work, session: str | None, phrases: Phrases) -> Document:
    """Return the chair's summary of one session. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["chair"], session, phrases)
    blocks = tuple(_blocks(work, held))
    if not blocks:
        raise NothingToReport(missing=N_("draft sections, points that were tested, divergences or next steps"))
    facts = (*capacity(held), *_chairs(work, held), (held.fixed("Status"), held.fixed("The chair’s own words")))
    deck = held.fixed("Summary by the chair. It was not negotiated, and what is not marked as agreed is not agreed.")
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("On the responsibility of the chair alone. It binds no participant and no institution."),
        running_head=running_head(held, held.title()),
        band=band(held),
        blocks=(terms(held), *blocks),
    )


def _chairs(work: Work, held: Held) -> Iterator[tuple[Text, Text]]:
    """Yield the fact that names the chairs, where the room let documents tell it."""
    names = [work.get(Identity, person.id).display_name for person in chairs_told(work, held.session.id)]
    if names:
        yield held.fixed("Chair"), Text(", ".join(names), "chair.name")


def chairs_told(work: Work, session: str) -> tuple[Person, ...]:
    """Return the chairs of a session whom a document may name, by seat: none, unless the room let that be told."""
    told = work.find(AttendanceShown, session)
    if told is None or AttendancePart.CHAIRS not in told.shown:
        return ()
    came = {row.person for row in work.select(Attendance, session=session)}
    chairing = [one for one in work.select(Person, role=Role.CHAIR) if not came or one.id in came]
    return tuple(sorted(chairing, key=lambda person: person.seat))


def _blocks(work: Work, held: Held) -> Iterator[Block]:
    numbering, sections = Numbering(), sections_of(work, held)
    for kind in (SectionKind.CONTEXT, SectionKind.BRIEF):
        for section in sections:
            if section.kind is kind:
                yield from section_blocks(work, held, section, numbering)
    joint = joint_points(work, held)
    yield from _agreed(work, held, joint, numbering)
    yield from _closer(work, held, len(joint), numbering)
    yield from _divergences(work, held, numbering)
    for section in sections:
        if section.kind is SectionKind.WAY_FORWARD:
            yield from section_blocks(work, held, section, numbering)
    yield from next_steps(work, held)


def _agreed(work: Work, held: Held, joint: list[Point], numbering: Numbering) -> Iterator[Block]:
    if not joint:
        return
    yield Heading(held.fixed("What was agreed"), held.fixed("Consensus"))
    yield Paragraph(agreed_as_read(held), number=numbering.next())
    yield from joint_blocks(work, held, joint)


def _closer(work: Work, held: Held, before: int, numbering: Numbering) -> Iterator[Block]:
    joint = joint_points(work, held)
    others = [point for point in shown_points(work, held) if point not in joint]
    if not others:
        return
    yield Heading(held.fixed("What was discussed without consensus"), held.fixed("Not agreed"))
    words = held.fixed("In the chair’s view the discussion stood as follows. None of it is an agreed text.")
    yield Paragraph(words, number=numbering.next())
    yield from standing_blocks(work, held, others, before + 1)


def _divergences(work: Work, held: Held, numbering: Numbering) -> Iterator[Block]:
    shown = {point.key for point in shown_points(work, held)}
    rows = [
        one for one in work.select(Divergence, session=held.session.id)
        if one.is_open and one.point not in shown and item_may_stand(work, held, one.item)
    ]  # fmt: skip
    if not rows:
        return
    yield Heading(held.fixed("Where views differ"), held.fixed("Open"))
    for one in sorted(rows, key=lambda row: row.key):
        yield Paragraph(Text(one.what, "divergence.what"), number=numbering.next())
        yield from _beside(held, one)


def _beside(held: Held, one: Divergence) -> Iterator[Paragraph]:
    for label, words, origin in ((_REASON, one.why, "divergence.why"), (_CONDITION, one.mend, "divergence.mend")):
        if words:
            yield Paragraph(Text(f"*{held.phrases(label)}* {words}", origin), "caption")

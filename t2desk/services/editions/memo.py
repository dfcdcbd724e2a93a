"""The memo for track one: what is agreed, what nearly is and on which conditions, interests, and next steps."""

from collections.abc import Iterator

from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import Block, BulletList, Document, Heading, Paragraph, Text
from t2desk.domain.editions import EDITIONS, Addressed
from t2desk.domain.ground import Interest
from t2desk.domain.people import Party
from t2desk.domain.points import Point, PointState
from t2desk.domain.ports import Work
from t2desk.domain.rules import Attribution
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.common_ground import joint_blocks, joint_points, shown_points, standing_blocks
from t2desk.services.editions.prose import next_steps
from t2desk.services.editions.shared import (
    Held,
    Numbering,
    band,
    capacity,
    hold,
    masthead,
    running_head,
    terms,
)
from t2desk.services.packages import needs_of
from t2desk.services.table import sides_that_may_be_named

_NEAR = frozenset(
    {PointState.AGREED, PointState.CLEARED, PointState.TRANSFERRED, PointState.CONVERGING, PointState.BRACKETED}
)


def memo(work: Work, session: str | None, phrases: Phrases, addressed: Addressed) -> Document:
    """Return the memo on one session for those it is addressed to. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["memo"], session, phrases)
    blocks = tuple(_blocks(work, held))
    if not blocks:
        raise NothingToReport(missing=N_("points near agreement, interests or next steps"))
    facts = (*capacity(held), (held.fixed("For"), _recipients(held, addressed)))
    deck = held.fixed(
        "For the recipients named here and nobody else. It says what the participants could agree on, on which "
        "conditions, and what they suggest; it is not the position of any government."
    )
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("For the named recipients. Not to be passed on."),
        running_head=running_head(held, held.title()),
        band=band(held),
        blocks=(terms(held), *blocks),
    )


def _recipients(held: Held, addressed: Addressed) -> Text:
    if not addressed.recipients:
        return held.fixed("No recipient is named yet")
    return Text("; ".join(addressed.recipients), "memo.recipient")


def _blocks(work: Work, held: Held) -> Iterator[Block]:
    numbering, joint = Numbering(), joint_points(work, held)
    near = [point for point in points_told(work, held) if point not in joint]
    if joint:
        yield Heading(held.fixed("Agreed"), held.fixed("Read back"))
        words = held.fixed(
            "The participants agreed on these wordings, which were read back to them as they stand here."
        )
        yield Paragraph(words, number=numbering.next())
        yield from joint_blocks(work, held, joint)
    if near:
        yield Heading(held.fixed("Near agreement"), held.fixed("With conditions"))
        words = held.fixed("The participants came close on these. What would make each acceptable is said with it.")
        yield Paragraph(words, number=numbering.next())
        yield from standing_blocks(work, held, near, len(joint) + 1)
    yield from _conditions(work, held, [*joint, *near], numbering)
    yield from _interests(work, held, numbering)
    yield from next_steps(work, held)


def points_told(work: Work, held: Held) -> list[Point]:
    """Return the points of a memo: what was agreed, read back or not, and what is near to it."""
    return [point for point in shown_points(work, held) if point.state in _NEAR]


def _conditions(work: Work, held: Held, points: list[Point], numbering: Numbering) -> Iterator[Block]:
    """Say which points hold only together, by the numbers they have here; what is not here is not told."""
    numbers = {point.key: number for number, point in enumerate(points, start=1)}
    words = held.phrases(N_("Point {number} holds only if point {needs} does."))
    told = [
        Text(words.format(number=numbers[point.key], needs=numbers[needed]), "point.condition")
        for point in points
        for needed in needs_of(work, point.key)
        if needed in numbers
    ]
    if told:
        yield Paragraph(held.fixed("Some points stand or fall together."), number=numbering.next())
        yield BulletList(tuple(told))


def _interests(work: Work, held: Held, numbering: Numbering) -> Iterator[Block]:
    interests = sorted(work.select(Interest, session=held.session.id), key=lambda one: one.key)
    if not interests:
        return
    yield Heading(held.fixed("Interests to be met"), held.fixed("In neutral words"))
    yield Paragraph(held.fixed("A solution would have to serve these interests."), number=numbering.next())
    yield BulletList(tuple(_interest(work, held, one) for one in interests))


def _interest(work: Work, held: Held, one: Interest) -> Text:
    """Return an interest, with its side only where the rule lets it be named and three people or more are of it."""
    sides = sides_that_may_be_named(work, held.session.id) if held.rule.attribution >= Attribution.SIDE else ()
    if one.party is None or one.party not in sides:
        return Text(one.text, "interest.text")
    return Text(f"{work.get(Party, one.party).name}: {one.text}", "interest.side")

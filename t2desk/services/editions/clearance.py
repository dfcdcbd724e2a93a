"""The clearance draft: agreed texts and what touches the reader's side, numbered, to be marked and handed back."""

from collections.abc import Iterator

from t2desk.domain.desk_errors import NothingToReport
from t2desk.domain.documents import FIXED, Block, Column, Document, Heading, Pair, Paragraph, Table, Text
from t2desk.domain.editions import EDITIONS, Addressed
from t2desk.domain.ground import ConcernTerm, Interest, InterestLink
from t2desk.domain.people import Party
from t2desk.domain.points import SETTLED_TEXT, Point, PointConcern
from t2desk.domain.ports import Work
from t2desk.i18n import N_, Phrases
from t2desk.services.editions.common_ground import own_blocks, shown_points
from t2desk.services.editions.shared import Held, capacity, hold, masthead, running_head, terms


def clearance(work: Work, session: str | None, phrases: Phrases, addressed: Addressed) -> Document:
    """Return the draft of one session for one side, as one numbered copy. Raises NothingToReport, NothingMayLeave."""
    held = hold(work, EDITIONS["clearance"], session, phrases)
    side = work.get(Party, addressed.side)
    points = points_for(work, held, side.id)
    if not points:
        raise NothingToReport(missing=N_("agreed texts, or points that touch this side"))
    copy = Text(held.phrases(N_("Copy {number}")).format(number=addressed.copy), "clearance.copy")
    facts = (*capacity(held), (held.fixed("For"), Text(side.name, "party.name")), (held.fixed("Copy"), copy))
    deck = held.fixed(
        "Draft for clearance. Please mark each text and hand this copy back at the end of the session. It is not to be "
        "copied, kept or passed on."
    )
    return Document(
        language=phrases.language,
        title=held.title(),
        masthead=masthead(held, held.title(), deck, facts),
        footer=held.fixed("Draft for clearance. To be handed back."),
        running_head=running_head(held, held.title()),
        band=Pair(copy, held.fixed("To be handed back")),
        blocks=(terms(held), *_texts(work, held, points, side.id), *_answers(held, len(points))),
    )


def points_for(work: Work, held: Held, side: str) -> list[Point]:
    """Return what a side is shown: texts that were agreed, and points that touch its interests or concerns."""
    return [point for point in shown_points(work, held) if point.state in SETTLED_TEXT or touches(work, point, side)]


def touches(work: Work, point: Point, side: str) -> bool:
    """Say whether a point serves an interest of a side, or the side has a concern about it."""
    interests = {one.key for one in work.select(Interest, party=side)}
    if any(link.interest in interests for link in work.select(InterestLink, point=point.key)):
        return True
    return any(_is_of(work, one, side) for one in work.select(PointConcern, point=point.key))


def _is_of(work: Work, concern: PointConcern, side: str) -> bool:
    term = work.find(ConcernTerm, concern.key)
    return term is not None and term.party == side


def _texts(work: Work, held: Held, points: list[Point], side: str) -> Iterator[Block]:
    yield Heading(held.fixed("Texts"), held.fixed("For clearance"))
    words = held.fixed("Nothing here is attributed. A text leaves only in editions to which those concerned agreed.")
    yield Paragraph(words)
    yield from own_blocks(work, held, points, lambda concern: _is_of(work, concern, side))


def _answers(held: Held, count: int) -> Iterator[Block]:
    """Yield the form: a row for each text, to be marked by hand."""
    yield Heading(held.fixed("Your answer"), held.fixed("To be marked"))
    columns = (
        Column(held.fixed("Text"), 0.6),
        Column(held.fixed("Accepted"), 1.0),
        Column(held.fixed("Not accepted"), 1.0),
        Column(held.fixed("Comment"), 2.8),
    )
    empty = Text("", FIXED)
    rows = tuple((Text(str(number), FIXED), empty, empty, empty) for number in range(1, count + 1))
    yield Table(columns, rows)

"""A document's blocks into flowables in reading order, with headings that stay with what they head."""

from collections.abc import Callable, Sequence
from typing import Any

from t2desk.domain.documents import (
    Agenda,
    Bars,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Point,
    Spacer,
    Table,
    Terms,
)
from t2desk.reports.engine import CondPageBreak, Flowable
from t2desk.reports.kit import Kit
from t2desk.reports.masthead import masthead, terms
from t2desk.reports.placing import Gap, Placed
from t2desk.reports.points import point
from t2desk.reports.prose import bullets, heading, paragraph
from t2desk.reports.tables import agenda, bars, table


def _spacer(_kit: Kit, block: Spacer) -> list[Placed]:
    """Return empty height."""
    return [Gap(0.0, before=block.height)]


_PARTS: dict[type, Callable[[Kit, Any], list[Placed]]] = {
    Terms: terms,
    Heading: heading,
    Paragraph: paragraph,
    BulletList: bullets,
    Point: point,
    Table: table,
    Agenda: agenda,
    Bars: bars,
    Spacer: _spacer,
}


def story(kit: Kit, document: Document) -> list[Flowable]:
    """Return all flowables of a document."""
    placed = masthead(kit, document.masthead)
    for block in document.blocks:
        placed += _PARTS[type(block)](kit, block)
    return _kept_with_next(placed, kit.page_height)


def _kept_with_next(placed: Sequence[Placed], page_height: float) -> list[Flowable]:
    """Before each run of blocks that cling, ask for room for the run and the beginning of what follows it."""
    flowables: list[Flowable] = []
    room = 0.0
    for block, follower in reversed(list(zip(placed, [*placed[1:], None], strict=True))):
        if block.clings and follower is not None:
            room = block.before + block.height + max(block.after - follower.before, 0) + room
            flowables += [block, CondPageBreak(min(room, page_height))]
        else:
            room = block.lead
            flowables.append(block)
    return flowables[::-1]

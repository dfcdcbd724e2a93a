"""A document's blocks into flowables in reading order, with headings that stay with what they head."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from t2desk.domain.documents import (
    Agenda,
    Bars,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Point,
    Table,
    Terms,
)
from t2desk.reports.engine import Flowable
from t2desk.reports.kit import Kit
from t2desk.reports.masthead import masthead, terms
from t2desk.reports.placing import Placed
from t2desk.reports.points import point
from t2desk.reports.prose import bullets, heading, paragraph
from t2desk.reports.tables import agenda, bars, table

_PARTS: dict[type, Callable[[Kit, Any], list[Placed]]] = {
    Terms: terms,
    Heading: heading,
    Paragraph: paragraph,
    BulletList: bullets,
    Point: point,
    Table: table,
    Agenda: agenda,
    Bars: bars,
}


def story(kit: Kit, document: Document) -> list[Flowable]:
    """Return all flowables of a document."""
    placed = masthead(kit, document.masthead)
    for block in document.blocks:
        placed += _PARTS[type(block)](kit, block)
    _keep_with_next(placed, kit.page_height)
    return list(placed)


def _keep_with_next(placed: Sequence[Placed], page_height: float) -> None:
    """Let each block that clings ask for room for itself, what follows it, and so on to the first that does not."""
    for block, follower in reversed(list(pairwise(placed))):
        if block.clings:
            wanted = follower.room + max(block.after, follower.before) if follower.clings else follower.lead
            block.room = min(block.height + wanted, page_height)

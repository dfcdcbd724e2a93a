"""The order of an agenda: items moved up and down, put elsewhere, made parts of others and freed again."""

from collections.abc import Callable
from dataclasses import replace

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.outline import Line, Outline, gathered, lifted, nested, placed, shifted
from t2desk.domain.ports import Work
from t2desk.services.room import item_of, session_of, unsettled


def shift_item(work: Work, item: str, down: bool = True) -> None:
    """Move an item, with its parts, past the next or the one before of its level; at an edge it stays."""
    _arrange(work, item, lambda lines: shifted(lines, item, 1 if down else -1))


def nest_item(work: Work, item: str) -> None:
    """Make an item a part of the one above it."""
    _arrange(work, item, lambda lines: nested(lines, item))


def lift_item(work: Work, item: str) -> None:
    """Make a part an item by itself; the parts below it become its own."""
    _arrange(work, item, lambda lines: lifted(lines, item))


def place_item(work: Work, item: str, before: str | None = None) -> None:
    """Put an item, with its parts, before another of its session, or at the end."""
    session = session_of(work, work.get(AgendaItem, item).session)
    if before is not None:
        item_of(work, session, before)
    _arrange(work, item, lambda lines: placed(lines, item, before))


def _arrange(work: Work, item: str, change: Callable[[Outline], Outline]) -> None:
    session = unsettled(session_of(work, work.get(AgendaItem, item).session))
    items = {one.id: one for one in work.select(AgendaItem, session=session.id)}
    ordered = sorted(items.values(), key=lambda one: one.place)
    arranged = change(gathered(tuple(Line(one.id, one.parent) for one in ordered)))
    fresh = [replace(items[line.id], place=at, parent=line.parent) for at, line in enumerate(arranged, start=1)]
    work.put_many(one for one in fresh if one != items[one.id])

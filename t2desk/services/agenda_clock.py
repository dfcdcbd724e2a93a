"""The agenda with its clock: what took how long, what is left, when what comes will begin, how far behind plan."""

from dataclasses import dataclass
from datetime import datetime

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemClock, ItemState
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.agenda import agenda_of
from t2desk.services.standing import session_at_hand

_MINUTE = 60
# A planned start further away than this is another day's, and says nothing about being late.
_SAME_SITTING = 12 * 3600


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A session's items in their order, the clock of the one under discussion, and minutes agreed beyond them."""

    session: Session | None = None
    items: tuple[AgendaItem, ...] = ()
    clock: ItemClock | None = None
    shift: int = 0

    @property
    def current_place(self) -> int:
        """The place of the item under discussion; 0 where none is."""
        return next((one.place for one in self.items if self.clock and one.id == self.clock.item), 0)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item at one moment. Times are wall seconds since 1970, or None; `left` is negative when over."""

    item: AgendaItem
    number: str
    level: int
    spent: int
    left: int
    starts: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaTimes:
    """The whole agenda at one moment; `behind` in seconds, negative when ahead."""

    lines: tuple[AgendaLine, ...] = ()
    ends: int | None = None
    behind: int = 0
    has_next: bool = False


def agenda_view(work: Work) -> AgendaView:
    """Return the agenda of the session at hand."""
    session = session_at_hand(work)
    if session is None:
        return AgendaView()
    shift = work.find(AgendaShift, session.id)
    clock = work.find(ItemClock, session.id)
    return AgendaView(session, agenda_of(work, session.id), clock, shift.minutes if shift else 0)


def agenda_times(view: AgendaView, now: Moment) -> AgendaTimes:
    """Return the agenda at a moment, planned anew from what has been spent; nothing is read for it."""
    if view.session is None or not view.items:
        return AgendaTimes()
    begin = _start(view.session) if view.session.state is SessionState.PLANNED else None
    cursor = float(now.wall // 1000 if begin is None else max(begin, now.wall // 1000 - _SAME_SITTING))
    runs = view.session.state in {SessionState.OPEN, SessionState.PLANNED}
    lines: list[AgendaLine] = []
    numbers = numbers_of(view.items)
    current_place = view.current_place
    for item in view.items:
        line = _line(view, item, numbers[item.id], now)
        comes = item.state is ItemState.PLANNED and item.place > current_place
        if runs and (comes or item.state is ItemState.CURRENT):
            starts = int(cursor)
            cursor += max(0, line.left)
            line = AgendaLine(line.item, line.number, line.level, line.spent, line.left, starts, int(cursor))
        lines.append(line)
    planned = any(one.state is ItemState.PLANNED and one.place > current_place for one in view.items)
    return AgendaTimes(tuple(lines), int(cursor) if runs else None, _behind(view, lines, int(cursor)), planned)


def _line(view: AgendaView, item: AgendaItem, number: tuple[str, int], now: Moment) -> AgendaLine:
    spent = item.seconds
    if view.clock is not None and view.clock.item == item.id:
        spent += view.clock.since.seconds_until(now)
    return AgendaLine(item, *number, int(spent), _planned(view.items, item) - int(spent))


def _planned(items: tuple[AgendaItem, ...], item: AgendaItem) -> int:
    """Return an item's own seconds: what stands over others takes the time that they take."""
    return 0 if any(one.parent == item.id for one in items) else item.minutes * _MINUTE


def numbers_of(items: tuple[AgendaItem, ...]) -> dict[str, tuple[str, int]]:
    """Return each item's number, such as 3 or 3.1, and its depth."""
    numbers: dict[str, tuple[str, int]] = {}
    counts: dict[str | None, int] = {}
    for item in items:
        parent = item.parent if item.parent in numbers else None
        counts[parent] = counts.get(parent, 0) + 1
        above, level = numbers[parent] if parent else ("", -1)
        numbers[item.id] = (f"{above}.{counts[parent]}" if above else str(counts[parent]), level + 1)
    return numbers


def _start(session: Session) -> int | None:
    return int(datetime.fromisoformat(session.starts).timestamp()) if session.starts else None


def _behind(view: AgendaView, lines: list[AgendaLine], ends: int) -> int:
    """Return by how much the projected end is past the planned one; without a planned start, by what was overspent."""
    assert view.session is not None  # noqa: S101  (whoever calls has looked)
    if view.session.state is not SessionState.OPEN:
        return 0
    start = _start(view.session)
    if start is not None:
        kept = [one for one in view.items if one.state is not ItemState.PARKED]
        planned_end = start + sum(_planned(view.items, one) for one in kept) + view.shift * _MINUTE
        if abs(ends - planned_end) < _SAME_SITTING:
            return ends - planned_end
    done = sum(-line.left for line in lines if line.item.state is ItemState.DONE)
    over = sum(max(0, -line.left) for line in lines if line.item.state is ItemState.CURRENT)
    return done + over - view.shift * _MINUTE

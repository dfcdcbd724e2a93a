"""The agenda: add, change, move and remove items, and go on to the next."""

from collections.abc import Iterable
from dataclasses import replace

from t2desk.domain.agenda import AgendaItem, ItemClock, ItemKind, ItemPlan, ItemState, Phase, following
from t2desk.domain.desk_errors import AgendaIsDone, OutOfRange, UnknownWord
from t2desk.domain.ports import Work
from t2desk.domain.series import Session
from t2desk.domain.text import one_line, optional_line
from t2desk.services.ids import checked_id, next_id
from t2desk.services.limits import forget_limit
from t2desk.services.room import item_of, open_session, session_of, the_open_session, unsettled
from t2desk.services.series import add_session
from t2desk.services.stopping import stop_item_clock

LONGEST_ITEM = 24 * 60


def add_item(
    work: Work,
    title: str,
    minutes: int,
    parent: str | None = None,
    phase: Phase = Phase.NONE,
    aim: str = "",
    session: str | None = None,
    id: str | None = None,
    *,
    kind: ItemKind = ItemKind.TALK,
) -> AgendaItem:
    """Add an item at the end of a session's agenda; without any session, one is planned for it."""
    held_in = unsettled(_session(work, session))
    item = AgendaItem(
        checked_id(work, AgendaItem, id, next_id("i", work.select(AgendaItem))),
        held_in.id,
        1 + last_place(work, held_in.id),
        one_line("title", title, 300),
        _minutes(minutes),
        None if parent is None else item_of(work, held_in, parent),
        phase,
        optional_line("aim", aim),
    )
    work.put(item)
    if kind is not ItemKind.TALK:
        work.put(ItemPlan(item.id, held_in.id, kind))
    return item


def last_place(work: Work, session: str) -> int:
    """Return the place of the last item of a session; 0 where there is none."""
    return max((one.place for one in work.select(AgendaItem, session=session)), default=0)


def _session(work: Work, session: str | None) -> Session:
    if session is None and open_session(work) is None and not work.count(Session):
        return add_session(work, "")
    return session_of(work, session)


def _minutes(minutes: int) -> int:
    if not 0 <= minutes <= LONGEST_ITEM:
        raise OutOfRange(field="minutes", low=0, high=LONGEST_ITEM)
    return minutes


def add_items(work: Work, rows: Iterable[tuple[str, int, int, str, str]], session: str | None = None) -> int:
    """Add the rows of an agenda file (title, minutes, level from 0, phase, aim); returns their number."""
    parents: dict[int, str] = {}
    added: list[str] = []
    for title, minutes, level, phase, aim in rows:
        item = add_item(work, title, minutes, parents.get(level - 1), _phase(phase), aim, session)
        parents[level] = item.id
        added.append(item.id)
    return len(added)


def _phase(written: str) -> Phase:
    words = {phase.value: phase for phase in Phase}
    if written not in words:
        raise UnknownWord(field="phase", words=", ".join(word for word in words if word))
    return words[written]


def change_item(
    work: Work,
    item: str,
    title: str | None = None,
    minutes: int | None = None,
    aim: str | None = None,
    phase: Phase | None = None,
) -> AgendaItem:
    """Give an item another title, length, aim or phase."""
    before = work.get(AgendaItem, item)
    unsettled(session_of(work, before.session))
    changed = replace(
        before,
        title=before.title if title is None else one_line("title", title, 300),
        minutes=before.minutes if minutes is None else _minutes(minutes),
        aim=before.aim if aim is None else optional_line("aim", aim),
        phase=before.phase if phase is None else phase,
    )
    work.put(changed)
    return changed


def move_item(work: Work, item: str, place: int) -> None:
    """Move an item to a place (from 1) in its session's agenda."""
    moved = work.get(AgendaItem, item)
    unsettled(session_of(work, moved.session))
    others = [one for one in _ordered(work, moved.session) if one.id != item]
    if not 1 <= place <= len(others) + 1:
        raise OutOfRange(field="place", low=1, high=len(others) + 1)
    others.insert(place - 1, moved)
    work.put_many(replace(one, place=number) for number, one in enumerate(others, start=1))


def remove_item(work: Work, item: str) -> None:
    """Remove an item that nothing refers to."""
    removed = work.get(AgendaItem, item)
    unsettled(session_of(work, removed.session))
    forget_limit(work, removed.session, item)
    work.discard(ItemPlan, item)
    work.remove(AgendaItem, item)


def park_item(work: Work, item: str) -> AgendaItem:
    """Put an item into the parking lot; where it is under discussion, its clock stops."""
    session = unsettled(session_of(work, work.get(AgendaItem, item).session))
    clock = work.find(ItemClock, session.id)
    if clock is not None and clock.item == item:
        stop_item_clock(work, session)
    parked = replace(work.get(AgendaItem, item), state=ItemState.PARKED)
    work.put(parked)
    return parked


def next_item(work: Work) -> AgendaItem:
    """Go on to the next planned item: the one before is done, its time added up. Raises AgendaIsDone."""
    session = the_open_session(work)
    clock = work.find(ItemClock, session.id)
    upcoming = following(work.select(AgendaItem, session=session.id), clock.item if clock else None)
    if upcoming is None:
        raise AgendaIsDone
    stop_item_clock(work, session)
    current = replace(upcoming, state=ItemState.CURRENT)
    work.put(current)
    work.put(ItemClock(session.id, current.id, work.now))
    return current


def _ordered(work: Work, session: str) -> list[AgendaItem]:
    return sorted(work.select(AgendaItem, session=session), key=lambda item: item.place)


def agenda_of(work: Work, session: str) -> tuple[AgendaItem, ...]:
    """Return a session's items in their order."""
    return tuple(_ordered(work, session))

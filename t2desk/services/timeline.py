"""A session's turns as a picture: who spoke when, of what kind, what came in between, and when nobody did.

Exact, and so for the window alone: no edition projects it. Off the record is a gap that says neither who asked nor why.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cmp_to_key

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.floor import UNCHARGED, Turn, TurnKind
from t2desk.domain.moments import Moment
from t2desk.domain.people import Party
from t2desk.domain.ports import Work
from t2desk.domain.rules import FloorKept
from t2desk.domain.series import Session, SessionState
from t2desk.services.floor_views import Speaker, party_numbers, speaker_of
from t2desk.services.rule_settling import bound_to
from t2desk.services.sources import gaps_of

# What lies between two turns is drawn from so many seconds on; less is a breath.
SHORTEST_GAP = 2.0
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A turn on the line: from and to in seconds after the first turn began, pauses and interrupts within.

    `cuts` is when others came in between; `paused` the seconds it stood still by hand, of which it is not kept when.
    `beneath` is the turn that it came in between, `depth` how many of them. `runs` says that it has not ended.
    """

    key: int
    speaker: Speaker | None
    kind: TurnKind
    item: str | None
    begin: float
    end: float
    seconds: float
    cuts: tuple[Stretch, ...] = ()
    paused: float = 0.0
    beneath: int | None = None
    depth: int = 0
    runs: bool = False

    def talks(self) -> tuple[Stretch, ...]:
        """Return when it was not interrupted."""
        edges = [self.begin, *(edge for cut in self.cuts for edge in cut), self.end]
        return tuple((low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low)


@dataclass(frozen=True, slots=True)
class ItemBand:
    """An agenda item while its turns were held; `title` is empty where none was under discussion."""

    item: str | None
    title: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """A session's line. `begins` is when its first turn did; `kept` what is left of the floor once it is settled.

    `idle` is when nobody had the floor, `off` when the session was off the record.
    """

    session: str
    state: SessionState
    kept: FloorKept
    begins: Moment | None = None
    length: float = 0.0
    turns: tuple[Drawn, ...] = ()
    idle: tuple[Stretch, ...] = ()
    off: tuple[Stretch, ...] = ()
    items: tuple[ItemBand, ...] = ()
    parties: tuple[Party, ...] = ()


def timeline(work: Work, session: str) -> Timeline:
    """Return a session's line; without turns where none were held, or where settling has taken them."""
    held = work.get(Session, session)
    kept = bound_to(work, held)[1].floor
    turns = _ordered(work.select(Turn, session=session))
    if not turns:
        return Timeline(session, held.state, kept)
    begins = turns[0].since
    drawn = _drawn(work, turns, begins)
    idle, off = _gaps(work, session, drawn, begins)
    length = max(end for _, end in (*((one.begin, one.end) for one in drawn), *off))
    items = tuple(_bands(work, drawn, length))
    return Timeline(session, held.state, kept, begins, length, drawn, idle, off, items, work.select(Party))


def _ordered(turns: tuple[Turn, ...]) -> list[Turn]:
    """Return turns as they began; within one boot the clock that nobody can set decides, and is one number."""
    if len({turn.since.boot_id for turn in turns}) <= 1:
        return sorted(turns, key=lambda turn: (turn.since.boot, turn.key))
    return sorted(turns, key=cmp_to_key(_order))


def _order(one: Turn, other: Turn) -> int:
    if one.since == other.since:
        return (one.key > other.key) - (one.key < other.key)
    return -1 if one.since.is_before(other.since) else 1


def _drawn(work: Work, turns: list[Turn], begins: Moment) -> tuple[Drawn, ...]:
    numbers = party_numbers(work)
    speakers = {person: speaker_of(work, person, numbers) for person in {turn.person for turn in turns if turn.person}}
    beneath = {turn.key: turn.interrupted for turn in turns}
    places = {turn.key: (at := begins.seconds_until(turn.since), at + _span(turn, work.now)) for turn in turns}
    within: dict[int | None, list[Stretch]] = {}
    for turn in turns:
        within.setdefault(turn.interrupted, []).append(places[turn.key])
    return tuple(
        _one(turn, speakers.get(turn.person or ""), places[turn.key], within.get(turn.key, []), beneath, work.now)
        for turn in turns
    )


def _span(turn: Turn, now: Moment) -> float:
    return turn.since.seconds_until(turn.until(now))


def _one(
    turn: Turn,
    speaker: Speaker | None,
    place: Stretch,
    within: list[Stretch],
    beneath: dict[int, int | None],
    now: Moment,
) -> Drawn:
    begin, end = place
    cuts = tuple((max(begin, low), min(end, high)) for low, high in sorted(within) if low < end and high > begin)
    spoken = turn.elapsed(now) if turn.seconds is None else turn.seconds
    paused = max(0.0, end - begin - spoken - sum(high - low for low, high in cuts))
    return Drawn(
        turn.key, speaker, turn.kind, turn.item, begin, end, spoken, cuts, round(paused), turn.interrupted,
        _depth(turn.key, beneath),
        turn.seconds is None,
    )  # fmt: skip


def _depth(key: int, beneath: dict[int, int | None]) -> int:
    depth, step = 0, beneath.get(key)
    while step is not None and depth <= len(beneath):
        depth, step = depth + 1, beneath.get(step)
    return depth


def _gaps(
    work: Work, session: str, turns: tuple[Drawn, ...], begins: Moment
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    off = tuple(_off_record(work, session, begins))
    idle = [part for gap in _between(turns) for part in _without(gap, off)]
    return tuple(part for part in idle if part[1] - part[0] >= SHORTEST_GAP), off


def _off_record(work: Work, session: str, begins: Moment) -> Iterator[Stretch]:
    """Yield when the session was off the record; what is not over yet lasts until now."""
    for begin, end in gaps_of(work, session):
        yield begins.seconds_until(begin), begins.seconds_until(end or work.now)


def _without(gap: Stretch, off: tuple[Stretch, ...]) -> Iterator[Stretch]:
    low, high = gap
    for begin, end in off:
        if begin < high and end > low:
            yield low, max(low, begin)
            low = max(low, end)
    if low < high:
        yield low, high


def _between(turns: Iterable[Drawn]) -> Iterator[Stretch]:
    end: float | None = None
    for turn in turns:
        if end is not None and turn.begin - end >= SHORTEST_GAP:
            yield end, turn.begin
        end = turn.end if end is None else max(end, turn.end)


def _bands(work: Work, turns: tuple[Drawn, ...], length: float) -> Iterator[ItemBand]:
    item, begin = turns[0].item, turns[0].begin
    for turn in turns[1:]:
        if turn.item != item:
            yield ItemBand(item, _title(work, item), begin, turn.begin)
            item, begin = turn.item, turn.begin
    yield ItemBand(item, _title(work, item), begin, length)


def _title(work: Work, item: str | None) -> str:
    known = work.find(AgendaItem, item)
    return known.title if known else ""


def is_charged(turn: Drawn) -> bool:
    """Say whether a turn counts for its speaker's party."""
    return turn.kind not in UNCHARGED and turn.speaker is not None

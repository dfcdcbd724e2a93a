"""The balance over time: each party's part of what was said in each quarter of an hour, or on each item."""

from collections.abc import Callable
from dataclasses import dataclass

from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.services.floor_views import whole_percents
from t2desk.services.timeline import Drawn, Timeline, is_charged, timeline

QUARTER = 15 * 60


@dataclass(frozen=True, slots=True)
class PartyPart:
    """A party's part of a window: its place among the parties (-1 without one), whole seconds, whole per cent."""

    number: int
    name: str
    seconds: int
    percent: int


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the session: an item by its `title`, or a quarter that begins at the wall time `begins`, in seconds.

    The per cent of its parts add up to 100, unless nobody spoke in it: then there are none.
    """

    number: int
    title: str
    begins: int | None
    seconds: int
    parts: tuple[PartyPart, ...]


def by_quarter(line: Timeline) -> tuple[Window, ...]:
    """Return the session in quarters of the clock; those in which nobody was charged are empty, not left out."""
    if line.begins is None:
        return ()
    first = line.begins.wall / 1000 // QUARTER * QUARTER
    shift = line.begins.wall / 1000 - first
    count = int((shift + max(0.0, line.length - 0.001)) // QUARTER) + 1
    seconds: list[dict[int, float]] = [{} for _ in range(count)]
    for turn in filter(is_charged, line.turns):
        _spread(turn, shift, seconds)
    names = _names(line)
    return tuple(_window(number, "", int(first) + number * QUARTER, part, names) for number, part in enumerate(seconds))


def _spread(turn: Drawn, shift: float, windows: list[dict[int, float]]) -> None:
    """Share a turn's seconds out to the quarters it lies in; pauses by hand thin it evenly, for when is not kept."""
    talks = turn.talks()
    whole = sum(high - low for low, high in talks)
    thinned = turn.seconds / whole if whole else 0.0
    number = turn.speaker.number if turn.speaker else -1
    for low, high in talks:
        for place in range(int((low + shift) // QUARTER), len(windows)):
            begin, end = place * QUARTER - shift, (place + 1) * QUARTER - shift
            overlap = min(high, end) - max(low, begin)
            if overlap <= 0:
                break
            windows[place][number] = windows[place].get(number, 0.0) + overlap * thinned


def by_item(line: Timeline) -> tuple[Window, ...]:
    """Return the session item by item, in the order in which they first were talked about."""
    titles = {band.item: band.title for band in line.items}
    seconds: dict[str | None, dict[int, float]] = {}
    for turn in line.turns:
        part = seconds.setdefault(turn.item, {})
        if is_charged(turn) and turn.speaker:
            part[turn.speaker.number] = part.get(turn.speaker.number, 0.0) + turn.seconds
    names = _names(line)
    return tuple(
        _window(number, titles[item], None, part, names) for number, (item, part) in enumerate(seconds.items())
    )


def _names(line: Timeline) -> dict[int, str]:
    return {number: party.name for number, party in enumerate(line.parties)}


def _window(number: int, title: str, begins: int | None, seconds: dict[int, float], names: dict[int, str]) -> Window:
    # Those without a party come last.
    order = sorted(seconds, key=lambda party: (party < 0, party))
    percents = whole_percents([seconds[party] for party in order])
    parts = tuple(
        PartyPart(party, names.get(party, ""), round(seconds[party]), percent)
        for party, percent in zip(order, percents, strict=True)
    )
    return Window(number, title, begins, round(sum(seconds.values())), parts)


@dataclass(frozen=True, slots=True)
class SessionPicture:
    """All that the pictures of a session are drawn from, read at one moment."""

    line: Timeline
    quarters: tuple[Window, ...]
    items: tuple[Window, ...]


def session_picture(session: str) -> Callable[[Work], SessionPicture]:
    """Return the question for a session's pictures."""

    def read(work: Work) -> SessionPicture:
        line = timeline(work, session)
        return SessionPicture(line, by_quarter(line), by_item(line))

    return read


def wall_at(begins: Moment, seconds: float) -> int:
    """Return the wall time so many seconds after a moment, in whole seconds."""
    return int(begins.wall / 1000 + seconds)

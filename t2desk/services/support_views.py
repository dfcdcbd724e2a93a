"""Support as the desk shows it: nothing of a poll before it is revealed, and a map of sides and points."""

from dataclasses import dataclass

from t2desk.domain.keys import RowKey
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.domain.support import CardCount, Lean, Poll, PollState, PollWay, SideAgreement, Stance, Tally, weakest_first
from t2desk.services.polls import tallies
from t2desk.services.table import sides_at_the_table

HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll; `sides`, `steps` (side, step) and `cards` (by step) are empty until it is revealed.

    `asked` are the sides that answered, `not_asked` those that did not; what they said is in neither.
    """

    key: int
    way: PollWay
    state: PollState
    labels: tuple[str, ...]
    leans: tuple[Lean, ...]
    asked: tuple[str, ...]
    not_asked: tuple[str, ...]
    sides: tuple[SideAgreement, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    cards: tuple[int, ...] = ()


def poll_view(work: Work, key: RowKey) -> PollView:
    """Return a poll as far as it may be shown now; its weakest side first."""
    poll = work.get(Poll, key)
    stances = work.select(Stance, poll=poll.key)
    by_side = {one.party: one.step for one in stances if one.party is not None}
    could_be = _sides_of(work, work.get(Point, poll.point).session)
    sides = could_be if poll.way is PollWay.BY_PARTY else ()
    head = (poll.key, poll.way, poll.state, poll.labels, poll.leans)
    asked = (tuple(sorted(by_side)), tuple(side for side in sides if side not in by_side))
    if poll.state is not PollState.REVEALED:
        return PollView(*head, *asked)
    counted = {one.step: one.cards for one in work.select(CardCount, poll=poll.key)}
    cards = tuple(counted.get(step, 0) for step in range(1, len(poll.labels) + 1)) if counted else ()
    found = {side: tally for side, tally in tallies(work, poll).items() if tally != Tally() or side in could_be}
    return PollView(*head, *asked, weakest_first(found), tuple(sorted(by_side.items())), cards)


def _sides_of(work: Work, session: str) -> tuple[str, ...]:
    """Return the sides that could still be asked: of a settled session none, for silence may be what was let go of."""
    return () if work.get(Session, session).state is SessionState.SETTLED else sides_at_the_table(work)


def polls_of(work: Work, point: RowKey) -> tuple[PollView, ...]:
    """Return a point's polls, without those that were withdrawn."""
    polls = work.select(Poll, point=point)
    return tuple(poll_view(work, RowKey(poll.key)) for poll in polls if poll.state is not PollState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class MapRow:
    """A point, and for each side a word: an agreement, "hidden" while its answer is not revealed, "" without a poll."""

    point: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportMap:
    """Sides and points with a word in every cell, so that it reads without colour."""

    sides: tuple[str, ...]
    rows: tuple[MapRow, ...]


def support_map(work: Work, session: str) -> SupportMap:
    """Return where each side stands on each point of a session, by the poll on its current wording.

    Of a settled session a cell is empty where nothing is kept: that a side was not asked is not known any more.
    """
    sides = sides_at_the_table(work)
    points = sorted(work.select(Point, session=session), key=lambda point: point.key)
    return SupportMap(sides, tuple(MapRow(point.key, _cells(work, point, sides)) for point in points))


def _cells(work: Work, point: Point, sides: tuple[str, ...]) -> tuple[str, ...]:
    polls = {poll.state: poll for poll in work.select(Poll, wording=point.current) if poll.way is not PollWay.CARDS}
    revealed, hidden = polls.get(PollState.REVEALED), polls.get(PollState.HIDDEN)
    if hidden is not None:
        answered = {one.party for one in work.select(Stance, poll=hidden.key)}
        return tuple(HIDDEN if side in answered else "" for side in sides)
    if revealed is None:
        return ("",) * len(sides)
    found, asked = tallies(work, revealed), _sides_of(work, point.session)
    return tuple(found[side].agreement().value if side in asked or found[side] != Tally() else "" for side in sides)

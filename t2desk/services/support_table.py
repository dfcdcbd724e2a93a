"""Where every side stands on every point, with the names and the order that a table shows; and who may be asked."""

from dataclasses import dataclass

from t2desk.domain.keys import RowKey, key_from_text
from t2desk.domain.people import Person, Role
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.subjects import Subject
from t2desk.domain.support import Poll, PollState, PollWay, Stance
from t2desk.services.floor_admission import name_of
from t2desk.services.point_page import Side, name_of_side, sides_named
from t2desk.services.point_views import PointRow, rows_of
from t2desk.services.sources import speaker_of
from t2desk.services.standing import session_at_hand
from t2desk.services.support_views import PollView, poll_view, support_map

CARDS = "cards"


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A point, a word for each side (an agreement, "hidden", "cards", "" without a question), its weakest by name.

    Where all sides agree as much, none is the weakest, and none is named.
    """

    point: PointRow
    cells: tuple[str, ...]
    weakest: tuple[str, ...] = ()
    cards: bool = False


@dataclass(frozen=True, slots=True)
class SupportTable:
    """The support map of the session at hand; sides in the order in which parties are listed."""

    sides: tuple[Side, ...] = ()
    rows: tuple[SupportRow, ...] = ()


def support_table(work: Work) -> SupportTable:
    """Return the support of the session at hand, its points in the order and with the numbers of the list."""
    session = session_at_hand(work)
    if session is None:
        return SupportTable()
    found, sides = support_map(work, session.id), sides_named(work)
    cells = {row.point: dict(zip(found.sides, row.cells, strict=True)) for row in found.rows}
    rows = []
    for point in rows_of(work, session.id):
        key = key_from_text(point.key)
        poll = _revealed(work, key)
        words = tuple(cells[key].get(side.id, "") for side in sides)
        is_cards = poll is not None and poll.way is PollWay.CARDS
        if is_cards:
            words = tuple(word or CARDS for word in words)
        rows.append(SupportRow(point, words, _weakest(work, poll), is_cards))
    return SupportTable(sides, tuple(rows))


def _revealed(work: Work, point: int) -> PollView | None:
    polls = work.select(Poll, wording=work.get(Point, point).current, state=PollState.REVEALED)
    return None if not polls else poll_view(work, RowKey(polls[-1].key))


def _weakest(work: Work, poll: PollView | None) -> tuple[str, ...]:
    """Return the sides that agree least, those that agree as little as the first; nothing where only cards count."""
    if poll is None or not poll.sides or poll.way is PollWay.CARDS:
        return ()
    least = poll.sides[0]
    alike = [one for one in poll.sides if one.agreement is least.agreement and one.tally == least.tally]
    return () if len(alike) == len(poll.sides) else tuple(name_of_side(work, one.side) for one in alike)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who may be asked in a poll by persons, and whether they were; what they said is not here."""

    id: str
    name: str
    party: str
    number: int
    is_asked: bool


def people_to_ask(work: Work, poll: RowKey) -> tuple[Asked, ...]:
    """Return the participants by seat, and who of them has taken a stance in a poll by persons."""
    answered = {speaker_of(work, Subject.STANCE, one.key) for one in work.select(Stance, poll=poll)}
    sides = {side.id: side for side in sides_named(work)}
    people = sorted(work.select(Person, role=Role.PARTICIPANT), key=lambda one: one.seat)
    return tuple(_asked(work, one, sides.get(one.party or ""), one.id in answered) for one in people)


def _asked(work: Work, person: Person, side: Side | None, is_asked: bool) -> Asked:
    named = name_of(work, person)
    return Asked(person.id, named, side.name if side else "", side.number if side else -1, is_asked)

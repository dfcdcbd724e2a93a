"""A point's page: the point whole, what stands beside it, the sides by name, and what may be tried from here."""

from dataclasses import dataclass

from t2desk.domain.deciding import Criticism
from t2desk.domain.ground import Divergence, Interest
from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.people import Party
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.floor_views import party_numbers
from t2desk.services.ground_views import PointStanding, point_standing
from t2desk.services.party_orders import parties_in_order
from t2desk.services.point_views import PointRow, PointView, point_view, rows_of
from t2desk.services.support_views import PollView, polls_of
from t2desk.services.table import sides_at_the_table


@dataclass(frozen=True, slots=True)
class Side:
    """A side at the table: its id, its name, and the number that its shape and colour come from."""

    id: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class OtherPoint:
    """Another point as one is referred to: of which session, its number there, its words."""

    key: str
    session: int
    number: int
    text: str
    state: PointState


@dataclass(frozen=True, slots=True)
class PointPage:
    """All that the page of one point shows. `here` are the other points of its session, `named` all of the series.

    `criticisms` come with the number of the wording that they are of.
    """

    view: PointView
    standing: PointStanding
    sides: tuple[Side, ...]
    polls: tuple[PollView, ...]
    here: tuple[PointRow, ...]
    named: tuple[OtherPoint, ...]
    divergences: tuple[Divergence, ...]
    interests: tuple[Interest, ...]
    criticisms: tuple[tuple[int, Criticism], ...]
    session: str
    is_settled: bool

    def named_point(self, key: int) -> OtherPoint | None:
        """Return another point of the series as it is referred to."""
        wanted = key_to_text(key)
        return next((one for one in self.named if one.key == wanted), None)


def sides_named(work: Work) -> tuple[Side, ...]:
    """Return the sides at the table in the order in which parties are listed."""
    numbers, there = party_numbers(work), set(sides_at_the_table(work))
    return tuple(Side(one.id, one.name, numbers[one.id][0]) for one in parties_in_order(work) if one.id in there)


def name_of_side(work: Work, side: str) -> str:
    """Return a party's name, also where nobody of it is at the table any more."""
    party = work.find(Party, side)
    return party.name if party is not None else side


def point_page(work: Work, key: RowKey) -> PointPage | None:
    """Return everything that a point's page shows, or None once the point is gone."""
    view, standing = point_view(work, key), point_standing(work, key)
    if view is None or standing is None:
        return None
    point = work.get(Point, key)
    rows = rows_of(work, point.session)
    return PointPage(
        view, standing, sides_named(work), polls_of(work, key),
        tuple(row for row in rows if row.key != view.row.key), points_named(work),
        work.select(Divergence, point=point.key), work.select(Interest), _criticisms(work, point), point.session,
        work.get(Session, point.session).state is SessionState.SETTLED,
    )  # fmt: skip


def _criticisms(work: Work, point: Point) -> tuple[tuple[int, Criticism], ...]:
    """Return what sides found wanting in each wording of a single text, the newest wording first."""
    wordings = sorted(work.select(Wording, point=point.key), key=lambda one: -one.number)
    return tuple((one.number, said) for one in wordings for said in work.select(Criticism, wording=one.key))


def points_named(work: Work) -> tuple[OtherPoint, ...]:
    """Return every point of the series as it is referred to, by session and place there."""
    sessions = sorted(work.select(Session), key=lambda one: one.number)
    return tuple(
        OtherPoint(row.key, session.number, row.number, row.text, row.state)
        for session in sessions
        for row in rows_of(work, session.id)
    )


def steps_to_try(view: PointView) -> tuple[tuple[str, dict[str, object]], ...]:
    """Return the steps that a point's state allows, as operations to be tried."""
    return tuple(("point.move", {"point": view.row.key, "state": state.value}) for state in view.next_steps)

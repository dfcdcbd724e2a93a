"""What stands beside the points of a session: where the room differs, what sides need, and how it decides."""

from dataclasses import dataclass

from t2desk.domain.deciding import Decision, DecisionChange
from t2desk.domain.ground import Divergence, Interest, InterestLink
from t2desk.domain.keys import key_from_text
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.deciding import decision_of
from t2desk.services.distribution import unequal_points
from t2desk.services.divergences import divergences_of, unregistered
from t2desk.services.interests import interest_gaps
from t2desk.services.point_page import OtherPoint, Side, name_of_side, points_named, sides_named
from t2desk.services.point_views import PointRow, rows_of
from t2desk.services.standing import session_at_hand


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest, the name of its side, and the points that serve it; `is_gap` where no living point does."""

    interest: Interest
    side: str
    served_by: tuple[OtherPoint, ...]
    is_gap: bool


@dataclass(frozen=True, slots=True)
class RegisterView:
    """What a session has beside its points.

    `unregistered` divide the room and are in no register; `one_sided` serve nothing of the sides named with them;
    `unequal` are points of which sides hold different versions.
    """

    session: str = ""
    is_settled: bool = False
    rows: tuple[PointRow, ...] = ()
    sides: tuple[Side, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    unregistered: tuple[PointRow, ...] = ()
    interests: tuple[InterestLine, ...] = ()
    one_sided: tuple[tuple[OtherPoint, tuple[str, ...]], ...] = ()
    unequal: tuple[PointRow, ...] = ()
    decision: Decision = Decision.CONSENSUS
    changes: tuple[DecisionChange, ...] = ()

    def row_of(self, point: int | None) -> PointRow | None:
        """Return a point of this session in the list."""
        return next((row for row in self.rows if point is not None and key_from_text(row.key) == point), None)


def register_view(work: Work) -> RegisterView:
    """Return what the session at hand has beside its points."""
    session = session_at_hand(work)
    if session is None:
        return RegisterView()
    rows, named = rows_of(work, session.id), {int(key_from_text(one.key)): one for one in points_named(work)}
    divided, unequal = {one.key for one in unregistered(work, session.id)}, set(unequal_points(work, session.id))
    gaps = interest_gaps(work)
    return RegisterView(
        session.id, work.get(Session, session.id).state is SessionState.SETTLED, rows, sides_named(work),
        divergences_of(work, session.id), tuple(row for row in rows if key_from_text(row.key) in divided),
        _interests(work, named, {one.key for one in gaps.unserved}),
        tuple((named[point], tuple(name_of_side(work, one) for one in sides)) for point, sides in gaps.one_sided),
        tuple(row for row in rows if key_from_text(row.key) in unequal), decision_of(work, session.id),
        work.select(DecisionChange, session=session.id),
    )  # fmt: skip


def _interests(work: Work, named: dict[int, OtherPoint], gaps: set[int]) -> tuple[InterestLine, ...]:
    lines = []
    for one in work.select(Interest):
        served = tuple(named[link.point] for link in work.select(InterestLink, interest=one.key) if link.point in named)
        lines.append(InterestLine(one, name_of_side(work, one.party or ""), served, one.key in gaps))
    return tuple(sorted(lines, key=lambda line: (not line.is_gap, line.side, line.interest.key)))

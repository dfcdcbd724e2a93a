"""Packages: a point holds only if others do."""

from collections import defaultdict

from t2desk.domain.ground import Condition
from t2desk.domain.ground_errors import DependsOnItself
from t2desk.domain.keys import RowKey
from t2desk.domain.packages import depends_on, is_firm
from t2desk.domain.points import SETTLED_TEXT, Point
from t2desk.domain.ports import Work
from t2desk.services.room import session_of


def require_point(work: Work, point: RowKey, needs: RowKey) -> Condition:
    """Let a point hold only if another does, in whatever session. Raises DependsOnItself."""
    session_of(work, work.get(Point, point).session)
    needed = work.get(Point, needs).key
    if depends_on(needed, point, _needs(work)):
        raise DependsOnItself
    same = work.select(Condition, point=point, needs=needed)
    condition = same[0] if same else Condition(work.new_key(), point, needed)
    work.put(condition)
    return condition


def release_point(work: Work, point: RowKey, needs: RowKey) -> None:
    """Let a point hold whatever becomes of the other."""
    session_of(work, work.get(Point, point).session)
    work.clear(Condition, point=point, needs=needs)


def needs_of(work: Work, point: int) -> tuple[int, ...]:
    """Return the points that a point directly depends on."""
    return tuple(one.needs for one in work.select(Condition, point=point))


def stands_firm(work: Work, point: int) -> bool:
    """Say whether a point and everything it depends on is agreed; else it is agreed provisionally at most."""
    agreed = {one.key for state in SETTLED_TEXT for one in work.select(Point, state=state)}
    return is_firm(point, _needs(work), agreed)


def _needs(work: Work) -> dict[int, list[int]]:
    needs: dict[int, list[int]] = defaultdict(list)
    for condition in work.select(Condition):
        needs[condition.point].append(condition.needs)
    return needs

"""Lineage: a point taken up again in a later session, or put in another's place, can be traced to its origin."""

from dataclasses import replace

from t2desk.domain.ground import Descent, DescentKind
from t2desk.domain.ground_errors import DependsOnItself
from t2desk.domain.keys import RowKey
from t2desk.domain.packages import depends_on
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.scopes import TakenUnder
from t2desk.domain.subjects import Subject
from t2desk.services.points import move_point
from t2desk.services.room import current_item, session_of, the_open_session
from t2desk.services.sources import trace
from t2desk.services.taking import mark_taken, presets_now, refuse_untakable


def carry_point(work: Work, point: RowKey) -> Point:
    """Take a point of an earlier session up again in the open one, with its current text; the old one stays as it is.

    It begins as drafted: what was agreed then is not agreed now.
    """
    origin = work.get(Point, point)
    session = the_open_session(work)
    item = current_item(work, session)
    beside = presets_now(work, session, item, None)
    refuse_untakable(session, beside)
    text = work.get(Wording, origin.current)
    key, wording = work.new_key(), work.new_key()
    carried = Point(key, session.id, item, PointState.DRAFTED, wording, rule=session.rule)
    work.put(carried)
    work.put(replace(text, key=wording, point=key, number=1))
    work.put(Descent(work.new_key(), key, origin.key, DescentKind.CONTINUES))
    trace(work, session.id, Subject.POINT, key, "added")
    # What was said under a stricter rule is taken up under it.
    before = work.find(TakenUnder, origin.key)
    mark_taken(work, session, key, tuple(sorted({*beside, origin.rule, *(before.presets if before else ())})))
    return carried


def replace_point(work: Work, point: RowKey, by: RowKey) -> Point:
    """Let another point stand in this one's place. Raises DependsOnItself, StepNotAllowed."""
    replaced, other = work.get(Point, point), work.get(Point, by)
    session_of(work, replaced.session)
    if depends_on(replaced.key, other.key, _origins(work)):
        raise DependsOnItself
    work.put(Descent(work.new_key(), other.key, replaced.key, DescentKind.REPLACES))
    return move_point(work, point, PointState.SUPERSEDED)


def origins_of(work: Work, point: int) -> tuple[Point, ...]:
    """Return every point that one comes from, the nearest first."""
    origins, found, waiting = _origins(work), [], [point]
    while waiting:
        for origin in origins.get(waiting.pop(0), []):
            if origin not in found:
                found.append(origin)
                waiting.append(origin)
    return tuple(work.get(Point, key) for key in found)


def _origins(work: Work) -> dict[int, list[int]]:
    origins: dict[int, list[int]] = {}
    for descent in work.select(Descent):
        origins.setdefault(descent.point, []).append(descent.origin)
    return origins

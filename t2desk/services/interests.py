"""Interests of the sides, and which points serve them; what is served by nothing is a gap."""

from dataclasses import dataclass, replace

from t2desk.domain.ground import Interest, InterestLink
from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.domain.points import Point, PointState
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line
from t2desk.services.room import session_of, unsettled
from t2desk.services.taking import refuse_unrecordable

_GONE = frozenset({PointState.WITHDRAWN, PointState.SUPERSEDED})


def add_interest(work: Work, party: str, text: str, session: str | None = None) -> Interest:
    """Note in neutral words what a side needs or fears; whose words they were is not asked."""
    held_in = unsettled(session_of(work, session))
    refuse_unrecordable(work, held_in)
    interest = Interest(work.new_key(), held_in.id, work.get(Party, party).id, one_line("text", text))
    work.put(interest)
    return interest


def reword_interest(work: Work, interest: RowKey, text: str) -> Interest:
    """Put an interest in other words."""
    changed = replace(_interest(work, interest), text=one_line("text", text))
    work.put(changed)
    return changed


def remove_interest(work: Work, interest: RowKey) -> None:
    """Remove an interest and its links."""
    removed = _interest(work, interest)
    work.clear(InterestLink, interest=removed.key)
    work.remove(Interest, removed.key)


def link_interest(work: Work, interest: RowKey, point: RowKey) -> None:
    """Note that a point serves an interest."""
    served, by = _interest(work, interest), work.get(Point, point)
    if not work.count(InterestLink, interest=served.key, point=by.key):
        work.put(InterestLink(work.new_key(), served.key, by.key))


def unlink_interest(work: Work, interest: RowKey, point: RowKey) -> None:
    """Note that a point does not serve an interest after all."""
    work.clear(InterestLink, interest=_interest(work, interest).key, point=work.get(Point, point).key)


def _interest(work: Work, interest: RowKey) -> Interest:
    found = work.get(Interest, interest)
    session_of(work, found.session)
    return found


@dataclass(frozen=True, slots=True)
class InterestGaps:
    """Interests that no living point serves, and living points that serve nothing of some side, with those sides."""

    unserved: tuple[Interest, ...]
    one_sided: tuple[tuple[int, tuple[str, ...]], ...]


def interest_gaps(work: Work) -> InterestGaps:
    """Return where the common ground leaves an interest or a side out, over all sessions."""
    living = sorted(point.key for point in work.select(Point) if point.state not in _GONE)
    interests = {one.key: one for one in work.select(Interest)}
    served: dict[int, set[int]] = {key: set() for key in living}
    for link in work.select(InterestLink):
        if link.point in served:
            served[link.point].add(link.interest)
    reached = set().union(*served.values()) if served else set()
    sides = {one.party for one in interests.values() if one.party}
    lacking = ((key, sides - {interests[one].party for one in given}) for key, given in served.items())
    return InterestGaps(
        tuple(one for key, one in interests.items() if key not in reached),
        tuple((key, tuple(sorted(side for side in left if side))) for key, left in lacking if left),
    )

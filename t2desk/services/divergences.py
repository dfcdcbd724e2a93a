"""The divergence register: where the room differs, why, what would change it, and until when it is left."""

from dataclasses import replace

from t2desk.domain.ground import Divergence
from t2desk.domain.keys import RowKey
from t2desk.domain.points import Point, PointState
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line, optional_line
from t2desk.services.room import current_item, item_of, session_of
from t2desk.services.taking import refuse_unrecordable


def add_divergence(
    work: Work,
    what: str,
    why: str = "",
    mend: str = "",
    due: str = "",
    point: RowKey | None = None,
    item: str | None = None,
    session: str | None = None,
) -> Divergence:
    """Enter where the room differs: on what, why, what would change it, and until when it is left."""
    about = None if point is None else work.get(Point, point)
    held_in = session_of(work, session if about is None else about.session)
    under = current_item(work, held_in) if item is None else item_of(work, held_in, item)
    refuse_unrecordable(work, held_in, about.item if about else under)
    divergence = Divergence(
        work.new_key(), held_in.id, about.item if about else under, about.key if about else None,
        one_line("what", what), optional_line("why", why), optional_line("mend", mend), optional_line("due", due, 100),
    )  # fmt: skip
    work.put(divergence)
    return divergence


def change_divergence(
    work: Work,
    divergence: RowKey,
    what: str | None = None,
    why: str | None = None,
    mend: str | None = None,
    due: str | None = None,
    is_open: bool | None = None,
) -> Divergence:
    """Say a divergence in other words, or that the room no longer differs."""
    before = _divergence(work, divergence)
    changed = replace(
        before,
        what=before.what if what is None else one_line("what", what),
        why=before.why if why is None else optional_line("why", why),
        mend=before.mend if mend is None else optional_line("mend", mend),
        due=before.due if due is None else optional_line("due", due, 100),
        is_open=before.is_open if is_open is None else is_open,
    )
    work.put(changed)
    return changed


def remove_divergence(work: Work, divergence: RowKey) -> None:
    """Remove a divergence from the register."""
    work.remove(Divergence, _divergence(work, divergence).key)


def _divergence(work: Work, divergence: RowKey) -> Divergence:
    found = work.get(Divergence, divergence)
    session_of(work, found.session)
    return found


def divergences_of(work: Work, session: str) -> tuple[Divergence, ...]:
    """Return a session's register, what is open first, else by random key."""
    return tuple(sorted(work.select(Divergence, session=session), key=lambda one: (not one.is_open, one.key)))


def unregistered(work: Work, session: str) -> tuple[Point, ...]:
    """Return the points that divide the room and have no entry in the register yet."""
    entered = {one.point for one in work.select(Divergence, session=session)}
    divergent = work.select(Point, session=session, state=PointState.DIVERGENT)
    return tuple(point for point in divergent if point.key not in entered)

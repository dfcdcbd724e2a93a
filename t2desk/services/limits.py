"""How long a turn may be: set for a session or for one of its items, and looked up for the turn that runs."""

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import OutOfRange
from t2desk.domain.floor import LONGEST_LIMIT, USUAL_LIMIT, TurnLimit, limit_id
from t2desk.domain.ports import Work
from t2desk.services.room import session_of, unsettled


def set_limit(work: Work, seconds: int | None, session: str | None = None, item: str | None = None) -> None:
    """Let a turn be so many seconds long, 0 for as long as it takes; null goes back to what holds without it.

    Without an item it holds for a whole session, the one at hand unless another is named. Raises OutOfRange.
    """
    held_in = unsettled(session_of(work, session if item is None else work.get(AgendaItem, item).session))
    key = limit_id(held_in.id, item)
    if seconds is not None:
        if not 0 <= seconds <= LONGEST_LIMIT:
            raise OutOfRange(field="seconds", low=0, high=LONGEST_LIMIT)
        work.put(TurnLimit(key, held_in.id, item, seconds))
    else:
        work.discard(TurnLimit, key)


def own_limit(work: Work, session: str, item: str | None = None) -> int | None:
    """Return what was set for a session, or for one of its items; None where nothing was."""
    found = work.find(TurnLimit, limit_id(session, item))
    return None if found is None else found.seconds


def limit_for(work: Work, session: str, item: str | None) -> int:
    """Return how long a turn may be, in seconds: the item's limit, else the session's, else the usual one."""
    asked = (own_limit(work, session, item) if item else None, own_limit(work, session))
    return next((seconds for seconds in asked if seconds is not None), USUAL_LIMIT)


def forget_limit(work: Work, session: str, item: str) -> None:
    """Let go of the limit of an item that is removed."""
    work.discard(TurnLimit, limit_id(session, item))

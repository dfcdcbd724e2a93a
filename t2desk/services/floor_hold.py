"""The rapporteur's hold: a sign to the facilitator alone that the writing has not caught up yet."""

from t2desk.domain.ports import Work
from t2desk.domain.sections import Draft
from t2desk.services.room import the_open_session

# A row among the drafts: it outlives a kill, is in neither log nor undo, and goes when the session is settled.
HOLD_DRAFT = "floor.hold"


def set_hold(work: Work) -> None:
    """Ask the facilitator to wait; the floor itself goes on. Raises NoOpenSession."""
    work.put(Draft(HOLD_DRAFT, the_open_session(work).id, ""))


def release_hold(work: Work) -> None:
    """Say that the writing has caught up; releasing twice changes nothing."""
    work.discard(Draft, HOLD_DRAFT)


def is_held(work: Work) -> bool:
    """Return whether the rapporteur asks to wait."""
    return work.find(Draft, HOLD_DRAFT) is not None

"""What the agenda asks the facilitator at this moment: a conclusion, what is due, how to be on time again."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.ports import Work
from t2desk.services.agenda_plans import DueItem, due_items, to_conclude
from t2desk.services.agenda_recovery import RecoveryPreview, recoveries
from t2desk.services.room import open_session


@dataclass(frozen=True, slots=True)
class AgendaPrompts:
    """The item left without a conclusion, the parked items that are due, and the ways to be on time again."""

    conclude: AgendaItem | None = None
    due: tuple[DueItem, ...] = ()
    ways: tuple[RecoveryPreview, ...] = ()


def agenda_prompts(work: Work) -> AgendaPrompts:
    """Return what is to be asked in the open session; nothing while none is open."""
    session = open_session(work)
    if session is None:
        return AgendaPrompts()
    return AgendaPrompts(to_conclude(work, session.id), due_items(work), recoveries(work))

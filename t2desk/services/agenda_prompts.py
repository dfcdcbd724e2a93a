"""What the agenda asks the facilitator at this moment: a conclusion, what is due, how to be on time again."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.ports import Work
from t2desk.domain.series import Session, SessionState
from t2desk.services.agenda_plans import DueItem, due_items, plan_of, to_conclude
from t2desk.services.agenda_recovery import RecoveryPreview, recoveries
from t2desk.services.room import open_session


@dataclass(frozen=True, slots=True)
class AgendaPrompts:
    """The item left without a conclusion, the parked items that are due, and the ways to be on time again.

    `said` is what was concluded when the item was left before.
    """

    conclude: AgendaItem | None = None
    said: str = ""
    due: tuple[DueItem, ...] = ()
    ways: tuple[RecoveryPreview, ...] = ()


def agenda_prompts(work: Work) -> AgendaPrompts:
    """Return what is to be asked in the open session; after it, only what came of the item that it ended with."""
    session = open_session(work)
    asked_of = session or _adjourned_last(work)
    left = to_conclude(work, asked_of.id) if asked_of else None
    said = plan_of(work, left).conclusion if left else ""
    if session is None:
        return AgendaPrompts(left, said)
    return AgendaPrompts(left, said, due_items(work), recoveries(work))


def _adjourned_last(work: Work) -> Session | None:
    adjourned = work.select(Session, state=SessionState.ADJOURNED)
    return max(adjourned, key=lambda one: one.number, default=None)

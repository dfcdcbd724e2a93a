"""The meeting's days at a glance: which sessions, from when to when, and what each is made of."""

from dataclasses import dataclass
from datetime import date

from t2desk.domain.agenda import AgendaItem, ItemKind, ItemPlan, ItemState
from t2desk.domain.ports import Work
from t2desk.domain.series import Meeting
from t2desk.services.agenda_plans import meeting_agenda
from t2desk.services.preparation import Plan, plan_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """One item as a stretch of its session: minutes, and whether it is a break."""

    title: str
    minutes: int
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class DaySession:
    """A session as its day shows it."""

    plan: Plan
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions of one day of a meeting; `day` is None for those without a planned start."""

    meeting: str
    day: date | None
    sessions: tuple[DaySession, ...]


def days(work: Work) -> tuple[Day, ...]:
    """Return every meeting's days in order; what has no start comes last within its meeting."""
    breaks = {one.item for one in work.select(ItemPlan, kind=ItemKind.BREAK)}
    meetings = sorted(work.select(Meeting), key=lambda one: one.number)
    return tuple(day for meeting in meetings for day in _days(work, meeting, breaks))


def _days(work: Work, meeting: Meeting, breaks: set[str]) -> list[Day]:
    found: dict[date | None, list[DaySession]] = {}
    for session, items in meeting_agenda(work, meeting.id):
        plan = plan_of(work, session)
        found.setdefault(plan.starts.date() if plan.starts else None, []).append(
            DaySession(plan, _stretches(items, breaks))
        )
    return [
        Day(meeting.title, day, tuple(sorted(found[day], key=_begin)))
        for day in sorted(found, key=lambda day: (day is None, day or date.min))
    ]


def _begin(one: DaySession) -> tuple[float, int]:
    return (one.plan.starts.timestamp() if one.plan.starts else 0.0, one.plan.session.number)


def _stretches(items: tuple[AgendaItem, ...], breaks: set[str]) -> tuple[Stretch, ...]:
    parents = {one.parent for one in items}
    kept = (one for one in items if one.id not in parents and one.state is not ItemState.PARKED and one.minutes)
    return tuple(Stretch(one.title, one.minutes, one.id in breaks) for one in kept)

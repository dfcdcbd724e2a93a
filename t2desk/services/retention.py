"""Keeping no longer than agreed: what is due, holds, and destroying, which a person confirms with the day."""

from dataclasses import dataclass, replace
from datetime import date

from t2desk.domain.agenda import AgendaItem, ItemPlan
from t2desk.domain.ground import AgreedText
from t2desk.domain.ground_errors import NotADay
from t2desk.domain.ledger import Release
from t2desk.domain.notes import Note
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.ports import Work
from t2desk.domain.retention import THE_LAST_DAY, Destroyed, Destruction, Hold, LastDay
from t2desk.domain.retention_errors import ClockWentBack, NotTheDay, OnHold, SessionStillOpen
from t2desk.domain.room_rows import NotPrivate, RoomSetting
from t2desk.domain.scopes import RuleChange, RuleDates, Scope, scope_id
from t2desk.domain.sections import Draft
from t2desk.domain.series import Session, SessionState
from t2desk.domain.text import one_line
from t2desk.services.last_day import today_of
from t2desk.services.rule_settling import forget_note
from t2desk.services.scopes import rule_of_session
from t2desk.services.settling import settle_session

_AGREED = (PointState.AGREED, PointState.CLEARED, PointState.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one session is kept: the day of its destruction (ISO, or empty), days until then, why it is held."""

    session: str
    number: int
    title: str
    state: SessionState
    destroy_on: str
    days: int | None
    hold: str

    @property
    def is_due(self) -> bool:
        """Whether its day has come and nothing holds it."""
        return self.days is not None and self.days <= 0 and not self.hold


def keepings(work: Work) -> tuple[Keeping, ...]:
    """Return how long each session is kept, by number."""
    today = date.fromisoformat(today_of(work.now))
    return tuple(_keeping(work, one, today) for one in sorted(work.select(Session), key=lambda one: one.number))


def _keeping(work: Work, session: Session, today: date) -> Keeping:
    day = rule_of_session(work, session).destroy_on
    hold = work.find(Hold, session.id)
    days = (date.fromisoformat(day) - today).days if day else None
    return Keeping(
        session.id, session.number, session.title, session.state, day, days, "" if hold is None else hold.reason
    )


def certificates(work: Work) -> tuple[Destruction, ...]:
    """Return what was destroyed, the earliest first."""
    return tuple(sorted(work.select(Destruction), key=lambda one: (one.day, one.number)))


def place_hold(work: Work, session: str, reason: str) -> Hold:
    """Forbid that anything of a session is destroyed until the hold is lifted."""
    hold = Hold(work.get(Session, session).id, one_line("reason", reason))
    work.put(hold)
    return hold


def lift_hold(work: Work, session: str) -> None:
    """Let a session be destroyed again when its day comes. Raises NotThere."""
    work.remove(Hold, session)


def destroy(work: Work, session: str, what: Destroyed, today: str) -> Destruction:
    """Destroy a session, its notes, or all but what was agreed; whoever confirms says which day it is.

    Never by the clock alone: refused where the day that was said is not the clock's, or is before the last one that
    the dossier saw. What was not settled is settled first. It cannot be undone, and certifies itself without content.
    Raises OnHold, SessionStillOpen, NotTheDay, ClockWentBack, NotADay, NotThere.
    """
    doomed = work.get(Session, session)
    _refuse(work, doomed, today)
    if doomed.state is not SessionState.SETTLED:
        doomed = settle_session(work, doomed.id)
    work.log_under(doomed.id)
    left = tuple(sorted(one.sha256 for one in work.select(Release, session=doomed.id)))
    rows = _DESTROY[what](work, doomed)
    made = Destruction(
        work.new_key(), doomed.number, today_of(work.now), what, rows, left if what is Destroyed.SESSION else ()
    )
    work.put(made)
    work.settle_log(doomed.id)
    work.purge()
    return made


def _refuse(work: Work, session: Session, today: str) -> None:
    if session.state is SessionState.OPEN:
        raise SessionStillOpen
    if work.find(Hold, session.id) is not None:
        raise OnHold(number=session.number)
    try:
        said = date.fromisoformat(today).isoformat()
    except ValueError:
        raise NotADay(field="today") from None
    clock = today_of(work.now)
    if said != clock:
        raise NotTheDay(clock=clock)
    last = work.find(LastDay, THE_LAST_DAY)
    if last is not None and clock < last.day:
        raise ClockWentBack(clock=clock, last=last.day)


def _destroy_notes(work: Work, session: Session) -> int:
    notes = work.select(Note, session=session.id)
    for note in notes:
        forget_note(work, note)
    for plan in work.select(ItemPlan, session=session.id):
        work.put(replace(plan, notes="", conclusion=""))
    work.clear(Draft)
    return len(notes)


def _destroy_all_but_agreed(work: Work, session: Session) -> int:
    count = 0
    for point in work.select(Point, session=session.id):
        if point.state in _AGREED:
            count += _reduce(work, point)
        else:
            count += 1 + work.remove_below(Point, point.key)
            work.remove(Point, point.key)
    _forget_beside(work, session)
    # What left stays in the ledger, and the session has its name.
    return count + work.remove_below(Session, session.id, sparing=(Point, Release))


def _reduce(work: Work, point: Point) -> int:
    """Leave of a point what was agreed, and when it is asked, by which decision rule; nothing of how it came to be."""
    agreed = work.find(AgreedText, point.key)
    kept = point.current if agreed is None else agreed.wording
    work.put(replace(point, item=None, current=kept))
    count = 0
    for wording in work.select(Wording, point=point.key):
        if wording.key != kept:
            count += 1 + work.remove_below(Wording, wording.key)
            work.remove(Wording, wording.key)
    count += work.remove_below(Wording, kept, sparing=(AgreedText,))
    return count + work.remove_below(Point, point.key, sparing=(AgreedText, Wording))


def _destroy_session(work: Work, session: Session) -> int:
    _forget_beside(work, session)
    count = 1 + work.remove_below(Session, session.id)
    work.remove(Session, session.id)
    return count


def _forget_beside(work: Work, session: Session) -> None:
    """Remove what refers to a session or its items by a name of its own, which no reference tells of."""
    work.discard(RoomSetting, session.id)
    work.clear(NotPrivate, of=session.id)
    work.clear(Draft)
    ids = {scope_id(Scope.PART, session.id)}
    ids |= {scope_id(Scope.ITEM, item.id) for item in work.select(AgendaItem, session=session.id)}
    persons = scope_id(Scope.PERSON, "", session.id) + ":"
    for dates in work.select(RuleDates):
        if dates.id in ids or dates.id.startswith(persons):
            work.remove(RuleDates, dates.id)
    for change in work.select(RuleChange):
        if change.scope in ids or change.scope.startswith(persons):
            work.remove(RuleChange, change.key)


_DESTROY = {
    Destroyed.NOTES: _destroy_notes,
    Destroyed.ALL_BUT_AGREED: _destroy_all_but_agreed,
    Destroyed.SESSION: _destroy_session,
}

"""Under which presets something is taken in: those of series, meeting, part, item and speaker beside the session's."""

from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import RuleTakesNothing
from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS, Recording
from t2desk.domain.scopes import Scope, ScopedRule, TakenUnder, meet_of, scope_id
from t2desk.domain.sections import DraftSection
from t2desk.domain.series import Session

_TAKEN_IN = (Turn, Attendance, Note, Point, DraftSection)
_OF_ITEMS = (Turn, Note, Point, DraftSection)


def presets_now(work: Work, session: Session, item: str | None, person: str | None) -> tuple[str, ...]:
    """Return the presets in force now beside the session's own, each once; usually none."""
    if not work.count(ScopedRule):
        return ()
    keys = [scope_id(Scope.SERIES, ""), scope_id(Scope.MEETING, session.meeting), scope_id(Scope.PART, session.id)]
    keys += [] if item is None else [scope_id(Scope.ITEM, item)]
    keys += [] if person is None else [scope_id(Scope.PERSON, person, session.id)]
    found = {rule.preset for rule in filter(None, (work.find(ScopedRule, key) for key in keys))}
    return tuple(sorted(found - {"", session.rule}))


def presets_beside(work: Work, session: Session, item: str | None) -> tuple[str, ...]:
    """Return every preset that was ever held by a session's series and meeting, and by one of its items."""
    keys = [scope_id(Scope.SERIES, ""), scope_id(Scope.MEETING, session.meeting)]
    keys += [] if item is None else [scope_id(Scope.ITEM, item)]
    held = {name for rule in filter(None, (work.find(ScopedRule, key) for key in keys)) for name in rule.held}
    return tuple(sorted(held))


def recording_now(session: Session, presets: tuple[str, ...]) -> Recording:
    """Return what may be written down under the session's rule and those beside it."""
    return min(PRESETS[session.rule].rule.recording, meet_of(presets).recording)


def refuse_untakable(session: Session, presets: tuple[str, ...]) -> None:
    """Refuse a note or point where a rule lets nothing be written down. Raises RuleTakesNothing."""
    if recording_now(session, presets) is Recording.NONE:
        raise RuleTakesNothing


def refuse_unrecordable(work: Work, session: Session, item: str | None = None) -> None:
    """Refuse words where a session's rule, or one beside it, lets nothing be written down. Raises RuleTakesNothing."""
    refuse_untakable(session, presets_now(work, session, item, None))


def mark_taken(work: Work, session: Session, key: int, presets: tuple[str, ...]) -> None:
    """Keep with a note or point the presets beside its session's under which it was taken in."""
    if presets:
        work.put(TakenUnder(key, session.id, presets))


def bound_by(work: Work, rule: ScopedRule) -> bool:
    """Say whether anything was taken in for the thing that a rule is of; a rule that bound nobody is not held."""
    if rule.scope is Scope.ITEM:
        return any(work.count(kind, item=rule.of) for kind in _OF_ITEMS)
    if rule.session is not None:
        return any(work.count(kind, session=rule.session) for kind in _TAKEN_IN)
    sessions = work.select(Session) if rule.scope is Scope.SERIES else work.select(Session, meeting=rule.of)
    return any(work.count(kind, session=session.id) for session in sessions for kind in _TAKEN_IN)

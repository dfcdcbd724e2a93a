"""Rules for a series, a meeting, a part, an item or a person beside the session's; the most restrictive wins.

Tightening holds at once and backwards; what is made less strict holds for what comes next, and is logged with how it
was agreed. Nothing that was taken in is ever loosened here: for one wording and one edition those concerned consent.
"""

from dataclasses import replace
from datetime import date

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import UnknownWord
from t2desk.domain.ground_errors import LooseningNeedsAccord, NotADay, NoteStaysStrict, PersonHasNoDays
from t2desk.domain.keys import RowKey
from t2desk.domain.notes import Note
from t2desk.domain.people import Person
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS, Rule
from t2desk.domain.scopes import (
    RuleChange,
    RuleDates,
    Scope,
    ScopedRule,
    TakenUnder,
    is_as_strict,
    meet_of,
    scope_id,
)
from t2desk.domain.series import Meeting, Session
from t2desk.domain.text import one_line
from t2desk.services.room import session_of, the_open_session, unsettled
from t2desk.services.taking import bound_by, presets_beside


def set_scoped_rule(work: Work, scope: Scope, preset: str = "", of: str = "", how: str = "") -> ScopedRule:
    """Set the preset of a series, meeting, part, item or person beside the session's; empty for none.

    A part is of the open session, and so is a person's rule. `how` says how a less strict rule was agreed.
    Raises UnknownWord, LooseningNeedsAccord.
    """
    if preset and preset not in PRESETS:
        raise UnknownWord(field="preset", words=", ".join(PRESETS))
    named, session = _thing(work, scope, of)
    key = scope_id(scope, named, session if scope is Scope.PERSON else None)
    before = work.find(ScopedRule, key) or ScopedRule(key, scope, named, session, "")
    _refuse_loosening(work, before, preset, how)
    bound = before.held if bound_by(work, before) else ()
    held = tuple(sorted({*bound, *((preset,) if preset else ())}))
    changed = replace(before, preset=preset, held=held)
    work.put(changed)
    return changed


def _thing(work: Work, scope: Scope, of: str) -> tuple[str, str | None]:
    """Return what a rule is of, by its id, and the session that it belongs to, if it belongs to one."""
    match scope:
        case Scope.SERIES:
            return "", None
        case Scope.MEETING:
            return work.get(Meeting, of).id, None
        case Scope.ITEM:
            item = work.get(AgendaItem, of)
            return item.id, unsettled(session_of(work, item.session)).id
        case Scope.PART:
            session = the_open_session(work).id
            return session, session
        case Scope.PERSON:
            return work.get(Person, of).id, the_open_session(work).id


def _refuse_loosening(work: Work, before: ScopedRule, preset: str, how: str) -> None:
    if is_as_strict(preset, before.preset) or not bound_by(work, before):
        return
    if not how.strip():
        raise LooseningNeedsAccord
    work.put(RuleChange(work.new_key(), before.id, before.preset, preset, one_line("how", how)))


def tighten_note(work: Work, note: RowKey, preset: str) -> TakenUnder:
    """Put one note under a stricter rule, whatever its session has. Raises NoteStaysStrict for a less strict one."""
    about = work.get(Note, note)
    return _tighten(work, about.key, unsettled(session_of(work, about.session)), preset)


def tighten_point(work: Work, point: RowKey, preset: str) -> TakenUnder:
    """Put one point with all its wordings under a stricter rule. Raises NoteStaysStrict for a less strict one."""
    about = work.get(Point, point)
    return _tighten(work, about.key, session_of(work, about.session), preset)


def _tighten(work: Work, key: int, session: Session, preset: str) -> TakenUnder:
    if preset not in PRESETS:
        raise UnknownWord(field="preset", words=", ".join(PRESETS))
    before = work.find(TakenUnder, key) or TakenUnder(key, session.id, ())
    if not all(is_as_strict(preset, other) for other in (*before.presets, session.rule)):
        raise NoteStaysStrict
    tightened = replace(before, presets=tuple(sorted({*before.presets, preset})))
    work.put(tightened)
    return tightened


def set_rule_dates(
    work: Work, scope: Scope, of: str = "", embargo_until: str = "", destroy_on: str = "", how: str = ""
) -> RuleDates:
    """Say until when nothing of a thing leaves and when it is destroyed, as ISO days; empty for no such day.

    An earlier end of the embargo or a later destruction is less strict, and says how it was agreed. A person's rule
    has no days: they would stand beside what that person said. Raises PersonHasNoDays, NotADay, LooseningNeedsAccord.
    """
    if scope is Scope.PERSON:
        raise PersonHasNoDays
    named, _ = _thing(work, scope, of)
    key = scope_id(scope, named)
    return _put_dates(work, RuleDates(key, _day("embargo_until", embargo_until), _day("destroy_on", destroy_on)), how)


def keep_session(work: Work, session: str, destroy_on: str = "", how: str = "") -> RuleDates:
    """Say when a session, open or not, is to be destroyed; the embargo on it stays. Raises as `set_rule_dates` does."""
    key = scope_id(Scope.PART, work.get(Session, session).id)
    before = work.find(RuleDates, key) or RuleDates(key)
    return _put_dates(work, replace(before, destroy_on=_day("destroy_on", destroy_on)), how)


def _put_dates(work: Work, dates: RuleDates, how: str) -> RuleDates:
    key, before = dates.id, work.find(RuleDates, dates.id) or RuleDates(dates.id)
    is_looser = dates.embargo_until < before.embargo_until or (before.destroy_on or "~") < (dates.destroy_on or "~")
    if is_looser and not how.strip():
        raise LooseningNeedsAccord
    if is_looser:
        work.put(RuleChange(work.new_key(), key, before.told(), dates.told(), one_line("how", how)))
    work.put(dates)
    return dates


def _day(field: str, given: str) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else ""
    except ValueError:
        raise NotADay(field=field) from None


def rule_of(work: Work, thing: Note | Point) -> Rule:
    """Return the rule that a note or point stands under now: everything that ever bound it, the strictest of all."""
    session = work.get(Session, thing.session)
    under = work.find(TakenUnder, thing.key)
    presets = (thing.rule, *session.rules_held, *presets_beside(work, session, thing.item))
    rule = meet_of((*presets, *(under.presets if under else ())))
    return _dated(work, rule, session, thing.item)


def rule_of_session(work: Work, session: Session, item: str | None = None) -> Rule:
    """Return the rule of a session, or of one of its items: every preset held there, in its meeting and the series."""
    rule = meet_of((*session.rules_held, *presets_beside(work, session, item)))
    return _dated(work, rule, session, item)


def _dated(work: Work, rule: Rule, session: Session, item: str | None) -> Rule:
    keys = [scope_id(Scope.SERIES, ""), scope_id(Scope.MEETING, session.meeting), scope_id(Scope.PART, session.id)]
    keys += [] if item is None else [scope_id(Scope.ITEM, item)]
    for dates in filter(None, (work.find(RuleDates, key) for key in keys)):
        rule = rule.meet(replace(rule, embargo_until=dates.embargo_until, destroy_on=dates.destroy_on))
    return rule

"""Two people who are one: everything of the one becomes the other's, and no second of the statistics is lost."""

from dataclasses import replace

from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import NobodyElse
from t2desk.domain.floor import FEWEST_CANDIDATES, FloorTotal, QueueEntry, Turn, Wait
from t2desk.domain.floor_terms import FloorLimit, InterpreterDuty, LimitScope, SpeaksIn, Substitution
from t2desk.domain.people import Identity, Person
from t2desk.domain.ports import Work
from t2desk.domain.scopes import Credit, Scope, ScopedRule, scope_id, stricter_of
from t2desk.domain.subjects import Subject
from t2desk.services.people import remove_person
from t2desk.services.sources import give_sources, move_subject


def merge_people(work: Work, person: str, into: str) -> Person:
    """Make two entries of the list one: turns, sources and totals of `person` become those of `into`.

    The name, seat and party are those of `into`. Raises NotThere, NobodyElse, PeopleStaySealed, NamesClosed.
    """
    kept = work.get(Person, into)
    if work.get(Person, person).id == kept.id:
        raise NobodyElse
    work.get(Identity, person)
    give_sources(work, person, into)
    work.put_many(replace(turn, person=into) for turn in work.select(Turn, person=person))
    _merge_queue(work, person, into)
    _merge_attendance(work, person, into)
    _merge_terms(work, person, into)
    _merge_totals(work, person, into)
    _merge_wishes(work, person, into)
    remove_person(work, person)
    return kept


def _merge_queue(work: Work, person: str, into: str) -> None:
    for entry in work.select(QueueEntry, person=person):
        waiting = next(iter(work.select(QueueEntry, session=entry.session, person=into)), None)
        if waiting is None:
            work.put(replace(entry, person=into))
            continue
        # Whoever came first stays there, with what they asked for then.
        first, last = sorted((entry, waiting), key=lambda one: one.place)
        work.remove(QueueEntry, last.key)
        work.put(replace(first, person=into))
    _merge_wait(work, person, into)


def _merge_wait(work: Work, person: str, into: str) -> None:
    wait, other = work.find(Wait, person), work.find(Wait, into)
    if wait is None:
        return
    work.remove(Wait, person)
    if other is None or wait.since.is_before(other.since):
        work.put(replace(wait, person=into))


def _merge_attendance(work: Work, person: str, into: str) -> None:
    for row in work.select(Attendance, person=person):
        kept = next(iter(work.select(Attendance, session=row.session, person=into)), None)
        if kept is None:
            work.put(replace(row, person=into))
            continue
        move_subject(work, Subject.ATTENDANCE, row.key, kept.key)
        work.remove(Attendance, row.key)


def _merge_terms(work: Work, person: str, into: str) -> None:
    for duty in work.select(InterpreterDuty, person=person):
        work.put(replace(duty, person=into))
    spoken = work.find(SpeaksIn, person)
    if spoken is not None and work.find(SpeaksIn, into) is None:
        work.put(replace(spoken, person=into))
    for limit in work.select(FloorLimit, scope=LimitScope.PERSON, of=person):
        taken = work.select(FloorLimit, session=limit.session, scope=LimitScope.PERSON, of=into)
        work.remove(FloorLimit, limit.key) if taken else work.put(replace(limit, of=into))
    for row in (*work.select(Substitution, person=person), *work.select(Substitution, stands_for=person)):
        _merge_substitution(work, row, person, into)


def _merge_substitution(work: Work, row: Substitution, person: str, into: str) -> None:
    named = {person: into}
    merged = replace(
        row, person=named.get(row.person, row.person), stands_for=named.get(row.stands_for, row.stands_for)
    )
    if merged.person == merged.stands_for:
        work.remove(Substitution, row.key)
    else:
        work.put(merged)


def _merge_wishes(work: Work, person: str, into: str) -> None:
    """Let the two of them be one in what was asked for: credit in an edition, and the stricter rule of their own."""
    for credit in work.select(Credit, person=person):
        same = work.select(Credit, session=credit.session, person=into, edition=credit.edition)
        work.remove(Credit, credit.key) if same else work.put(replace(credit, person=into))
    for rule in work.select(ScopedRule, scope=Scope.PERSON, of=person):
        key = scope_id(Scope.PERSON, into, rule.session)
        other = work.find(ScopedRule, key) or replace(rule, id=key, of=into, preset="", held=())
        held = tuple(sorted({*rule.held, *other.held}))
        work.put(replace(other, preset=stricter_of(rule.preset, other.preset), held=held))
        work.remove(ScopedRule, rule.id)


def _merge_totals(work: Work, person: str, into: str) -> None:
    for total in work.select(FloorTotal, person=person):
        others = work.select(FloorTotal, session=total.session, item=total.item, person=into)
        if not others:
            work.put(replace(total, person=into))
            continue
        work.remove(FloorTotal, total.key)
        work.put(_added(others[0], total))
        _hide_few(work, total.session, total.item)


def _added(one: FloorTotal, other: FloorTotal) -> FloorTotal:
    return replace(one, turns=one.turns + other.turns, seconds=one.seconds + other.seconds)


def _hide_few(work: Work, session: str, item: str | None) -> None:
    # One candidate fewer: where fewer than three are left, the totals may no longer say who.
    named = [row for row in work.select(FloorTotal, session=session, item=item) if row.person is not None]
    if not named or len(named) >= FEWEST_CANDIDATES:
        return
    whole = replace(named[0], person=None)
    for row in named[1:]:
        whole = _added(whole, row)
        work.remove(FloorTotal, row.key)
    work.put(whole)

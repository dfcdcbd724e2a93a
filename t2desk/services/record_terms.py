"""The terms of the floor as plain JSON values, out and in again: limits, closed lists, marks, interpretation."""

from typing import Any

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import NotThere
from t2desk.domain.floor_terms import (
    ClosedList,
    FloorLimit,
    FloorOpening,
    InterpreterDuty,
    LanguageFactor,
    LimitScope,
    PointCategory,
    SpeaksIn,
    Substitution,
    TurnMark,
)
from t2desk.domain.moments import Moment
from t2desk.domain.people import Party, Person
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line

Plain = dict[str, Any]
# What was timed on another machine is comparable by its wall clock only.
ELSEWHERE = "elsewhere"
_MARKS = ("allowed", "category", "uncertain", "stopped")


def time_of(text: str) -> Moment:
    """Return a moment of a record. Raises ValueError."""
    return Moment.from_iso(text, ELSEWHERE)


def languages(work: Work) -> Plain:
    """Return what is set of the series' languages: how long turns in each may be, and who speaks which."""
    factors = sorted(work.select(LanguageFactor), key=lambda one: one.language)
    speakers = sorted(work.select(SpeaksIn), key=lambda one: one.person)
    parts = {
        "factors": [{"language": one.language, "percent": one.percent} for one in factors],
        "speakers": [{"person": one.person, "language": one.language} for one in speakers],
    }
    return {name: part for name, part in parts.items() if part}


def read_languages(work: Work, plain: Plain) -> None:
    """Write what a record has of languages. Raises NotThere and text refusals."""
    for one in plain.get("factors", []):
        work.put(LanguageFactor(one_line("language", one["language"], 20), one["percent"]))
    for one in plain.get("speakers", []):
        work.put(SpeaksIn(work.get(Person, one["person"]).id, one_line("language", one["language"], 20)))


def terms_of(work: Work, session: str) -> Plain:
    """Return what holds on the floor of a session besides its turns; what is not set is left out."""
    limits = sorted(work.select(FloorLimit, session=session), key=lambda one: (one.scope, one.of))
    closed = sorted(work.select(ClosedList, session=session), key=lambda one: one.of or "")
    duty, opening = work.find(InterpreterDuty, session), work.find(FloorOpening, session)
    parts: Plain = {
        "limits": [{"scope": one.scope.value, "of": one.of, "seconds": one.seconds} for one in limits],
        "closed_lists": [{} if one.of is None else {"item": one.of} for one in closed],
        "interpreter": {"person": duty.person, "since": duty.since.to_iso()} if duty else {},
        "floor_since": opening.since.to_iso() if opening else "",
    }
    return {name: part for name, part in parts.items() if part}


def read_terms(work: Work, session: str, plain: Plain) -> None:
    """Write what a record has of a session's terms; its items are there already. Raises NotThere, ValueError."""
    for one in plain.get("limits", []):
        scope = LimitScope(one["scope"])
        work.put(FloorLimit(work.new_key(), session, scope, _target(work, session, scope, one["of"]), one["seconds"]))
    for one in plain.get("closed_lists", []):
        work.put(ClosedList(work.new_key(), session, one.get("item")))
    if "interpreter" in plain:
        duty = plain["interpreter"]
        work.put(InterpreterDuty(session, work.get(Person, duty["person"]).id, time_of(duty["since"])))
    if "floor_since" in plain:
        work.put(FloorOpening(session, time_of(plain["floor_since"])))


def _target(work: Work, session: str, scope: LimitScope, of: str) -> str:
    if scope is LimitScope.PARTY:
        return work.get(Party, of).id
    if scope is LimitScope.PERSON:
        return work.get(Person, of).id
    if work.get(AgendaItem, of).session != session:
        raise NotThere(kind="item of this session", key=of)
    return of


def marks_of(work: Work, turn: int) -> Plain:
    """Return what a turn has besides its row, as far as it has any."""
    mark = work.find(TurnMark, turn)
    found = {name: getattr(mark, name) for name in _MARKS} if mark else {}
    return {name: part for name, part in found.items() if part is not None}


def read_marks(work: Work, session: str, turn: int, plain: Plain) -> None:
    """Write what a record has of a turn besides its row."""
    if not any(name in plain for name in _MARKS):
        return
    category = PointCategory(plain["category"]) if "category" in plain else None
    uncertain = float(plain["uncertain"]) if "uncertain" in plain else None
    work.put(TurnMark(turn, session, plain.get("allowed"), category, uncertain, plain.get("stopped")))


def stands_for(work: Work, attendance: Attendance) -> str | None:
    """Return whom somebody sits for in a session."""
    found = work.select(Substitution, session=attendance.session, person=attendance.person)
    return found[0].stands_for if found else None


def read_stand_in(work: Work, session: str, person: str, plain: Plain) -> None:
    """Write for whom somebody sits, where a record says so. Raises NotThere."""
    if "stands_for" in plain:
        work.put(Substitution(work.new_key(), session, person, work.get(Person, plain["stands_for"]).id))

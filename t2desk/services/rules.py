"""The rule in force: set it, and keep account of every rule under which something was taken in."""

from dataclasses import replace

from t2desk.domain.attendance import Attendance
from t2desk.domain.desk_errors import UnknownWord
from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.sections import DraftSection, NextStep
from t2desk.domain.series import Session, SessionState
from t2desk.domain.subjects import Subject
from t2desk.services.room import session_of, the_open_session, unsettled
from t2desk.services.sources import trace

_TAKEN_IN = (Turn, Attendance, Note, Point, DraftSection, NextStep)


def set_rule(work: Work, preset: str, session: str | None = None) -> Session:
    """Set the rule of the open session, or of the one named, by its preset's name.

    A rule under which nothing has been taken in has bound nobody, and is not held against what comes after.
    """
    if preset not in PRESETS:
        raise UnknownWord(field="preset", words=", ".join(PRESETS))
    held_in = the_open_session(work) if session is None else unsettled(session_of(work, session))
    bound = held_in.rules_held if any(work.count(kind, session=held_in.id) for kind in _TAKEN_IN) else ()
    changed = replace(held_in, rule=preset, rules_held=tuple(sorted({*bound, preset})))
    work.put(changed)
    if held_in.state is SessionState.OPEN:
        trace(work, held_in.id, Subject.RULE, 0, preset)
    return changed

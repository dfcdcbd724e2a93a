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
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.services.room import the_open_session
from t2desk.services.sources import trace

_TAKEN_IN = (Turn, Attendance, Note, Point, DraftSection, NextStep)


def set_rule(work: Work, preset: str) -> Session:
    """Set the rule of the open session by its preset's name.

    A rule under which nothing has been taken in has bound nobody, and is not held against what comes after.
    """
    if preset not in PRESETS:
        raise UnknownWord(field="preset", words=", ".join(PRESETS))
    session = the_open_session(work)
    bound = session.rules_held if any(work.count(kind, session=session.id) for kind in _TAKEN_IN) else ()
    changed = replace(session, rule=preset, rules_held=tuple(sorted({*bound, preset})))
    work.put(changed)
    trace(work, session.id, Subject.RULE, 0, preset)
    return changed

"""The rule in force: set it, and keep account of every rule that was."""

from dataclasses import replace

from t2desk.domain.desk_errors import UnknownWord
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import Session
from t2desk.domain.subjects import Subject
from t2desk.services.room import the_open_session
from t2desk.services.sources import trace


def set_rule(work: Work, preset: str) -> Session:
    """Set the rule of the open session by its preset's name."""
    if preset not in PRESETS:
        raise UnknownWord(field="preset", words=", ".join(PRESETS))
    session = the_open_session(work)
    held = tuple(sorted({*session.rules_held, preset}))
    changed = replace(session, rule=preset, rules_held=held)
    work.put(changed)
    trace(work, session.id, Subject.RULE, 0, preset)
    return changed

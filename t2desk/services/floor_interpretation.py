"""Interpretation: the interpreter's clock within a turn, time for languages, and when interpreters should change."""

from dataclasses import dataclass

from t2desk.domain.desk_errors import AlreadyInterpreting, NotInterpreting, OutOfRange
from t2desk.domain.floor import Turn, TurnKind
from t2desk.domain.floor_terms import SWAP_DUE, SWAP_SOON, InterpreterDuty, LanguageFactor, SpeaksIn
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line
from t2desk.services.floor import end_turn, pause_for, speaking
from t2desk.services.room import current_item, the_open_session

# The usual time, and four times it: consecutive interpretation about doubles a turn.
_LEAST, _MOST = 100, 400


def begin_interpretation(work: Work, person: str | None = None) -> Turn:
    """Let the interpreter speak: the turn that runs waits, and the time is kept apart and charged to nobody.

    Raises NothingToInterrupt, AlreadyInterpreting.
    """
    session = the_open_session(work)
    running = speaking(work, session.id)
    if running is not None and running.kind is TurnKind.INTERPRETATION:
        raise AlreadyInterpreting
    if person is not None:
        _on_duty(work, session.id, person)
    duty = work.find(InterpreterDuty, session.id)
    beneath = pause_for(work, session)
    kind, who = TurnKind.INTERPRETATION, duty.person if duty else None
    turn = Turn(work.new_key(), session.id, current_item(work, session), who, kind, work.now, beneath)
    work.put(turn)
    return turn


def end_interpretation(work: Work) -> Turn:
    """Let the speaker go on, exactly where the interpreter came in. Raises NotInterpreting."""
    running = speaking(work, the_open_session(work).id)
    if running is None or running.kind is not TurnKind.INTERPRETATION or running.interrupted is None:
        raise NotInterpreting
    return end_turn(work)


def change_interpreter(work: Work, person: str) -> InterpreterDuty:
    """Say who interprets from now on; the reminder counts from here. Saying it of the same person changes nothing."""
    return _on_duty(work, the_open_session(work).id, person)


def _on_duty(work: Work, session: str, person: str) -> InterpreterDuty:
    before = work.find(InterpreterDuty, session)
    if before is not None and before.person == person:
        return before
    duty = InterpreterDuty(session, work.get(Person, person).id, work.now)
    work.put(duty)
    return duty


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who interprets, for how many whole seconds, and whether somebody else should soon, or should now."""

    person: str
    seconds: int
    soon: bool
    due: bool


def interpreter_on_duty(work: Work) -> OnDuty | None:
    """Return who interprets and whether to change: soon after twenty minutes, due after thirty. None for nobody."""
    duty = work.find(InterpreterDuty, the_open_session(work).id)
    if duty is None:
        return None
    seconds = int(duty.since.seconds_until(work.now))
    return OnDuty(duty.person, seconds, seconds >= SWAP_SOON, seconds >= SWAP_DUE)


def set_language_factor(work: Work, language: str, percent: int) -> LanguageFactor:
    """Let turns in a language last so many per cent of the usual time (100 to 400). Raises OutOfRange."""
    if not _LEAST <= percent <= _MOST:
        raise OutOfRange(field="percent", low=_LEAST, high=_MOST)
    factor = LanguageFactor(one_line("language", language, 20), percent)
    work.put(factor)
    return factor


def set_language(work: Work, person: str, language: str) -> SpeaksIn | None:
    """Say which language somebody speaks in; an empty one is the room's own."""
    work.get(Person, person)
    if language.strip():
        spoken = SpeaksIn(person, one_line("language", language, 20))
        work.put(spoken)
        return spoken
    work.discard(SpeaksIn, person)
    return None

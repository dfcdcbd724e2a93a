"""Off the record: nothing is taken in, and what was half typed, or said in the last seconds, is nowhere any more."""

from dataclasses import dataclass

from t2desk.domain.desk_errors import NotOffTheRecord, OffTheRecord, OutOfRange
from t2desk.domain.floor_terms import FloorOpening
from t2desk.domain.keys import RowKey
from t2desk.domain.lately import LONGEST_FORGOTTEN
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.sections import Draft
from t2desk.domain.series import OffRecord
from t2desk.domain.subjects import Subject
from t2desk.services.lately import forget_words
from t2desk.services.notes import remove_note
from t2desk.services.room import open_session, the_open_session
from t2desk.services.sources import added_lately, gaps_of, trace
from t2desk.services.stopping import stop_turns


def go_off_record(work: Work) -> None:
    """Go off the record: nothing is taken in; what was half typed is gone and the floor keeps no turns.

    Gone from the file, its write-ahead log and every backup; undo of what came before stays.
    """
    session = the_open_session(work)
    if work.find(OffRecord, session.id):
        raise OffTheRecord
    stop_turns(work, session)
    work.clear(Draft)
    trace(work, session.id, Subject.OFF_RECORD, 0, "began")
    work.put(OffRecord(session.id))
    work.purge(undo_stays=True)


def go_on_record(work: Work) -> None:
    """Go back on the record."""
    session = the_open_session(work)
    if not work.find(OffRecord, session.id):
        raise NotOffTheRecord
    trace(work, session.id, Subject.OFF_RECORD, 0, "ended")
    work.put(FloorOpening(session.id, work.now))
    work.remove(OffRecord, session.id)


def forget_lately(work: Work, seconds: int) -> None:
    """Forget the words taken in during the last so many seconds (1 to 600): gone as if never typed, and for good.

    The desk takes back every such act that it remembers. What was taken in before the program was started again is
    found by when that was (`lately.forget_words` says what then becomes of what was only put otherwise). The floor goes
    on: who speaks and for how long is not forgotten.
    """
    if not 1 <= seconds <= LONGEST_FORGOTTEN:
        raise OutOfRange(field="seconds", low=1, high=LONGEST_FORGOTTEN)
    session = the_open_session(work)
    for key in added_lately(work, session.id, Subject.NOTE, seconds):
        remove_note(work, RowKey(key))
    forget_words(work, seconds)
    work.clear(Draft)
    work.purge(undo_stays=True)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many notes and points were taken down lately; only how many."""

    notes: int = 0
    points: int = 0


def taken_lately(work: Work, seconds: int) -> Taken:
    """Return how much of the open session would be forgotten; nothing without one."""
    session = open_session(work)
    if session is None:
        return Taken()
    notes, points = (len(added_lately(work, session.id, what, seconds)) for what in (Subject.NOTE, Subject.POINT))
    return Taken(notes, points)


def interval_now(work: Work, session: str) -> Moment | None:
    """Return since when a session is off the record; None while it is not."""
    if work.find(OffRecord, session) is None:
        return None
    return next((began for began, ended in reversed(gaps_of(work, session)) if ended is None), work.now)

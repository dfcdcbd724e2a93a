"""Traces and sources: the only place that writes when something was taken down and who said it."""

from dataclasses import dataclass, replace

from t2desk.domain.desk_errors import PeopleStaySealed, SourceStaysSealed
from t2desk.domain.moments import Moment
from t2desk.domain.people import Person
from t2desk.domain.ports import Work
from t2desk.domain.rules import Recording
from t2desk.domain.series import Session
from t2desk.domain.sources import Source, Trace
from t2desk.domain.subjects import Subject
from t2desk.services.taking import recording_now


def trace(work: Work, session: str, subject: Subject, subject_key: int, what: str) -> None:
    """Note when something was taken down or changed."""
    work.put(Trace(work.new_key(), session, subject, subject_key, work.now, what))


def note_source(
    work: Work, session: Session, subject: Subject, subject_key: int, said_by: str | None, presets: tuple[str, ...] = ()
) -> None:
    """Keep who said something, as far as the rules in force let us; under most rules that is not at all.

    `presets` are those in force beside the session's own. A sealed source needs a source key in the dossier; where
    there is none, nothing is kept.
    """
    if said_by is None:
        return
    person = work.get(Person, said_by)
    recording = recording_now(session, presets)
    if recording is Recording.WITH_SOURCE:
        work.put(Source(work.new_key(), session.id, subject, subject_key, person=person.id))
    elif recording is Recording.SEALED_SOURCE:
        sealed = work.seal_source(person.id, subject_key)
        if sealed is not None:
            work.put(Source(work.new_key(), session.id, subject, subject_key, sealed=sealed))


def times_of(work: Work, session: str, subject: Subject) -> dict[int, str]:
    """Return when each subject of a session was added, as a text that sorts; empty once settled."""
    traces = work.select(Trace, session=session, subject=subject, what="added")
    return {trace.subject_key: trace.at.to_text() for trace in traces}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a subject, and when; key 0 is the session itself."""

    subject: Subject
    subject_key: int
    at: Moment
    what: str


def events_of(work: Work, session: str, *subjects: Subject) -> tuple[Event, ...]:
    """Return what happened to subjects of some kinds in a session, in its order; empty once settled."""
    traces = (trace for trace in work.select(Trace, session=session) if trace.subject in subjects)
    ordered = sorted(traces, key=lambda trace: (trace.at.wall, trace.at.boot, trace.key))
    return tuple(Event(trace.subject, trace.subject_key, trace.at, trace.what) for trace in ordered)


def added_lately(work: Work, session: str, subject: Subject, seconds: float) -> tuple[int, ...]:
    """Return the keys of what was added to a session in the last so many seconds, as far as times are kept."""
    rows = work.texts(Trace, "session", "subject", "what", "subject_key", "at")
    added = [row for row in rows if row[1:4] == (session, subject.value, "added")]
    return tuple(row[4] for row in added if Moment.from_text(row[5]).seconds_until(work.now) <= seconds)


def forget_times_lately(work: Work, subject: Subject, seconds: float) -> None:
    """Remove the traces of what happened to subjects of one kind in the last so many seconds."""
    for one in work.select(Trace, subject=subject):
        if one.at.seconds_until(work.now) <= seconds:
            work.remove(Trace, one.key)


def gaps_of(work: Work, session: str) -> tuple[tuple[Moment, Moment | None], ...]:
    """Return when a session was off the record: from when until when, None while it still is; empty once settled.

    Who asked for it is written nowhere.
    """
    rows = sorted(work.select(Trace, session=session, subject=Subject.OFF_RECORD), key=lambda one: one.at)
    begins = [one.at for one in rows if one.what == "began"]
    ends = [one.at for one in rows if one.what == "ended"]
    return tuple((begin, next((end for end in ends if not end.is_before(begin)), None)) for begin in begins)


def speaker_of(work: Work, subject: Subject, subject_key: int) -> str | None:
    """Return who said it, where the rule let that be kept in the clear."""
    sources = work.select(Source, subject=subject, subject_key=subject_key)
    return next((source.person for source in sources if source.person), None)


def any_sealed(work: Work) -> bool:
    """Say whether any source is sealed: whose it is, nobody here can tell, so that it may be anybody's."""
    return bool(work.count(Source, person=None))


def counted(work: Work, session: str) -> tuple[int, int]:
    """Return how many times and how many sources are held of a session; only how many."""
    return work.count(Trace, session=session), work.count(Source, session=session)


def forget_subject(work: Work, subject: Subject, subject_key: int) -> None:
    """Remove what leads from a thing to a person or a time."""
    work.clear(Source, subject=subject, subject_key=subject_key)
    work.clear(Trace, subject=subject, subject_key=subject_key)


def copy_subject(work: Work, subject: Subject, subject_key: int, copy_key: int) -> None:
    """Let a part of a thing have the thing's traces and sources too. Raises SourceStaysSealed."""
    for source in _clear_sources(work, subject, subject_key):
        work.put(replace(source, key=work.new_key(), subject_key=copy_key))
    for one in work.select(Trace, subject=subject, subject_key=subject_key):
        work.put(replace(one, key=work.new_key(), subject_key=copy_key))


def move_subject(work: Work, subject: Subject, subject_key: int, into_key: int) -> None:
    """Let a thing that takes another in have the other's traces and sources. Raises SourceStaysSealed."""
    _clear_sources(work, subject, into_key)
    known = {source.person for source in work.select(Source, subject=subject, subject_key=into_key)}
    for source in _clear_sources(work, subject, subject_key):
        if source.person not in known:
            work.put(replace(source, key=work.new_key(), subject_key=into_key))
    for one in work.select(Trace, subject=subject, subject_key=subject_key):
        work.put(replace(one, key=work.new_key(), subject_key=into_key))
    forget_subject(work, subject, subject_key)


def _clear_sources(work: Work, subject: Subject, subject_key: int) -> tuple[Source, ...]:
    # A sealed source is bound to the key of what was said: nobody here can open it and bind it anew.
    sources = work.select(Source, subject=subject, subject_key=subject_key)
    if any(source.sealed is not None for source in sources):
        raise SourceStaysSealed
    return sources


def give_sources(work: Work, person: str, into: str) -> None:
    """Let what one person said be what another said. Raises PeopleStaySealed where any source is sealed."""
    sources = work.select(Source)
    # Whose a sealed source is, nobody here can tell: it may be the one who is to go.
    if any(source.sealed is not None for source in sources):
        raise PeopleStaySealed
    work.put_many(replace(source, person=into) for source in sources if source.person == person)


def forget_session(work: Work, session: str, recording: Recording) -> None:
    """Remove every trace of a session, and of its sources whatever the strictest rule does not let be kept."""
    work.clear(Trace, session=session)
    for source in work.select(Source, session=session):
        if recording < Recording.SEALED_SOURCE:
            work.remove(Source, source.key)
        elif recording is Recording.SEALED_SOURCE and source.person is not None:
            _seal_clear(work, source, source.person)


def _seal_clear(work: Work, source: Source, person: str) -> None:
    # Taken in under a rule that names speakers, before one that only seals them: sealed now, or gone.
    work.remove(Source, source.key)
    sealed = work.seal_source(person, source.subject_key)
    if sealed is not None:
        work.put(replace(source, key=work.new_key(), person=None, sealed=sealed))

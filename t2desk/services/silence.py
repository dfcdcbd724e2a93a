"""The silence procedure: a wording is adopted unless somebody objects before a time of day in a named zone."""

from dataclasses import replace

from t2desk.domain.deciding import Decision, Silence, SilenceState, deadline
from t2desk.domain.ground_errors import DeadlineAhead, DeadlinePassed, NoSilenceRuns
from t2desk.domain.keys import RowKey
from t2desk.domain.points import ConcernKind, Point, PointConcern, PointState
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line
from t2desk.services.concerns import add_concern
from t2desk.services.deciding import decision_of
from t2desk.services.points import move_point
from t2desk.services.room import session_of


def begin_silence(work: Work, point: RowKey, until: str, zone: str) -> Silence:
    """Put the current wording under silence until a local time in a zone. Raises DeadlineUnclear, DeadlinePassed."""
    about = work.get(Point, point)
    session_of(work, about.session)
    silence = Silence(about.key, about.current, one_line("until", until, 40), one_line("zone", zone, 60))
    if _is_over(work, silence):
        raise DeadlinePassed(until=silence.until, zone=silence.zone)
    work.put(silence)
    return silence


def break_silence(work: Work, point: RowKey, text: str, mend: str, party: str | None = None) -> PointConcern:
    """Break the silence in time by an objection that says what would mend it. Raises NoSilenceRuns, DeadlinePassed."""
    silence = _running(work, point)
    if _is_over(work, silence):
        raise DeadlinePassed(until=silence.until, zone=silence.zone)
    work.put(replace(silence, state=SilenceState.BROKEN))
    return add_concern(work, point, text, ConcernKind.OBJECTION, mend, party)


def end_silence(work: Work, point: RowKey) -> Point:
    """Announce after the deadline that silence was kept: the wording is adopted, and the point agreed by it.

    Under another decision rule than silence the point stays where it is, to be agreed by that rule.
    Raises NoSilenceRuns, DeadlineAhead.
    """
    silence = _running(work, point)
    about = work.get(Point, point)
    if not _is_over(work, silence):
        raise DeadlineAhead(until=silence.until, zone=silence.zone)
    if silence.wording != about.current:
        raise NoSilenceRuns
    work.put(replace(silence, state=SilenceState.ADOPTED))
    if decision_of(work, about.session) is Decision.SILENCE:
        return move_point(work, point, PointState.AGREED)
    return about


def _running(work: Work, point: RowKey) -> Silence:
    session_of(work, work.get(Point, point).session)
    silence = work.find(Silence, point)
    if silence is None or silence.state is not SilenceState.RUNNING:
        raise NoSilenceRuns
    return silence


def _is_over(work: Work, silence: Silence) -> bool:
    return deadline(silence.until, work.zone(silence.zone)) <= work.now.wall

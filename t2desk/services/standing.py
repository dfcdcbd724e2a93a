"""How things stand, for the top of the window: the series, the session at hand, its rule, on or off the record."""

from dataclasses import dataclass

from t2desk.domain.moments import Moment
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.scopes import is_as_strict
from t2desk.domain.series import THE_SERIES, OffRecord, Series, Session, SessionState, Sitting
from t2desk.services.room import current_item, open_session
from t2desk.services.taking import presets_now


@dataclass(frozen=True, slots=True)
class Standing:
    """What the top bar says; `session` and what follows are empty while there is none.

    `since` is when the open session began to sit; None of one that is not open. `stricter` has the titles of rules that
    hold beside the session's own for what is said now, and make it stricter.
    """

    series: str
    session: str = ""
    title: str = ""
    state: str = ""
    rule: str = ""
    preset: str = ""
    off_record: bool = False
    since: Moment | None = None
    stricter: tuple[str, ...] = ()


def session_at_hand(work: Work) -> Session | None:
    """Return the open session, else the last begun, else the first planned."""
    current = open_session(work)
    if current is not None:
        return current
    sessions = sorted(work.select(Session), key=lambda session: session.number)
    begun = [session for session in sessions if session.state is not SessionState.PLANNED]
    planned = [session for session in sessions if session.state is SessionState.PLANNED]
    return next(iter(planned), None) or next(reversed(begun), None)


def standing(work: Work) -> Standing:
    """Return how things stand."""
    series = work.find(Series, THE_SERIES)
    title = series.title if series else ""
    session = session_at_hand(work)
    if session is None:
        return Standing(title)
    preset = PRESETS[session.rule]
    off = work.find(OffRecord, session.id) is not None
    return Standing(
        title, session.id, session.title, session.state.value, preset.title, preset.name, off, _since(work, session),
        _stricter(work, session),
    )  # fmt: skip


def _stricter(work: Work, session: Session) -> tuple[str, ...]:
    if session.state is not SessionState.OPEN:
        return ()
    beside = presets_now(work, session, current_item(work, session), None)
    return tuple(PRESETS[name].title for name in beside if not is_as_strict(session.rule, name))


def _since(work: Work, session: Session) -> Moment | None:
    sitting = work.find(Sitting, session.id)
    return None if sitting is None else sitting.since

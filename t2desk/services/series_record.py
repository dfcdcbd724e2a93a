"""What there is of the series: its sessions with their counts, and what has left."""

from dataclasses import dataclass

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.ledger import Release
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.sections import DraftSection
from t2desk.domain.series import Session, SessionState
from t2desk.services.drafting import session_ids
from t2desk.services.scopes import rule_of_session


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session: where it stands, under which rule, and how much of it there is."""

    id: str
    number: int
    title: str
    state: SessionState
    rule: str
    starts: str
    items: int
    points: int
    notes: int
    sections: int
    destroy_on: str = ""  # ISO day; empty where none was agreed


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """One edition that left, by fingerprint; `session` is the title of its session, number 0 means the whole series."""

    number: int
    edition: str
    format: str
    session: str
    rule: str
    sha256: str
    session_number: int = 0


def session_lines(work: Work) -> tuple[SessionLine, ...]:
    """Return every session of the series in order."""
    return tuple(_line(work, session) for session in session_ids(work))


def _line(work: Work, session: Session) -> SessionLine:
    items, points, notes, sections = (
        work.count(kind, session=session.id) for kind in (AgendaItem, Point, Note, DraftSection)
    )
    rule, ends = PRESETS[session.rule].title, rule_of_session(work, session).destroy_on
    return SessionLine(
        session.id, session.number, session.title, session.state, rule, session.starts,
        items, points, notes, sections, ends,
    )  # fmt: skip


def release_lines(work: Work) -> tuple[ReleaseLine, ...]:
    """Return what has left, the latest first."""
    sessions = {session.id: session for session in work.select(Session)}
    releases = sorted(work.select(Release), key=lambda release: -release.number)
    return tuple(_release_line(one, sessions.get(one.session or "")) for one in releases)


def _release_line(one: Release, session: Session | None) -> ReleaseLine:
    title, number = (session.title, session.number) if session else ("", 0)
    rule = PRESETS[one.rule].title if one.rule in PRESETS else ""
    return ReleaseLine(one.number, one.edition, one.format, title, rule, one.sha256, number)


@dataclass(frozen=True, slots=True)
class AfterSession:
    """A session as it is chosen from."""

    id: str
    number: int
    title: str
    state: SessionState


def sessions_after(work: Work) -> tuple[tuple[AfterSession, ...], str]:
    """Return the sessions to choose from, and the one to begin with: the last that has begun."""
    sessions = session_ids(work)
    begun = [session for session in sessions if session.state is not SessionState.PLANNED] or list(sessions)
    lines = tuple(AfterSession(one.id, one.number, one.title, one.state) for one in sessions)
    return lines, begun[-1].id if begun else ""

"""What is in a dossier, in a few lines for people."""

from collections.abc import Iterator

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.floor import Turn
from t2desk.domain.ledger import Release
from t2desk.domain.notes import Note
from t2desk.domain.people import Party, Person
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import THE_SERIES, Meeting, OffRecord, Series, Session

_COUNTED = (
    ("parties", Party), ("people", Person), ("meetings", Meeting), ("sessions", Session), ("agenda items", AgendaItem),
    ("turns", Turn), ("notes", Note), ("points", Point),
)  # fmt: skip


def overview(work: Work) -> tuple[str, ...]:
    """Return the lines: title, counts, sessions with rule and retention, releases."""
    return tuple(_lines(work))


def _lines(work: Work) -> Iterator[str]:
    yield work.get(Series, THE_SERIES).title
    yield ", ".join(f"{work.count(kind)} {name}" for name, kind in _COUNTED)
    for session in sorted(work.select(Session), key=lambda one: one.number):
        yield f"Session {session.id} “{session.title}”: {_state(work, session)}"
    releases = sorted(work.select(Release), key=lambda release: release.number)
    for release in releases:
        where = release.session or "series"
        yield f"Release {release.number}: {release.edition}{release.format} of {where}, SHA-256 {release.sha256[:16]}…"
    if not releases:
        yield "No edition has left this dossier."


def _state(work: Work, session: Session) -> str:
    rule = PRESETS[session.rule]
    off = ", off the record now" if work.find(OffRecord, session.id) else ""
    destroy = f", to be destroyed on {rule.rule.destroy_on}" if rule.rule.destroy_on else ", no date of destruction set"
    return f"{session.state.value}{off}; {rule.title}{destroy}"

"""What is in a dossier, in a few lines for people."""

from collections.abc import Callable, Iterator

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.floor import Turn
from t2desk.domain.ledger import Release
from t2desk.domain.notes import Note
from t2desk.domain.people import Party, Person
from t2desk.domain.points import Point
from t2desk.domain.ports import Work
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import THE_SERIES, Meeting, OffRecord, Series, Session
from t2desk.i18n import N_
from t2desk.services.scopes import rule_of_session

_COUNTED = (
    (N_("parties"), Party), (N_("people"), Person), (N_("meetings"), Meeting), (N_("sessions"), Session),
    (N_("agenda items"), AgendaItem), (N_("turns"), Turn), (N_("notes"), Note), (N_("points"), Point),
)  # fmt: skip


Translate = Callable[[str], str]


def overview(work: Work, words: Translate) -> tuple[str, ...]:
    """Return the lines in somebody's words: title, counts, sessions with rule and retention, releases."""
    return tuple(_lines(work, words))


def _lines(work: Work, words: Translate) -> Iterator[str]:
    yield work.get(Series, THE_SERIES).title
    yield ", ".join(f"{words(name)}: {work.count(kind)}" for name, kind in _COUNTED)
    for session in sorted(work.select(Session), key=lambda one: one.number):
        line = words("Session {id} “{title}”: {state}")
        yield line.format(id=session.id, title=session.title, state=_state(work, session, words))
    releases = sorted(work.select(Release), key=lambda release: release.number)
    for release in releases:
        line = words("Release {number}: {edition}{format}, {session}, SHA-256 {sha256}")
        yield line.format(
            number=release.number, edition=release.edition, format=release.format,
            session=release.session or words("series"), sha256=f"{release.sha256[:16]}…" if release.sha256 else "–",
        )  # fmt: skip
    if not releases:
        yield words("No edition has left this dossier.")


def _state(work: Work, session: Session, words: Translate) -> str:
    rule = PRESETS[session.rule]
    parts = [words(session.state.value), words(rule.title)]
    if work.find(OffRecord, session.id):
        parts.append(words("off the record now"))
    day = rule_of_session(work, session).destroy_on
    parts.append(words("to be destroyed on {day}").format(day=day) if day else words("no date of destruction set"))
    return "; ".join(parts)

"""Consent: per wording or note and edition, on a day and in a way; withdrawn, it holds for every build that follows."""

from dataclasses import replace

from t2desk.domain.clearing import EVERY_EDITION, Consent
from t2desk.domain.editions import edition_named
from t2desk.domain.keys import RowKey
from t2desk.domain.ledger import Release, ReleaseText
from t2desk.domain.notes import Note
from t2desk.domain.operation_errors import MissingField
from t2desk.domain.points import Point, Wording
from t2desk.domain.ports import Work
from t2desk.domain.text import one_line, optional_line
from t2desk.services.assent import today
from t2desk.services.room import session_of


def give_consent(
    work: Work, edition: str, how: str, wording: RowKey | None = None, note: RowKey | None = None
) -> Consent:
    """Note that those concerned let one wording or note stand in one edition, and how they said so; never who."""
    named = edition_named(edition).name
    return _put(work, wording, note, named, one_line("how", how), withdrawn=False)


def withdraw_consent(
    work: Work, wording: RowKey | None = None, note: RowKey | None = None, edition: str | None = None, how: str = ""
) -> Consent:
    """Let a wording or note stand in an edition no more, or in none if none is named: every next build is without it.

    What left already is told by `releases_with`: nobody can call it back.
    """
    named = EVERY_EDITION if edition is None else edition_named(edition).name
    return _put(work, wording, note, named, optional_line("how", how), withdrawn=True)


def _put(work: Work, wording: RowKey | None, note: RowKey | None, edition: str, how: str, withdrawn: bool) -> Consent:
    session = _session_of(work, wording, note)
    known = work.select(Consent, wording=wording, note=note, edition=edition)
    key = known[0].key if known else work.new_key()
    consent = Consent(key, session, wording, note, edition, today(work), how, withdrawn)
    if edition == EVERY_EDITION:
        for other in work.select(Consent, wording=wording, note=note):
            work.put(replace(other, withdrawn=True))
    work.put(consent)
    return consent


def _session_of(work: Work, wording: RowKey | None, note: RowKey | None) -> str:
    if (wording is None) is (note is None):
        raise MissingField(operation="consent", field="wording / note")
    if wording is not None:
        point = work.get(Point, work.get(Wording, wording).point)
        return session_of(work, point.session).id
    return session_of(work, work.get(Note, note or 0).session).id


def has_consent(work: Work, wording: int, edition: str) -> bool:
    """Say whether those concerned let a wording stand in an edition, and have not withdrawn that."""
    given = work.count(Consent, wording=wording, edition=edition, withdrawn=False)
    return bool(given) and not is_withdrawn(work, edition, wording=wording)


def is_withdrawn(work: Work, edition: str, wording: int | None = None, note: int | None = None) -> bool:
    """Say whether a wording or note was withdrawn from an edition, or from all.

    Who consents to one edition after withdrawing from all means that one: what was said of it alone decides.
    """
    of_it = work.select(Consent, wording=wording, note=note, edition=edition)
    said = of_it or work.select(Consent, wording=wording, note=note, edition=EVERY_EDITION)
    return any(one.withdrawn for one in said)


def releases_with(work: Work, wording: RowKey) -> tuple[Release, ...]:
    """Return the releases that a wording was in, in their order: whoever holds them holds it still."""
    found = [work.get(Release, one.release) for one in work.select(ReleaseText, text=wording)]
    return tuple(sorted(found, key=lambda release: release.number))

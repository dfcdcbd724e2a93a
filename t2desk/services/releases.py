"""The ledger: noting what left, by edition, rule and fingerprint."""

from dataclasses import dataclass

from t2desk.domain.editions import NOBODY, Addressed
from t2desk.domain.ground import Handout
from t2desk.domain.ledger import Release, ReleaseText
from t2desk.domain.ports import Work
from t2desk.services.desk import Desk
from t2desk.services.distribution import note_copy
from t2desk.services.operations import RELEASED, SHOWN, TAKEN_BACK
from t2desk.services.registry import Operation


def add_release(
    work: Work,
    edition: str,
    ending: str,
    session: str | None,
    rule: str,
    sha256: str,
    wordings: tuple[int, ...] = (),
) -> Release:
    """Write the next line of the ledger, and which wordings of points it held."""
    number = 1 + max((release.number for release in work.select(Release)), default=0)
    release = Release(work.new_key(), number, edition, ending, session, rule, sha256)
    work.put(release)
    work.put_many(ReleaseText(work.new_key(), release.key, wording) for wording in wordings)
    return release


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger notes of an edition that leaves, and for whom it was made."""

    edition: str
    ending: str
    session: str | None
    rule: str
    sha256: str
    wordings: tuple[int, ...] = ()
    addressed: Addressed = NOBODY


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the ledger, and the lines of the distribution register that came with it."""

    release: Release
    handouts: tuple[int, ...] = ()


def add_entry(work: Work, entry: Entry) -> Noted:
    """Write the next line of the ledger; a copy for a side stands in the distribution register too."""
    handouts = note_copy(work, entry.wordings, entry.addressed) if entry.addressed.side else ()
    release = add_release(work, entry.edition, entry.ending, entry.session, entry.rule, entry.sha256, entry.wordings)
    return Noted(release, tuple(one.key for one in handouts))


def note_entry(desk: Desk, entry: Entry) -> Noted:
    """Note an edition that left; it cannot be undone. Raises CopyIsOut."""
    act = Operation(RELEASED, add_release, undoable=False)
    return desk.write(act, lambda work: add_entry(work, entry))[0]


def note_release(
    desk: Desk,
    edition: str,
    ending: str,
    session: str | None,
    rule: str,
    sha256: str,
    wordings: tuple[int, ...] = (),
) -> Release:
    """Note an edition that left and is for nobody in particular; it cannot be undone."""
    return note_entry(desk, Entry(edition, ending, session, rule, sha256, wordings)).release


def remove_entry(work: Work, noted: Noted) -> None:
    """Take a line of the ledger back: its file could not be given its name."""
    for handout in noted.handouts:
        work.remove(Handout, handout)
    work.clear(ReleaseText, release=noted.release.key)
    work.remove(Release, noted.release.key)


def take_back(desk: Desk, noted: Noted) -> None:
    """Take an edition off the ledger that did not leave after all."""
    act = Operation(TAKEN_BACK, remove_entry, undoable=False)
    desk.write(act, lambda work: remove_entry(work, noted))


def note_shown(desk: Desk) -> Release:
    """Note that the whole record was shown in plain."""
    act = Operation(SHOWN, add_release, undoable=False)
    return desk.write(act, lambda work: add_release(work, "record", ".json, plain", None, "", ""))[0]

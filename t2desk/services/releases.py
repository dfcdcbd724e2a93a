"""The ledger: noting what left, by edition, rule and fingerprint."""

from t2desk.domain.ledger import Release, ReleaseText
from t2desk.domain.ports import Work
from t2desk.services.desk import Desk
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


def note_release(
    desk: Desk,
    edition: str,
    ending: str,
    session: str | None,
    rule: str,
    sha256: str,
    wordings: tuple[int, ...] = (),
) -> Release:
    """Note an edition that left; it cannot be undone."""
    act = Operation(RELEASED, add_release, undoable=False)
    return desk.write(act, lambda work: add_release(work, edition, ending, session, rule, sha256, wordings))[0]


def remove_release(work: Work, release: int) -> None:
    """Take a line of the ledger back: its file could not be given its name."""
    work.clear(ReleaseText, release=release)
    work.remove(Release, release)


def take_release_back(desk: Desk, release: Release) -> None:
    """Take an edition off the ledger that did not leave after all."""
    act = Operation(TAKEN_BACK, remove_release, undoable=False)
    desk.write(act, lambda work: remove_release(work, release.key))


def note_shown(desk: Desk) -> Release:
    """Note that the whole record was shown in plain."""
    act = Operation(SHOWN, add_release, undoable=False)
    return desk.write(act, lambda work: add_release(work, "record", ".json, plain", None, "", ""))[0]

"""The keys of an open dossier: renewed while it is open, and whatever the disk refuses, it opens afterwards."""

import shutil

import pytest

from t2desk.app.dossier import Machine
from t2desk.app.key_ring import KeyRing
from t2desk.app.opening import open_dossier, with_passphrase
from t2desk.domain.disk import DiskFailed
from t2desk.domain.errors import DeskError
from t2desk.domain.notes import Note
from t2desk.domain.vault_errors import NoAcknowledgement, WrongPassphrase
from t2desk.system.disk import RealDisk
from tests.storage.dossiers import PASSPHRASE, make, names_in, note, opening, perform, session

THEIRS = "plum kettle harbour sixteen violet"
WORDS = "The upper wells are metered twice a year."


@pytest.fixture
def path(tmp_path):
    (tmp_path / "made").mkdir()
    return make(tmp_path / "made" / "series.t2d", session(), note(WORDS))


def mine(dossier):
    return {dossier.opened_with: PASSPHRASE}


def test_work_goes_on_after_a_renewal_and_can_be_undone(path):
    with opening(path) as dossier:
        ring = KeyRing(dossier)
        theirs = ring.add(THEIRS, "Second")
        perform(dossier, note("Both sides publish readings."))
        head, generation = dossier.head_words(), dossier.header().generation
        ring.remove_and_renew(theirs.id, mine(dossier))
        assert (dossier.head_words(), dossier.header().generation) == (head, generation + 1)
        assert [way.is_mine for way in ring.ways()] == [True, False]
        dossier.desk.undo()
        perform(dossier, note("A third line."))
        dossier.verify()
    with opening(path) as dossier:
        dossier.verify()
        ring = KeyRing(dossier)
        other = ring.add(THEIRS, "Second")
        ring.remove_and_renew(other.id, mine(dossier))  # and once more: the log's key is carried on
        dossier.verify()
    assert names_in(path.parent) == {"series.t2d", "series.t2d-backups"}


class FailsAt(RealDisk):
    """A disk on which the n-th change of a name or of a folder fails, and all later ones if it is gone for good."""

    def __init__(self, number, for_good):
        self.number, self.for_good, self.count = number, for_good, -1

    def _count(self):
        self.count += 1
        if self.count == self.number or (self.for_good and self.count > self.number):
            raise DiskFailed(name="series.t2d")

    def rename(self, source, target):
        self._count()
        super().rename(source, target)

    def remove(self, path):
        self._count()
        super().remove(path)

    def sync_folder(self, folder):
        self._count()
        super().sync_folder(folder)

    def create(self, path):
        self._count()
        return super().create(path)


def steps_of_a_renewal(path):
    disk = FailsAt(10**6, for_good=False)
    with open_dossier(path, with_passphrase(PASSPHRASE), Machine(disk=disk)) as dossier:
        theirs = KeyRing(dossier).add(THEIRS, "Second")
        before = disk.count
        KeyRing(dossier).remove_and_renew(theirs.id, mine(dossier))
        return disk.count - before


@pytest.mark.parametrize("for_good", [False, True])
def test_whatever_the_disk_refuses_the_dossier_opens_with_every_line(path, tmp_path, for_good):
    steps = steps_of_a_renewal(make(tmp_path / "count.t2d"))
    assert steps >= 8
    failures, generations = 0, set()
    for number in range(1, steps + 1, 3 if for_good else 1):
        copy = shutil.copytree(path.parent, tmp_path / f"try{number}") / path.name
        disk = FailsAt(10**6, for_good)
        try:
            with open_dossier(copy, with_passphrase(PASSPHRASE), Machine(disk=disk)) as dossier:
                theirs = KeyRing(dossier).add(THEIRS, "Second")
                disk.number = disk.count + number
                KeyRing(dossier).remove_and_renew(theirs.id, mine(dossier))
        except DeskError:
            failures += 1
        with opening(copy) as dossier:
            dossier.verify()
            assert dossier.desk.read(lambda work: work.count(Note)) == 1
            generation, backups = dossier.header().generation, list(dossier.paths.backups.iterdir())
        # Backups that could not be replaced then are replaced now: only one is left, under the new key. Without a new
        # key all are left, and the one that the renewal had made before it failed.
        assert len(backups) == 1 if generation > 1 else len(backups) in (2, 3)
        assert all(opens(backup, PASSPHRASE) for backup in backups)
        generations.add((generation, opens(copy, THEIRS)))
        if not for_good:
            assert not [name for name in names_in(copy.parent) if name.endswith(".part")]
    assert failures
    # Before the new file has the name the other one opens everything; after that nothing any more.
    assert generations == {(1, True), (2, False)}


def opens(path, passphrase):
    try:
        with open_dossier(path, with_passphrase(passphrase)):
            return True
    except WrongPassphrase:
        return False


def test_doing_without_a_code_takes_its_words_in_any_language(path):
    with opening(path) as dossier:
        ring = KeyRing(dossier)
        with pytest.raises(NoAcknowledgement):
            ring.forgo_recovery("nobody", "personne ne peut nous aider")
        ring.forgo_recovery("Personne  ne peut nous aider", "personne ne peut nous aider")
        assert [way.kind for way in ring.ways()] == ["passphrase"]
        assert ring.recovery_is_confirmed()

"""Whatever moment the machine dies at, the dossier opens with its passphrase and every page is there."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from t2desk.domain.disk import DiskFull, FileMissing
from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import EmptyFile, WrongPassphrase
from t2desk.vault.dossier_file import DossierFile, new_header
from t2desk.vault.header_search import keys_path
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.keys import Keys
from t2desk.vault.slots import add_slot, remove_slot, unlock_with_passphrase
from tests.vault.crash_disk import CrashDisk, PowerCut

NAME = Path("/room/series.t2d")
PART = NAME.with_name(".renewed.part")
OLD, NEW = "six words that were drawn by lot", "six other words drawn by lot again"
GROWTH = os.urandom(2 * 4096)


def make(disk, passphrase=OLD):
    """Create a dossier's file; the pages that SQLCipher would write, salt in front."""
    keys = Keys.generate()
    header = add_slot(new_header(), "passphrase", passphrase_bytes(passphrase), keys.data_key(), CHEAPEST)
    file = DossierFile.create(disk, NAME, header, keys)
    return file, header.salt_bytes() + os.urandom(3 * 4096 - 16)


def closed_disk():
    disk = CrashDisk()
    file, pages = make(disk)
    disk.put(NAME, pages)
    file.finish()
    return disk, pages


def opened(disk, passphrase=OLD, file_class=DossierFile):
    file = file_class.hold(disk, NAME)
    try:
        keys = unlock_with_passphrase(file.find(), passphrase).keys
        file.begin(keys)
    except DeskError:
        file.release()
        raise
    return file, keys


def write_pages(disk, pages):
    """SQLCipher's own durable write, which is not what is tested here."""
    disk.put(NAME, pages)


@dataclass
class Run:
    """What a scenario did before it died."""

    pages: bytes
    accepted: tuple[str, ...] = (OLD,)
    renewed: bytes = b""  # what NEW opens, where the data key was renewed


def session(disk, run, file_class=DossierFile):
    """Open, write, close."""
    file, _ = opened(disk, file_class=file_class)
    run.pages += GROWTH
    write_pages(disk, run.pages)
    file.finish()


def slot_change(disk, run, file_class=DossierFile):
    """Open, change the passphrase, close."""
    file, keys = opened(disk, file_class=file_class)
    old_slot = file.header.slots[0].id
    run.accepted = (OLD, NEW)
    header = add_slot(file.header, "passphrase", passphrase_bytes(NEW), keys.data_key(), CHEAPEST)
    file.save(remove_slot(header, old_slot))
    run.accepted = (NEW,)
    file.finish()


def renewal(disk, run, file_class=DossierFile):
    """Open, write everything anew under another data key and passphrase, close."""
    file, _ = opened(disk, file_class=file_class)
    keys = Keys.generate()
    header = add_slot(
        new_header(file.header.dossier_id, 2), "passphrase", passphrase_bytes(NEW), keys.data_key(), CHEAPEST
    )
    run.accepted, run.renewed = (NEW, OLD), header.salt_bytes() + os.urandom(3 * 4096 - 16)
    disk.put(PART, run.renewed)
    file.replace(PART, header, keys)
    run.accepted = (NEW,)
    file.finish()


def arm(disk, **how):
    """Return the same durable files on a disk that will die."""
    armed = CrashDisk(**how)
    for path, inode in disk.names.items():
        armed.put(path, bytes(inode.content))
    return armed


def assert_opens(disk, run):
    """Open with an accepted passphrase, find exactly the pages, close, and open the closed file alone."""
    for passphrase in run.accepted:
        file = DossierFile.hold(disk, NAME)
        try:
            keys = unlock_with_passphrase(file.find(), passphrase).keys
            break
        except WrongPassphrase:
            file.release()
    else:
        pytest.fail("no accepted passphrase opens")
    file.begin(keys)
    pages = run.renewed if passphrase == NEW and run.renewed else run.pages
    assert disk.read(NAME, 0, 1 << 20) == pages
    file.finish()
    alone = CrashDisk()
    alone.put(NAME, disk.read(NAME, 0, 1 << 20))
    reopened, _ = opened(alone, passphrase)
    assert alone.read(NAME, 0, 1 << 20) == pages
    reopened.release()


def steps_of(scenario):
    disk, pages = closed_disk()
    disk.steps = 0
    scenario(disk, Run(pages))
    return disk.steps


def crash(scenario, dies_at, torn, cut, seed=0, file_class=DossierFile, lies=False):
    base, pages = closed_disk()
    disk = arm(base, dies_at=dies_at, torn=torn, lies=lies)
    run = Run(pages)
    with pytest.raises(PowerCut):
        scenario(disk, run, file_class)
    assert_opens(disk.after(cut, seed), run)


def points(scenario, cuts):
    return [(scenario, step, torn, cut, seed) for step in range(steps_of(scenario)) for torn, cut, seed in cuts]


FEW = [(0.0, "kept", 0), (0.4, "mixed", 1)]
MANY = [(torn, "kept", 0) for torn in (0.0, 0.01, 0.5, 0.75, 0.999)] + [(0.0, "lost", 0)]
MANY += [(torn, "mixed", seed) for torn in (0.0, 0.3, 0.9) for seed in range(8)]


@pytest.mark.parametrize(
    ("scenario", "step", "torn", "cut", "seed"), points(session, FEW) + points(slot_change, FEW) + points(renewal, FEW)
)
def test_a_cut_at_any_step_leaves_a_dossier_that_opens(scenario, step, torn, cut, seed):
    crash(scenario, step, torn, cut, seed)


@pytest.mark.campaign
@pytest.mark.parametrize("scenario", [session, slot_change, renewal])
@pytest.mark.parametrize(("torn", "cut", "seed"), MANY)
def test_cuts_at_every_step_with_every_kind_of_loss(scenario, torn, cut, seed):
    for step in range(steps_of(scenario)):
        crash(scenario, step, torn, cut, seed)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(20))
def test_two_cuts_one_after_the_other(seed):
    total = steps_of(session)
    for first in range(total):
        base, pages = closed_disk()
        disk, run = arm(base, dies_at=first, torn=0.5), Run(pages)
        with pytest.raises(PowerCut):
            session(disk, run)
        again = arm(disk.after("mixed", seed), dies_at=(first + seed) % total, torn=0.5)
        try:
            session(again, run)
            again = again.after("kept")
        except PowerCut:
            again = again.after("mixed", seed + 1)
        assert_opens(again, run)


def creation_cut(dies_at, torn, cut, seed=0):
    disk = CrashDisk(dies_at=dies_at, torn=torn)
    with pytest.raises(PowerCut):
        make(disk)
    left = disk.after(cut, seed)
    with pytest.raises((FileMissing, EmptyFile)):
        opened(left)
    left.names.pop(NAME, None) if keys_path(NAME) not in left.names else None
    file, pages = make(left)  # what was left does not stand in the way
    left.put(NAME, pages)
    file.finish()
    assert_opens(left, Run(pages))


def creation_steps():
    disk = CrashDisk()
    make(disk)
    return disk.steps


@pytest.mark.parametrize("step", range(creation_steps()))
@pytest.mark.parametrize("cut", ["kept", "lost"])
def test_a_cut_while_creating_leaves_nothing_that_claims_to_be_a_dossier(step, cut):
    creation_cut(step, 0.5, cut)


@pytest.mark.parametrize("scenario", [session, slot_change, renewal])
def test_a_full_disk_at_any_step_is_said_and_loses_nothing(scenario):
    for step in range(steps_of(scenario)):
        base, pages = closed_disk()
        disk, run = arm(base, full_at=step), Run(pages)
        try:
            scenario(disk, run)
        except DiskFull:
            disk = disk.after("kept")
        assert_opens(disk, run)


def test_closing_is_tried_again_after_the_disk_was_full():
    for step in range(steps_of(session)):
        base, pages = closed_disk()
        disk = arm(base)
        file, _ = opened(disk)
        disk.full_at = disk.steps + step
        try:
            file.finish()
        except DiskFull:
            disk.names[NAME].content += b"a torn trailer" if step > 4 else b""
            file.finish()
        disk.full_at = None
        assert_opens(disk, Run(pages))


class CutsTooEarly(DossierFile):
    """A wrong order: the header leaves the file before it is beside it."""

    def begin(self, keys):
        self._cut_at(self._found.database_end)
        super().begin(keys)


class RemovesTooEarly(DossierFile):
    """A wrong order: the header beside the file goes before the one in it is durable."""

    def _append_trailer(self, held, header):
        self._disk.remove(keys_path(self.path))
        self._disk.sync_folder(self.path.parent)
        super()._append_trailer(held, header)


class NotesNoEnd(DossierFile):
    """A wrong order: nothing says where the database ends while the trailer is written."""

    def _write_keys(self, header):
        if header.state != "closing":
            super()._write_keys(header)


class DropsTheOldHeaderTooEarly(DossierFile):
    """A wrong order: the old header goes before the renewed file has the name."""

    def replace(self, part, header, keys):
        self._disk.remove(keys_path(self.path))
        super().replace(part, header, keys)


def test_the_harness_catches_a_renewal_in_the_wrong_order():
    assert failures(scenario=renewal) == 0
    assert failures(scenario=renewal, file_class=DropsTheOldHeaderTooEarly) > 0
    assert failures(scenario=renewal, lies=True) > 0


@pytest.mark.parametrize("file_class", [CutsTooEarly, RemovesTooEarly, NotesNoEnd])
def test_the_harness_catches_a_wrong_order(file_class):
    assert failures(file_class=file_class) > 0


def test_the_harness_catches_a_folder_that_is_not_synced():
    assert failures(lies=True) > 0


def failures(scenario=session, **how):
    count = 0
    for step in range(steps_of(scenario)):
        for torn, cut, seed in [(0.5, "kept", 0), (0.5, "lost", 0), *((0.5, "mixed", seed) for seed in range(6))]:
            try:
                crash(scenario, step, torn, cut, seed, **how)
            except Exception:
                count += 1
            except pytest.fail.Exception:
                count += 1
    return count

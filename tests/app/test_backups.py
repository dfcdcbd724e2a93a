"""Backups every ten minutes of a session, five generations, each opened; and a dossier made again from one."""

import shutil

import pytest

from t2desk.app.dossier import BACKUP_AFTER_SECONDS, BACKUP_AGAIN_SECONDS, Machine
from t2desk.app.opening import open_dossier, with_passphrase
from t2desk.app.restoring import backups_of, free_name, look_into, restore
from t2desk.domain.desk_errors import DataDamaged, NoRoomToCommit
from t2desk.domain.disk import FileExists, FileMissing
from t2desk.domain.vault_errors import NotADossier, WrongPassphrase
from t2desk.storage.store import SqlStore
from t2desk.system.paths import BACKUPS_KEPT
from tests.services.desks import HandClock
from tests.storage.dossiers import PASSPHRASE, make, names_in, note, opening, perform, session
from tests.storage.test_copies import spoil

UNLOCK = with_passphrase(PASSPHRASE)


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "series.t2d", session(), note("first"))


@pytest.fixture
def sitting(path):
    clock = HandClock()
    with open_dossier(path, UNLOCK, Machine(clock=clock)) as dossier:
        yield dossier, clock


def capture(dossier, words="a line"):
    perform(dossier, note(words))
    return dossier.tidy()


def test_every_ten_minutes_what_changed_is_backed_up(sitting):
    dossier, clock = sitting
    before = dossier.paths.backup_numbers()
    capture(dossier)
    clock.forward(BACKUP_AFTER_SECONDS - 1)
    capture(dossier)
    assert dossier.paths.backup_numbers() == before
    clock.forward(1)
    assert dossier.tidy() is None  # nobody needs to act for it
    assert len(dossier.paths.backup_numbers()) == len(before) + 1
    clock.forward(10 * BACKUP_AFTER_SECONDS)
    dossier.tidy()  # nothing changed since
    assert len(dossier.paths.backup_numbers()) == len(before) + 1
    clock.set_wall(-86_400)
    capture(dossier)
    assert len(dossier.paths.backup_numbers()) == len(before) + 2  # the wall clock has no say


def test_a_long_day_leaves_five_generations_and_each_opens_with_its_lines(sitting, path):
    dossier, clock = sitting
    for number in range(BACKUPS_KEPT + 4):
        clock.forward(BACKUP_AFTER_SECONDS)
        capture(dossier, f"line {number}")
    backups = backups_of(path)
    assert [one.number for one in backups] == sorted((one.number for one in backups), reverse=True)
    assert len(backups) == BACKUPS_KEPT
    counts = []
    for one in backups:
        account = look_into(one.path, UNLOCK, path.parent, str)
        counts.append(
            next(int(line.partition("notes: ")[2].split(",")[0]) for line in account.lines if "notes" in line)
        )
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == BACKUPS_KEPT + 5


def test_a_backup_that_the_disk_refuses_is_told_and_tried_again_a_minute_later(sitting, monkeypatch):
    dossier, clock = sitting
    before = dossier.paths.backup_numbers()

    def full(*_arguments):
        raise NoRoomToCommit

    clock.forward(BACKUP_AFTER_SECONDS)
    with monkeypatch.context() as broken:
        broken.setattr(SqlStore, "_write_copy", full)
        assert isinstance(capture(dossier), NoRoomToCommit)
        assert capture(dossier) is None  # not at every line
    assert dossier.paths.backup_numbers() == before
    clock.forward(BACKUP_AGAIN_SECONDS)
    assert dossier.tidy() is None
    assert len(dossier.paths.backup_numbers()) == len(before) + 1


def test_a_backup_is_looked_into_and_nothing_of_that_stays(path):
    backup = backups_of(path)[0].path
    before, content = names_in(path.parent), backup.read_bytes()
    account = look_into(backup, UNLOCK, path.parent, str)
    with opening(path) as dossier:
        assert account.head == dossier.head_words()
    assert account.lines[0] == "Water and transit"
    assert names_in(path.parent) == before
    assert backup.read_bytes() == content
    with pytest.raises(WrongPassphrase):
        look_into(backup, with_passphrase("another one that is wrong"), path.parent, str)
    assert names_in(path.parent) == before


def test_a_lost_dossier_is_made_again_from_its_newest_backup(path):
    with opening(path) as dossier:
        head = dossier.head_words()
    path.unlink()
    newest = backups_of(path)[0]
    assert free_name(path) == path
    restored = restore(newest.path, free_name(path), UNLOCK)
    assert restored.head == head
    with opening(path) as dossier:
        dossier.verify()
    assert names_in(path.parent) == {"series.t2d", "series.t2d-backups"}
    assert free_name(path).name == "series-restored.t2d"


def test_restoring_overwrites_nothing_and_leaves_nothing(path, tmp_path):
    backup = backups_of(path)[0].path
    before = path.read_bytes()
    with pytest.raises(FileExists):
        restore(backup, path, UNLOCK)
    with pytest.raises(FileMissing):
        restore(backup, tmp_path / "nowhere" / "d.t2d", UNLOCK)
    damaged = tmp_path / "damaged.t2d"
    shutil.copy(backup, damaged)
    spoil(damaged, 9)
    with pytest.raises(DataDamaged):
        restore(damaged, tmp_path / "again.t2d", UNLOCK)
    damaged.write_bytes(b"no dossier")
    with pytest.raises(NotADossier):
        restore(damaged, tmp_path / "again.t2d", UNLOCK)
    assert path.read_bytes() == before
    assert names_in(tmp_path) == {"series.t2d", "series.t2d-backups", "damaged.t2d"}


def test_twenty_of_twenty_backups_restore_with_the_head_they_were_made_with(sitting, path, tmp_path):
    dossier, _clock = sitting
    for number in range(20):
        perform(dossier, note(f"line {number}"))
        backup, head = dossier.back_up(), dossier.head_words()
        assert restore(backup, tmp_path / f"again{number}.t2d", UNLOCK).head == head

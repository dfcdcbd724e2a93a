"""Backups are read back before they count; what was removed is in none of them, nor in the file."""

import os

import pytest

from t2desk.app.dossier import Dossier
from t2desk.domain.desk_errors import DataDamaged
from t2desk.domain.errors import DeskError
from t2desk.services.record import whole_record
from t2desk.storage.store import SqlStore
from t2desk.system.paths import BACKUPS_KEPT
from t2desk.vault.header import COPIES_BYTES
from tests.storage.dossiers import PAGE, database_key, decrypted, decrypted_log, names_in, note, opening, perform, sql

CANARY = "quicksilver-heron"


def test_closing_backs_up_what_changed_and_nothing_else(path):
    with opening(path) as dossier:
        before = dossier.paths.backup_numbers()
    with opening(path) as dossier:
        assert dossier.paths.backup_numbers() == before
        perform(dossier, note("new"))
    assert dossier.paths.backup_numbers()[-1] == before[-1] + 1


def test_a_backup_is_a_whole_dossier(path):
    with opening(path) as dossier:
        perform(dossier, note("new"))
        backup = dossier.back_up()
        record, head = dossier.desk.read(whole_record), dossier.head_words()
    with opening(backup) as copy:
        copy.verify()
        assert (copy.desk.read(whole_record), copy.head_words()) == (record, head)


def test_the_last_backups_are_kept_and_older_ones_go(dossier):
    for _ in range(BACKUPS_KEPT + 2):
        newest = dossier.back_up()
    numbers = dossier.paths.backup_numbers()
    assert numbers == list(range(numbers[-1] - BACKUPS_KEPT + 1, numbers[-1] + 1))
    assert dossier.paths.backup(numbers[-1]) == newest


def spoil(path, page):
    with path.open("r+b") as file:
        file.seek(page * PAGE + 100)
        file.write(os.urandom(16))


@pytest.mark.parametrize("page", [0, 1, 5, 20])
def test_a_copy_that_the_disk_spoiled_never_bears_the_name(dossier, tmp_path, monkeypatch, page):
    genuine = SqlStore._write_copy

    def spoiled(self, part, key_text, seals):
        genuine(self, part, key_text, seals)
        spoil(part, page)

    monkeypatch.setattr(SqlStore, "_write_copy", spoiled)
    target = tmp_path / "stick.t2d"
    with pytest.raises(DataDamaged):
        dossier.copy_to(target)
    assert not target.exists()
    assert not [name for name in names_in(tmp_path) if ".part" in name]


def test_a_failed_copy_leaves_what_had_the_name(dossier, tmp_path, monkeypatch):
    target = tmp_path / "stick.t2d"
    dossier.copy_to(target)
    before = target.read_bytes()

    def fails(self, part, key_text, seals):
        part.write_bytes(b"half a page")
        raise DataDamaged(what="backup")

    monkeypatch.setattr(SqlStore, "_write_copy", fails)
    with pytest.raises(DataDamaged):
        dossier.copy_to(target)
    assert target.read_bytes() == before
    assert not [name for name in names_in(tmp_path) if ".part" in name]


def test_a_backup_that_fails_does_not_keep_the_dossier_from_closing(path, monkeypatch):
    def fails(self):
        raise DeskError

    with opening(path) as dossier:
        perform(dossier, note("kept"))
        monkeypatch.setattr(Dossier, "back_up", fails)
    monkeypatch.undo()
    with opening(path) as dossier:
        assert sql(dossier, "SELECT own_words FROM notes") == [("kept",)]


def in_clear(path, key):
    """Return everything in a dossier's files in clear: pages, log, backups."""
    content = decrypted(path.read_bytes(), key)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        content += decrypted_log(log.read_bytes(), key)
    folder = path.with_name(path.name + "-backups")
    for backup in folder.glob("*.t2d"):
        content += decrypted(backup.read_bytes()[:-COPIES_BYTES], key)
    return content


def test_what_settling_removes_is_in_no_page_log_or_backup(path):
    with opening(path) as dossier:
        key = database_key(dossier)
        perform(dossier, ("rule.set", {"preset": "joint_text_only"}), note(CANARY), note(CANARY + " again" * 900))
        dossier.back_up()
        assert CANARY.encode() in in_clear(path, key)
        perform(dossier, ("session.close", {}))
        assert CANARY.encode() not in in_clear(path, key)
    assert CANARY.encode() not in decrypted(path.read_bytes()[:-COPIES_BYTES], key)


def test_settling_leaves_no_time_and_no_link_to_a_person(path):
    with opening(path) as dossier:
        perform(dossier, ("person.add", {"id": "p-canary", "display_name": "A B"}))
        perform(dossier, ("turn.start", {"person": "p-canary"}), note("kept", said_by="p-canary"))
        perform(dossier, ("session.close", {}))
        assert not sql(dossier, "SELECT * FROM traces")
        assert not sql(dossier, "SELECT * FROM sources")
        assert not sql(dossier, "SELECT * FROM turns")
        boot = dossier.desk.clock.now().boot_id.encode()
        assert boot not in in_clear(path, database_key(dossier))


def test_undo_does_not_reach_behind_a_settling(path):
    with opening(path) as dossier:
        perform(dossier, note("kept"), ("session.close", {}))
        with pytest.raises(DeskError):
            dossier.desk.undo()

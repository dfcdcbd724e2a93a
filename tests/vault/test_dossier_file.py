"""The life of NAME.t2d on a real disk with a real SQLCipher in it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from t2desk.domain.disk import FileExists, FileInUse
from t2desk.domain.vault_errors import (
    DatabaseStillOpen,
    DossierDamaged,
    EmptyFile,
    HeaderMissing,
    HeaderOfAnotherDossier,
    KeysLeftBehind,
    WrongPassphrase,
)
from t2desk.vault import header as headers
from t2desk.vault.dossier_file import DossierFile
from t2desk.vault.header import BLOCK_BYTES, COPIES_BYTES, from_block
from t2desk.vault.header_search import keys_path
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.slots import add_slot, remove_slot
from tests.vault.real_dossier import DISK, begin, close, connect, create, lines_in, make, names_in


@pytest.fixture
def path(tmp_path):
    return tmp_path / "series.t2d"


def test_a_closed_dossier_is_one_file_that_opens_anywhere(path, tmp_path):
    make(path)
    assert names_in(tmp_path) == ["series.t2d"]
    assert path.stat().st_mode & 0o777 == 0o600
    elsewhere = tmp_path / "elsewhere.t2d"
    shutil.copy(path, elsewhere)
    assert lines_in(elsewhere) == ("first",)
    assert lines_in(path) == ("first",)


def test_the_file_begins_with_its_salt_and_looks_random(path):
    make(path)
    content = path.read_bytes()
    pages, trailer = content[:-COPIES_BYTES], content[-COPIES_BYTES:]
    header = from_block(trailer[:BLOCK_BYTES])
    assert trailer[:BLOCK_BYTES] == trailer[BLOCK_BYTES:]
    assert header.state == "closed"
    assert header.database_bytes == len(pages)
    assert len(pages) % 4096 == 0
    assert pages[:16] == header.salt_bytes()
    assert b"SQLite" not in pages
    assert b"first" not in pages


def test_while_open_the_header_is_beside_the_file_and_nothing_follows_the_pages(path):
    make(path)
    file, _, connection = begin(path)
    assert keys_path(path).stat().st_size == COPIES_BYTES
    assert keys_path(path).stat().st_mode & 0o777 == 0o600
    connection.executemany("INSERT INTO lines VALUES (?)", [("x" * 3000,)] * 50)
    close(connection)
    assert headers.MAGIC not in path.read_bytes()
    file.finish()
    assert len(lines_in(path)) == 51


def test_a_second_opening_is_refused_through_a_link_too_and_works_afterwards(path, tmp_path):
    make(path)
    (tmp_path / "link.t2d").symlink_to(path)
    (tmp_path / "hard.t2d").hardlink_to(path)
    file, _, connection = begin(path)
    for name in ("series.t2d", "link.t2d", "hard.t2d"):
        with pytest.raises(FileInUse):
            DossierFile.hold(DISK, tmp_path / name)
    connection.execute("INSERT INTO lines VALUES ('still writable')")
    close(connection)
    file.finish()
    assert lines_in(tmp_path / "link.t2d") == ("first", "still writable")
    assert names_in(tmp_path) == ["hard.t2d", "link.t2d", "series.t2d"]


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.vault.real_dossier import begin
file, keys, connection = begin(Path(sys.argv[1]))
for number in range(1_000_000):
    connection.execute("INSERT INTO lines VALUES (?)", (f"line {number}",))
    print(number, flush=True)
"""


def test_after_a_kill_the_lock_is_gone_and_every_acknowledged_line_is_there(path):
    make(path)
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), str(Path(__file__).parents[2])], stdout=subprocess.PIPE
        )
        acknowledged = [int(child.stdout.readline()) for _ in range(20)][-1]
        with pytest.raises(FileInUse):
            DossierFile.hold(DISK, path)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert keys_path(path).exists()
        assert f"line {acknowledged}" in lines_in(path)


def test_an_older_header_of_the_same_dossier_opens_a_copy_made_while_it_was_open(path, tmp_path):
    make(path)
    backup = tmp_path / "backup.t2d"
    shutil.copy(path, backup)
    file, _, connection = begin(path)
    connection.execute("INSERT INTO lines VALUES ('second')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copied = tmp_path / "copied.t2d"
    # A reader's descriptor of its own drops SQLite's locks, as copying programs of other processes do not.
    subprocess.run(["cp", str(path), str(copied)], check=True)
    close(connection)
    file.finish()
    with pytest.raises(HeaderMissing):
        begin(copied)
    make(tmp_path / "other.t2d")
    with pytest.raises(HeaderOfAnotherDossier):
        begin(copied, header_from=tmp_path / "other.t2d")
    assert lines_in(copied, header_from=backup) == ("first", "second")
    assert lines_in(copied) == ("first", "second")


def test_a_copy_through_the_program_is_a_complete_dossier(path, tmp_path):
    make(path)
    file, keys, connection = begin(path)
    connection.execute("INSERT INTO lines VALUES ('second')")
    part, target = tmp_path / ".copy.part", tmp_path / "backup.t2d"
    copy = connect(part, keys, file.header.salt_bytes())
    copy.execute("DROP TABLE lines")
    connection.backup(copy)
    close(copy)
    file.publish_copy(part, target)
    close(connection)
    file.finish()
    assert not part.exists()
    assert lines_in(target) == ("first", "second")


def test_a_copy_with_another_salt_is_not_published(path, tmp_path):
    make(path)
    file, keys, connection = begin(path)
    part, target = tmp_path / ".copy.part", tmp_path / "backup.t2d"
    close(connect(part, keys, os.urandom(16)))
    with pytest.raises(DossierDamaged):
        file.publish_copy(part, target)
    assert not target.exists()
    assert not part.exists()
    close(connection)
    file.finish()


def test_a_passphrase_changes_while_the_database_is_open(path):
    make(path)
    file, keys, connection = begin(path)
    header = add_slot(file.header, "passphrase", passphrase_bytes("new phrase"), keys.data_key(), CHEAPEST)
    file.save(remove_slot(header, header.slots[0].id))
    close(connection)
    file.finish()
    with pytest.raises(WrongPassphrase):
        begin(path)
    assert lines_in(path, passphrase="new phrase") == ("first",)


def test_closing_with_a_log_left_is_refused_and_opening_again_mends_it(path):
    make(path)
    file, _, connection = begin(path)
    connection.execute("INSERT INTO lines VALUES ('in the log')")
    with pytest.raises(DatabaseStillOpen):
        file.finish()
    file.release()
    connection.close()
    assert lines_in(path) == ("first", "in the log")


def test_creating_overwrites_nothing_and_an_abandoned_one_leaves_nothing(path, tmp_path):
    for content in (b"", b"x", os.urandom(4096)):
        path.write_bytes(content)
        with pytest.raises(FileExists):
            create(path)
        assert path.read_bytes() == content
    path.unlink()
    file, keys = create(path)
    with pytest.raises(FileInUse):
        create(path)
    close(connect(path, keys, file.header.salt_bytes()))
    file.abandon()
    assert names_in(tmp_path) == []


def test_creating_beside_a_lonely_header_is_refused(path):
    make(path)
    file, _, connection = begin(path)
    close(connection)
    file.release()
    path.rename(path.with_name("moved.t2d"))
    with pytest.raises(KeysLeftBehind):
        create(path)
    assert keys_path(path).exists()


def test_a_dossier_emptied_by_an_accident_is_not_taken_for_a_new_one(path):
    make(path)
    file, _, connection = begin(path)
    close(connection)
    file.release()
    path.write_bytes(b"")
    with pytest.raises(EmptyFile):
        begin(path)
    with pytest.raises(FileExists):
        create(path)


def test_nothing_is_signed_before_begin_or_after_release(path):
    make(path)
    file = DossierFile.hold(DISK, path)
    with pytest.raises(ValueError, match="header"):
        _ = file.header
    file.find()
    with pytest.raises(ValueError, match="begun"):
        file.save(file.header)
    file.release()
    file.release()


def test_leaving_the_context_lets_go_of_the_lock(path):
    make(path)
    with DossierFile.hold(DISK, path) as file:
        file.find()
    assert lines_in(path) == ("first",)


def test_a_dossier_that_was_not_made_just_now_cannot_be_abandoned(path):
    make(path)
    file = DossierFile.hold(DISK, path)
    with pytest.raises(ValueError, match="just now"):
        file.abandon()
    file.release()
    assert lines_in(path) == ("first",)


OPENED_AND_CLOSED = """
import sys
import time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.vault.real_dossier import begin, close
number = int(sys.argv[3])
while True:
    file, keys, connection = begin(Path(sys.argv[1]))
    connection.execute("INSERT INTO lines VALUES (?)", (f"line {number}",))
    print(number, flush=True)
    close(connection)
    file.finish()
    number += 1
"""


@pytest.mark.campaign
def test_200_kills_while_it_is_opened_and_closed_in_a_loop_lose_no_acknowledged_line(path):
    make(path)
    chance, last, seen_open = random.Random(3), 0, 0
    for _ in range(200):
        command = [sys.executable, "-c", OPENED_AND_CLOSED, str(path), str(Path(__file__).parents[2]), str(last + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            child.stdout.readline()
            time.sleep(chance.random() / 50)
            child.kill()
            last = int(child.stdout.read().split("\n")[-2:][0] or last + 1)
        seen_open += keys_path(path).exists()
        assert f"line {last}" in lines_in(path)
    assert 0 < seen_open < 200  # it was met both open and closed

"""The real disk: whole or not at all, for its owner only, locked, and its troubles in words."""

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from t2desk.domain.disk import (
    DiskFailed,
    DiskForbidden,
    DiskFull,
    DiskReadOnly,
    FileExists,
    FileInUse,
    FileMissing,
    LockingMissing,
    NotAFile,
)
from t2desk.domain.errors import MachineFailed, Refused
from t2desk.system import disk
from t2desk.system.disk import RealDisk, RealHeldFile, atomic_write

DISK = RealDisk()


def test_content_is_written_whole_for_its_owner_and_nothing_is_left_beside(tmp_path):
    target = tmp_path / "report.pdf"
    for content in (b"one", os.urandom(300_000), b""):
        atomic_write(target, content)
        assert target.read_bytes() == content
        assert target.stat().st_mode & 0o777 == 0o600
        assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, DiskReadOnly), (errno.EACCES, DiskForbidden),
        (errno.EIO, DiskFailed),
    ],
)  # fmt: skip
def test_a_failure_is_one_sentence_and_leaves_the_old_content(tmp_path, monkeypatch, call, number, error):
    target = tmp_path / "report.pdf"
    atomic_write(target, b"old")

    def fail(*_):
        raise OSError(number, "simulated")

    monkeypatch.setattr(Path if call == "replace" else os, call, fail)
    with pytest.raises(error) as failure:
        atomic_write(target, b"new")
    monkeypatch.undo()
    assert issubclass(error, MachineFailed)
    assert failure.value.details == {"name": failure.value.details["name"]}
    assert str(failure.value) == error.__name__
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_size_limit_is_a_full_disk(tmp_path):
    old_limit, old_handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, old_limit[1]))
    try:
        with pytest.raises(DiskFull):
            atomic_write(tmp_path / "big", bytes(20_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limit)
        signal.signal(signal.SIGXFSZ, old_handler)
    assert [entry.name for entry in tmp_path.iterdir()] == []


def test_a_truly_full_disk():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    descriptor = os.open("/dev/full", os.O_WRONLY)
    with pytest.raises(DiskFull):
        RealHeldFile(descriptor, "series.t2d").append(b"x")
    os.close(descriptor)


def test_a_held_file_is_refused_to_others_and_free_afterwards(tmp_path):
    path = tmp_path / "series.t2d"
    file = DISK.create(path)
    with pytest.raises(FileExists):
        DISK.create(path)
    for _ in range(50):
        with pytest.raises(FileInUse):
            DISK.hold(path)
    file.close()
    file.close()
    DISK.hold(path).close()


def test_reading_appending_and_cutting(tmp_path):
    file = DISK.create(tmp_path / "f")
    file.append(b"0123456789")
    file.append(b"abc")
    assert (file.size(), file.read(8, 3), file.read(12, 100), file.read(50, 5)) == (13, b"89a", b"c", b"")
    file.truncate(4)
    file.sync()
    file.close()
    assert DISK.read(tmp_path / "f", 1, 100) == b"123"
    assert DISK.size(tmp_path / "f") == 4


def test_only_ordinary_files_are_held_or_measured(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(NotAFile):
            DISK.hold(path)
        with pytest.raises(NotAFile):
            DISK.size(path)
        with pytest.raises(NotAFile):
            DISK.read(path, 0, 1)
    for act in (DISK.hold, DISK.size, lambda path: DISK.read(path, 0, 1)):
        with pytest.raises(FileMissing):
            act(tmp_path / "nothing")
    with pytest.raises(Refused):
        atomic_write(tmp_path / "no folder" / "f", b"x")


def test_names_come_and_go(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    atomic_write(one, b"1")
    atomic_write(two, b"2")
    DISK.rename(one, two)
    DISK.sync_folder(tmp_path)
    assert (DISK.exists(one), two.read_bytes()) == (False, b"1")
    DISK.remove(one)
    DISK.remove(two)
    assert not DISK.exists(two)
    (tmp_path / "broken").symlink_to(two)
    assert DISK.exists(tmp_path / "broken")
    assert DISK.resolve(tmp_path / "broken") == two.resolve()


RE_EXEC = """
import os, sys
from pathlib import Path
from t2desk.domain.disk import FileInUse
from t2desk.system.disk import RealDisk
disk, path = RealDisk(), Path(sys.argv[1])
if len(sys.argv) == 2:
    descriptor = disk.hold(path).keep_across_exec()
    os.execv(sys.executable, [sys.executable, *sys.argv, str(descriptor)])
file = disk.adopt(int(sys.argv[2]), path)
try:
    disk.hold(path)
    print("free")
except FileInUse:
    print("kept")
assert not os.get_inheritable(file.descriptor)
file.close()
disk.hold(path).close()
"""


def test_the_lock_is_kept_while_the_process_image_is_replaced(tmp_path):
    path, script = tmp_path / "series.t2d", tmp_path / "script.py"
    atomic_write(path, b"x")
    script.write_text(RE_EXEC)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(script), str(path)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert told.stdout == "kept\n"


def test_adopting_another_files_descriptor_is_refused(tmp_path):
    atomic_write(tmp_path / "one", b"1")
    atomic_write(tmp_path / "two", b"2")
    file = DISK.hold(tmp_path / "one")
    with pytest.raises(FileMissing):
        DISK.adopt(file.descriptor, tmp_path / "two")
    file.close()


@pytest.mark.parametrize(("again", "error"), [(True, FileInUse), (False, FileMissing)])
def test_a_file_replaced_between_opening_and_locking_is_not_taken(tmp_path, monkeypatch, again, error):
    path = tmp_path / "series.t2d"
    atomic_write(path, b"old")
    take_lock = disk._take_lock

    def replaced_meanwhile(descriptor):
        path.unlink()
        if again:
            path.write_bytes(b"new")
        take_lock(descriptor)

    monkeypatch.setattr(disk, "_take_lock", replaced_meanwhile)
    with pytest.raises(error):
        DISK.hold(path)


def test_a_disk_without_locks_is_said_so(tmp_path, monkeypatch):
    def no_locks(_):
        raise OSError(errno.ENOLCK, "simulated")

    monkeypatch.setattr(disk, "_take_lock", no_locks)
    with pytest.raises(LockingMissing):
        DISK.create(tmp_path / "series.t2d")

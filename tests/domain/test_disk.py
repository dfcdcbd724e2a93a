"""Writing a file whole: the old content or the new, and nothing left beside it."""

from pathlib import Path

import pytest

from t2desk.domain.disk import DiskFull, write_atomically

TARGET = Path("/folder/report.pdf")


class MemoryFile:
    def __init__(self, disk, path):
        self.disk, self.path = disk, path

    def append(self, content):
        self.disk.act("append")
        self.disk.files[self.path] += content

    def sync(self):
        self.disk.act("sync")

    def close(self):
        self.disk.acts.append("close")


class MemoryDisk:
    """Keeps files in memory, and fails at one named act."""

    def __init__(self, fails_at=""):
        self.files, self.acts, self.fails_at = {TARGET: b"old"}, [], fails_at

    def act(self, name):
        self.acts.append(name)
        if name == self.fails_at:
            raise DiskFull(name="x")

    def create(self, path):
        self.act("create")
        self.files[path] = b""
        return MemoryFile(self, path)

    def rename(self, source, target):
        self.act("rename")
        self.files[target] = self.files.pop(source)

    def remove(self, path):
        self.act("remove")
        self.files.pop(path, None)

    def sync_folder(self, folder):
        self.act(f"sync {folder}")


def test_content_is_durable_before_it_bears_its_name():
    disk = MemoryDisk()
    write_atomically(disk, TARGET, b"new")
    assert disk.files == {TARGET: b"new"}
    assert disk.acts == ["create", "append", "sync", "close", "rename", "sync /folder"]


@pytest.mark.parametrize("act", ["create", "append", "sync", "rename"])
def test_the_old_content_stays_alone_when_an_act_fails(act):
    disk = MemoryDisk(fails_at=act)
    with pytest.raises(DiskFull):
        write_atomically(disk, TARGET, b"new")
    assert disk.files == {TARGET: b"old"}


def test_the_name_beside_the_target_says_nothing():
    disk = MemoryDisk()
    names = []
    disk.rename = lambda source, target: names.append(source)
    write_atomically(disk, TARGET, b"new")
    assert names[0].parent == TARGET.parent
    assert "report" not in names[0].name
    assert names[0].suffix == ".part"

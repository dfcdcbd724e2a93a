"""The write-ahead log has its room on the disk before it is needed, and stays in it."""

import errno
import os

import pytest

from t2desk.storage.write_ahead import ROOM_BYTES, WriteAheadRoom
from tests.storage.dossiers import make, note, opening, perform, session, sql


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "series.t2d", session())


def size(path):
    return path.with_name(path.name + "-wal").stat().st_size


def tidied(dossier, path):
    while size(path) < ROOM_BYTES:
        dossier.tidy()


def test_lines_are_written_into_the_room_and_not_behind_it(path):
    with opening(path) as dossier:
        perform(dossier, note("one"))
        tidied(dossier, path)
        perform(dossier, *[note(f"line {number}") for number in range(20)])
        assert size(path) == ROOM_BYTES
    with opening(path) as dossier:
        assert sql(dossier, "SELECT count(*) FROM notes") == [(21,)]
        dossier.verify()


def test_a_log_that_outgrew_its_room_goes_back_to_it(path):
    with opening(path) as dossier:
        perform(dossier, note("one"))
        while size(path) <= ROOM_BYTES:
            perform(dossier, note("x" * 100_000))
        dossier.tidy()
        perform(dossier, note("again"))
        assert size(path) == ROOM_BYTES
        dossier.verify()


def test_a_disk_without_room_leaves_the_log_as_it_was(path, monkeypatch):
    def full(self, at, length):
        with self._path.open("r+b") as log:
            log.seek(at)
            log.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with opening(path) as dossier:
        perform(dossier, note("one"))
        before = size(path)
        monkeypatch.setattr(WriteAheadRoom, "_fill", full)
        dossier.tidy()
        assert size(path) == before
        perform(dossier, note("two"))
    with opening(path) as dossier:
        assert sql(dossier, "SELECT own_words FROM notes ORDER BY own_words") == [("one",), ("two",)]

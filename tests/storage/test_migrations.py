"""A step to a newer schema: after a backup, whole or not at all, and never backwards."""

import functools
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from t2desk.app.dossier import Dossier
from t2desk.domain.desk_errors import NewerVersion
from t2desk.domain.errors import DeskError
from t2desk.services.record import whole_record
from t2desk.storage import migrations, store
from t2desk.storage.migrations import NEWEST
from tests.storage.dossiers import make, note, opening, session, sql

REPOSITORY = Path(__file__).resolve().parents[2]
GOOD = "CREATE TABLE moods (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;\nINSERT INTO moods VALUES ('calm');\n"
BAD = GOOD + "UPDATE notes SET own_words = '';\nINSERT INTO moods VALUES ('calm');\n"


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "series.t2d", session(), note("kept"))


@contextmanager
def newer(step):
    """Be a program that knows one more step."""
    steps = (*migrations.STEPS, step)
    with pytest.MonkeyPatch.context() as program:
        program.setattr(migrations, "NEWEST", len(steps))
        program.setattr(store, "migrate", functools.partial(migrations.migrate, steps=steps))
        yield


def version_and_words(dossier):
    return sql(dossier, "PRAGMA user_version"), sql(dossier, "SELECT own_words FROM notes")


def test_a_step_is_taken_once_and_after_a_backup(path, monkeypatch):
    backups = []
    monkeypatch.setattr(Dossier, "back_up", lambda self: backups.append(sql(self, "PRAGMA user_version")))
    for _ in range(2):
        with newer(GOOD), opening(path) as dossier:
            assert version_and_words(dossier) == ([(NEWEST + 1,)], [("kept",)])
            assert sql(dossier, "SELECT id FROM moods") == [("calm",)]
            dossier.verify()
    assert backups == [[(NEWEST,)]]


def test_the_backup_before_a_step_is_the_old_dossier_whole(path):
    with newer(GOOD), opening(path) as dossier:
        newest = dossier.paths.backup(dossier.paths.backup_numbers()[-1])
    with opening(newest) as old:
        assert version_and_words(old) == ([(NEWEST,)], [("kept",)])
        old.verify()


def test_a_step_that_fails_leaves_the_old_dossier(path):
    with newer(BAD), pytest.raises(IntegrityError, match="UNIQUE"), opening(path):
        pass
    with opening(path) as dossier:
        assert version_and_words(dossier) == ([(NEWEST,)], [("kept",)])
        assert not sql(dossier, "SELECT name FROM sqlite_schema WHERE name = 'moods'")
        dossier.verify()


def test_no_step_is_taken_when_the_backup_before_it_fails(path, monkeypatch):
    class NoBackup(DeskError):
        """The backup did not work."""

    def fails(self):
        raise NoBackup

    monkeypatch.setattr(Dossier, "back_up", fails)
    with newer(GOOD), pytest.raises(NoBackup), opening(path):
        pass
    monkeypatch.undo()
    with opening(path) as dossier:
        assert version_and_words(dossier) == ([(NEWEST,)], [("kept",)])


def test_a_newer_dossier_is_refused_and_left_as_it_is(path):
    with opening(path) as dossier:
        sql(dossier, f"PRAGMA user_version = {NEWEST + 1}")
    for _ in range(2):
        with pytest.raises(NewerVersion), opening(path):
            pass
    with pytest.MonkeyPatch.context() as program:
        program.setattr(migrations, "NEWEST", NEWEST + 1)
        with opening(path) as dossier:
            assert version_and_words(dossier) == ([(NEWEST + 1,)], [("kept",)])


DYING = """
import functools, os, signal, sys
from pathlib import Path
from t2desk.storage import migrations, store
from tests.storage.dossiers import opening

steps = ["CREATE TABLE moods (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT",
         "UPDATE notes SET own_words = 'new'", "CREATE INDEX moods_by_id ON moods (id)"]
at = int(sys.argv[2])
calls = 0
genuine = migrations._run

class Dying:
    def __init__(self, connection):
        self.connection = connection

    def exec_driver_sql(self, *what):
        global calls
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        calls += 1
        return self.connection.exec_driver_sql(*what)

migrations.NEWEST += 1
migrations._run = lambda connection, *rest: genuine(Dying(connection), *rest)
store.migrate = functools.partial(migrations.migrate, steps=(*migrations.STEPS, ";\\n".join(steps) + ";\\n"))
with opening(Path(sys.argv[1])):
    pass
print("whole")
"""
STATEMENTS = 7  # BEGIN, three, two pragmas, COMMIT


@pytest.mark.parametrize("at", [0, 2, 6, 7])
def test_a_step_that_is_killed_leaves_old_or_new(path, at):
    command = [sys.executable, "-c", DYING, str(path), str(at)]
    child = subprocess.run(command, check=False, cwd=REPOSITORY, capture_output=True, text=True)
    assert (child.returncode, child.stdout) == ((0, "whole\n") if at == STATEMENTS else (-9, "")), child.stderr
    version, words = (NEWEST + 1, "new") if at == STATEMENTS else (NEWEST, "kept")
    with pytest.MonkeyPatch.context() as program:
        program.setattr(migrations, "NEWEST", version)
        with opening(path) as dossier:
            assert version_and_words(dossier) == ([(version,)], [(words,)])
            assert sql(dossier, "PRAGMA integrity_check") == [("ok",)]


def test_the_record_reads_the_same_after_a_step(path):
    with opening(path) as dossier:
        before = dossier.desk.read(whole_record)
    with newer(GOOD), opening(path) as dossier:
        assert dossier.desk.read(whole_record) == before

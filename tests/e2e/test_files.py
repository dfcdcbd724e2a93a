"""A whole run writes only what is on the list, opens no network, and leaves no word in clear anywhere."""

import json
import os
import shutil
import sys

import pytest

from t2desk.system.paths import may_write
from tests.cli.outside import SECRET, Ran, opened, t2desk
from tests.e2e import watching
from tests.storage.canaries import found_in
from tests.storage.dossiers import make

# The program makes itself unreadable to others of its own user: only root still sees which paths it names.
can_watch = shutil.which("strace") is not None and os.geteuid() == 0
pytestmark = pytest.mark.skipif(not can_watch, reason="strace watches the run, as root; Linux only")

WORDS = ("quicksilver-heron", "Wraithmoor", "Zebulon", "zephyr-ledger", "obsidian-quay")
PEOPLE = "id,display_name,email\np01,Zebulon Wraithmoor,z@example.org\np02,Ines Quill,\n"
EVENTS = [
    {"op": "session.open", "title": "Morning"},
    {"op": "rule.set", "preset": "on_the_record"},
    {"op": "turn.start", "person": "p01"},
    {"op": "note.add", "text": "The quicksilver-heron flies.", "said_by": "p01"},
    {"op": "point.propose", "text": "A zephyr-ledger is kept."},
    {"op": "draft.save", "id": "note", "text": "obsidian-quay"},
    {"op": "nonsense", "text": "obsidian-quay"},
    {"op": "note.add", "text": "obsidian-quay", "colour": "red"},
    {"op": "undo"},
    {"op": "session.close"},
]


class Run:
    """The whole life of a dossier, each command watched."""

    def __init__(self, top):
        self.top = top
        self.home, self.room, self.out, self.given = (top / name for name in ("home", "room", "out", "given"))
        for folder in (self.home, self.room, self.out, self.given):
            folder.mkdir()
        (self.given / "people.csv").write_text(PEOPLE, "utf-8")
        self.dossier = make(self.room / "series.t2d")
        self.ran = []
        self.logs = []

    def watch(self, command, *arguments, stdin=b""):
        log = self.top / f"{len(self.logs)}.strace"
        ran = opened(self.home, command, self.dossier, *arguments, stdin=stdin, before=watching.strace(log))
        assert ran.code == 0, ran.err
        self.ran.append(ran)
        self.logs.append(watching.read(log, self.home))

    def live(self):
        events = "\n".join(map(json.dumps, EVENTS)).encode()
        self.watch("import", self.given / "people.csv")
        self.watch("replay", "-", stdin=events)
        self.watch("export", "--edition", "readout", "--out", self.out / "readout.pdf", "--session", "s01")
        self.watch("backup", self.out / "copy.t2d")
        self.watch("show")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    whole = Run(tmp_path_factory.mktemp("run"))
    whole.live()
    return whole


def strays(run, watched):
    """Return what was written and is not on the list."""
    asked = (run.out / "readout.pdf", run.out / "copy.t2d")
    copies = (run.dossier, run.out / "copy.t2d")
    return {
        path
        for path in watched.written
        if str(path) != "/dev/null" and not any(may_write(path, dossier, asked) for dossier in copies)
    }


def test_only_files_on_the_list_are_written(run):
    assert [strays(run, watched) for watched in run.logs] == [set()] * len(run.logs)
    assert all(run.dossier in watched.written for watched in run.logs)


def test_no_network_is_opened(run):
    assert [watched.sockets for watched in run.logs] == [()] * len(run.logs)


def test_no_word_is_left_in_clear(run):
    for folder in (run.home, run.room, run.out):
        assert not found_in(folder, *WORDS), folder


def test_nothing_is_left_but_the_dossier_and_what_was_asked_for(run):
    assert not [path for path in run.home.rglob("*") if path.is_file()]
    assert {path.name for path in run.room.iterdir()} == {"series.t2d", "series.t2d-backups"}
    assert {path.name for path in run.out.iterdir()} <= {"readout.pdf", "copy.t2d", "copy.t2d-backups"}


def test_no_argument_environment_or_file_name_holds_a_word(run):
    for watched in run.logs:
        assert "execve(" in watched.log
        assert not [word for word in WORDS if word in watched.log]
        assert SECRET.decode().strip() not in watched.log


def test_standard_error_holds_no_word(run):
    for ran in run.ran:
        assert not [word for word in WORDS if word in ran.err]


PLANTED = """
import os, pathlib, socket, sys
home = pathlib.Path(sys.argv[1])
(home / "cache").mkdir()
(home / "cache" / "recent.txt").write_text("The quicksilver-heron flies.")
os.rename(home / "cache" / "recent.txt", home / "cache" / "quicksilver-heron.txt")
socket.socket(socket.AF_INET).close()
"""


def test_the_watch_bites_when_something_is_planted(run, tmp_path):
    log = tmp_path / "log"
    home = tmp_path / "planted"
    home.mkdir()
    ran = execute([*watching.strace(log), sys.executable, "-c", PLANTED, str(home)])
    assert ran.code == 0, ran.err
    watched = watching.read(log, home)
    names = {path.name for path in strays(run, watched)}
    assert {"cache", "recent.txt", "quicksilver-heron.txt"} <= names
    assert len(watched.sockets) == 1
    assert "quicksilver-heron" in watched.log
    assert found_in(home, *WORDS)


def execute(command):
    import subprocess

    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_new_dossier_writes_only_its_own_files(tmp_path):
    home, log = tmp_path / "home", tmp_path / "log"
    home.mkdir()
    arguments = ["new", home / "new.t2d", "--title", "zephyr-ledger", "--passphrase-file", "-"]
    ran = t2desk(home, *arguments, stdin=SECRET, before=watching.strace(log))
    assert ran.code == 0, ran.err
    watched = watching.read(log, home)
    assert not {path for path in watched.written if not may_write(path, home / "new.t2d") and str(path) != "/dev/null"}
    assert watched.sockets == ()
    assert not found_in(home, "zephyr-ledger")

"""Locking replaces the process: of passphrase and notes nothing is left in its memory, and the lines come back."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from t2desk.domain.notes import Note
from t2desk.domain.sections import Draft
from tests.cli.outside import environment
from tests.storage.dossiers import PASSPHRASE, make, names_in, note, opening, perform, session

SAID = "The quicksilver heron stands at the upper well"
DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from t2desk.app.window import run_window
from t2desk.cli.guarding import guarded
application = QApplication(["t2desk"])
looking = QTimer(interval=20)
again = sys.argv[1].startswith("--again=")
def shown(name):
    return [one for one in application.allWidgets() if one.objectName() == name and one.isVisible()]
def look():
    if again and shown("doorSecret"):
        looking.stop()
        print("locked", shown("doorPath")[0].text(), flush=True)
        sys.stdin.readline()
        application.closeAllWindows()
    elif not again and shown("speakerPanel") and shown("captureLine"):
        looking.stop()
        print("open", flush=True)
        sys.stdin.readline()
        window = shown("mainWindow")[0]
        window._commands.give("desk.lock")
looking.timeout.connect(look)
looking.start()
if again:
    sys.exit(guarded(lambda: run_window(None, again=int(sys.argv[1].partition("=")[2]))))
secret = sys.stdin.readline().strip()
sys.exit(guarded(lambda: run_window(Path(sys.argv[1]), secret)))
"""
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="reads /proc/PID/mem as root"
)


@pytest.fixture
def dossier(tmp_path):
    """A dossier with an open session and a note in it."""
    (tmp_path / "home").mkdir()
    path = make(tmp_path / "home" / "dialogue.t2d")
    with opening(path) as made:
        perform(made, session(), note(SAID), ("draft.save", {"id": "capture", "text": "half a line"}))
    return path


@contextmanager
def at_the_desk(dossier):
    """Start the window on a dossier, its passphrase given through a pipe."""
    home = dossier.parent
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(dossier)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, cwd=home, env=environment(home) | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    try:
        tell(process, PASSPHRASE)
        assert process.stdout.readline() == "open\n", process.stderr.read()
        yield process
    finally:
        process.kill()
        process.communicate()


def tell(process, line=""):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def found_in_memory(process, *words):
    """Return which words are anywhere in a process's writable memory, in UTF-8, UTF-16 or UTF-32."""
    spelled = {word: [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")] for word in words}
    found = set()
    with Path(f"/proc/{process.pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process.pid}/maps").read_text().splitlines():
            place, rights, *_ = line.split()
            if "w" not in rights:
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except (OSError, ValueError):
                continue
            found |= {word for word, forms in spelled.items() if any(form in content for form in forms)}
    return found


def lock(process):
    tell(process)
    return process.stdout.readline().rstrip("\n").partition(" ")


def test_after_a_lock_nothing_is_left_in_memory_and_before_it_there_was(dossier):
    with at_the_desk(dossier) as process:
        assert found_in_memory(process, PASSPHRASE, SAID) == {PASSPHRASE, SAID}
        said, _, path = lock(process)
        assert (said, path) == ("locked", str(dossier))
        assert found_in_memory(process, PASSPHRASE, SAID) == set()
        arguments = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        assert b"dialogue" not in arguments
        descriptors = [str(one.readlink()) for one in Path(f"/proc/{process.pid}/fd").iterdir()]
        assert not [one for one in descriptors if "dialogue" in one]


def test_what_was_saved_and_half_typed_comes_back_and_a_backup_is_made_up_for(dossier):
    with at_the_desk(dossier) as process:
        lock(process)
        assert names_in(dossier.parent) >= {"dialogue.t2d", "dialogue.t2d-backups"}
        assert not {"dialogue.t2d-keys", "dialogue.t2d-wal"} & names_in(dossier.parent)
        tell(process)
        assert process.wait(20) == 0
    with opening(dossier) as again:
        again.verify()
        drafts = again.desk.read(lambda work: work.find(Draft, "capture"))
        assert drafts.text == "half a line"
        assert again.desk.read(lambda work: work.count(Note)) == 1


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_in_twenty_of_twenty_runs_it_was_there_and_in_none_it_is_left(dossier):
    """R01 of study/threats.md."""
    counts = {"open": 0, "locked": 0}
    for _ in range(20):
        with at_the_desk(dossier) as process:
            counts["open"] += bool(found_in_memory(process, PASSPHRASE, SAID))
            lock(process)
            counts["locked"] += bool(found_in_memory(process, PASSPHRASE, SAID))
            tell(process)
            process.wait(20)
    assert counts == {"open": 20, "locked": 0}

"""A program torn down around an open dossier ends quietly, and the dossier opens again."""

import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from t2desk.vault.header_search import keys_path
from tests.cli.outside import environment
from tests.storage.dossiers import PASSPHRASE, make, note, opening, perform, session, sql

BOUND = 30.0
XLIB_ENDED_IT = 1
AT_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from t2desk.app.window import run_window
from t2desk.cli.guarding import guarded
application = QApplication(["t2desk"])
looking = QTimer(interval=20)
def look():
    if any(one.objectName() == "speakerPanel" and one.isVisible() for one in application.allWidgets()):
        looking.stop()
        print("at the desk", flush=True)
looking.timeout.connect(look)
looking.start()
sys.exit(guarded(lambda: run_window(Path(sys.argv[1]), sys.argv[2])))
"""
LEFT_OPEN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from t2desk.app.keeping import Keeper
lane = ThreadPoolExecutor(1)
kept = lane.submit(Keeper().open, Path(sys.argv[1]), sys.argv[2]).result()
lane.submit(kept.desk.perform, "note.add", {"text": "Said before the end"}).result()
"""


@pytest.fixture
def dossier(tmp_path):
    """A dossier with an open session and a note in it."""
    path = make(tmp_path / "dialogue.t2d")
    with opening(path) as made:
        perform(made, session(), note("The ferry stops at dusk"))
    return path


@contextmanager
def a_screen():
    """Give a screen of one's own; what it was told to bear is its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield server, f":{server.stdout.readline().strip()}"
        finally:
            server.kill()


def start(home, code, dossier, **more):
    command = [sys.executable, "-c", code, str(dossier), PASSPHRASE]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **pipes, text=True, cwd=home, env=environment(home) | more)


def notes_in(path):
    with opening(path) as dossier:
        dossier.verify()
        return {row[0] for row in sql(dossier, "SELECT own_words FROM notes")}


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is the screen that goes away")
def test_a_screen_that_dies_closes_the_dossier(dossier, home):
    with a_screen() as (server, name):
        process = start(home, AT_THE_WINDOW, dossier, DISPLAY=name, QT_QPA_PLATFORM="xcb")
        assert process.stdout.readline() == "at the desk\n"
        server.kill()
        out, err = process.communicate(timeout=BOUND)
    assert "Traceback" not in out + err
    # Xlib, where the loss meets it in the middle of a request, ends the process at once: that is a kill.
    assert process.returncode in {XLIB_ENDED_IT, 3}
    if process.returncode == 3:
        assert err.splitlines()[-1].startswith("t2desk: The screen went away.")
        assert not keys_path(dossier).exists()
    assert notes_in(dossier) == {"The ferry stops at dusk"}


def test_a_dossier_left_open_on_its_lane_says_nothing_and_opens_again(dossier, home):
    process = start(home, LEFT_OPEN, dossier)
    assert process.communicate(timeout=BOUND) == ("", "")
    assert process.returncode == 0
    assert notes_in(dossier) == {"The ferry stops at dusk", "Said before the end"}

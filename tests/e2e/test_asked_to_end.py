"""A program that is asked to end by a signal closes its dossier as its own button does, and not like a kill."""

import signal
import subprocess
import sys

import pytest

from t2desk.vault.header_search import keys_path
from tests.cli.outside import environment
from tests.e2e.test_torn_down import AT_THE_WINDOW, BOUND, dossier, notes_in  # noqa: F401  (a fixture)
from tests.storage.dossiers import PASSPHRASE

ASKING = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to a window")


@pytest.fixture
def at_the_desk(dossier, home):  # noqa: F811
    """A window at the desk, without a screen: nobody closes it but whoever asks."""
    command = [sys.executable, "-c", AT_THE_WINDOW, str(dossier), PASSPHRASE]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    variables = environment(home) | {"QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(command, **pipes, text=True, cwd=home, env=variables)
    assert process.stdout.readline() == "at the desk\n"
    yield process
    process.kill()
    process.communicate()


def test_a_kill_leaves_the_keys_beside_the_dossier(at_the_desk, dossier):  # noqa: F811
    at_the_desk.kill()
    at_the_desk.communicate(timeout=BOUND)
    assert keys_path(dossier).exists()
    assert notes_in(dossier) == {"The ferry stops at dusk"}


@pytest.mark.parametrize("asked", ASKING, ids=lambda one: one.name)
def test_a_signal_closes_the_dossier_as_closing_the_window_does(at_the_desk, dossier, asked):  # noqa: F811
    assert keys_path(dossier).exists()
    at_the_desk.send_signal(asked)
    out, err = at_the_desk.communicate(timeout=BOUND)
    assert (at_the_desk.returncode, out, err) == (0, "", "")
    assert not keys_path(dossier).exists()
    assert not dossier.with_name(f"{dossier.name}-wal").exists()
    assert notes_in(dossier) == {"The ferry stops at dusk"}

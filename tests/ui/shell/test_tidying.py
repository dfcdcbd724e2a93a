"""The write-ahead log stays short while somebody works: nobody has to close the dossier for it."""

import pytest
from PySide6.QtCore import QTimer

from t2desk.app.keeping import Keeper
from t2desk.app.opening import create_dossier
from t2desk.app.window import make_window
from t2desk.domain.desk_errors import NoRoomToCommit
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST

PASSPHRASE = "lantern orbit velvet thistle gravel mosaic"
LONG = 2 * 1024 * 1024


@pytest.fixture
def path(tmp_path):
    return create_dossier(tmp_path / "d.t2d", "Water and transit", PASSPHRASE, CHEAPEST).path


@pytest.fixture
def window(qtbot, surroundings, path):
    """A window over an empty dossier, which tidies soon."""
    keeper = Keeper(cost=CHEAPEST)
    made = make_window(surroundings, InlineLane(), keeper, path)
    qtbot.addWidget(made)
    made.tidying._soon.setInterval(1)
    made.enter(keeper.open(path, PASSPHRASE))
    made.go("settings")
    yield made
    made.close()


def test_after_an_act_the_log_goes_back_to_its_room_once_it_has_outgrown_it(window, path, qtbot):
    desk, log = window._dossier.desk, path.with_name(path.name + "-wal")
    desk.perform("session.open", {"title": "Morning"})
    while log.stat().st_size <= LONG:
        desk.perform("note.add", {"text": "They would rather read the gauges jointly."})
    window._bridge.write("note.add", {"text": "And once more."})
    qtbot.waitUntil(lambda: not window.tidying._soon.isActive())
    desk.perform("note.add", {"text": "In the log's room again."})
    assert log.stat().st_size == LONG


def test_nothing_is_tidied_once_the_dossier_is_closed(window, qtbot):
    tidying: QTimer = window.tidying._soon
    window._bridge.write("session.open", {"title": "Morning"})
    assert tidying.isActive()
    window.close()
    qtbot.waitUntil(lambda: not tidying.isActive())


def test_a_backup_that_fails_is_said_and_work_goes_on(window, monkeypatch, qtbot):
    monkeypatch.setattr(window._dossier._dossier, "tidy", NoRoomToCommit)
    window._bridge.write("session.open", {"title": "Morning"})
    qtbot.waitUntil(lambda: "No backup was made" in window.messages._said.text())
    window._bridge.write("note.add", {"text": "And on."})

"""Locking: the private pages are deleted, the dossier is closed and complete, and the door asks again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, make, note, session


@pytest.fixture
def window(qtbot, surroundings, tmp_path):
    path = make(tmp_path / "a.t2d", session(), note("quicksilver heron"))
    keeper = Keeper(cost=CHEAPEST)
    made = make_window(surroundings, InlineLane(), keeper, path)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.enter(keeper.open(path, PASSPHRASE))
    return made, path


def test_locking_stands_at_the_door_with_nothing_private_left(qtbot, window):
    made, path = window
    qtbot.keyClick(made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: made.findChild(QWidget, "topBar") is None)
    assert made.findChild(QWidget, "door") is not None
    assert not any(
        "Title" in label.objectName() and "series" in label.objectName() for label in made.findChildren(QLabel)
    )
    assert not path.with_name("a.t2d-keys").exists()


def test_after_locking_only_the_key_sheet_can_be_given(qtbot, window):
    made, _ = window
    qtbot.keyClick(made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert [one.id for one, _ in made._commands.available()] == ["desk.keys"]


def test_the_door_opens_again_after_locking(qtbot, window):
    made, path = window
    qtbot.keyClick(made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    made.enter(Keeper(cost=CHEAPEST).open(path, PASSPHRASE))
    assert made.findChild(QWidget, "topBar") is not None

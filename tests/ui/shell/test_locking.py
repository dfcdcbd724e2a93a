"""Locking leaves, whatever runs: the dossier is closed first, and nothing that takes long holds it up."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from t2desk.app.keeping import Keeper
from t2desk.app.opening import create_dossier
from t2desk.app.window import make_window
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.shell import locking
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, names_in, opening


class StuckLane(InlineLane):
    """A lane that takes things in and, once it is stuck, does none of them."""

    stuck = False

    def submit(self, work, done, failed):
        if not self.stuck:
            super().submit(work, done, failed)


@pytest.fixture
def path(tmp_path):
    return create_dossier(tmp_path / "d.t2d", "Water and transit", PASSPHRASE, CHEAPEST).path


@pytest.fixture
def window(qtbot, surroundings, path):
    """A window at its desk that notes where it left from."""
    keeper, lane, left = Keeper(cost=CHEAPEST), StuckLane(), []
    made = make_window(surroundings, lane, keeper, path, leave=left.append)
    qtbot.addWidget(made)
    made.show()
    made.enter(keeper.open(path, PASSPHRASE))
    made.left, made.lane = left, lane
    yield made
    lane.stuck = False
    keeper.close_all()
    made.close()


def test_the_dossier_is_closed_whole_and_then_the_process_leaves(window, path):
    window._bridge.write("session.open", {"title": "Morning"})
    window._commands.give("desk.lock")
    assert window.left == [path]
    assert names_in(path.parent) == {"d.t2d", "d.t2d-backups"}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(QLineEdit, "doorSecret")


def test_a_backup_left_out_at_a_lock_is_made_at_the_next_closing(window, path):
    before = len(list((path.parent / "d.t2d-backups").iterdir()))
    window._bridge.write("session.open", {"title": "Morning"})
    window._commands.give("desk.lock")
    assert len(list((path.parent / "d.t2d-backups").iterdir())) == before
    with opening(path):
        pass
    assert len(list((path.parent / "d.t2d-backups").iterdir())) == before + 1
    with opening(path):
        pass
    assert len(list((path.parent / "d.t2d-backups").iterdir())) == before + 1


def test_what_runs_for_long_does_not_hold_it_up(window, path, qtbot, monkeypatch):
    monkeypatch.setattr(locking, "AT_MOST", 10)
    window.lane.stuck = True
    window._commands.give("desk.lock")
    assert window.left == []
    qtbot.waitUntil(lambda: window.left == [path])


def test_a_disk_that_refuses_does_not_hold_it_up(window, path, monkeypatch):
    def refuses(**_how):
        raise OSError

    monkeypatch.setattr(window._dossier._dossier, "close", refuses)
    window._commands.give("desk.lock")
    assert window.left == [path]

"""Every view of the window by name, and how to come to it: for tests that look at all of them, and for pictures."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE


class Stage:
    """One window that is led from view to view."""

    def __init__(self, surroundings, path, size, passphrase=PASSPHRASE):
        self.path, self._passphrase = path, passphrase
        self._keeper = Keeper(cost=CHEAPEST)
        self.window = make_window(surroundings, InlineLane(), self._keeper, path)
        self.window.resize(*size)
        self.window.show()
        QCursor.setPos(self.window.mapToGlobal(self.window.rect().bottomRight()))  # nothing lies under the pointer
        self.dossier = None

    def settle(self):
        """Let events run, and what was to be deleted be gone."""
        for _ in range(6):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def enter(self):
        """Go through the door, once."""
        if self.dossier is None:
            self.dossier = self._keeper.open(self.path, self._passphrase)
            self.window.enter(self.dossier)
            self.settle()

    def go(self, view):
        """Show a view of the top bar."""
        self.enter()
        self.leave_overlays()
        self.window.go(view)
        self.settle()

    def leave_overlays(self):
        """Close what lies over the window."""
        for name in ("palette", "keySheet"):
            overlay = self.find(name)
            if overlay is not None and overlay.isVisible():
                overlay.leave()

    def find(self, name):
        """Return a widget by its objectName."""
        return self.window.findChild(QWidget, name)

    def give(self, command):
        """Give a command as its key does; a key would need a window manager to make the window the active one."""
        self.window._commands.give(command)
        self.settle()

    def close(self):
        """Close the dossier and the window."""
        if self.dossier is not None:
            self.dossier._dossier._changed = False  # no backup of what nobody needs
        self.window.close()
        self.window.deleteLater()
        self.settle()


def _prepare(step, stage):
    stage.go("prepare")
    stage.find("prepareView").show_step(step)


def _after(tab, session, place, stage):
    stage.enter()
    stage.window.places.remember("after", session, tab, place)
    stage.go("after")


def _overlay(view, command, stage):
    stage.go(view)
    stage.give(command)


def _new(stage):
    stage.find("door").show_new()


def _search(stage):
    stage.go("records")
    stage.window.findChild(QLineEdit, "searchField").setText("readings")
    stage.find("recordsView")._look()


def _interrupted(stage):
    stage.go("desk")
    stage.give("turn.point_of_order")


def _interrupted_twice(stage):
    """Have two turns wait on a closed list, and somebody interpret for too long."""
    stage.give("turn.question")
    stage.give("turn.point_of_order")
    stage.give("queue.toggle")


def _card(command, stage):
    stage.go("desk")
    stage.give(command)


def _nobody(stage):
    for _ in range(4):
        stage.give("turn.end")


# In this order: the door is left once.
STAGES = {
    "door": lambda stage: None,
    "door-new": _new,
    "people": partial(_prepare, "people"),
    "agenda": partial(_prepare, "agenda"),
    "rule": partial(_prepare, "rule"),
    "check": partial(_prepare, "check"),
    "desk": lambda stage: stage.go("desk"),
    "triage": partial(_after, "triage", "s01", ""),
    "draft": partial(_after, "draft", "s01", ""),
    "preview": partial(_after, "editions", "s02", "report"),
    "gate": partial(_after, "editions", "s01", "report"),
    "close": partial(_after, "close", "s01", ""),
    "timeline": partial(_after, "timeline", "s02", ""),
    "records": lambda stage: stage.go("records"),
    "search": _search,
    "settings": lambda stage: stage.go("settings"),
    "interrupted": _interrupted,
    "rank": partial(_card, "turn.rank"),
    "interrupted-twice": _interrupted_twice,
    "limits": partial(_card, "budget.open"),
    "turns": partial(_card, "turns.open"),
    "nobody": _nobody,
    "palette": partial(_overlay, "desk", "desk.palette"),
    "keys": partial(_overlay, "desk", "desk.keys"),
}
# What needs a session under way with somebody speaking.
WITH_A_TURN = frozenset({"interrupted", "rank", "interrupted-twice", "turns", "nobody"})

"""A whole window on a real dossier, driven by real keys."""

import shutil
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window
from t2desk.domain.keys import key_to_text
from t2desk.domain.series import Session
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, perform


class Opened:
    """The window, its dossier, and short ways to look and to press."""

    def __init__(self, window, dossier, path):
        self.window, self.dossier, self.desk, self.path = window, dossier, dossier.desk, path

    def do(self, name, /, **fields):
        return self.desk.perform(name, fields)[0]

    def all(self, kind, **equals):
        return self.desk.read(lambda work: work.select(kind, **equals))

    def state(self, session):
        return self.desk.read(lambda work: work.get(Session, session)).state

    def find(self, name):
        return self.window.findChild(QWidget, name)

    def go(self, view):
        self.window.go(view)
        settle()

    def press(self, keys):
        """Give a key to whatever has the focus."""
        QTest.keySequence(self.window.focusWidget() or self.window, keys)
        settle()

    def type(self, words):
        QTest.keyClicks(self.window.focusWidget(), words)

    def focus(self, name):
        self.find(name).setFocus()
        return self.find(name)

    @property
    def focused(self):
        return self.window.focusWidget().objectName()

    def space(self):
        QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Space)
        settle()


def settle():
    """Let events run, and what was to be deleted be gone, as it is in the application's own loop."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@contextmanager
def opened(surroundings, made, folder):
    """Open a copy of a dossier in a window."""
    path = folder / "d.t2d"
    shutil.copy(made, path)
    keeper = Keeper(cost=CHEAPEST)
    window = make_window(surroundings, InlineLane(), keeper, path)
    window.resize(1280, 800)
    window.show()
    dossier = keeper.open(path, PASSPHRASE)
    # What a power cut does is tested elsewhere; here nobody waits for a disk.
    dossier._dossier._store._connection.exec_driver_sql("PRAGMA synchronous = OFF")
    window.enter(dossier)
    window.activateWindow()
    settle()
    try:
        yield Opened(window, dossier, path)
    finally:
        dossier._dossier._changed = False  # no backup of what nobody needs
        window.close()
        window.deleteLater()
        settle()


def furnish(dossier):
    """Hold a session with items, notes, points and a step, and adjourn it."""
    perform(
        dossier,
        ("item.add", {"title": "Dry season", "minutes": 20}),
        ("item.add", {"title": "Wells", "minutes": 20}),
        ("item.next", {}),
        ("turn.start", {"person": "p01"}),
        ("note.add", {"text": "The well is dry, I tell you", "kind": "concern", "neutral": "A well may fall dry"}),
        ("note.add", {"text": "No neutral words yet"}),
        ("point.propose", {"text": "Half a thought"}),
        ("step.add", {"what": "Count the wells", "by": "June", "holder": "North"}),
    )
    point = key_to_text(perform(dossier, ("point.propose", {"text": "Drinking water comes first"})).key)
    perform(dossier, *(("point.move", {"point": point, "state": state}) for state in ("drafted", "tested", "agreed")))
    perform(dossier, ("session.adjourn", {}))

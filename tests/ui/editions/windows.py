"""A whole window on a real dossier, driven by real keys."""

from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window
from t2desk.domain.keys import key_to_text
from t2desk.domain.series import Session
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, make


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
        QApplication.processEvents()

    def press(self, keys):
        """Give a key to whatever has the focus."""
        QTest.keySequence(self.window.focusWidget() or self.window, keys)
        QApplication.processEvents()

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
        QApplication.processEvents()


@contextmanager
def opened(surroundings, folder, *acts):
    path = make(folder / "d.t2d", *acts)
    keeper = Keeper(cost=CHEAPEST)
    window = make_window(surroundings, InlineLane(), keeper, path)
    window.resize(1280, 800)
    window.show()
    dossier = keeper.open(path, PASSPHRASE)
    window._on_opened(dossier)
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield Opened(window, dossier, path)
    finally:
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def point_key(opened_window, text, *states, **fields):
    """Propose a point and move it on."""
    point = opened_window.do("point.propose", text=text, **fields)
    for state in states:
        opened_window.do("point.move", point=key_to_text(point.key), state=state)
    return point

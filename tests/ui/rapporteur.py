"""The rapporteur's half of the window over a real desk: the capture line, the points, and the notes at the break."""

from types import SimpleNamespace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from t2desk.app.naming import NameFinder
from t2desk.services.standing import standing
from t2desk.ui.capture.line import CaptureLine
from t2desk.ui.common_ground.panel import CommonGroundPanel
from t2desk.ui.common_ground.triage import build_triage
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.kit.pieces import column
from t2desk.ui.shell.main_window import MainWindow
from t2desk.ui.shell.views import ViewKind
from tests.services.conftest import begin_sitting


def build_desk(parts):
    view = QWidget()
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setLayout(column(CommonGroundPanel(parts), CaptureLine(parts)))
    return view


class Desk:
    """A window at the desk, on a room with a session under way."""

    def __init__(self, room, surroundings, qtbot):
        self.room, self.qtbot = room, qtbot
        kinds = (
            ViewKind("desk", "Desk", "view.desk", build_desk),
            ViewKind("after", "After", "view.after", lambda parts: build_triage(parts, "s01")),
        )
        self.window = MainWindow(surroundings, InlineLane(), kinds, lambda _opened, _at: QWidget())
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        finder = NameFinder(room.desk)
        opened = SimpleNamespace(
            desk=room.desk, find_names=finder.find, tidy=lambda: None, close=lambda: None, path=None, standing=standing
        )
        self.window.enter(opened)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def find(self, name):
        """Return the living widget with this objectName that is not on its way out."""
        QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))  # what was deleted is gone
        (found,) = self.window.findChildren(QWidget, name)
        return found

    def press(self, *keys):
        for key in keys:
            QTest.keySequence(self._target(), key)

    def write(self, operation, **fields):
        """Perform an operation as somebody else at the window would: all panels hear of it."""
        self.window._bridge.write(operation, fields)

    def _target(self):
        # Qt asks the widget with the caret first whether a key is its own.
        return QApplication.focusWidget() or self.window

    def type(self, text):
        """Type letter by letter; what no plain key has comes as an input method commits it."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(letter)
                QApplication.sendEvent(self._target(), composed)

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self._target(), key, modifiers)

    @property
    def line(self):
        return self.find("captureBox").toPlainText()

    def focused(self):
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else None

    def texts(self, name):
        return [label.text() for label in self.find(name).findChildren(QLabel) if label.isVisible()]


def make_desk(room, surroundings, qtbot):
    return Desk(begin_sitting(room), surroundings, qtbot)

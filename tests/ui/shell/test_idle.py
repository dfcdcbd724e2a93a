"""Nobody at the keys: the curtain, then the lock; later while a session sits, at once after the laptop lay still."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from t2desk.services.standing import Standing
from t2desk.ui.shell.idle import OUTSIDE, SITTING, SLEPT, IdleWatch


class Watched:
    """A window that notes what idleness did to it, and clocks that are set by hand."""

    def __init__(self, qtbot, surroundings, state):
        self.standing, self.did = Standing("Water", state=state), []
        self.seconds = self.slept = 1000.0
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.watch = IdleWatch(surroundings, self.window, self, lambda: self.seconds, lambda: self.slept)
        self.watch._ticks.stop()

    def cover(self, why=""):
        self.did.append(("cover", why))

    def lock(self):
        self.did.append("lock")

    def wait(self, seconds, asleep=False):
        self.seconds += seconds
        self.slept += seconds if asleep else 0
        self.watch.look()
        return self.did


@pytest.fixture
def watched(qtbot, surroundings):
    return lambda state="adjourned": Watched(qtbot, surroundings, state)


@pytest.mark.parametrize(("state", "times"), [("adjourned", OUTSIDE), ("", OUTSIDE), ("open", SITTING)])
def test_the_curtain_falls_once_and_then_the_desk_locks(watched, state, times):
    here = watched(state)
    assert here.wait(times.curtain - 1) == []
    assert [one[0] for one in here.wait(1)] == ["cover"]
    assert here.did[0][1]
    here.wait(times.lock - times.curtain - 1)
    assert len(here.did) == 1
    assert here.wait(1)[1:] == ["lock"]


def key(_window):
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def moved(_window):
    nothing = Qt.MouseButton.NoButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(9, 9), QPointF(9, 9), nothing, nothing, Qt.KeyboardModifier.NoModifier
    )


@pytest.mark.parametrize("event", [key, moved])
def test_a_key_or_the_pointer_begins_anew(watched, event):
    here = watched()
    here.wait(OUTSIDE.curtain - 1)
    QApplication.sendEvent(here.window.windowHandle(), event(here.window))
    assert here.wait(OUTSIDE.curtain - 1) == []
    assert here.wait(1) != []


def test_a_laptop_that_lay_still_is_locked_whoever_opens_it(watched):
    here = watched("open")
    assert here.wait(SLEPT, asleep=True) == []
    assert here.wait(SLEPT + 1, asleep=True) == ["lock"]
    assert here.wait(1) == ["lock"]

"""The curtain by its key from every state there is: view, overlay, list dropped down, dialog, drag, half a line."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QListView, QMenu, QWidget

from t2desk.ui.shell.curtain import Curtain
from tests.ui.room.conftest import PROJECTOR

NAMES = ("Amina Yusuf", "Boris Kova", "Water", "Sources")


def settle():
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def view(name):
    return lambda here: here.window.go(name)


def keys(*pressed):
    return lambda here: here.press(*pressed)


def typed(*pressed, text):
    def reach(here):
        here.press(*pressed)
        here.desk.type(text)

    return reach


def step(name):
    def reach(here):
        here.window.go("prepare")
        here.find("prepareView").show_step(name)

    return reach


def dropped_down(here):
    here.window.go("after")
    box = next(one for one in here.window.findChildren(QComboBox) if one.isVisible())
    box.setFocus()
    box.showPopup()
    assert QApplication.activePopupWidget() is not None


def menu(here):
    here.press("F2")
    here.desk.type("Half a line")
    box = QApplication.focusWidget()
    made = box.createStandardContextMenu()
    made.popup(box.mapToGlobal(QPoint(5, 5)))
    assert QApplication.activePopupWidget() is made


def dialog(here):
    here.window.go("prepare")
    here.find("peopleImport").click()
    shown = here.window.findChild(QFileDialog)
    settle()
    shown.activateWindow()
    settle()
    shown.findChild(QLineEdit).setFocus()
    assert QApplication.activeWindow() is shown


def drag(here):
    step("agenda")(here)
    rows = here.find("agendaList", QListView)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center())
    QTest.mouseMove(rows.viewport(), rows.visualRect(rows.model().index(1, 0)).center())


STATES = {
    "desk": lambda _here: None, "prepare": view("prepare"), "after": view("after"), "records": view("records"),
    "settings": view("settings"), "people": step("people"), "agenda": step("agenda"), "rule": step("rule"),
    "check": step("check"), "palette": keys("Ctrl+K"), "palette typed": typed("Ctrl+K", text="adj"),
    "key sheet": keys("F1"), "room": keys("R"), "search": keys("Ctrl+F"), "choosing a speaker": keys("S"),
    "a speaker half found": typed("A", text="am"), "point of order": keys("P"), "a turn": keys("N"),
    "off the record": keys("O"), "half a line": typed("F2", text="Amina said"),
    "half a point": typed("Ctrl+G", text="Wells"), "a completion": typed("F2", text="Amina @N"),
    "a list dropped down": dropped_down, "a menu": menu, "a file dialog": dialog, "a drag": drag,
    "a screen shown to": keys("R", "Return"), "not private": keys("Shift+O", "F12"),
}  # fmt: skip


def private_words(window):
    """Return what of the dossier can still be read anywhere, by assistive technology too."""
    widgets = [one for one in QApplication.allWidgets() if not isinstance(one, Curtain)]
    said = [one.text() for one in widgets if isinstance(one, QLabel | QLineEdit)] + [
        one.accessibleName() for one in widgets
    ]
    return sorted({name for name in NAMES for one in said if name in one})


@pytest.mark.parametrize("state", STATES)
def test_f12_deletes_every_private_page(desktop, state):
    here = desktop()
    here.window._bridge.write("queue.add", {"person": "p01"})
    STATES[state](here)
    focus = QApplication.activePopupWidget() or QApplication.focusWidget() or here.window
    QTest.keyClick(focus, Qt.Key.Key_F12)
    assert here.is_covered()
    settle()
    assert private_words(here.window) == []
    assert not Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName()).exists()
    loose = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not here.window]
    assert [one for one in loose if isinstance(one, QFileDialog | QMenu)] == []
    assert QApplication.activePopupWidget() is None
    assert here.window.windowTitle() == "t2desk"


@pytest.mark.parametrize("state", ["half a line", "a drag", "a file dialog"])
def test_what_comes_after_the_curtain_lands_nowhere(desktop, state):
    here = desktop()
    STATES[state](here)
    before = here.desk.room.image()
    QTest.keyClick(QApplication.focusWidget() or here.window, Qt.Key.Key_F12)
    settle()
    QTest.mouseRelease(here.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.keyClicks(QApplication.focusWidget() or here.window, "morewords")
    settle()
    assert {**here.desk.room.image(), "drafts": []} == {**before, "drafts": []}


def test_whoever_types_on_when_it_falls_by_itself_does_not_draw_it_back(desktop):
    here = desktop()
    here.press("F2")
    here.desk.type("Half a line")
    before = here.desk.room.image()
    here.change(PROJECTOR)
    settle()
    QTest.keyClicks(QApplication.focusWidget() or here.window, "d and more words")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert here.is_covered()
    assert {**here.desk.room.image(), "drafts": []} == {**before, "drafts": []}


def test_clocks_go_on_behind_it_and_the_desk_comes_back_as_it_was(desktop):
    here = desktop()
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("F12")
    here.desk.room.clock.forward(30)
    here.press("F12")
    assert here.desk.sees("deskView")
    here.window._bridge.write("turn.end")
    (seconds,) = [row[0] for row in here.desk.room.query("SELECT seconds FROM turns")]
    assert seconds == 30.0


def test_what_is_marked_in_the_card_of_the_room_reaches_no_clipboard(desktop):
    clipboard = QApplication.clipboard()
    clipboard.clear()
    here = desktop()
    here.window._bridge.write("turn.start", {"person": "p01"})
    here.press("R", "Ctrl+A", "Ctrl+C")
    assert clipboard.text() == ""
    if clipboard.supportsSelection():
        assert clipboard.text(QClipboard.Mode.Selection) == ""
    assert all(not one.isWindow() for one in here.find("roomPanel").findChildren(QWidget))

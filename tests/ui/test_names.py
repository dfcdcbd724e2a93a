"""The table of names holds every control of every view, and no row of it is left over."""

import fnmatch
import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget

from t2desk.app.dossier import Machine
from t2desk.app.keeping import Keeper
from t2desk.app.opening import create_dossier, open_dossier, with_passphrase
from t2desk.app.window import make_window
from t2desk.domain.backups import BackupAccount
from t2desk.services.rehearsal.clock import RehearsalClock
from t2desk.services.rehearsal.play import SERIES_TITLE, play
from t2desk.system.random_keys import SeededKeys
from t2desk.ui.door.code_face import ShowCodeFace, TypeCodeFace
from t2desk.ui.door.restore_face import PreviewFace
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.prepare.people import PeoplePanel
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE

TABLE = Path(__file__).resolve().parents[2] / "t2desk" / "ui" / "NAMES.md"
CODE = "-".join(["ABCD"] * 9)


def rows():
    """Return the names in the table's first column; a star stands for any letters."""
    cells = (line.split("|")[1] for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| `"))
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    """The rehearsal, played."""
    path, clock = tmp_path_factory.mktemp("names") / "rehearsal.t2d", RehearsalClock()
    machine = Machine(clock=clock, keys=SeededKeys(1))
    create_dossier(path, SERIES_TITLE, PASSPHRASE, CHEAPEST, machine)
    with open_dossier(path, with_passphrase(PASSPHRASE), machine) as opened:
        play(opened.desk, clock, 1)
    return path


class Collector:
    """Goes through the window and notes what bears a name."""

    def __init__(self, window):
        self.window, self.names = window, {}

    def take(self, where, *roots):
        for root in roots or (self.window,):
            for one in (root, *root.findChildren(QWidget)):
                # What Qt names for itself begins so, and lies within controls of ours.
                if one.objectName() and not one.objectName().startswith("qt_"):
                    self.names.setdefault(one.objectName(), where)

    def key(self, keys):
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def press(self, name):
        self.window.findChild(QAbstractButton, name).click()


@pytest.fixture
def names(qtbot, surroundings, dossier):
    """Every name there is, and where it was found."""
    keeper = Keeper(cost=CHEAPEST)
    window = make_window(surroundings, InlineLane(), keeper, dossier)
    qtbot.addWidget(window)
    window.show()
    seen = Collector(window)
    at_the_door(seen, surroundings, qtbot)
    window.enter(keeper.open(dossier, PASSPHRASE))
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    in_the_views(seen, window, dossier.with_name("people.csv"))
    yield seen.names
    window.close()


def at_the_door(seen, surroundings, qtbot):
    seen.take("door")
    seen.press("doorChoose")
    dialog = seen.window.findChild(QFileDialog)  # what is within it is named by Qt
    seen.names[dialog.objectName()] = "door"
    shiboken6.delete(dialog)
    seen.press("doorRestore")
    seen.take("door: restore")
    backup = BackupAccount(("Water and transit",), "four words to read")
    preview = PreviewFace(surroundings, backup, TABLE)
    qtbot.addWidget(preview)
    seen.take("door: preview", preview)
    seen.press("restoreBack")
    qtbot.waitUntil(lambda: seen.window.findChild(QAbstractButton, "doorNew") is not None)
    seen.press("doorNew")
    seen.take("door: new")
    for face in (ShowCodeFace(surroundings, CODE), TypeCodeFace(surroundings, CODE)):
        qtbot.addWidget(face)
        seen.take("door: code", face)


def in_the_views(seen, window, people):
    seen.take("desk")
    for keys in ("Ctrl+K", "F1", "R"):
        seen.key(keys)
        seen.take("over the window")
        seen.key("Escape")
    for keys in ("Shift+C", "C", "M", "U", "Shift+F"):  # these cards are made when they are first asked for
        seen.key(keys)
        seen.take("desk: over the list")
        seen.key("Escape")
    points = window.findChild(ValueListView, "pointList")
    points.setCurrentIndex(points.model().index(2))  # what something stands against
    QTest.keyClick(points, Qt.Key.Key_Return)
    for tab in "WSAKDL":
        seen.key(tab)
        seen.take(f"desk: point, {tab}")
    for act in ("pointRequire", "pointLink"):
        seen.press(act)
        seen.take("desk: point, linked")
    seen.key("Escape")
    points.setCurrentIndex(points.model().index(1))  # what has a bracket
    QTest.keyClick(points, Qt.Key.Key_Return)
    seen.key("K")
    seen.take("desk: point, brackets")
    seen.key("Shift+R")
    seen.take("desk: read-back")
    seen.key("Escape")
    seen.key("Shift+S")
    seen.take("desk: support of every side")
    seen.key("Escape")
    seen.key("Shift+E")
    seen.take("desk: beside the points")
    next(one for one in window.findChildren(QAbstractButton) if one.objectName().startswith("divergenceOf_")).click()
    seen.take("desk: beside the points, entered")
    seen.key("Escape")
    for way in range(3):  # by side, by person where the rule lets it, by cards
        points.setFocus()
        points.setCurrentIndex(points.model().index(way * 2))
        QTest.keyClick(points, Qt.Key.Key_Return)
        seen.key("S")
        window.findChild(QComboBox, "pollWay").setCurrentIndex(way)
        seen.press("pollAsk")
        seen.take("desk: poll")
        seen.key("R")
        seen.take("desk: poll, shown")
        seen.key("Escape")
    window.go("prepare")
    for step in ("people", "agenda", "rule", "check"):
        window.findChild(QWidget, "prepareView").show_step(step)
        seen.take(f"prepare: {step}")
        if step == "rule":
            seen.press("creditAsk")  # a row of the list of who asked to be named
            seen.take("prepare: rule")
    window.findChild(QWidget, "prepareView").show_step("people")
    people.write_text("name,party\nAda Lind,North\n", "utf-8")
    window.findChild(PeoplePanel).preview(people)
    seen.take("prepare: import")
    window.go("after")
    for tab in ("triage", "draft", "editions", "consent", "close", "timeline", "times"):
        seen.press(f"after-{tab}")
        if tab == "consent":
            seen.press("copiesToAll")  # copies that are out
        seen.take(f"after: {tab}")
    for view in ("settings", "records"):
        window.go(view)
        seen.take(view)
    seen.press("recordKeys")
    for act in ("keysAdd", "keysSplit", "keysNoCode"):
        seen.press(act)
        seen.take(f"keys: {act}")
    seen.press("keysAdd")
    window.findChild(QLineEdit, "keyLabel").setText("Chair")
    seen.press("keyGive")
    window.findChild(ValueListView, "keysList").setCurrentIndex(
        window.findChild(ValueListView, "keysList").model().index(0)
    )
    seen.press("keysRemove")
    seen.take("keys: keysRemove")
    seen.key("F12")
    seen.take("curtain")


def test_every_name_is_in_the_table_and_every_row_has_a_control(names):
    table = rows()
    known = {name for one in table for name in fnmatch.filter(names, one)}
    unknown = [f"{where}: {name}" for name, where in names.items() if name not in known]
    left_over = [one for one in table if not fnmatch.filter(names, one)]
    assert (unknown, left_over) == ([], [])


def test_no_row_stands_twice():
    assert len(rows()) == len(set(rows()))

"""Palette, key sheet and curtain by their keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.opening import create_dossier
from t2desk.app.window import make_window
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.shell.overlays import NOT_FOUND, rank_of
from t2desk.vault.kdf import CHEAPEST

PASSPHRASE = "lantern orbit velvet thistle gravel mosaic"


@pytest.fixture
def window(qtbot, surroundings, tmp_path):
    """A window over an empty dossier, on its settings."""
    keeper = Keeper(cost=CHEAPEST)
    path = create_dossier(tmp_path / "d.t2d", "Water and transit", PASSPHRASE, CHEAPEST).path
    made = make_window(surroundings, InlineLane(), keeper, path)
    qtbot.addWidget(made)
    made.show()
    made.enter(keeper.open(path, PASSPHRASE))
    made.go("settings")
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def press(window, keys):
    QTest.keySequence(window, keys)


def find(window, name, kind=QWidget):
    return window.findChild(kind, name)


def is_open(window, name):
    return find(window, name).isVisible()


def given(window):
    return {command.id for command, _ in window._commands.available()}


def test_the_palette_finds_by_letters_and_enter_does_it(window, qtbot):
    press(window, "Ctrl+K")
    field = find(window, "paletteField", QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "recor")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not is_open(window, "palette")
    assert window._shown == "records"


def test_arrows_move_in_the_palette_while_the_caret_stays_in_its_field(window, qtbot):
    press(window, "Ctrl+K")
    rows = find(window, "paletteList")
    QTest.keyClick(find(window, "paletteField"), Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 1
    assert find(window, "paletteField").hasFocus()


def test_what_cannot_be_found_is_said(window):
    press(window, "Ctrl+K")
    QTest.keyClicks(find(window, "paletteField"), "zzz")
    assert find(window, "paletteNone").isVisible()
    QTest.keyClick(find(window, "paletteField"), Qt.Key.Key_Return)
    assert is_open(window, "palette")


@pytest.mark.parametrize(("keys", "name"), [("Ctrl+K", "palette"), ("F1", "keySheet")])
def test_escape_leaves_an_overlay_and_gives_the_focus_back(window, keys, name):
    before = find(window, "settingsDefaults")
    before.setFocus()
    press(window, keys)
    assert is_open(window, name)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not is_open(window, name)
    assert window.focusWidget() is before


def test_one_overlay_gives_way_to_the_other(window):
    press(window, "F1")
    press(window, "Ctrl+K")
    assert is_open(window, "palette")
    assert not is_open(window, "keySheet")


def test_an_overlay_fits_the_smallest_window(window):
    window.resize(1024, 640)
    press(window, "F1")
    assert window.rect().contains(find(window, "keySheet").geometry())


def test_the_curtain_falls_over_an_open_palette_and_leaves_nothing_of_it(window, qtbot):
    press(window, "Ctrl+K")
    QTest.keyClicks(find(window, "paletteField"), "private")
    press(window, "F12")
    assert not is_open(window, "palette")
    assert find(window, "paletteField").text() == ""
    assert window.focusWidget().objectName() == "curtainBack"
    qtbot.waitUntil(lambda: find(window, "topBar") is None)
    said = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "Water" not in said


def test_while_curtained_no_key_touches_the_desk(window, qtbot):
    press(window, "F12")
    assert given(window) <= {"desk.curtain", "desk.lock", "desk.keys", "room.privacy"}
    for keys in ("Ctrl+K", "Ctrl+Z", "Alt+1", "N", "Ctrl+F"):
        press(window, keys)
    assert find(window, "curtain").isVisible()
    assert not is_open(window, "palette")
    assert window._shown == "settings"


def test_the_curtain_twice_brings_everything_back(window, qtbot):
    before = given(window)
    for _ in range(2):
        press(window, "F12")
        press(window, "F12")
        qtbot.waitUntil(lambda: find(window, "curtain") is None)
        qtbot.waitUntil(lambda: find(window, "settingsView").isVisible())
        assert find(window, "seriesTitle", QLabel).text() == "Water and transit"
        assert given(window) == before


def test_the_button_of_the_curtain_draws_it_back_by_space(window, qtbot):
    press(window, "F12")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(window, "curtain") is None)


@pytest.mark.parametrize(
    ("typed", "words", "rank"),
    [
        ("", "Undo", 0),
        ("poi", "Point of order", 0),
        ("order", "Point of order", 1),
        ("ord po", "Point of order", 1),
        ("poo", "Point of order", 2),
        ("xyz", "Point of order", NOT_FOUND),
    ],
)
def test_commands_are_ranked_by_how_well_letters_fit(typed, words, rank):
    assert rank_of(typed, words) == rank


def test_a_line_with_nothing_to_undo_or_redo_gives_the_keys_back(window):
    window.go("prepare")
    press(window, "Ctrl+2")
    line = find(window, "itemAdd", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "Wells 30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    rows = find(window, "agendaList").model()
    assert rows.rowCount() == 2
    QTest.keySequence(line, "Ctrl+Z")
    assert rows.rowCount() == 0
    QTest.keySequence(line, "Ctrl+Y")
    assert rows.rowCount() == 2
    QTest.keyClicks(line, "Tea")
    QTest.keySequence(line, "Ctrl+Z")
    assert (line.text(), rows.rowCount()) == ("", 2)

"""What a screen reader is told of the window's own controls."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from t2desk.app.window import view_kinds
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.shell.top_bar import TopBar


@pytest.fixture
def bar(qtbot, surroundings):
    bar = TopBar(surroundings, view_kinds(), lambda _command: None)
    qtbot.addWidget(bar)
    bar.show_view("records")
    bar.show_view("after")
    return bar


def views_of(bar):
    return {name: bar.findChild(KeyButton, f"view-{name}") for name in ("prepare", "desk", "after", "records")}


def test_views_are_told_as_radio_buttons_of_which_one_is_on(bar):
    told = {name: QAccessible.queryAccessibleInterface(button) for name, button in views_of(bar).items()}
    assert {one.role() for one in told.values()} == {QAccessible.Role.RadioButton}
    assert [name for name, one in told.items() if one.state().checked] == ["after"]


def test_tab_stops_once_among_the_views_and_at_the_one_shown(bar):
    stops = [name for name, one in views_of(bar).items() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["after"]


def test_a_choice_tells_what_it_is_about_and_what_is_chosen(qtbot, surroundings):
    box = ChoiceBox(surroundings, "kinds", "Kinds of notes")
    qtbot.addWidget(box)
    box.addItem("All kinds")
    told = QAccessible.queryAccessibleInterface(box)
    assert told.role() is QAccessible.Role.ComboBox
    assert told.text(QAccessible.Text.Name) == "Kinds of notes"
    assert told.text(QAccessible.Text.Value) == "All kinds"
    box.addItem("Facts")
    box.setCurrentIndex(1)
    assert told.text(QAccessible.Text.Value) == "Facts"
    (row,) = told.child(0).selectionInterface().selectedItems()
    assert row.text(QAccessible.Text.Name) == "Facts"
    assert told.child(0).text(QAccessible.Text.Name) == "Kinds of notes"


def test_a_choice_that_went_is_not_asked_any_more(qtbot, surroundings):
    told = []
    for number in range(50):
        box = ChoiceBox(surroundings, "kinds", f"Kinds {number}")
        box.addItem("All kinds")
        told.append(QAccessible.queryAccessibleInterface(box))
        assert told[-1].text(QAccessible.Text.Name) == f"Kinds {number}"
        shiboken6.delete(box)
        gc.collect()
    assert [one for one in told if shiboken6.isValid(one)] == []


def test_a_page_to_be_read_is_told_as_a_group_with_a_name(qtbot, surroundings):
    area = ReadingArea("kept", "Is kept", QWidget())
    qtbot.addWidget(area)
    told = QAccessible.queryAccessibleInterface(area)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Is kept")

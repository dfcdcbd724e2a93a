"""What a screen reader is told of the window's own controls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from t2desk.app.window import view_kinds
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.choices import ChoiceBox
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
    assert told.text(QAccessible.Text.Description) == "Kinds of notes"
    assert told.text(QAccessible.Text.Value) == "All kinds"

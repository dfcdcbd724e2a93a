"""What the window says of undo and of refusals, and how long; buttons that Enter presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from t2desk.services.operations import OPERATIONS
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.shell.steps_back import step_words


def test_undo_and_redo_by_key_say_what_they_took(hands):
    desk = hands(("session.open", {"title": "First"}), ("note.add", {"text": "The gauge is read at noon."}))
    desk.press("Ctrl+Z")
    assert desk.said() == "Taken back: a note. Ctrl+Y does it again."
    desk.press("Ctrl+Y")
    assert desk.said() == "Done again: a note. Ctrl+Z takes it back."


def test_what_undo_says_quotes_nothing(hands):
    desk = hands(("session.open", {"title": "First"}), ("note.add", {"text": "quicksilver heron"}))
    desk.press("Ctrl+Z")
    assert "quicksilver" not in desk.said()


@pytest.mark.parametrize("operation", ["note.add", "point.word", "turn.next", "queue.add", "item.next", "import"])
def test_an_operation_has_words_of_its_own(operation):
    assert step_words(operation) != step_words("nonsense")
    assert operation == "import" or OPERATIONS.get(operation)


def test_a_refusal_goes_once_something_else_is_done(hands):
    desk = hands(("session.open", {"title": "First"}), "off_record.begin")
    desk.press("Y")
    refused = desk.said()
    assert "off the record" in refused
    desk.press("O")
    assert refused not in desk.said()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_the_button_that_has_the_focus(qtbot, surroundings, key):
    button = KeyButton(surroundings.theme, surroundings.icons, "Take them all in")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_a_button_that_is_off_is_not_pressed(qtbot, surroundings):
    button = KeyButton(surroundings.theme, surroundings.icons, "Take them all in")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not pressed

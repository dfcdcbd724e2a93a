"""A key is written once, in the table of commands; where the room is short a button shows it in its corner."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

import t2desk.ui
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.shell.commands import COMMANDS, chord_of, key_of

UI = Path(t2desk.ui.__file__).parent
CHORD = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\w|[,+-])|\bF\d+\b")
# What only one place knows: keys of a list or a box that has the focus, and a width to measure by.
OF_ONE_PLACE = frozenset({"Ctrl+Enter", "Alt+Enter", "Ctrl+Shift+W"})
KEYS = frozenset(key for one in COMMANDS for key in one.keys)


def literals(path):
    """Return the texts in a module that are nothing but a chord, but for what is in its messages."""
    tree = ast.parse(path.read_text("utf-8"))
    return [one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def test_no_chord_is_written_a_second_time():
    modules = [path for path in UI.rglob("*.py") if path.name != "commands.py"]
    written = {(path.name, text) for path in modules for text in literals(path) if CHORD.fullmatch(text)}
    assert {(name, text) for name, text in written if text not in OF_ONE_PLACE} == set()


def test_a_chord_in_a_sentence_is_a_key_of_a_command():
    said = {
        (path.name, chord)
        for path in UI.rglob("*.py")
        for text in literals(path)
        for chord in CHORD.findall(text)
        if " " in text and chord != "F2"  # F2 edits a row of the agenda, and leads to the line on the desk
    }
    assert {(name, chord) for name, chord in said if chord not in KEYS and not chord.startswith("Alt+")} == set()


def test_a_command_has_a_key_to_show_and_one_that_works_while_typing():
    assert (key_of("room.show"), chord_of("room.show")) == ("R", "Ctrl+Shift+R")
    for one in COMMANDS:
        typed = QKeySequence(chord_of(one.id))[0]
        assert typed.keyboardModifiers().value or typed.key().name.startswith("Key_F"), one.id


@pytest.mark.parametrize("loudness", list(Loudness))
def test_a_key_in_the_corner_is_painted_and_takes_no_width(qtbot, surroundings, loudness):
    button = KeyButton(surroundings.theme, surroundings.icons, "End", "check", "E", loudness)
    qtbot.addWidget(button)
    button.show_key(False)
    button.resize(button.sizeHint())
    without, bare = button.sizeHint(), button.grab().toImage()
    button.show_key(True, in_corner=True)
    assert button.sizeHint() == without
    assert button.grab().toImage() != bare
    button.show_key(True)
    assert button.sizeHint().width() > without.width()


def test_an_icon_alone_tells_its_key_in_the_tool_tip(qtbot, surroundings):
    button = KeyButton(surroundings.theme, surroundings.icons, "End", "check", "E")
    qtbot.addWidget(button)
    button.show_key(False)
    button.be_icon(True)
    assert button.toolTip() == "End (E)"

"""The desk under an Arabic layout: the same places of the keyboard do the same."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from t2desk.domain.floor import QueueEntry, Turn
from tests.ui.floor.conftest import SITTING

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(letter, place, modifiers=NONE):
    """Press a key as X11 reports it under an Arabic layout; Qt's own shortcuts have found nothing by then."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter), modifiers, place, 0, 0, "" if modifiers else letter)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    QApplication.processEvents()


def test_letters_are_keys_of_the_desk(hands):
    sitting = hands(*SITTING, ("queue.add", {"person": "p01"}))
    press("ى", 57)  # N
    assert [turn.person for turn in sitting.room.all(Turn)] == ["p01"]
    press("ث", 26)  # E
    assert [turn.seconds is not None for turn in sitting.room.all(Turn)] == [True]
    press("؟", 61, Qt.KeyboardModifier.ShiftModifier)
    assert sitting.sees("keySheet")


def test_chords_work_while_typing_and_letters_are_typed(hands):
    sitting = hands(*SITTING, ("queue.add", {"person": "p01"}))
    sitting.press("F2")
    press("ى", 57)
    line = QApplication.focusWidget()
    assert isinstance(line, QPlainTextEdit)
    assert line.toPlainText() == "ى"
    press("ئ", 52, CONTROL)  # Ctrl+Z is the line's while it has something to take back …
    assert line.toPlainText() == ""
    assert sitting.room.all(QueueEntry)
    press("ئ", 52, CONTROL)  # … and the desk's after that
    assert not sitting.room.all(QueueEntry)


def test_the_palette_opens_over_a_text_box(sitting):
    sitting.press("F2")
    press("ن", 45, CONTROL)  # Ctrl+K
    assert sitting.sees("palette")

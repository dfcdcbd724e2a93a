"""What is known of the keyboard beside a secret field: its layout, and Caps Lock where it can be known."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import label, row

_MILLISECONDS = 1500


class Keyboard(Protocol):
    """What the system says; None and no words mean that it does not say."""

    def caps_lock(self) -> bool | None:
        """Say whether Caps Lock is on."""
        ...

    def layout(self) -> str:
        """Return the layout in force in a word."""
        ...


class SilentKeyboard:
    """A system that says nothing."""

    def caps_lock(self) -> bool | None:
        """Know nothing."""
        return None

    def layout(self) -> str:
        """Know nothing."""
        return ""


class CapsWatch(QObject):
    """Learns from the keys themselves: a capital without Shift, or a small letter with it, means Caps Lock."""

    def __init__(self, keyboard: Keyboard) -> None:
        """Begin with what the system says."""
        super().__init__()
        self._keyboard = keyboard
        self._learned: bool | None = None

    def is_on(self) -> bool:
        """Say whether Caps Lock is known to be on."""
        said = self._keyboard.caps_lock()
        return bool(self._learned if said is None else said)

    def see(self, event: QKeyEvent) -> None:
        """Learn from a key that was pressed."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._learned = None if self._learned is None else not self._learned
            return
        typed = event.text()
        if len(typed) == 1 and typed.isalpha() and typed.upper() != typed.lower():
            self._learned = typed.isupper() is not bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class KeyboardLine(QWidget):
    """One line under a secret field: which layout, and a warning while Caps Lock is on."""

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard, field: QWidget) -> None:
        """Watch the keys of a field."""
        super().__init__()
        self._words, self._keyboard = surroundings.words, keyboard
        self._caps = CapsWatch(keyboard)
        self._layout_label = label("", "meta", "keyboardLayout")
        self._warning = label(self._words(N_("Caps Lock is on.")), "warning", "capsLock")
        self._warning.hide()
        layout = row(self._layout_label, self._warning, 1, gap=12)
        self.setLayout(layout)
        field.installEventFilter(self)
        timer = QTimer(self)
        timer.timeout.connect(self._on_look)
        timer.start(_MILLISECONDS)
        self._on_look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn from every key, and look again when the field gets the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._caps.see(event)
            self._warning.setVisible(self._caps.is_on())
        elif event.type() == QEvent.Type.FocusIn:
            self._on_look()
        return super().eventFilter(watched, event)

    def _on_look(self) -> None:
        layout = self._keyboard.layout() or _language_of_input()
        said = self._words(N_("Keyboard: {layout}")).format(layout=layout) if layout else ""
        if said != self._layout_label.text():
            self._layout_label.setText(said)
        self._layout_label.setVisible(bool(said))
        self._warning.setVisible(self._caps.is_on())


def _language_of_input() -> str:
    locale = QGuiApplication.inputMethod().locale()
    return locale.nativeLanguageName() if locale.name() != "C" else ""

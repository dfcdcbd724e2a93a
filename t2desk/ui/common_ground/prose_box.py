"""A box for a few lines: Tab leads on, Ctrl+Enter finishes, Esc goes to whoever is around it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.ui.kit.text_side import keep_on_its_side

_LINES = 3


class ProseBox(QPlainTextEdit):
    """Some lines of plain text."""

    finished = Signal()

    def __init__(self, name: str, placeholder: str, lines: int = _LINES) -> None:
        """Begin empty; `name` is the objectName."""
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        keep_on_its_side(self)
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Ctrl+Enter, and let Esc through."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

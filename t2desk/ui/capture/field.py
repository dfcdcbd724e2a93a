"""The one line one types into: never a second line, never a selection given to the system, Esc leads back."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.places import from_qt, to_qt
from t2desk.ui.kit.text_side import keep_on_its_side
from t2desk.ui.kit.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LineField(QPlainTextEdit):
    """A line of text that says what its keys ask for; `offering` is true while Tab takes a completion.

    While it is `deaf` it has the caret and takes nothing in: what is typed then must not become keys of the desk.
    """

    entered = Signal()
    left = Signal()
    offer_taken = Signal()
    offer_moved = Signal(int)
    focus_changed = Signal()
    unheard = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Begin empty; `name` is the objectName."""
        super().__init__()
        self.setObjectName(name)
        self.offering = self.deaf = False
        self._theme = theme
        self._composing = False
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin is a step that Ctrl+Z would take back before anything else
        self.setViewportMargins(0, 4, 0, 0)
        keep_on_its_side(self)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        sizes = self._theme.look.sizes
        self.setFont(text_font(sizes.text_title))
        self.setStyleSheet(
            f"border: none; padding: 0; background: transparent; font-size: {sizes.text_title}px;"
            f"placeholder-text-color: {self._theme.look.tokens.ink_second};"
        )
        self.setFixedHeight(QFontMetrics(text_font(sizes.text_title)).lineSpacing() + 8)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(320, self.height())

    def line(self) -> str:
        """Return what stands in the line."""
        return self.toPlainText()

    def before_caret(self) -> str:
        """Return what stands before the caret."""
        text = self.line()
        return text[: from_qt(text, self.textCursor().position())]

    def write(self, line: str) -> None:
        """Put a line in place of what stands there, with the caret at its end; nothing is left to undo."""
        self.setPlainText(line)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace_part(self, start: int, end: int, words: str) -> None:
        """Write words over a part, as one step that Ctrl+Z takes back."""
        text = self.line()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(text, start))
        cursor.setPosition(to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what Enter, Esc, Tab and the arrows ask for; let the rest be typed."""
        key, modifiers = event.key(), event.modifiers()
        if self.deaf and (key in _ENTER or (event.text().isprintable() and event.text())):
            self.unheard.emit()
        elif key in _ENTER:
            self._on_enter(modifiers)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.offering and key == Qt.Key.Key_Tab:
            self.offer_taken.emit()
        elif self.offering and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.offer_moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _on_enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._composing:
            return
        if not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab reach the line while it takes a completion."""
        return False if self.offering and forward else super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed: Enter then ends the composing, not the line."""
        if self.deaf:
            self.unheard.emit()
            return
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line of plain text."""
        if self.deaf:
            self.unheard.emit()
            return
        self.textCursor().insertText(" ".join(source.text().split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the caret is here."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the caret has gone."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

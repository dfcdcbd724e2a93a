"""A field of the door: its label, its box, a hint or a refusal beneath; and the box for secrets."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import column, label, row, text_line
from t2desk.ui.shell.message_bar import announce

_SECRET_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class Field(QWidget):
    """A box under its label; what is refused about it stands right beneath, in place of the hint."""

    def __init__(self, words: str, name: str, hint: str = "", box: QLineEdit | None = None) -> None:
        """Make the box, or take one; its objectName is `name`, the refusal's `nameError`."""
        super().__init__()
        self.box = box or text_line()
        self.box.setObjectName(name)
        self.box.setAccessibleName(words)
        self.box.textEdited.connect(self.accept)
        self.box.installEventFilter(self)
        named = label(words, "label")
        named.setBuddy(self.box)
        self._hint = label(hint, "meta", f"{name}Hint", wraps=True)
        self._error = label("", "error", f"{name}Error", wraps=True)
        self._error.hide()
        self.beside = row(self.box, gap=8)
        self.beside.setStretch(0, 1)
        self.under: QVBoxLayout = column(self._hint, self._error, gap=2)
        self.setLayout(column(named, self.beside, self.under, gap=6))
        self._hint.setVisible(bool(hint))  # only now: without a parent it would be a window of its own

    def text(self) -> str:
        """Return what is in the box."""
        return self.box.text()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, beside the box and aloud."""
        self._error.setText(sentence)
        self._show(is_wrong=True)
        announce(self.box, sentence)

    def accept(self) -> None:
        """Take a refusal back."""
        if self._error.text():
            self._error.setText("")
            self._show(is_wrong=False)

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not self._error.text())

    def _show(self, is_wrong: bool) -> None:
        self._error.setVisible(is_wrong)
        self._hint.setVisible(bool(self._hint.text()) and not is_wrong)
        self.box.setProperty("wrong", "true" if is_wrong else "false")
        self.box.setAccessibleDescription(self._error.text())
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc take back what was typed, and nothing else; in an empty box it is not for the box."""
        is_escape = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_escape and event.key() == Qt.Key.Key_Escape and self.box.text():  # type: ignore[attr-defined]
            self.box.setText("")  # not clear(): that could be undone
            self.accept()
            return True
        return super().eventFilter(watched, event)


class _SecretBox(QLineEdit):
    """A box without a menu, whose text no input method learns from and nothing copies, be it shown or hidden."""

    def __init__(self) -> None:
        """Take paste, but give nothing away."""
        super().__init__()
        self.setDragEnabled(False)
        self.selectionChanged.connect(self._on_selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let neither copy nor cut out."""
        leaves = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
        if any(event.matches(one) for one in leaves):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_selected(self) -> None:
        # X11 hands every selection to whoever asks for it; marking text is already copying it there.
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu."""
        event.accept()


class SecretField(Field):
    """A field whose text is hidden until somebody asks to see it."""

    def __init__(self, surroundings: Surroundings, words: str, name: str, hint: str = "") -> None:
        """Begin hidden, with a button that shows."""
        super().__init__(words, name, hint, _SecretBox())
        self._words = surroundings.words
        self.box.setInputMethodHints(_SECRET_HINTS)
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = KeyButton(
            surroundings.theme, surroundings.icons, self._words(N_("Show")), "eye", loudness=Loudness.EDGED
        )
        self.show_button.setObjectName(f"{name}Show")
        self.show_button.clicked.connect(self._on_show)
        self.beside.addWidget(self.show_button)

    def take(self) -> str:
        """Return the secret and clear the box at once, its undo history too."""
        secret = self.box.text()
        self.clear()
        return secret

    def clear(self) -> None:
        """Forget what was typed and hide again."""
        self.box.setText("")
        self._reveal(shown=False)

    def _on_show(self) -> None:
        self._reveal(shown=self.box.echoMode() is QLineEdit.EchoMode.Password)

    def _reveal(self, shown: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.box.setInputMethodHints(_SECRET_HINTS)  # the echo mode sets its own
        self.show_button.set_words(self._words(N_("Hide") if shown else N_("Show")), "eye-off" if shown else "eye")

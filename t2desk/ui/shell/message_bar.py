"""The message bar: one sentence at a time, inline, with undo where something can be taken back; never a dialog."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.pieces import label, row

PLAIN, WARN, OVER = "plain", "warn", "over"
# A plain word goes by itself; what warns stays until it is read away.
_PLAIN_MILLISECONDS = 6000


class MessageBar(QFrame):
    """Shows a sentence in a tone; what warns stays until somebody closes it."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("role", "bar")
        self._said = label("", "body", "messageText", wraps=True)
        self._close = KeyButton(surroundings.theme, surroundings.icons, "", "x")
        self._close.setObjectName("messageClose")
        self._close.setAccessibleName(surroundings.words(N_("Close the message")))
        self._close.clicked.connect(self.hide)
        layout = row(self._said, self._close)
        layout.setStretch(0, 1)
        layout.setContentsMargins(16, 4, 8, 4)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._is_answer = False
        self.hide()

    def answer(self, words: str) -> None:
        """Show why an act was refused, until it is read away or the next act succeeds."""
        self.say(words, WARN)
        self._is_answer = True

    def pass_by(self) -> None:
        """Take a refusal away: something else was done since, and what it says may no longer hold."""
        if self._is_answer:
            self.hide()

    def say(self, words: str, tone: str = PLAIN) -> None:
        """Show a sentence and have it announced."""
        self._is_answer = False
        self._said.setText(words)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for child in (self._said,):
            child.style().unpolish(child)
            child.style().polish(child)
        self.show()
        announce(self, words)
        self._timer.stop()
        if tone == PLAIN:
            self._timer.start(_PLAIN_MILLISECONDS)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))

"""The facilitator's private notes on an item: some lines that write themselves once the typing pauses."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent

from t2desk.i18n import N_
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.shell.views import ViewParts

_PAUSE = 600  # milliseconds


class NotesBox(ProseBox):
    """Shows an item's notes and keeps what is typed: at a pause, when it is left, and before its page goes."""

    def __init__(self, parts: ViewParts, name: str, says: str, lines: int = 3) -> None:
        """Begin without an item."""
        super().__init__(name, says, lines=lines)
        self.setAccessibleName(parts.words(N_("Private notes on this item")))
        self._parts, self._item, self._stored = parts, "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.commit)
        self.textChanged.connect(self._timer.start)

    def show_notes(self, item: str, notes: str) -> None:
        """Show an item's notes, unless others are being typed for the same."""
        if item != self._item:
            self.commit()
        is_typed = item == self._item and self.toPlainText() != self._stored
        self._item, self._stored = item, notes
        if is_typed:
            return
        if self.toPlainText() != notes:
            self.setPlainText(notes)
        self._timer.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write when the box is left."""
        super().focusOutEvent(event)
        self._commit_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write before the page goes."""
        self._commit_now()
        super().hideEvent(event)

    def _commit_now(self) -> None:
        if self._timer.isActive():
            self.commit()

    def commit(self) -> None:
        """Write what was typed, if it is something else than what is stored."""
        self._timer.stop()
        text = self.toPlainText()
        if self._item and text != self._stored:
            self._stored = text
            self._parts.bridge.write("item.plan", {"item": self._item, "notes": text})

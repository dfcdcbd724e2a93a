"""A text box whose words outlive it: a draft within half a second, restored with the page, gone off the record."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.services.capture_views import draft_text
from t2desk.services.point_views import is_off_record
from t2desk.ui.shell.views import ViewParts

_MILLISECONDS = 400


class DraftKeeper(QObject):
    """Keeps one text box under one draft id."""

    def __init__(self, parts: ViewParts, box: QPlainTextEdit, draft: str) -> None:
        """Restore what was being typed there; without an id, keep nothing until `turn_to`."""
        super().__init__(box)
        self._parts, self._box = parts, box
        self._draft, self._kept = "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self._save)
        box.textChanged.connect(self._timer.start)
        box.installEventFilter(self)
        parts.bridge.changed.connect(self._on_changed)
        self.turn_to(draft)

    def turn_to(self, draft: str) -> None:
        """Keep the box under another id from now on; what it holds now is what has been kept otherwise."""
        self._timer.stop()
        self._draft, self._kept = draft, self._box.toPlainText()
        if draft:
            self._parts.bridge.read(self, lambda work: draft_text(work, draft), lambda text: self._restore(draft, text))

    def forget(self) -> None:
        """Empty the box and forget the draft: what it held has been kept otherwise."""
        self._box.clear()
        self.drop()

    def drop(self) -> None:
        """Forget the draft and leave the box as it is."""
        self._timer.stop()
        self._kept = self._box.toPlainText()
        if self._draft:
            self._parts.bridge.write("draft.drop", {"id": self._draft}, refused=_ignored)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is being typed before the page goes."""
        if event.type() == QEvent.Type.Hide and self._timer.isActive():
            self._timer.stop()
            self._save()
        return super().eventFilter(watched, event)

    def _restore(self, draft: str, text: str) -> None:
        if text and draft == self._draft and self._box.toPlainText() == self._kept:
            self._box.setPlainText(text)
            self._timer.stop()

    def _save(self) -> None:
        text = self._box.toPlainText()
        if not self._draft:
            return
        if text.strip() and text != self._kept:
            self._parts.bridge.write("draft.save", {"id": self._draft, "text": text}, refused=_ignored)
        else:
            self._parts.bridge.write("draft.drop", {"id": self._draft}, refused=_ignored)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("off_record"):
            self._parts.bridge.read(self, is_off_record, self._on_standing)

    def _on_standing(self, off_record: bool) -> None:
        if off_record and self._box.toPlainText() != self._kept:
            self._box.setPlainText(self._kept)
            self._timer.stop()


def _ignored(_refusal: DeskError) -> None:
    """Say nothing: what was refused here is not somebody's act."""

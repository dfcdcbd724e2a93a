"""A line whose half-typed words outlive it: a draft within a second, back after the curtain, gone off the record."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.services.capture_views import draft_text
from t2desk.services.point_views import is_off_record
from t2desk.ui.kit.pieces import begin_where_reading_begins
from t2desk.ui.shell.views import ViewParts

_PAUSE = 400


class KeptLine(QLineEdit):
    """A line for adding something; what is half typed is kept under a draft's id."""

    def __init__(self, parts: ViewParts, name: str, says: str, draft: str | None = None) -> None:
        """Ask for the draft of this id (else of this name); with an empty one, keep nothing until `turn_to`."""
        super().__init__()
        begin_where_reading_begins(self)
        self.setObjectName(name)
        self.say(says)
        self.parts, self._draft, self._otherwise = parts, "", ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_paused)
        self.textEdited.connect(lambda _text: self._timer.start())
        parts.bridge.changed.connect(self._on_changed)
        self.turn_to(f"prepare.{name}" if draft is None else draft)

    def say(self, words: str) -> None:
        """Say what the line is for."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def turn_to(self, draft: str, otherwise: str = "") -> None:
        """Keep the line under another id from now on; without a draft, `otherwise` stands in it."""
        self._keep_now()
        self._draft, self._otherwise = draft, otherwise
        self.setText("")
        if draft:
            question = partial(draft_text, id=draft)
            self.parts.bridge.read(self, question, partial(self._on_draft, draft))

    def clear_draft(self) -> None:
        """Empty the line and forget its draft."""
        # Not clear(), which could be undone: Ctrl+Z here takes back what was added.
        self.setText("")
        self._timer.stop()
        self.parts.bridge.write("draft.drop", {"id": self._draft})

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed before the page goes."""
        self._keep_now()
        super().hideEvent(event)

    def _keep_now(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._on_paused()

    def _on_draft(self, draft: str, text: str) -> None:
        if draft == self._draft and not self.text():
            self.setText(text or self._otherwise)

    def _on_paused(self) -> None:
        # Off the record nothing half typed is kept; that is no news to whoever types.
        if self._draft:
            fields = {"id": self._draft, "text": self.text()}
            self.parts.bridge.write("draft.save", fields, refused=_ignored)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("off_record"):
            self.parts.bridge.read(self, is_off_record, self._on_standing)

    def _on_standing(self, off_record: bool) -> None:
        if off_record and self.text() != self._otherwise:
            self._timer.stop()
            self.setText(self._otherwise)


def _ignored(_refusal: DeskError) -> None:
    """Say nothing: what was refused here is not somebody's act."""

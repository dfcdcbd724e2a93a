"""A card that comes over others and goes: a child and no dialog, so that whatever runs beneath stays in sight."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class PassingCard(QFrame):
    """Takes the focus; Esc leaves and gives it back, and so does going elsewhere with pointer or Tab, without that."""

    def __init__(self, around: QWidget, name: str, role: str) -> None:
        """Begin hidden within a page or window; `name` is the objectName, `role` how it looks."""
        super().__init__(around)
        self.setObjectName(name)
        self.setProperty("role", role)
        self._before: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._on_focus_moved)  # type: ignore[union-attr]
        self.hide()

    def come_up(self) -> None:
        """Show over the others, and remember who had the focus."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide and give the focus back."""
        before = self._before
        self.drop()
        # Whoever had it may have been built anew meanwhile.
        back = self._back_to(before if before is not None and shiboken6.isValid(before) else None)
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Hide and forget who had the focus."""
        self._before = None
        self.hide()

    def _place(self) -> None:
        """Lie where the card belongs."""
        raise NotImplementedError

    def _back_to(self, before: QWidget | None) -> QWidget | None:
        """Return who gets the focus back, of whoever had it and is still there."""
        return before

    def _is_elsewhere(self, now: QWidget) -> bool:
        return now is not self and not self.isAncestorOf(now)

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and self._is_elsewhere(now):
            self.drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

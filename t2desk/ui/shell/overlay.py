"""A card over the window, a child and no dialog; it takes the focus, leaves on Esc and gives the focus back."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget

from t2desk.ui.kit.environment import Surroundings

_TOP, _EDGE = 72, 24


class Overlay(QFrame):
    """A card in the middle of the window; what lies beneath stays visible, so that a running clock does."""

    def __init__(self, surroundings: Surroundings, window: QWidget, name: str, width: int) -> None:
        """Begin hidden; `width` is at a text size of 100 %."""
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("role", "overlay")
        self.surroundings = surroundings
        self._width = width
        self._before: QWidget | None = None
        self._cast_shadow()
        window.installEventFilter(self)
        surroundings.theme.changed.connect(self._on_theme_changed)
        QApplication.instance().focusChanged.connect(self._on_focus_moved)  # type: ignore[union-attr]
        self.hide()

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(36)
        shadow.setOffset(0, 10)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)

    def open(self) -> None:
        """Show over the window and remember who had the focus; opening what is open leaves it."""
        if self.isVisible():
            self.leave()
            return
        self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where keys are meant for."""
        self.setFocus()

    def leave(self) -> None:
        """Hide and give the focus back, if whoever had it is still there."""
        before = self._before
        self.drop()
        if before is not None and shiboken6.isValid(before):
            before.setFocus()

    def drop(self) -> None:
        """Hide and forget who had the focus."""
        self._before = None
        self.hide()

    def height_wanted(self) -> int:
        """Return how high the card would like to be."""
        return self.sizeHint().height()

    def _place(self) -> None:
        room = self.window().rect()
        width = min(self._width * self.surroundings.theme.percent // 100, room.width() - 2 * _EDGE)
        height = min(self.height_wanted(), room.height() - _TOP - _EDGE)
        self.setGeometry((room.width() - width) // 2, _TOP, width, height)

    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self._place()

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.drop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

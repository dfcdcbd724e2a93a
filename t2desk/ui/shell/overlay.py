"""A card over the window, a child and no dialog; it takes the focus, leaves on Esc and gives the focus back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.shell.passing_card import PassingCard

_TOP, _EDGE = 72, 24


class Overlay(PassingCard):
    """A card in the middle of the window; what lies beneath stays visible, so that a running clock does."""

    def __init__(self, surroundings: Surroundings, window: QWidget, name: str, width: int) -> None:
        """Begin hidden; `width` is at a text size of 100 %."""
        super().__init__(window, name, "overlay")
        self.surroundings = surroundings
        self._width = width
        self._cast_shadow()
        window.installEventFilter(self)
        surroundings.theme.changed.connect(self._on_theme_changed)

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
        self.come_up()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where keys are meant for."""
        self.setFocus()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

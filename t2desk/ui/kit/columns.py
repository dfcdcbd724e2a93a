"""Three columns that become two where the room is short: the third moves below the first, the middle stays wide."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from t2desk.ui.kit.pieces import Card
from t2desk.ui.kit.theme import Theme

# Pixels at a text size of 100 %: below, three columns could not be read.
_THREE = 920
_WIDE, _NARROW = (5, 11, 6), (4, 7, 0)


class ThreeColumns(QWidget):
    """A list, what is worked on, and what is looked at meanwhile."""

    def __init__(self, theme: Theme, first: QWidget, middle: QWidget, third: QWidget) -> None:
        """Place all three."""
        super().__init__()
        self._theme, self._parts = theme, (first, middle, third)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.look.sizes.gutter)
        self._is_narrow: bool | None = None
        self._arrange(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange(self.width() < _THREE * self._theme.percent // 100)

    def _arrange(self, is_narrow: bool) -> None:
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        first, middle, third = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(first, 0, 0, 1 if is_narrow else 2, 1)
        self._grid.addWidget(middle, 0, 1, 2, 1)
        self._grid.addWidget(third, 1 if is_narrow else 0, 0 if is_narrow else 2, 1 if is_narrow else 2, 1)
        for number in range(2):
            self._grid.setRowStretch(number, 1)
        for card in self.findChildren(Card):
            card.move_closer(is_narrow)
        for number, share in enumerate(_NARROW if is_narrow else _WIDE):
            self._grid.setColumnStretch(number, share)
        self._grid.setHorizontalSpacing(self._theme.look.sizes.grid if is_narrow else self._theme.look.sizes.gutter)
        self._grid.setVerticalSpacing(self._theme.look.sizes.grid if is_narrow else 0)

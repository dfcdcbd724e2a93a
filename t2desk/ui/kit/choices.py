"""A choice among a few, with the arrow that says so in the colour of the look."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter

_INSET, _GAP = 12, 8
# Characters that are shown at the least; what is longer ends in an ellipsis and stands whole in the tool tip.
_FEWEST = 6


class ChoiceBox(QComboBox):
    """A combo box; the wheel scrolls the page and changes nothing, and no choice makes the page wider.

    Its accessible name is what it is about, on every system: `kit.speakers` sees to that.
    """

    def __init__(self, surroundings: Surroundings, name: str, spoken: str) -> None:
        """Begin without choices; `name` is its objectName, `spoken` its accessible name."""
        super().__init__()
        self._surroundings = surroundings
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self._tell_whole)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters and the arrow."""
        few = QFontMetrics(self._font()).horizontalAdvance("n" * _FEWEST)
        return QSize(few + self._arrow() + 2 * _INSET + _GAP, super().minimumSizeHint().height())

    def named_list(self) -> QAbstractItemView:
        """Return the list of choices; it bears the name of the box."""
        shown = self.view()
        if not shown.accessibleName():
            shown.setAccessibleName(self.accessibleName())
        return shown

    def showPopup(self) -> None:
        """Show the choices as wide as they are, as far as the window is."""
        self.named_list()
        wanted = self.view().sizeHintForColumn(0) + 3 * _INSET
        self.view().setMinimumWidth(max(self.width(), min(wanted, self.window().width() * 3 // 4)))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole choice in a tool tip where it does not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = QFontMetrics(self._font()).horizontalAdvance(self.currentText()) > self._room().width()
        self.setToolTip(self.currentText() if cut else "")

    def _font(self) -> QFont:
        return text_font(self._surroundings.theme.look.sizes.text_body)

    def _arrow(self) -> int:
        return self._surroundings.theme.look.sizes.text_title

    def _room(self) -> QRect:
        return self.rect().adjusted(_INSET, 0, -_INSET - self._arrow() - _GAP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the choice in force, and an arrow where reading ends."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        tokens, size = self._surroundings.theme.look.tokens, self._arrow()
        ink = tokens.ink if self.isEnabled() else tokens.ink_third
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        mirrored.text(self._room(), self.currentText(), self._font(), ink)
        place = QRect(self.width() - size - _INSET, (self.height() - size) // 2, size, size)
        second = tokens.ink_second if self.isEnabled() else tokens.ink_third
        self._surroundings.icons.paint(painter, "chevron-down", mirrored.place(place).toRectF(), second)
        painter.end()

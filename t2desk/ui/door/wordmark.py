"""The program's name beside its sign."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter


class Wordmark(QLabel):
    """Painted, so that it follows the look; a label, so that it is read aloud."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Say the name."""
        super().__init__("t2desk")
        self.setObjectName("wordmark")
        self._surroundings = surroundings
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        surroundings.theme.changed.connect(self.updateGeometry)

    def _parts(self) -> tuple[QFont, int]:
        size = self._surroundings.theme.look.sizes.text_name
        return text_font(size, QFont.Weight.DemiBold), round(size * 1.4)

    def sizeHint(self) -> QSize:
        """Return the room for sign and name."""
        font, side = self._parts()
        return QSize(side + 12 + QFontMetrics(font).horizontalAdvance(self.text()), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and name."""
        del event
        tokens = self._surroundings.theme.look.tokens
        font, side = self._parts()
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        sign = QRect(0, (self.height() - side) // 2, side, side)
        mirrored.round_box(sign, side * 0.26, tokens.accent)
        inner = round(side * 0.2)
        where = QRectF(mirrored.place(sign).adjusted(inner, inner, -inner, -inner))
        self._surroundings.icons.paint(painter, "handshake", where, tokens.on_accent)
        name = QRect(side + 12, 0, self.width() - side - 12, self.height())
        mirrored.text(name, self.text(), font, tokens.ink)
        painter.end()

"""Icons in one colour, drawn from SVG at the screen's own resolution and in the colour of their place."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# Arrows that point along the reading direction turn around with it.
_DIRECTED = frozenset({"chevron-right", "chevron-left", "skip-forward", "corner-down-left", "log-out"})
# Digits change sides, but are never turned around themselves.
_DRAWN_AGAIN = {"list-ordered": "list-ordered-rtl"}


class Icons:
    """Draws icons by name; whoever puts the program together says where they lie."""

    def __init__(self, find: Callable[[str], Path]) -> None:
        """Keep how an icon's file is found."""
        self._find = find
        self._text = lru_cache(maxsize=None)(self._read)

    def _read(self, name: str) -> str:
        return self._find(name).read_text("ascii")

    def paint(self, painter: QPainter, name: str, place: QRectF, colour: str) -> None:
        """Draw an icon into a place."""
        turned = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if turned:
            name = _DRAWN_AGAIN.get(name, name)
        renderer = QSvgRenderer(QByteArray(self._text(name).replace("currentColor", colour).encode("ascii")))
        if turned and name in _DIRECTED:
            painter.save()
            painter.translate(place.center().x() * 2, 0)
            painter.scale(-1, 1)
            renderer.render(painter, place)
            painter.restore()
        else:
            renderer.render(painter, place)

    def pixmap(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        """Return an icon as a pixmap of so many logical pixels."""
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, name, QRectF(0, 0, size, size), colour)
        painter.end()
        return pixmap

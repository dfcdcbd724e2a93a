"""Own painting that mirrors: places are given left to right, and come out turned for right-to-left layouts."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

FIRST_STRONG_ISOLATE, POP_ISOLATE, LEFT_TO_RIGHT_ISOLATE = "\u2068", "\u2069", "\u2066"


def isolated(words: str) -> str:
    """Return words that keep their own direction within a sentence of another."""
    return f"{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}"


def as_on_the_key(sign: str) -> str:
    """Return a sign as it stands on its key: between Arabic words ">" would be drawn as "<"."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{sign}{POP_ISOLATE}"


class MirroredPainter:
    """Draws text, bars, shapes and rings into places given for a left-to-right layout."""

    def __init__(self, painter: QPainter, whole: QRect, direction: Qt.LayoutDirection) -> None:
        """Keep the area that places are mirrored within."""
        self.painter = painter
        self._whole = whole
        self._direction = direction
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)

    def place(self, left_to_right: QRect) -> QRect:
        """Return where a place lies in this layout."""
        return QStyle.visualRect(self._direction, self._whole, left_to_right)

    def text(
        self,
        place: QRect,
        words: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        lines: int = 1,
    ) -> None:
        """Draw text, elided at its end where it does not fit; several lines are wrapped."""
        painter = self.painter
        painter.setFont(font)
        painter.setPen(QColor(colour))
        where = self.place(place)
        sides = QStyle.visualAlignment(self._direction, align) | Qt.AlignmentFlag.AlignAbsolute
        if lines == 1:
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
            # Marks above and below may reach out of a place that is as high as a line.
            flags = int(sides | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
            painter.drawText(where, flags, isolated(shown))
        else:
            flags = int(sides | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
            # The blank at a line's end hangs out on the text's own side, not on the window's.
            painter.setLayoutDirection(direction_of(words, self._direction))
            painter.drawText(where, flags, isolated(words_for(words, font, where.width(), lines)))
            painter.setLayoutDirection(self._direction)

    def round_box(
        self, place: QRect, radius: float, fill: str | None, edge: str | None = None, width: float = 1
    ) -> None:
        """Draw a rounded box, filled, edged, or both."""
        self.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
        inset = width / 2 if edge else 0
        box = QRectF(self.place(place)).adjusted(inset, inset, -inset, -inset)
        self.painter.drawRoundedRect(box, radius, radius)

    def bar(self, place: QRect, share: float, fill: str, track: str) -> None:
        """Draw a bar filled from the side where reading begins; `share` from 0 to 1."""
        radius = place.height() / 2
        self.round_box(place, radius, track)
        filled = QRect(place)
        filled.setWidth(round(place.width() * min(1.0, max(0.0, share))))
        if filled.width() > 0:
            self.round_box(filled, min(radius, filled.width() / 2), fill)

    def shape(self, place: QRect, number: int, colour: str) -> None:
        """Draw a party's shape: disc, square, triangle, diamond, pentagon, ring; colour is never alone."""
        box = QRectF(self.place(place))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawPath(_outline(number % 6, box))


def direction_of(words: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the direction of the first character that has one."""
    for character in words:
        kind = bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return Qt.LayoutDirection.LeftToRight if kind == "L" else Qt.LayoutDirection.RightToLeft
    return otherwise


def line_height(font: QFont, words: str) -> int:
    """Return how high one line of words is; Arabic and other scripts of a fallback font stand higher than Latin."""
    metrics = QFontMetrics(font)
    shown = metrics.boundingRect(QRect(0, 0, 1_000_000, 10_000), int(Qt.TextFlag.TextSingleLine), words)
    return max(metrics.lineSpacing(), shown.height())


def words_for(words: str, font: QFont, width: int, lines: int) -> str:
    """Return words that fit into so many wrapped lines, with an ellipsis where some had to go."""
    metrics = QFontMetrics(font)
    flags = int(Qt.TextFlag.TextWordWrap)
    # Line heights are fractions that the metrics round: a pixel a line is no line more.
    fits = (line_height(font, words) + 1) * lines
    if metrics.boundingRect(QRect(0, 0, width, 10_000), flags, words).height() <= fits:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        tried = words[:middle].rstrip() + "…"
        if metrics.boundingRect(QRect(0, 0, width, 10_000), flags, tried).height() <= fits:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + "…"


def wrapped_height(font: QFont, words: str, width: int) -> int:
    """Return how high words are when wrapped to a width."""
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 100_000), flags, words).height()


def lines_of(words: str, font: QFont, width: int) -> int:
    """Return how many lines words take when wrapped at a width."""
    metrics = QFontMetrics(font)
    flags = int(Qt.TextFlag.TextWordWrap)
    height = metrics.boundingRect(QRect(0, 0, max(40, width), 10_000), flags, words).height()
    return max(1, round(height / line_height(font, words)))


def _outline(kind: int, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    centre, left, right, top, bottom = box.center(), box.left(), box.right(), box.top(), box.bottom()
    corners = {
        2: [(centre.x(), top), (right, bottom), (left, bottom)],
        3: [(centre.x(), top), (right, centre.y()), (centre.x(), bottom), (left, centre.y())],
        4: [
            (centre.x(), top), (right, top + box.height() * 0.4), (right - box.width() * 0.2, bottom),
            (left + box.width() * 0.2, bottom), (left, top + box.height() * 0.4),
        ],
    }  # fmt: skip
    if kind in corners:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners[kind]]))
        path.closeSubpath()
    elif kind == 1:
        path.addRoundedRect(box, 1.5, 1.5)
    else:
        path.addEllipse(box)
    if kind == 5:
        path.addEllipse(
            box.adjusted(box.width() * 0.28, box.height() * 0.28, -box.width() * 0.28, -box.height() * 0.28)
        )
    return path

"""A length against its plan, drawn: an outlined bar as long as planned, filled as long as it took, hatched beyond."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.tokens import Tokens


def paint_length(painter: MirroredPainter, box: QRect, planned: float, actual: float, tokens: Tokens) -> None:
    """Draw two shares (0 to 1 of the box): the plan as a track with a mark at its end, what it took within.

    What is over the plan is hatched and edged, so that it is seen without its colour.
    """
    plan, took = round(box.width() * min(1.0, planned)), round(box.width() * min(1.0, actual))
    radius = min(3.0, box.height() / 2)
    if plan:
        painter.round_box(QRect(box.left(), box.top(), plan, box.height()), radius, tokens.track)
    within = min(plan, took)
    if within:
        painter.round_box(QRect(box.left(), box.top(), within, box.height()), radius, tokens.accent)
    if took > plan:
        _hatch(painter, QRect(box.left() + plan, box.top(), took - plan, box.height()), tokens.over)
    if plan:
        mark = QRect(box.left() + plan - 1, box.top() - 2, 2, box.height() + 4)
        painter.round_box(mark, 0, tokens.ink)


def _hatch(painter: MirroredPainter, where: QRect, colour: str) -> None:
    inside = QRectF(painter.place(where)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.painter.setPen(QPen(QColor(colour), 1))
    painter.painter.setBrush(QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern))
    painter.painter.drawRect(inside)

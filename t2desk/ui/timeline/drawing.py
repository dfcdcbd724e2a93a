"""How turns and shares are drawn: colour with shape, pattern and words, so that grey says as much."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPen, QPolygonF

from t2desk.domain.floor import INTERRUPTS, TurnKind
from t2desk.services.balance_windows import PartyPart, Window
from t2desk.services.timeline import Drawn
from t2desk.ui.floor.painting import mark_side, paint_mark, party_colour
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter

# A party's pattern, over its colour; the first is plain. As many as there are shapes.
_PATTERNS = (
    Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.HorPattern, Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.FDiagPattern, Qt.BrushStyle.VerPattern,
)  # fmt: skip
_EXCHANGE = frozenset({TurnKind.RESPONSE, TurnKind.QUESTION, TurnKind.CLARIFICATION})
_HOLLOW = frozenset({TurnKind.SILENCE, TurnKind.FACILITATOR, TurnKind.INTERPRETATION})
LEAST_WIDE = 3


def _pattern(number: int) -> Qt.BrushStyle:
    return _PATTERNS[number % len(_PATTERNS)] if number >= 0 else Qt.BrushStyle.Dense6Pattern


def fill(painter: MirroredPainter, surroundings: Surroundings, box: QRect, number: int) -> None:
    """Fill a place with a party's colour and pattern."""
    tokens = surroundings.theme.look.tokens
    painter.round_box(box, 2, party_colour(surroundings, number))
    brush = QBrush(QColor(tokens.surface), _pattern(number))
    painter.painter.setOpacity(0.4)
    painter.painter.fillRect(painter.place(box), brush)
    painter.painter.setOpacity(1.0)


def paint_turn(
    painter: MirroredPainter, surroundings: Surroundings, box: QRect, turn: Drawn, talks: list[QRect]
) -> None:
    """Draw a turn into its whole place: solid where it talked, a thread through what came in between.

    Statements stand full, responses and questions half as high, what is charged to nobody is hollow, and an interrupt
    is a flag.
    """
    number = turn.speaker.number if turn.speaker else -1
    colour = party_colour(surroundings, number)
    if turn.kind in INTERRUPTS:
        _paint_flag(painter, surroundings, box, colour)
        return
    painter.round_box(QRect(box.left(), box.center().y() - 1, box.width(), 3), 0, colour)
    for talk in talks:
        place = talk.adjusted(0, talk.height() // 2, 0, 0) if turn.kind in _EXCHANGE else talk
        if turn.kind in _HOLLOW:
            painter.round_box(place, 2, surroundings.theme.look.tokens.surface, colour, 2)
        else:
            fill(painter, surroundings, place, number)
    if talks and turn.paused:
        _paint_pause(painter, surroundings, talks[-1])
    if talks and turn.kind not in _EXCHANGE:
        _paint_label(painter, surroundings, talks[0], turn, colour)


def _paint_flag(painter: MirroredPainter, surroundings: Surroundings, box: QRect, colour: str) -> None:
    tokens = surroundings.theme.look.tokens
    whole = painter.place(QRect(box.left(), box.top(), max(box.width(), LEAST_WIDE), box.height()))
    painter.round_box(QRect(box.left(), box.top(), 2, box.height()), 0, tokens.ink)
    side = min(10, box.height() // 2)
    forward = 1 if painter.painter.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
    edge = whole.left() if forward > 0 else whole.right() + 1
    flag = QPolygonF(
        [QPoint(edge, whole.top()), QPoint(edge + forward * side, whole.top() + side // 2),
         QPoint(edge, whole.top() + side)]
    )  # fmt: skip
    painter.painter.setPen(QPen(QColor(tokens.ink), 1))
    painter.painter.setBrush(QColor(colour))
    painter.painter.drawPolygon(flag)
    painter.round_box(QRect(box.left(), box.bottom() - 4, max(box.width(), LEAST_WIDE), 5), 0, colour)


def _paint_pause(painter: MirroredPainter, surroundings: Surroundings, box: QRect) -> None:
    """Draw the sign of a pause at a turn's end: that it stood still is known, and for how long, but not when."""
    if box.width() < 20:
        return
    tokens = surroundings.theme.look.tokens
    plate = QRect(box.right() - 15, box.bottom() - 15, 13, 13)
    painter.round_box(plate, 2, tokens.surface)
    for left in (3, 8):
        painter.round_box(QRect(plate.left() + left, plate.top() + 3, 2, 7), 0, tokens.ink)


def _paint_label(painter: MirroredPainter, surroundings: Surroundings, box: QRect, turn: Drawn, colour: str) -> None:
    """Write the name on a plate of the party's colour, where it has room; the party is told by its line anyway."""
    if turn.speaker is None or box.width() < 40:
        return
    tokens, sizes = surroundings.theme.look.tokens, surroundings.theme.look.sizes
    font = text_font(sizes.text_meta, QFont.Weight.Medium)
    wide = min(QFontMetrics(font).horizontalAdvance(turn.speaker.name) + 8, box.width() - 4)
    high = min(QFontMetrics(font).height() + 2, box.height() - 2)
    plate = QRect(box.left() + 2, box.center().y() - high // 2, wide, high)
    hollow = turn.kind in _HOLLOW
    painter.round_box(plate, 2, tokens.surface if hollow else colour)
    painter.text(plate.adjusted(4, 0, -2, 0), turn.speaker.name, font, tokens.ink if hollow else tokens.surface)


def paint_gap(painter: MirroredPainter, surroundings: Surroundings, box: QRect, off: bool) -> None:
    """Draw when nobody had the floor as light strokes, and what was off the record as a gap between two edges."""
    tokens = surroundings.theme.look.tokens
    where = painter.place(box)
    if not off:
        painter.painter.fillRect(where, QBrush(QColor(tokens.edge), Qt.BrushStyle.BDiagPattern))
        return
    painter.painter.fillRect(where, QColor(tokens.ground))
    painter.painter.setPen(QPen(QColor(tokens.ink_second), 1, Qt.PenStyle.DashLine))
    painter.painter.drawLine(where.topLeft(), where.bottomLeft())
    painter.painter.drawLine(where.topRight(), where.bottomRight())


def paint_window(
    painter: MirroredPainter, surroundings: Surroundings, box: QRect, window: Window, title: str, aside: str
) -> None:
    """Draw a window's title, its shares beside each other, and how long was spoken in it."""
    tokens, sizes = surroundings.theme.look.tokens, surroundings.theme.look.sizes
    figures = figure_font(sizes.text_label)
    inner = box.adjusted(10, 0, -10, 0)
    wide = min(inner.width() // 3, max(QFontMetrics(figures).horizontalAdvance("00:00–00:00") + 12, inner.width() // 6))
    last = QFontMetrics(figures).horizontalAdvance("0:00:00") + 8
    painter.text(QRect(inner.left(), inner.top(), wide - 8, inner.height()), title, figures, tokens.ink)
    end = QRect(inner.right() - last, inner.top(), last, inner.height())
    painter.text(end, aside, figures, tokens.ink_second, Qt.AlignmentFlag.AlignTrailing)
    bar = QRect(inner.left() + wide, inner.top() + 7, inner.width() - wide - last - 8, inner.height() - 14)
    painter.round_box(bar, 3, tokens.track)
    if not window.parts:
        return
    begin = float(bar.left())
    for part in window.parts:
        width = bar.width() * part.seconds / max(1, sum(one.seconds for one in window.parts))
        place = QRectF(begin, bar.top(), max(1.0, width - 2), bar.height()).toRect()
        _paint_share(painter, surroundings, place, part)
        begin += width


def _paint_share(painter: MirroredPainter, surroundings: Surroundings, box: QRect, part: PartyPart) -> None:
    """Fill a share, and write its shape and per cent on a plate where there is room for them."""
    tokens, sizes = surroundings.theme.look.tokens, surroundings.theme.look.sizes
    fill(painter, surroundings, box, part.number)
    font = figure_font(sizes.text_meta, QFont.Weight.DemiBold)
    said, side = f"{part.percent}%", mark_side(surroundings)
    wide = QFontMetrics(font).horizontalAdvance(said) + side + 14
    if box.width() < wide + 4:
        return
    plate = QRect(box.left() + 3, box.top() + 2, wide, box.height() - 4)
    painter.round_box(plate, 3, tokens.surface)
    paint_mark(painter, surroundings, QRect(plate.left() + 4, plate.center().y() - side // 2, side, side), part.number)
    painter.text(plate.adjusted(side + 8, 0, -2, 0), said, font, tokens.ink)

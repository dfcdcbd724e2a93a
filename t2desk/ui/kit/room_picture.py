"""The picture of a card: what is read at ten metres, drawn in parts of the screen's height."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from t2desk.domain.room_card import RoomCard, RoomContent, RoomLook
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.painting import as_on_the_key
from t2desk.ui.kit.room_reading import Frame, draw_agenda, draw_parties, draw_text, fitted
from t2desk.ui.kit.tokens import DARK, LIGHT, Tokens

NEARLY = 30  # seconds before the limit at which the colour says so
_WHOLE_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_STEPS = 720  # how finely the wordless ring moves


def drawn_second(card: RoomCard, boot: int) -> tuple[int, int] | None:
    """Return what of the time is seen at a moment: the whole second, and the step of the ring; None without a turn."""
    elapsed = card.elapsed(boot)
    if elapsed is None:
        return None
    return int(elapsed), int(_STEPS * elapsed / card.limit) if card.limit and card.wordless else 0


def draw(painter: QPainter, whole: QRect, card: RoomCard, boot: int | None) -> None:
    """Draw a card as it is at a moment of the boot clock; without a moment, the ground alone."""
    tokens = DARK if card.look is RoomLook.DARK else LIGHT
    painter.fillRect(whole, QColor(tokens.ground))
    if boot is None:
        return
    frame = Frame(painter, whole, tokens, card.right_to_left)
    if card.content is RoomContent.TEXT:
        draw_text(frame, card)
    elif card.content is RoomContent.AGENDA:
        draw_agenda(frame, card)
    else:
        _draw_floor(frame, card, boot)
    _draw_message(frame, card)


def time_words(elapsed: float, limit: int) -> str:
    """Return the time as digits: what is left, what is over with a plus, or what has passed where there is no limit."""
    left = limit - int(elapsed)
    sign = "+" if limit and left < 0 else ""
    seconds = abs(left) if limit else int(elapsed)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{sign}{minutes}:{seconds:02d}"


def time_colour(elapsed: float, limit: int, tokens: Tokens) -> str:
    """Return the colour of the time: ink, amber near the limit, red over it."""
    if limit and elapsed > limit:
        return tokens.over
    return tokens.warn if limit and limit - elapsed <= NEARLY else tokens.ink


def _draw_floor(frame: Frame, card: RoomCard, boot: int) -> None:
    elapsed = card.elapsed(boot)
    if elapsed is None:
        title = frame.box(6, 22, 88, 50)
        font = fitted(card.item, title, frame.unit(9), frame.unit(5), QFont.Weight.DemiBold)
        frame.paragraph(title, card.item, font, frame.tokens.ink)
    else:
        frame.line(frame.box(3.4, 4, 93.2, 8), card.item, 3.6, frame.tokens.ink_second)
        _draw_label(frame, card)
        _draw_time(frame, card, elapsed)
    draw_parties(frame, card)


def _draw_label(frame: Frame, card: RoomCard) -> None:
    place = frame.box(6, 16, 88, 11)
    frame.line(place, card.label, 6.4, frame.tokens.ink, centre=True, weight=QFont.Weight.DemiBold, party=card.party)


def _draw_time(frame: Frame, card: RoomCard, elapsed: float) -> None:
    colour = time_colour(elapsed, card.limit, frame.tokens)
    if card.wordless and card.limit:
        _draw_ring(frame, elapsed / card.limit, colour if colour != frame.tokens.ink else frame.tokens.accent)
        return
    words = as_on_the_key(time_words(elapsed, card.limit))
    ink = frame.tokens.ink_third if card.paused is not None else colour
    font = fitted(words, frame.box(6, 28, 88, 42), frame.unit(44), frame.unit(12), QFont.Weight.DemiBold, figure_font)
    frame.figures(frame.box(2, 28, 96, 42), words, font, ink)
    if card.limit:
        fill = frame.tokens.accent if colour == frame.tokens.ink else colour
        frame.bar(frame.box(14, 76, 72, 2.2), elapsed / card.limit, fill)


def _draw_ring(frame: Frame, share: float, colour: str) -> None:
    """Draw a ring that fills; once full it is whole and in the colour of what is over."""
    middle, size = frame.box(0, 29, 100, 50).center(), frame.unit(42)
    box = QRectF(0, 0, size, size)
    box.moveCenter(QPointF(middle))
    frame.painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, part in ((frame.tokens.track, 1.0), (colour, min(1.0, share))):
        pen = QPen(QColor(ink), frame.unit(7))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        frame.painter.setPen(pen)
        frame.painter.drawArc(box, 90 * 16, round((1 if frame.right_to_left else -1) * _WHOLE_TURN * part))


def _draw_message(frame: Frame, card: RoomCard) -> None:
    if not card.message:
        return
    place = frame.box(0, 86, 100, 14)
    frame.painter.fillRect(place, QColor(frame.tokens.warn_soft))
    frame.line(frame.box(4, 86, 92, 14), card.message, 6, frame.tokens.warn, centre=True, weight=QFont.Weight.DemiBold)

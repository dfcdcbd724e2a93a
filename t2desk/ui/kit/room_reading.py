"""What the room reads: lines, whole texts as large as they fit, the agenda, and parties by colour and shape."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from t2desk.domain.room_card import RoomCard, RoomItem, RoomParty
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter, direction_of, line_height, wrapped_height
from t2desk.ui.kit.tokens import Tokens

MakeFont = Callable[[int, QFont.Weight], QFont]


class Frame:
    """The whole picture, in hundredths of its width and height; places are given as for left to right."""

    def __init__(self, painter: QPainter, whole: QRect, tokens: Tokens, right_to_left: bool) -> None:
        """Keep the painter and the place."""
        self.painter, self.whole, self.tokens, self.right_to_left = painter, whole, tokens, right_to_left
        kind = Qt.LayoutDirection
        self.direction = kind.RightToLeft if right_to_left else kind.LeftToRight
        self.mirrored = MirroredPainter(painter, whole, self.direction)

    def unit(self, hundredths: float) -> int:
        """Return a length in hundredths of the height, as pixels; on a narrow screen of its width."""
        return max(1, round(min(self.whole.height(), self.whole.width() * 9 / 16) * hundredths / 100))

    def box(self, left: float, top: float, width: float, height: float) -> QRect:
        """Return a place in hundredths of width and height."""
        wide, high = self.whole.width() / 100, self.whole.height() / 100
        return QRect(
            self.whole.left() + round(left * wide), self.whole.top() + round(top * high), round(width * wide),
            round(height * high),
        )  # fmt: skip

    def line(
        self, place: QRect, words: str, size: float, colour: str, centre: bool = False,
        weight: QFont.Weight = QFont.Weight.Normal, party: int = -1,
    ) -> None:  # fmt: skip
        """Draw one line, smaller where it is long, with a party's shape before it."""
        words = " ".join(words.split())
        font = text_font(self.unit(size), weight)
        shape = self.unit(size * 0.62) if party >= 0 else 0
        room = place.width() - shape * 2
        wide = QFontMetrics(font).horizontalAdvance(words)
        if wide > room:
            font = text_font(max(self.unit(size * 0.6), int(font.pixelSize() * room / wide)), weight)
            wide = min(room, QFontMetrics(font).horizontalAdvance(words))
        left = place.left() + ((place.width() - wide - shape * 3 // 2) // 2 if centre else 0)
        if shape:
            colours = self.tokens.parties
            spot = QRect(left, place.center().y() - shape // 2, shape, shape)
            self.mirrored.shape(spot, party, colours[party % len(colours)])
            left += shape * 3 // 2
        self.mirrored.text(QRect(left, place.top(), wide + 2, place.height()), words, font, colour)

    def figures(self, place: QRect, words: str, font: QFont, colour: str) -> None:
        """Draw digits in the middle of a place."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip)
        self.painter.drawText(place, flags, words)

    def bar(self, place: QRect, share: float, fill: str) -> None:
        """Draw how much of the time has passed."""
        self.mirrored.bar(place, share, fill, self.tokens.track)

    def paragraph(self, place: QRect, words: str, font: QFont, colour: str) -> None:
        """Draw wrapped words in the middle of a place, beginning on the side of their own script."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        own = direction_of(words, self.direction)
        side = Qt.AlignmentFlag.AlignRight if own is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        self.painter.setLayoutDirection(own)
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.painter.drawText(place, flags | int(Qt.TextFlag.TextWordWrap), words)
        self.painter.setLayoutDirection(self.direction)


def fitted(
    words: str, place: QRect, largest: int, smallest: int, weight: QFont.Weight, make: MakeFont = text_font
) -> QFont:
    """Return the largest font between two sizes with which words fit into a place."""
    size = largest
    while size > smallest:
        font = make(size, weight)
        words_wide = max((QFontMetrics(font).horizontalAdvance(one) for one in words.split()), default=0)
        if words_wide <= place.width() and wrapped_height(font, words, place.width()) <= max(
            place.height(), line_height(font, words) if "\n" not in words and " " not in words else 0
        ):
            return font
        size -= max(1, size // 20)
    return make(smallest, weight)


def draw_text(frame: Frame, card: RoomCard) -> None:
    """Draw a text for everybody to read: a point as it stands, or the rule."""
    frame.line(frame.box(6, 5, 88, 9), card.heading, 4.2, frame.tokens.ink_second)
    below = 8 if card.label else 0
    if card.label:
        frame.line(frame.box(6, 78 if card.message else 89, 88, 7), card.label, 3.6, frame.tokens.ink_third)
    place = frame.box(6, 16, 88, (68 if card.message else 78) - below)
    font = fitted(card.text, place, frame.unit(9), frame.unit(2.8), QFont.Weight.Normal)
    frame.paragraph(place, card.text, font, frame.tokens.ink)


def draw_agenda(frame: Frame, card: RoomCard) -> None:
    """Draw the agenda, with what is under discussion standing out."""
    if not card.agenda:
        return
    height = min(11.0, (78.0 if card.message else 88.0) / len(card.agenda))
    top = max(6.0, (86.0 - height * len(card.agenda)) / 2)
    for row, item in enumerate(card.agenda):
        _draw_item(frame, item, top + row * height, height)


def _draw_item(frame: Frame, item: RoomItem, top: float, height: float) -> None:
    place = frame.box(4 + 3 * item.level, top, 92 - 3 * item.level, height)
    if item.is_current:
        frame.mirrored.round_box(place, frame.unit(1.2), frame.tokens.soft)
    colour = frame.tokens.ink_third if item.is_done else frame.tokens.ink
    ink = frame.tokens.soft_ink if item.is_current else colour
    weight = QFont.Weight.DemiBold if item.is_current else QFont.Weight.Normal
    size = min(5.0, height * 0.52)
    number = QRect(place.left() + frame.unit(2), place.top(), frame.unit(size * 2.2), place.height())
    frame.line(number, item.number, size, ink, weight=weight)
    title = place.adjusted(frame.unit(2) + number.width() + frame.unit(1), 0, -frame.unit(2), 0)
    frame.line(title, item.title, size, ink, weight=weight)


def draw_parties(frame: Frame, card: RoomCard) -> None:
    """Draw each party's share of the time as a bar under its colour and shape; never in an order by share."""
    if not card.parties or card.message:
        return
    width = 92.0 / len(card.parties)
    for place, party in enumerate(card.parties):
        _draw_party(frame, party, 4 + place * width, width * 0.86)


def _draw_party(frame: Frame, party: RoomParty, left: float, width: float) -> None:
    colours = frame.tokens.parties
    frame.line(frame.box(left, 85, width, 6), party.name, 3.4, frame.tokens.ink_second, party=max(0, party.number))
    place = frame.box(left, 92.5, width, 1.6)
    frame.mirrored.bar(place, party.percent / 100, colours[max(0, party.number) % len(colours)], frame.tokens.track)

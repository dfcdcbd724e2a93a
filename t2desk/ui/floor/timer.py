"""The numbers that move: painted at every change, and told to a screen reader at most every ten seconds."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from t2desk.services.floor_views import NEARLY, Speaker
from t2desk.ui.floor.turn_state import TurnState
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.theme import Theme
from t2desk.ui.kit.tokens import Tokens

_TOLD_EVERY = 10.0
# A bar tells each change of its value: one that counted seconds would chatter.
_TENTHS = 10


class QuietLabel(QLabel):
    """A label that changes each second for the eye; its text, which is its accessible name, changes rarely."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._shown = ""
        self._told_at: float | None = None
        theme.changed.connect(self.updateGeometry)

    def shown(self) -> str:
        """Return what the eye sees."""
        return self._shown

    def show_words(self, words: str, now: float, at_once: bool = False) -> None:
        """Show words at a time in seconds; `at_once` tells the screen reader too."""
        if at_once or self._told_at is None or abs(now - self._told_at) >= _TOLD_EVERY:
            self._told_at = now
            if self.text() != words:
                self.setText(words)
        if words != self._shown:
            self._shown = words
            self.update()


class TurnTimer(QuietLabel):
    """The turn's clock, readable across a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin in the large size."""
        super().__init__(theme, "turnTimer")
        if parent is not None:
            self.setParent(parent)
        self._space = Space.ROOMY
        self._state = TurnState.FINE
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)

    def set_space(self, space: Space) -> None:
        """Use smaller digits as the room gets short; cramped, they stand beside the name and want their own width."""
        self._space = space
        wide = QSizePolicy.Policy.Fixed if space is Space.CRAMPED else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Maximum)
        self.updateGeometry()
        self.update()

    def show_state(self, state: TurnState) -> None:
        """Take the colour of a state; its words stand below."""
        if state is not self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the digits, which have nothing below the line."""
        return QSize(self._width(), round(self._pixels() * 0.86))

    def minimumSizeHint(self) -> QSize:
        """Return half of it: the digits shrink before anything is cut off."""
        return QSize(self._width(), self.sizeHint().height() // (1 if self._space is Space.CRAMPED else 2))

    def _width(self) -> int:
        if self._space is not Space.CRAMPED:
            return 100
        return QFontMetrics(figure_font(self._pixels(), QFont.Weight.DemiBold)).horizontalAdvance("−00:00")

    def _pixels(self) -> int:
        sizes = self._theme.look.sizes
        if self._space is Space.CRAMPED:
            return sizes.text_name * 3 // 2
        if self._space is not Space.ROOMY:
            return sizes.text_timer_compact
        # On a large screen the digits grow with it, up to twice: they are read from the far end of the table.
        return max(sizes.text_timer, min(2 * sizes.text_timer, self.window().height() * 16 // 100))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits, smaller where an hour does not fit."""
        del event
        font = figure_font(min(self._pixels(), round(self.height() / 0.8)), QFont.Weight.DemiBold)
        while QFontMetrics(font).horizontalAdvance(self._shown) > self.width() and font.pixelSize() > 40:
            font.setPixelSize(font.pixelSize() - 8)
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(font)
        painter.setPen(ink_of(self._theme.look.tokens, self._state))
        metrics = QFontMetrics(font)
        cap = metrics.capHeight()
        x = (self.width() - metrics.horizontalAdvance(self._shown)) // 2
        painter.drawText(x, (self.height() + cap) // 2, self._shown)
        painter.end()


def ink_of(tokens: Tokens, state: TurnState) -> str:
    """Return the colour of a state."""
    inks = {TurnState.NEARLY: tokens.warn, TurnState.OVER: tokens.over, TurnState.PAUSED: tokens.ink_third}
    return inks.get(state, tokens.ink)


class TurnDetails(QuietLabel):
    """The line below the clock."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(theme, "turnDetails")
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line, or two where the room is narrow."""
        line = QFontMetrics(text_font(self._theme.look.sizes.text_body)).lineSpacing()
        return QSize(100, line * self._lines + 4)

    def set_lines(self, lines: int) -> None:
        """Take so many lines."""
        self._lines = lines
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words in the middle."""
        del event
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        font = figure_font(self._theme.look.sizes.text_body)
        tokens = self._theme.look.tokens
        middle = Qt.AlignmentFlag.AlignHCenter
        mirrored.text(self.rect(), self._shown, font, tokens.ink_second, middle, lines=self._lines)
        painter.end()


class TurnBar(QProgressBar):
    """How much of the limit is used, with a mark where it is nearly up."""

    def __init__(self, theme: Theme, spoken: str) -> None:
        """Begin at nothing."""
        super().__init__()
        self.setObjectName("turnBar")
        self.setAccessibleName(spoken)
        self.setTextVisible(False)
        self._theme = theme
        self._state = TurnState.FINE
        self._share = self._mark = 0.0
        self.setRange(0, _TENTHS)
        self.setFixedHeight(10)

    def show_turn(self, elapsed: int, limit: int, state: TurnState) -> None:
        """Show so many seconds of a limit; the value is told in tenths, for it is read aloud."""
        self._state = state
        self.setVisible(limit > 0)
        if limit > 0:
            self._share, self._mark = min(1.0, elapsed / limit), max(0, limit - NEARLY) / limit
            self.setValue(int(self._share * _TENTHS))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, fill and mark."""
        del event
        tokens = self._theme.look.tokens
        fills = {TurnState.NEARLY: tokens.warn, TurnState.OVER: tokens.over, TurnState.PAUSED: tokens.edge}
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        mirrored.bar(self.rect(), self._share, fills.get(self._state, tokens.accent), tokens.track)
        mark = round(self.width() * self._mark)
        mirrored.round_box(QRect(mark, 0, 2, self.height()), 0, tokens.surface)
        painter.end()


class NameLine(QLabel):
    """Who speaks: the party's shape, a large name, the party; its text says the same in words."""

    _GAP = 12

    def __init__(self, theme: Theme) -> None:
        """Begin with nobody."""
        super().__init__()
        self.setObjectName("speakerName")
        self._theme = theme
        self._speaker: Speaker | None = None
        self._instead = ""
        self._is_small = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_speaker(self, speaker: Speaker | None, instead: str) -> None:
        """Show somebody, or other words while nobody is named."""
        self._speaker, self._instead = speaker, instead
        words = (
            f"{speaker.name}, {speaker.party}" if speaker and speaker.party else speaker.name if speaker else instead
        )
        if words != self.text():
            self.setText(words)
            self._tell_whole()
        self.update()

    def set_small(self, is_small: bool) -> None:
        """Be the beginning of a row, smaller, the party below: the clock stands beside it."""
        self._is_small = is_small
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._theme.look.sizes
        big, small = (sizes.text_title, sizes.text_meta) if self._is_small else (sizes.text_name, sizes.text_title)
        return text_font(big, QFont.Weight.DemiBold), text_font(small)

    def sizeHint(self) -> QSize:
        """Return one large line, or two small ones."""
        big, small = (QFontMetrics(font) for font in self._fonts())
        return QSize(100, big.height() + small.height() if self._is_small else big.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say name and party in a tool tip where they do not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        big = QFontMetrics(self._fonts()[0])
        self.setToolTip(self.text() if big.horizontalAdvance(self.text()) > self.width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts in the middle, the party shortened first; small, one above the other."""
        del event
        if self._is_small:
            self._paint_small()
        else:
            self._paint_large()

    def _paint_small(self) -> None:
        tokens = self._theme.look.tokens
        big, small = self._fonts()
        name = self._speaker.name if self._speaker else self._instead
        party = self._speaker.party if self._speaker else ""
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        line = QFontMetrics(big).height()
        side = self._theme.look.sizes.text_title - 1
        left = side + self._GAP if party else 0
        if self._speaker and party:
            colour = tokens.parties[self._speaker.number % len(tokens.parties)]
            mirrored.shape(QRect(0, (line - side) // 2, side, side), self._speaker.number, colour)
        above = (self.height() - line) // 2 if not party else 0
        ink = tokens.ink if self._speaker else tokens.ink_second
        mirrored.text(QRect(left, above, self.width() - left, line), name, big, ink)
        below = QRect(left, line, self.width() - left, self.height() - line)
        if party:
            mirrored.text(below, party, small, tokens.ink_second)
        painter.end()

    def _paint_large(self) -> None:
        tokens = self._theme.look.tokens
        big, small = self._fonts()
        name = self._speaker.name if self._speaker else self._instead
        party = self._speaker.party if self._speaker else ""
        shape = self._theme.look.sizes.text_title - 1
        mark = shape + 1 + self._GAP if party else 0
        wide = min(QFontMetrics(big).horizontalAdvance(name) + 2, self.width() - mark)
        side = QFontMetrics(small).horizontalAdvance(party) + 2 if party else 0
        side = max(0, min(side, self.width() - mark - wide - self._GAP))
        side = side if side > 40 else 0
        x = (self.width() - mark - wide - (side + self._GAP if side else 0)) // 2
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        if self._speaker and party:
            colour = tokens.parties[self._speaker.number % len(tokens.parties)]
            mirrored.shape(QRect(x, (self.height() - shape) // 2, shape, shape), self._speaker.number, colour)
            x += mark
        mirrored.text(QRect(x, 0, wide, self.height()), name, big, tokens.ink if self._speaker else tokens.ink_second)
        if side:
            mirrored.text(QRect(x + wide + self._GAP, 2, side, self.height()), party, small, tokens.ink_second)
        painter.end()

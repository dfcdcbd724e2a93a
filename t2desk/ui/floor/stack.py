"""The turns that wait, drawn as a pile: what is paused, at what time, and by what, the lowest first."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from t2desk.domain.floor import KIND_WORDS
from t2desk.domain.moments import Moment
from t2desk.i18n import N_
from t2desk.services.floor_views import FloorView, Holding
from t2desk.ui.floor.painting import mark_side, paint_mark
from t2desk.ui.floor.turn_state import turn_times
from t2desk.ui.floor.words import short_name
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.spaces import Space

# So many rows are drawn; more interrupts within each other than these have not been seen in a room.
_MOST = 4
_STEP = 18


class TurnStack(QLabel):
    """A row for each turn that waits, each a step further in than the one it paused; its text says the same."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin with nothing paused."""
        super().__init__()
        self.setObjectName("turnBeneath")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._surroundings, self._space = surroundings, Space.ROOMY
        self._rows: tuple[tuple[Holding, str, str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        surroundings.theme.changed.connect(self.updateGeometry)

    def set_space(self, space: Space) -> None:
        """Draw one row where the room is short."""
        self._space = space
        self.updateGeometry()

    def show_floor(self, floor: FloorView, now: Moment) -> None:
        """Show every turn that waits; hidden while none does."""
        waiting = floor.stack[::-1]
        pausing = (*waiting[1:], floor.holding) if waiting else ()
        self._rows = tuple(
            (one, self._name(one), clock_words(turn_times(one, now).figure), self._kind(by))
            for one, by in zip(waiting, pausing, strict=True)
            if by is not None
        )
        self.setVisible(bool(self._rows))
        self.setText(" ".join(self._sentences()))
        self.setToolTip(self.text() if len(self._rows) > self._most() else "")
        self.updateGeometry()
        self.update()

    def _name(self, one: Holding) -> str:
        words = self._surroundings.words
        if one.speaker is None:
            return words(N_("The turn before")) if not one.turn.lies_within else self._kind(one)
        return short_name(one.speaker) if self._space is Space.CRAMPED else one.speaker.name

    def _kind(self, one: Holding) -> str:
        return self._surroundings.words(KIND_WORDS[one.turn.kind])

    def _sentences(self) -> list[str]:
        words = self._surroundings.words
        last = words(N_("{name} waits at {time} and goes on when this ends (E)."))
        lower = words(N_("{name} waits at {time}, stopped by: {kind}."))
        said = []
        for place, (_, name, time, kind) in enumerate(self._rows, start=1):
            line = last if place == len(self._rows) else lower
            said.append(line.format(name=isolated(name), time=time, kind=kind))
        return said[::-1]

    def _most(self) -> int:
        return 1 if self._space >= Space.TIGHT else _MOST

    def _line(self) -> int:
        return QFontMetrics(text_font(self._surroundings.theme.look.sizes.text_label)).height() + 6

    def sizeHint(self) -> QSize:
        """Return room for the rows that are drawn."""
        return QSize(100, self._line() * min(self._most(), len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pile."""
        del event
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        shown = self._rows[-self._most() :]
        wide = min(self.width(), 560)
        left = (self.width() - wide) // 2
        for place, row in enumerate(shown):
            box = QRect(left, place * self._line(), wide, self._line())
            self._paint_row(mirrored, box.adjusted(place * _STEP, 0, 0, 0), *row)
        painter.end()

    def _paint_row(self, mirrored: MirroredPainter, box: QRect, one: Holding, name: str, time: str, kind: str) -> None:
        look = self._surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        body, figures = text_font(sizes.text_label), figure_font(sizes.text_label, QFont.Weight.DemiBold)
        side = mark_side(self._surroundings)
        mirrored.round_box(box.adjusted(0, 1, 0, -2), 5, tokens.sunken)
        inner = box.adjusted(8, 0, -8, -1)
        icon = QRect(inner.left(), inner.center().y() - sizes.text_label // 2, sizes.text_label, sizes.text_label)
        self._surroundings.icons.paint(mirrored.painter, "pause", QRectF(mirrored.place(icon)), tokens.ink_second)
        x = icon.right() + 8
        if one.speaker is not None and one.speaker.number >= 0:
            mark = QRect(x, inner.center().y() - side // 2, side, side)
            paint_mark(mirrored, self._surroundings, mark, one.speaker.number)
            x = mark.right() + 8
        clock = QFontMetrics(figures).horizontalAdvance("−00:00") + 4
        by = self._surroundings.words(N_("stopped by: {kind}")).format(kind=kind)
        after = min(QFontMetrics(body).horizontalAdvance(by) + 4, max(0, (inner.width() - clock) // 2))
        room = inner.right() - x - clock - after - 12
        mirrored.text(QRect(x, inner.top(), room, inner.height()), name, body, tokens.ink)
        where = QRect(inner.right() - after - clock - 8, inner.top(), clock, inner.height())
        mirrored.text(where, time, figures, tokens.ink_second, Qt.AlignmentFlag.AlignTrailing)
        last = QRect(inner.right() - after, inner.top(), after, inner.height())
        mirrored.text(last, by, body, tokens.ink_third, Qt.AlignmentFlag.AlignTrailing)

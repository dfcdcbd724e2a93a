"""How the agenda's rows are painted: done, current, still to come."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from t2desk.domain.agenda import ItemState
from t2desk.ui.agenda.lengths import paint_length
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter, isolated, words_for

_LEAD, _INDENT = 26, 14
_ICONS = {ItemState.DONE: "check", ItemState.PARKED: "square-parking"}
# What is being spoken about is read out and looked up: its title is cut only where it would fill the list.
_LINES, _LINES_NOW = 2, 6


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row as it is shown: all words made; `share` of the planned time used, for the bar of the current item.

    `planned` and `took` are shares of the longest item, for the small bar of one that is done; 0 where there is none.
    """

    id: str
    number: str
    level: int
    title: str
    second: str
    minutes: str
    state: ItemState
    share: float = 0.0
    over: bool = False
    planned: float = 0.0
    took: float = 0.0
    is_break: bool = False


class AgendaPainter:
    """Paints rows and says how high each is; titles take two lines where one is too short, the current one more."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Keep the look and the icons; the width follows the list's."""
        self._around = surroundings
        self.width = 260

    def _title_font(self, row: AgendaRow) -> QFont:
        sizes = self._around.theme.look.sizes
        weight = QFont.Weight.DemiBold if row.state is ItemState.CURRENT else QFont.Weight.Medium
        return text_font(sizes.text_body, weight)

    def _figures(self, row: AgendaRow) -> QFont:
        weight = QFont.Weight.DemiBold if row.state is ItemState.CURRENT else QFont.Weight.Normal
        return figure_font(self._around.theme.look.sizes.text_label, weight)

    def _title_width(self, row: AgendaRow) -> int:
        aside = QFontMetrics(self._figures(row)).horizontalAdvance(row.minutes) + 10 if row.minutes else 0
        return max(60, self.width - 24 - self._lead(row) - aside)

    def _lead(self, row: AgendaRow) -> int:
        font = figure_font(self._around.theme.look.sizes.text_label, QFont.Weight.DemiBold)
        return max(_LEAD, QFontMetrics(font).horizontalAdvance(row.number) + 10) + _INDENT * row.level

    def _lines(self, row: AgendaRow) -> int:
        wide = QFontMetrics(self._title_font(row)).horizontalAdvance(row.title)
        if wide <= self._title_width(row):
            return 1
        return _LINES_NOW if row.state is ItemState.CURRENT else _LINES

    def _title_height(self, row: AgendaRow) -> int:
        # As it is drawn, isolates and all: another script's font may be taller than ours.
        metrics, lines = QFontMetrics(self._title_font(row)), self._lines(row)
        if lines == 1:
            return metrics.lineSpacing()
        flags, room = int(Qt.TextFlag.TextWordWrap), QRect(0, 0, self._title_width(row), 10_000)
        shown = words_for(row.title, self._title_font(row), room.width(), lines)
        return metrics.boundingRect(room, flags, isolated(shown)).height()

    def height(self, row: AgendaRow) -> int:
        """Return a row's height."""
        sizes = self._around.theme.look.sizes
        lines = self._title_height(row)
        second = QFontMetrics(text_font(sizes.text_meta)).height() + 2 if row.second else 0
        return lines + second + (34 if row.state is ItemState.CURRENT else 26 if row.took else 16)

    def paint(self, painter: MirroredPainter, box: QRect, row: AgendaRow, _selected: bool) -> None:
        """Paint a row."""
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        current, done = row.state is ItemState.CURRENT, row.state in {ItemState.DONE, ItemState.PARKED}
        ink = tokens.soft_ink if current else tokens.ink_third if done else tokens.ink
        below = tokens.soft_ink if current else tokens.ink_third
        if current:
            painter.round_box(box.adjusted(0, 1, 0, -1), sizes.control_radius, tokens.soft)
            painter.round_box(QRect(box.left(), box.top() + 10, 3, box.height() - 20), 1.5, tokens.accent)
        inner = box.adjusted(12, 8, -12, -8)
        self._paint_lead(painter, inner, row, ink)
        left = inner.left() + self._lead(row)
        font, wide = self._title_font(row), self._title_width(row)
        lines = self._lines(row)
        high = self._title_height(row)
        painter.text(QRect(left, inner.top(), wide, high), row.title, font, ink, lines=lines)
        figures = self._figures(row)
        aside = QFontMetrics(figures).horizontalAdvance(row.minutes) + 4
        line = QFontMetrics(font).lineSpacing()
        place = QRect(inner.right() - aside, inner.top(), aside, line)
        painter.text(place, row.minutes, figures, ink if current else tokens.ink_second, Qt.AlignmentFlag.AlignTrailing)
        second_high = QFontMetrics(text_font(sizes.text_meta)).height() + 2
        second = QRect(left, inner.top() + high, inner.right() - left, second_high)
        if row.second:
            painter.text(second, row.second, figure_font(sizes.text_meta), tokens.over if row.over else below)
        if row.took and not current:
            under = QRect(left, second.bottom() + 5, inner.right() - left, 5)
            paint_length(painter, under, row.planned, row.took, tokens)
        if current:
            bar = QRect(left, second.bottom() + 9, inner.right() - left, 6)
            painter.bar(bar, row.share, tokens.over if row.over else tokens.accent, tokens.surface)

    def _paint_lead(self, painter: MirroredPainter, inner: QRect, row: AgendaRow, ink: str) -> None:
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        line = QFontMetrics(self._title_font(row)).lineSpacing()
        left = inner.left() + _INDENT * row.level
        icon = _ICONS.get(row.state, "pause" if row.is_break and row.state is ItemState.PLANNED else "")
        if icon:
            side = sizes.text_title
            place = painter.place(QRect(left - 1, inner.top() + (line - side) // 2, side, side))
            self._around.icons.paint(painter.painter, icon, QRectF(place), tokens.ink_third)
            return
        font = figure_font(sizes.text_label, QFont.Weight.DemiBold)
        colour = ink if row.state is ItemState.CURRENT else tokens.ink_third
        painter.text(QRect(left, inner.top(), self._lead(row), line), row.number, font, colour)

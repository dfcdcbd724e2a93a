"""The picture after a session: every item's plan and what it took, beside each other on one scale."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStackedLayout, QWidget

from t2desk.domain.agenda import ItemState
from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.agenda_actual import ActualRow, PlannedActual, planned_actual
from t2desk.ui.agenda.lengths import paint_length
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import Card, EmptyState, column, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_KINDS = ("agenda_items", "item_clocks", "item_plans", "sessions")
_MINUTE, _INDENT = 60, 22
# Of the width: the title before the bars, and never less than this in pixels.
_TITLE_SHARE, _TITLE_LEAST = 0.34, 150


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One item, and the longest of all in minutes, which is the scale."""

    one: ActualRow
    longest: float


class PlannedActualPart(Card):
    """The whole agenda of one session as bars, and below them the sums."""

    def __init__(self, parts: ViewParts, session: str, _place: str = "") -> None:
        """Read the session."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Planned and actual")), "plannedActual")
        self.widen_body()
        self._parts, self._session = parts, session
        self._rows: ValueListModel[PictureRow] = ValueListModel(lambda row: row.one.item.id, self.spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint, self._height)
        self.list.setObjectName("actualList")
        self.list.setAccessibleName(parts.words(N_("Planned and actual")))
        self._legend = label(parts.words(N_(
            "The mark ends the plan. Full: what it took. Hatched: over the plan. Empty: left over."
        )), "meta", "actualLegend", wraps=True)  # fmt: skip
        self._sums = label("", "row", "actualSums", wraps=True)
        page = QWidget()
        layout = column(self.list, self._sums, self._legend, gap=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setStretch(0, 1)
        page.setLayout(layout)
        for line in (self._sums, self._legend):
            line.setContentsMargins(12, 0, 12, 0)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(EmptyState(parts.words(N_("This session has no agenda; there is nothing to compare."))))
        self._stack.addWidget(page)
        self.body.addWidget(place)
        lead_focus(self, self.list)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, partial(planned_actual, session=self._session), self._show)

    def _show(self, picture: PlannedActual) -> None:
        longest = max((max(one.planned, one.agreed, one.seconds / _MINUTE) for one in picture.rows), default=0) or 1
        self.list.set_values(tuple(PictureRow(one, longest) for one in picture.rows))
        if picture.rows and self.list.current() is None:
            self.list.setCurrentIndex(self._rows.index(0))
        self._stack.setCurrentIndex(1 if picture.rows else 0)
        words = self._parts.words
        took = round(picture.seconds / _MINUTE)
        sums = words(N_("Planned {planned} min, took {actual} min: {difference}"))
        self._sums.setText(
            sums.format(planned=picture.planned, actual=took, difference=self._difference(took - picture.planned))
            if took
            else words(N_("Planned {planned} min; nothing has been talked about yet")).format(planned=picture.planned)
        )

    def _difference(self, minutes: int) -> str:
        plural, count = self._parts.surroundings.phrases.plural, abs(minutes)
        if minutes > 0:
            return plural("{count} min more", "{count} min more", count).format(count=count)
        if minutes < 0:
            return plural("{count} min less", "{count} min less", count).format(count=count)
        return self._parts.words(N_("as planned"))

    def _figures(self, one: ActualRow) -> str:
        words, took = self._parts.words, round(one.seconds / _MINUTE)
        if one.item.state is ItemState.PARKED and not took:
            return words(N_("parked"))
        if not took:
            planned = words(N_("planned {planned} min"))
            return planned.format(planned=one.planned) if one.planned else ""
        difference = self._difference(took - one.planned)
        return words(N_("{actual} of {planned} min, {difference}")).format(
            actual=took, planned=one.planned, difference=difference
        )

    def spoken(self, row: PictureRow) -> str:
        """Return a row as a sentence."""
        one, words = row.one, self._parts.words
        kind = words(N_("break")) if one.is_break else ""
        said = (one.number, isolated(one.item.title), kind, self._shown(one))
        return ", ".join(part for part in said if part)

    def _lines(self) -> tuple[QFont, int, int]:
        sizes = self._parts.surroundings.theme.look.sizes
        font = text_font(sizes.text_body, QFont.Weight.Medium)
        return font, QFontMetrics(font).lineSpacing(), QFontMetrics(text_font(sizes.text_meta)).lineSpacing()

    def _height(self, _row: PictureRow) -> int:
        _, body, meta = self._lines()
        return body + meta + 16

    def _paint(self, painter: MirroredPainter, box: QRect, row: PictureRow, _selected: bool) -> None:
        look, one = self._parts.surroundings.theme.look, row.one
        tokens, sizes, (font, body, meta) = look.tokens, look.sizes, self._lines()
        inner = box.adjusted(12, 7, -16, -7)
        wide = max(_TITLE_LEAST, round(inner.width() * _TITLE_SHARE))
        left, number = inner.left() + _INDENT * one.level, 34 + 8 * one.level
        painter.text(
            QRect(left, inner.top(), number, body), one.number, figure_font(sizes.text_label), tokens.ink_third
        )
        title = QRect(left + number, inner.top(), wide - number - _INDENT * one.level - 16, body)
        if one.is_break:
            icon = painter.place(QRect(title.left(), title.top() + 2, body - 4, body - 4))
            self._parts.surroundings.icons.paint(painter.painter, "pause", QRectF(icon), tokens.ink_third)
            title.adjust(body + 2, 0, 0, 0)
        ink = tokens.ink_third if one.item.state is ItemState.PARKED else tokens.ink
        painter.text(title, one.item.title, font, ink)
        bars = QRect(inner.left() + wide, inner.top() + 2, inner.width() - wide, body - 4)
        actual = one.seconds / _MINUTE / row.longest
        paint_length(painter, bars, one.planned / row.longest, actual, tokens)
        if one.agreed != one.planned:
            self._paint_agreed(painter, bars, one.agreed / row.longest)
        under = QRect(bars.left(), inner.top() + body + 2, bars.width(), meta)
        painter.text(under, self._shown(one), figure_font(sizes.text_meta), tokens.ink_second)

    def _shown(self, one: ActualRow) -> str:
        if one.agreed == one.planned:
            return self._figures(one)
        agreed = self._parts.words(N_("{count} min agreed in session")).format(count=one.agreed)
        return self._parts.surroundings.phrases.listed(self._figures(one), agreed)

    def _paint_agreed(self, painter: MirroredPainter, bars: QRect, share: float) -> None:
        # What was agreed in session is a short mark from below: neither the plan nor what it took.
        tokens, at = self._parts.surroundings.theme.look.tokens, bars.left() + round(bars.width() * min(1.0, share))
        painter.round_box(
            QRect(at - 2, bars.center().y() + 1, 4, bars.height() // 2 + 3), 1, tokens.surface, tokens.ink
        )
        painter.painter.setPen(Qt.PenStyle.NoPen)

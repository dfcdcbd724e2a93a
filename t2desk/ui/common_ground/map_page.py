"""The support of all points at a glance, over the desk: the map, and how to read its signs."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.i18n import N_
from t2desk.services.support_table import SupportTable, support_table
from t2desk.ui.common_ground.over_page import OverPage
from t2desk.ui.common_ground.support_map import SupportMapTable
from t2desk.ui.common_ground.support_words import AGREEMENTS, AgreementLook, paint_ground, tones
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, EmptyState, column, label, row
from t2desk.ui.shell.views import ViewParts

_KINDS = (*GROUND_KINDS, "points", "wordings", "people", "parties", "sessions")


class MapPage(OverPage):
    """Enter opens the point of the cell; `chosen` comes with its key."""

    chosen = Signal(str)

    def __init__(self, parts: ViewParts, page: QWidget) -> None:
        """Read the support and follow its changes."""
        super().__init__(parts, page, "mapPage")
        words, theme = parts.words, parts.surroundings.theme
        self.setAccessibleName(words(N_("Support of every side")))
        self._back = self.button(N_("Back"), "chevron-left", "Esc", "mapBack")
        self._back.clicked.connect(lambda _checked=False: self.leave())
        head = row(self._back, label(words(N_("Support of every side")), "title", "mapTitle"), 1, gap=12)
        self._table = SupportMapTable(parts.surroundings)
        self._table.opened.connect(self.chosen)
        said = N_("No point has been asked about yet. Open a point, press S, and ask the sides where they stand.")
        self._empty = EmptyState(words(said))
        card = Card(theme, words(N_("Sides across, points down; Enter opens the point")), "mapCard")
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._empty, 1)
        legend = FlowLayout(10, centred=False)
        for look in AGREEMENTS.values():
            if look.icon:
                legend.addWidget(_Sign(parts.surroundings, look))
        card.body.addLayout(legend)
        layout = column(head, card, gap=12)
        layout.setStretch(1, 1)
        sizes = theme.look.sizes
        layout.setContentsMargins(sizes.margin, sizes.grid, sizes.margin, sizes.margin)
        self.setLayout(layout)
        in_order(self._back, self._table)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def open(self) -> None:
        """Show over the view, with the focus on the map."""
        self.come_up()
        self.give_focus()
        self._table.fit()

    def give_focus(self) -> None:
        """Give the focus to the map, or to the way back where there is none."""
        (self._table if self._table.isVisibleTo(self) else self._back).setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, support_table, self._show)

    def _show(self, table: SupportTable) -> None:
        self._table.show_table(table)
        has_any = bool(table.rows)
        self._table.setVisible(has_any)
        self._empty.setVisible(not has_any)
        if not has_any and self._table.hasFocus():
            self._back.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self._table.fit()


class _Sign(QWidget):
    """One entry of the legend: the pattern with its sign, and what it means."""

    def __init__(self, around: Surroundings, look: AgreementLook) -> None:
        super().__init__()
        self._around, self._look = around, look
        self.setObjectName("mapSign")
        self.setAccessibleName(around.words(look.word))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _size(self) -> int:
        return self._around.theme.look.sizes.text_title + 8

    def sizeHint(self) -> QSize:
        """Return the room for the sign and its words."""
        font = text_font(self._around.theme.look.sizes.text_meta)
        words = QFontMetrics(font).horizontalAdvance(self._around.words(self._look.word))
        return QSize(self._size() + 8 + words + 4, self._size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what a cell would show."""
        del event
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        device = QPainter(self)
        painter = MirroredPainter(device, self.rect(), self.layoutDirection())
        spot = QRect(0, 0, self._size(), self._size())
        paint_ground(painter, spot, self._look, tokens, 6)
        icon = spot.adjusted(5, 5, -5, -5)
        ink = tones(tokens, self._look.tone)[1]
        self._around.icons.paint(device, self._look.icon, QRectF(painter.place(icon)), ink)
        words = QRect(self._size() + 8, 0, self.width() - self._size() - 8, self._size())
        painter.text(words, self._around.words(self._look.word), text_font(sizes.text_meta), tokens.ink_second)
        device.end()

"""The balance: each party's part of the speaking time in this session; for the operator, never for the room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView

from t2desk.i18n import N_
from t2desk.services.floor_views import Balance, BalanceRow, balance
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.painting import paint_balance
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, label
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_MOST_ROWS = 6


class BalancePanel(Card):
    """Bars by party, alive with the turn that runs."""

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Build the bars; the feed fills them."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Speaking balance")), "balancePanel")
        self._parts, self._feed = parts, feed
        self._shown, self._fewest = Balance(), _MOST_ROWS
        self._rows: ValueListModel[BalanceRow] = ValueListModel(lambda one: (one.number, one.name), self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint, lambda _row: self._row_height())
        self.list.setObjectName("balanceList")
        self.list.setAccessibleName(parts.words(N_("Speaking balance")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._foot = label("", "meta", "balanceFoot", wraps=True)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.list)
        self.body.addWidget(self._foot)
        self.aside.setText(parts.words(N_("this session")))
        feed.floor_changed.connect(self._on_ticked)
        feed.tally_changed.connect(self._on_ticked)
        feed.ticked.connect(self._on_ticked)

    def set_space(self, space: Space) -> None:
        """Leave the line below out where the room is short; the ticks say the same."""
        self._foot.setVisible(space < Space.TIGHT)
        self._fewest = 2 if space is Space.CRAMPED else _MOST_ROWS
        self.aside.setVisible(space is not Space.CRAMPED)
        self.move_closer(space is Space.CRAMPED)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Show every party, up to six; where the room is short they scroll."""
        most = max(1, min(_MOST_ROWS, len(self._shown.rows)))
        self.list.setMinimumHeight(min(most, self._fewest) * self._row_height() + 4)
        self.list.setMaximumHeight(most * self._row_height() + 4)

    def _row_height(self) -> int:
        return QFontMetrics(figure_font(self._parts.surroundings.theme.look.sizes.text_label)).height() + 17

    def _on_ticked(self) -> None:
        shown = balance(self._feed.tally, self._feed.floor.main, self._parts.now())
        if shown == self._shown:
            return
        fewer = len(shown.rows) != len(self._shown.rows)
        self._shown = shown
        self.list.set_values(shown.rows)
        if fewer:
            self._fit_rows()
        words = self._parts.words
        if not shown.rows:
            self._foot.setText(words(N_("Parties are named under Prepare.")))
        elif not any(one.seconds for one in shown.rows):
            self._foot.setText(words(N_("Nobody has spoken yet.")))
        else:
            self._foot.setText(words(N_("equal share, {percent}%")).format(percent=shown.equal_percent))

    def _name(self, one: BalanceRow) -> str:
        return one.name or self._parts.words(N_("Without a party"))

    def _spoken(self, one: BalanceRow) -> str:
        return f"{self._name(one)}, {clock_words(one.seconds)}, {one.percent}%"

    def _paint(self, painter: MirroredPainter, box: QRect, one: BalanceRow, _selected: bool) -> None:
        equal = self._shown.equal_percent
        top = max(2 * equal, *(other.percent for other in self._shown.rows))
        paint_balance(painter, self._parts.surroundings, box, one, self._name(one), equal, min(100, top) or 1)

"""Choosing one of a few inline: what a point of order asks for, in what order the table is gone round."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from t2desk.domain.floor import TurnKind
from t2desk.domain.floor_terms import PointCategory
from t2desk.i18n import N_
from t2desk.services.floor_queue import RoundOrder
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.over_card import OverCard
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, line_height, lines_of
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import PLAIN
from t2desk.ui.shell.views import ViewParts

CATEGORIES = {
    PointCategory.SUSPEND_MEETING: N_("Suspend the meeting"),
    PointCategory.ADJOURN_MEETING: N_("Adjourn the meeting"),
    PointCategory.ADJOURN_DEBATE: N_("Adjourn the debate on this item"),
    PointCategory.CLOSE_DEBATE: N_("Close the debate on this item"),
    PointCategory.PROCEDURE: N_("Any other matter of procedure"),
}
ORDERS = {
    RoundOrder.SEATING: N_("As they sit"),
    RoundOrder.PARTIES: N_("By party, in alphabetical order"),
    RoundOrder.ROTATION: N_("As they sit, another first each session"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few: its number, its value, its words."""

    number: int
    value: str
    words: str


class OptionChooser(OverCard):
    """A digit chooses at once; arrows and Enter do too."""

    def __init__(self, parts: ViewParts, feed: FloorFeed, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parts, "optionChooser", over, view)
        self._feed = feed
        self._choose: Callable[[str], object] = lambda _value: None
        self._title = label("", "card-title", "optionTitle", wraps=True)
        self._rows: ValueListModel[Option] = ValueListModel(lambda one: one.value, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("optionList")
        for number in range(1, 10):
            self.list.on_key(Qt.Key(int(Qt.Key.Key_0) + number), str(number))
        self.list.asked.connect(self._on_asked)
        self.list.chosen.connect(self._on_chosen)
        self.list.clicked.connect(lambda _index: self._on_chosen(self.list.current()))
        hint = label(parts.words(N_("A number or Enter chooses, Esc leaves.")), "meta", "optionHint", wraps=True)
        layout = column(self._title, self.list, hint)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def ask(self, title: str, options: Sequence[tuple[str, str]], choose: Callable[[str], object]) -> None:
        """Show values and words, and wait for one."""
        self._choose = choose
        words = self.parts.words
        self._title.setText(words(title))
        self.list.setAccessibleName(words(title))
        self._rows.set_values([Option(n, value, words(said)) for n, (value, said) in enumerate(options, start=1)])
        self.list.setCurrentIndex(self._rows.index(0))
        self.come(self.list)

    def ask_rank(self) -> None:
        """Ask what the point of order that is heard asks for."""
        holding = self._feed.floor.holding
        if holding is None or holding.turn.kind is not TurnKind.POINT_OF_ORDER:
            self.parts.say(self.parts.words(N_("No point of order is being heard now; P begins one.")), PLAIN)
            return
        options = [(category.value, words) for category, words in CATEGORIES.items()]
        self.ask(N_("What does the point of order ask for?"), options, self._rank)

    def _rank(self, category: str) -> None:
        self.parts.bridge.write("turn.rank", {"category": category})

    def ask_order(self) -> None:
        """Ask in which order to go round the table."""
        options = [(order.value, words) for order, words in ORDERS.items()]
        self.ask(N_("Round the table, in which order?"), options, self._go_round)

    def _go_round(self, order: str) -> None:
        self.parts.bridge.write("queue.round", {"order": order})

    def _on_asked(self, number: str, _current: Option) -> None:
        chosen = next((one for one in self._rows.values() if str(one.number) == number), None)
        self._on_chosen(chosen)

    def _on_chosen(self, chosen: Option | None) -> None:
        if chosen is not None:
            self.leave()
            self._choose(chosen.value)

    def _spoken(self, one: Option) -> str:
        return f"{one.number}, {one.words}"

    def _paint(self, painter: MirroredPainter, box: QRect, one: Option, _selected: bool) -> None:
        tokens, sizes = self.parts.surroundings.theme.look.tokens, self.parts.surroundings.theme.look.sizes
        inner = box.adjusted(12, 0, -10, 0)
        number = QRect(inner.left(), inner.top(), 24, inner.height())
        painter.text(number, str(one.number), figure_font(sizes.text_label, QFont.Weight.DemiBold), tokens.accent)
        font, place = text_font(sizes.text_body), inner.adjusted(28, 0, 0, 0)
        lines = min(2, lines_of(one.words, font, place.width()))
        high = line_height(font, one.words) * lines
        place = QRect(place.left(), place.top() + (place.height() - high) // 2, place.width(), high)
        painter.text(place, one.words, font, tokens.ink, lines=lines)

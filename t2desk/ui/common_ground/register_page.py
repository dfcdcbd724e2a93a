"""Beside the points, over the desk: where the room differs, what the sides need and what serves it, how it decides."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.i18n import N_
from t2desk.services.register_views import RegisterView, register_view
from t2desk.ui.common_ground.decision_card import DecisionCard
from t2desk.ui.common_ground.divergence_card import DivergenceCard
from t2desk.ui.common_ground.interest_card import InterestCard
from t2desk.ui.common_ground.over_page import OverPage
from t2desk.ui.common_ground.part import told
from t2desk.ui.common_ground.register_card import RegisterCard
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.shell.message_bar import WARN
from t2desk.ui.shell.views import ViewParts

_KINDS = (*GROUND_KINDS, "points", "wordings", "people", "parties", "sessions", "off_record", "not_private")
# Pixels of the page, at a text size of 100 %, from which three cards stand beside each other.
_THREE = 1180


class RegisterPage(OverPage):
    """Three cards; `chosen` comes with the key of a point that is to be opened."""

    chosen = Signal(str)

    def __init__(self, parts: ViewParts, page: QWidget) -> None:
        """Read what there is and follow its changes."""
        super().__init__(parts, page, "registerPage")
        words = parts.words(N_("Beside the points"))
        self.setAccessibleName(words)
        self._back = self.button(N_("Back"), "chevron-left", "Esc", "registerBack")
        self._back.clicked.connect(lambda _checked=False: self.leave())
        head = row(self._back, label(words, "title", "registerTitle"), 1, gap=12)
        refused = partial(_say_refused, parts)
        self._cards: tuple[RegisterCard, ...] = (
            DivergenceCard(parts, refused, self.chosen.emit), InterestCard(parts, refused, self.chosen.emit),
            DecisionCard(parts, refused, self.chosen.emit),
        )  # fmt: skip
        self._grid = QGridLayout()
        sizes = parts.surroundings.theme.look.sizes
        self._grid.setSpacing(sizes.gutter)
        layout = column(head, self._grid, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(sizes.margin, sizes.grid, sizes.margin, sizes.margin)
        self.setLayout(layout)
        self.arrange()
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def open(self) -> None:
        """Show over the view, with the caret in the first line."""
        self.come_up()
        self.give_focus()

    def give_focus(self) -> None:
        """Put the caret into the first line."""
        self._cards[0].first().setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, register_view, self._show)

    def _show(self, register: RegisterView) -> None:
        for card in self._cards:
            card.show_register(register)
        in_order(self._back, *(stop for card in self._cards for stop in card.stops()))

    def arrange(self) -> None:
        """Put the cards beside each other, or the third below the second where there is no room for three."""
        room = self._page.width() * 100 // self._parts.surroundings.theme.percent
        divergences, interests, decision = self._cards
        for card in self._cards:
            self._grid.removeWidget(card)
        if room >= _THREE:
            for place, card in enumerate(self._cards):
                self._grid.addWidget(card, 0, place)
                self._grid.setColumnStretch(place, 1)
            return
        self._grid.addWidget(divergences, 0, 0, 2, 1)
        self._grid.addWidget(interests, 0, 1)
        self._grid.addWidget(decision, 1, 1)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for another width."""
        super().resizeEvent(event)
        self.arrange()


def _say_refused(parts: ViewParts, refusal: DeskError) -> None:
    parts.say(told(parts, refusal), WARN)

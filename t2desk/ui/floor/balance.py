"""The balance: who has spoken how long, by party or otherwise; for the operator, never for the room.

Rows stand in the order of parties or seats, not of time: nobody is put last, and nothing turns red.
"""

from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QWidget

from t2desk.i18n import N_
from t2desk.services.floor_balance import Attribute, Scope, ShareRow, shares
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.painting import paint_balance
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, label, row
from t2desk.ui.kit.role_words import ROLES
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

T = TypeVar("T")

_MOST_ROWS, _FEWER_ROWS = 6, 4
# Who was heard in the last so many minutes is not told how long ago that is.
_AGO = 5
SCOPES = {
    Scope.SESSION: N_("this session"), Scope.ITEM: N_("this item"), Scope.LATELY: N_("last 30 minutes"),
    Scope.SERIES: N_("the whole series"),
}  # fmt: skip
ATTRIBUTES = {
    Attribute.PARTY: N_("by party"), Attribute.PERSON: N_("by person"), Attribute.ROLE: N_("by role"),
    Attribute.AFFILIATION: N_("by employer"), Attribute.INTERRUPTIONS: N_("interruptions"),
}  # fmt: skip


class BalancePanel(Card):
    """Bars alive with the turn that runs; two keys say over what, and by what."""

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Build the bars; the feed fills them."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Speaking balance")), "balancePanel")
        self._parts, self._feed = parts, feed
        self._scope, self._by = _remembered(parts)
        self._shown: tuple[ShareRow, ...] = ()
        self._fewest = self._most = _MOST_ROWS
        self._rows: ValueListModel[ShareRow] = ValueListModel(lambda one: one.key, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint, lambda _row: self._row_height())
        self.list.setObjectName("balanceList")
        self.list.setAccessibleName(parts.words(N_("Speaking balance")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._foot = label("", "meta", "balanceFoot", wraps=True)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.list)
        self.body.addWidget(self._foot)
        self._choices = QWidget()
        self._of = self._button("balanceScope", "clock", "balance.scope")
        self._split = self._button("balanceBy", "users", "balance.by")
        self._choices.setLayout(row(self._of, self._split, 1, gap=0))
        self.body.addWidget(self._choices)
        parts.commands.take_on("balance.scope", self._on_scope, owner=self)
        parts.commands.take_on("balance.by", self._on_by, owner=self)
        for signal in (feed.floor_changed, feed.sums_changed, feed.asks_changed, feed.second_passed):
            signal.connect(self._on_ticked)
        self._say_choice()

    def _button(self, name: str, icon: str, command: str) -> KeyButton:
        around = self._parts.surroundings
        button = KeyButton(around.theme, around.icons, "", icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: self._parts.commands.give(command))
        return button

    def set_space(self, space: Space) -> None:
        """Leave the line below out where the room is short; the ticks say the same, and the keys do what buttons do."""
        self._foot.setVisible(space < Space.TIGHT)
        self._choices.setVisible(space < Space.TIGHT)
        self._fewest = 2 if space is Space.CRAMPED else _MOST_ROWS
        self._most = _MOST_ROWS if space is Space.ROOMY else _FEWER_ROWS
        self.aside.setVisible(Space.TIGHT <= space < Space.CRAMPED)
        self.move_closer(space is Space.CRAMPED)
        self._fit_rows()

    def _on_scope(self) -> None:
        self._scope = _after(tuple(SCOPES), self._scope)
        self._choose()

    def _on_by(self) -> None:
        self._by = _after(tuple(ATTRIBUTES), self._by)
        self._choose()

    def _choose(self) -> None:
        self._parts.places.remember("balance", self._scope.value, self._by.value)
        self._say_choice()
        self._shown = ()
        self._on_ticked()

    def _say_choice(self) -> None:
        words = self._parts.words
        scope, by = words(SCOPES[self._scope]), words(ATTRIBUTES[self._by])
        self._of.set_words(scope)
        self._split.set_words(by)
        self._of.setAccessibleName(words(N_("Balance of: {what}")).format(what=scope))
        self._split.setAccessibleName(words(N_("Balance: {what}")).format(what=by))
        self.aside.setText(scope if self._by is Attribute.PARTY else f"{scope} · {by}")

    def _fit_rows(self) -> None:
        """Show every row, up to six; where the room is short they scroll."""
        most = max(1, min(self._most, len(self._shown)))
        self.list.setMinimumHeight(min(most, self._fewest, 3) * self._row_height() + 4)
        self.list.setMaximumHeight(most * self._row_height() + 4)

    def _row_height(self) -> int:
        return QFontMetrics(figure_font(self._parts.surroundings.theme.look.sizes.text_label)).height() + 17

    def _on_ticked(self) -> None:
        rows = shares(self._feed.sums, self._feed.floor, self._scope, self._by, self._parts.now())
        # Whoever has no side and nothing to say is not a row of its own.
        shown = tuple(one for one in rows if one.key or one.seconds or one.made or one.received)
        if shown == self._shown:
            return
        fewer = len(shown) != len(self._shown)
        self._shown = shown
        self.list.set_values(shown)
        if fewer:
            self._fit_rows()
        self._foot.setText(self._foot_words())

    def _foot_words(self) -> str:
        words = self._parts.words
        if not self._shown:
            return words(N_("Parties are named under Prepare.")) if self._by is Attribute.PARTY else ""
        if self._by is Attribute.INTERRUPTIONS:
            return words(N_("Interruptions made and received, in the last hours."))
        if not any(one.seconds for one in self._shown):
            return words(N_("Nobody has spoken yet."))
        equal = words(N_("equal share, {percent}%")).format(percent=self._equal())
        unheard = sum(1 for seat in self._feed.sums.seats if seat.speaks and not self._heard(seat.speaker.person))
        if not unheard or self._scope is not Scope.SESSION:
            return equal
        said = self._parts.surroundings.phrases.plural("{count} not heard yet", "{count} not heard yet", unheard)
        return f"{equal} · {said.format(count=unheard)}"

    def _heard(self, person: str) -> bool:
        main = self._feed.floor.main
        holds = main is not None and main.speaker is not None and main.speaker.person == person
        return holds or bool(self._feed.sums.of(person).turns)

    def _equal(self) -> int:
        return round(100 / len(self._shown)) if self._shown else 0

    def _name(self, one: ShareRow) -> str:
        words = self._parts.words
        if self._by is Attribute.ROLE:
            return words(ROLES[one.name])
        if self._by is Attribute.AFFILIATION:
            return one.name or words(N_("No employer noted"))
        return one.name or words(N_("Without a party"))

    def _figures(self, one: ShareRow) -> str:
        words = self._parts.words
        if self._by is Attribute.INTERRUPTIONS:
            return words(N_("{made} made, {received} received")).format(made=one.made, received=one.received)
        time = clock_words(one.seconds)
        if self._scope is Scope.LATELY:
            return words(N_("{time}, {percent}% in all")).format(time=time, percent=one.session)
        left = self._feed.left_of(one.key) if self._by is Attribute.PARTY and self._scope is Scope.SESSION else None
        if left is not None:
            said = N_("{left} left") if left >= 0 else N_("{left} over")
            return f"{time} · " + words(said).format(left=clock_words(abs(left)))
        if self._by is Attribute.PERSON and one.silent is not None and one.silent >= _AGO:
            return f"{time} · " + words(N_("{count} min ago")).format(count=one.silent)
        if self._by is Attribute.PERSON and self._scope is Scope.SESSION and not one.turns:
            return words(N_("not heard yet"))
        return time

    def _spoken(self, one: ShareRow) -> str:
        percent = "" if self._by is Attribute.INTERRUPTIONS else f", {one.percent}%"
        return f"{self._name(one)}, {self._figures(one).replace(' · ', ', ')}{percent}"

    def _paint(self, painter: MirroredPainter, box: QRect, one: ShareRow, _selected: bool) -> None:
        made = sum(other.made for other in self._shown)
        interrupts = self._by is Attribute.INTERRUPTIONS
        percent = one.made * 100 // max(1, made) if interrupts else one.percent
        equal = 0 if interrupts else self._equal()
        top = min(100, max(2 * equal, *(other.percent for other in self._shown))) if not interrupts else 100
        texts = (self._name(one), self._figures(one), "" if interrupts else f"{one.percent}%")
        paint_balance(painter, self._parts.surroundings, box, one.number, texts, (percent, equal, top or 1))


def _remembered(parts: ViewParts) -> tuple[Scope, Attribute]:
    kept = parts.places.of("balance")
    return (Scope(kept[0]), Attribute(kept[1])) if kept else (Scope.SESSION, Attribute.PARTY)


def _after(values: tuple[T, ...], now: T) -> T:
    return values[(values.index(now) + 1) % len(values)]

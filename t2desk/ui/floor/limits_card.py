"""What parties and the item may have in all, what is left of it, and an overrun shared out: typed, or by the minute."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.durations import seconds_of
from t2desk.domain.floor_terms import LONGEST, LimitScope
from t2desk.i18n import N_
from t2desk.services.floor_asks import LimitRow, limit_rows
from t2desk.services.floor_limits import SHORTEST
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.over_card import OverCard
from t2desk.ui.floor.painting import mark_side, paint_mark
from t2desk.ui.floor.words import short_name
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import column, label, row, text_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_MINUTE = 60
# So many shares are told in words: the others are as much shorter.
_MOST_SHARES = 3


class LimitsCard(OverCard):
    """One row for the item and one a party; + and − give or take a minute, a typed length sets it, Delete lifts it."""

    def __init__(self, parts: ViewParts, feed: FloorFeed, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parts, "limitsCard", over, view)
        self._feed = feed
        words = parts.words
        self._rows: ValueListModel[LimitRow] = ValueListModel(lambda one: (one.scope, one.of), self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("limitsList")
        self.list.setAccessibleName(words(N_("Limits in all")))
        self.list.setMinimumHeight(60)
        for key, asked in ((Qt.Key.Key_Plus, "more"), (Qt.Key.Key_Minus, "less"), (Qt.Key.Key_Delete, "lift")):
            self.list.on_key(key, asked)
        self.list.on_key(Qt.Key.Key_Plus, "more", Qt.KeyboardModifier.ShiftModifier)
        self.list.asked.connect(self._on_asked)
        self.list.chosen.connect(self._on_chosen)
        self._line = text_line()
        self._line.setObjectName("limitsLine")
        self._line.setAccessibleName(words(N_("How long in all")))
        self._line.setPlaceholderText(words(N_("How long in all, such as 12 or 7:30")))
        self._line.returnPressed.connect(self._on_typed)
        self._said = label("", "meta", "limitsSaid", wraps=True)
        title = ElidedLabel("card-title", "limitsCardTitle", words(N_("Limits in all")))
        layout = column(
            row(title, 1, self.close_button("limitsClose")),
            self.list, self._line, self._build_buttons(), self._said,
        )  # fmt: skip
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        parts.bridge.changed.connect(self._on_changed)
        feed.asks_changed.connect(self._on_overrun)

    def _build_buttons(self) -> FlowLayout:
        flow = FlowLayout()
        self._share = self._button("limitsShare", N_("Share it out"), "split", lambda: self._give("budget.share"))
        for button in (
            self._button("limitsMore", N_("1 min"), "plus", lambda: self._on_pressed("more")),
            self._button("limitsLess", N_("1 min"), "minus", lambda: self._on_pressed("less")),
            self._button("limitsLift", N_("No limit"), "x", lambda: self._on_pressed("lift")),
            self._share,
        ):
            flow.addWidget(button)
        return flow

    def _button(self, name: str, words: str, icon: str, act: object) -> KeyButton:
        around = self.parts.surroundings
        button = KeyButton(around.theme, around.icons, self.parts.words(words), icon, "", Loudness.EDGED)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        return button

    def _give(self, command: str) -> None:
        self.parts.commands.give(command)

    def open(self) -> None:
        """Show the limits as they stand."""
        self._line.clear()
        self.come(self.list)
        self._read()

    def _read(self) -> None:
        self.parts.bridge.read(self, limit_rows, self._on_read)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("floor_limits", "turns", "parties", "item_clocks", "sessions"):
            self._read()

    def _on_read(self, rows: tuple[LimitRow, ...]) -> None:
        self.list.set_values(rows)
        if rows and self.list.current() is None:
            self.list.setCurrentIndex(self._rows.index(0))
        self._on_overrun()

    def _on_overrun(self) -> None:
        if not self.isVisible():
            return
        words, shares = self.parts.words, self._feed.overrun.shares
        self._share.setEnabled(bool(shares))
        if not self._rows.values():
            self._said.setText(words(N_("Limits are said while a session is open.")))
        elif shares:
            line = words(N_("{name} {after} instead of {before}"))
            said = [
                line.format(
                    name=isolated(short_name(speaker)), after=clock_words(share.after), before=clock_words(share.before)
                )
                for speaker, share in shares[:_MOST_SHARES]
            ]
            self._said.setText(" · ".join(said) + (" …" if len(shares) > _MOST_SHARES else ""))
        else:
            self._said.setText(words(N_("All who wait fit into this item.")))

    def _on_chosen(self, _one: LimitRow) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pressed(self, asked: str) -> None:
        current = self.list.current()
        if current is not None:
            self._on_asked(asked, current)

    def _on_asked(self, asked: str, one: LimitRow) -> None:
        steps = {"more": _MINUTE, "less": -_MINUTE}
        seconds = 0 if asked == "lift" else max(_MINUTE, one.limit + steps[asked])
        if asked == "less" and not one.limit:
            return
        self._set(one, min(LONGEST, seconds))

    def _on_typed(self) -> None:
        one, seconds = self.list.current(), seconds_of(self._line.text())
        if one is None:
            return
        if seconds is None or 0 < seconds < SHORTEST:
            self._said.setText(self.parts.words(N_("A length, such as 12, 7:30 or 90 s; 0 is no limit.")))
            return
        self._line.clear()
        self._set(one, seconds)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, one: LimitRow, seconds: int) -> None:
        self.parts.bridge.write("budget.set", {"scope": one.scope.value, "of": one.of, "seconds": seconds})

    def _second(self, one: LimitRow) -> str:
        words = self.parts.words
        if not one.limit:
            return words(N_("no limit"))
        if one.left < 0:
            return words(N_("{time} over {limit}")).format(time=clock_words(-one.left), limit=clock_words(one.limit))
        return words(N_("{time} left of {limit}")).format(time=clock_words(one.left), limit=clock_words(one.limit))

    def _name(self, one: LimitRow) -> str:
        if one.scope is LimitScope.ITEM:
            return self.parts.words(N_("This item: {title}")).format(title=isolated(one.name))
        return one.name

    def _spoken(self, one: LimitRow) -> str:
        return f"{self._name(one)}, {self._second(one)}"

    def _paint(self, painter: MirroredPainter, box: QRect, one: LimitRow, _selected: bool) -> None:
        around = self.parts.surroundings
        tokens, sizes = around.theme.look.tokens, around.theme.look.sizes
        inner, side = box.adjusted(12, 0, -10, 0), mark_side(around)
        left = inner.left() + side + 10
        paint_mark(painter, around, QRect(inner.left(), inner.top() + 9, side, side), one.number)
        name_font = text_font(sizes.text_body, QFont.Weight.DemiBold)
        high, wide = QFontMetrics(name_font).height(), inner.right() - left
        half = inner.top() + inner.height() // 2
        painter.text(QRect(left, half - high, wide, high), self._name(one), name_font, tokens.ink)
        ink = tokens.over if one.limit and one.left < 0 else tokens.ink_third
        painter.text(QRect(left, half, wide, high), self._second(one), figure_font(sizes.text_meta), ink)

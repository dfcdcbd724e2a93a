"""The card of common ground on the desk: each point with where it stands; G begins another, Enter opens one."""

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.point_views import GroundView, PointRow, ground_view
from t2desk.ui.common_ground.detail import PointDetail
from t2desk.ui.common_ground.map_page import MapPage
from t2desk.ui.common_ground.over_page import OverPage, key_button
from t2desk.ui.common_ground.reading_page import PLACE, ReadingPage
from t2desk.ui.common_ground.register_page import RegisterPage
from t2desk.ui.common_ground.states import STATES
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.leading import in_order, lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, line_height
from t2desk.ui.kit.pieces import Card, EmptyState, key_cap
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts, page_of

_KINDS = ("points", "wordings", "point_concerns", "sessions", "agenda_items")
_NUMBER_WIDTH, _GAP = 30, 12
_ACTS = (
    ("groundRead", N_("Read back to the room"), "eye", "ground.read"),
    ("groundMap", N_("Support of every side"), "scale", "ground.map"),
    ("groundRegister", N_("Beside the points"), "split", "ground.register"),
)


class CommonGroundPanel(Card):
    """The points of the session at hand."""

    def __init__(self, parts: ViewParts) -> None:
        """Read the points and follow their changes."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Common ground")), "commonGround")
        self._parts = parts
        self._over: OverPage | None = None
        self._rows: ValueListModel[PointRow] = ValueListModel(lambda row: row.key, self._spoken)
        theme = parts.surroundings.theme
        self._list = ValueListView(theme, self._rows, self._paint, self._row_height)
        self._list.setObjectName("pointList")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(parts.words(N_("Points of common ground")))
        self._list.chosen.connect(self._on_chosen)
        lead_focus(self, self._list)
        self._empty = self._build_empty()
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        self.body.addWidget(place)
        self._acts = [self._act(name, words, icon, command) for name, words, icon, command in _ACTS]
        for button in self._acts:
            self.head.addWidget(button)
        self.head.addWidget(key_cap("G"))
        in_order(*self._acts, self._list, self._new)
        acts = {"ground.read": self.read_back, "ground.map": self.show_map, "ground.register": self.show_register}
        parts.commands.hold(self, acts)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _act(self, name: str, words: str, icon: str, command: str) -> KeyButton:
        button = key_button(self._parts, words, icon, key_of(command), name, Loudness.QUIET)
        button.be_icon(is_icon=True)
        button.show_key(shown=False)  # it is in the tool tip, which is where an icon says what it is
        button.clicked.connect(lambda _checked=False: self._parts.commands.give(command))
        return button

    def move_closer(self, is_close: bool) -> None:
        """Give distance up, and the buttons: their keys do the same."""
        super().move_closer(is_close)
        for button in self._acts:
            button.setVisible(not is_close)

    def _build_empty(self) -> EmptyState:
        surroundings, words = self._parts.surroundings, self._parts.words
        button = KeyButton(
            surroundings.theme, surroundings.icons, words(N_("New point")), "handshake", "G", Loudness.EDGED
        )
        button.setObjectName("pointNew")
        button.clicked.connect(self._on_new)
        button.hide()  # until a session takes something in: a button that does nothing teaches nobody
        self._new = button
        return EmptyState(words(N_("No points yet. Write down what several people could stand behind.")), button)

    def open_point(self, key: str) -> None:
        """Show one point whole, over the view that this card is in."""
        self._come(PointDetail(self._parts, page_of(self), key))

    def read_back(self) -> None:
        """Read the points back, beginning with the one that is looked at; asked for again, go on with it."""
        if isinstance(self._over, ReadingPage):
            return
        if isinstance(self._over, PointDetail):
            self._parts.places.remember(PLACE, self._over.key)
        self._come(ReadingPage(self._parts, page_of(self)))

    def show_map(self) -> None:
        """Show the support of all points; asked for again, go back."""
        if isinstance(self._over, MapPage):
            self._over.leave()
            return
        page = MapPage(self._parts, page_of(self))
        page.chosen.connect(self.open_point)
        self._come(page)

    def show_register(self) -> None:
        """Show what stands beside the points; asked for again, go back."""
        if isinstance(self._over, RegisterPage):
            self._over.leave()
            return
        page = RegisterPage(self._parts, page_of(self))
        page.chosen.connect(self.open_point)
        self._come(page)

    def _come(self, page: PointDetail | ReadingPage | MapPage | RegisterPage) -> None:
        if self._over is not None:
            self._over.leave()
        page.left.connect(self._on_left)
        self._over = page
        page.open()

    def _on_left(self, with_focus: bool) -> None:
        over, self._over = self._over, None
        if over is not None:
            over.deleteLater()
        if with_focus:
            (self._list if self._rows.values() else self).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with a read-back that the curtain or another view came over."""
        super().showEvent(event)
        if self._parts.places.of(PLACE) and self._over is None:
            QTimer.singleShot(0, self, self.read_back)

    def _on_new(self) -> None:
        self._parts.commands.give("capture.point")

    def _on_chosen(self, row: PointRow) -> None:
        self.open_point(row.key)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, ground_view, self._show)

    def _show(self, ground: GroundView) -> None:
        self._list.set_values(ground.points)
        if ground.points and self._list.current() is None:
            self._list.setCurrentIndex(self._rows.index(0))
        self._stack.setCurrentWidget(self._list if ground.points else self._empty)
        self._new.setVisible(ground.is_open)
        self.aside.setText(self._summary(ground) if ground.points else "")

    def _summary(self, ground: GroundView) -> str:
        phrases = self._parts.surroundings.phrases
        count, still_open = len(ground.points), ground.still_open()
        whole = phrases.plural("{count} point", "{count} points", count).format(count=count)
        rest = phrases.plural("{count} still open", "{count} still open", still_open).format(count=still_open)
        return phrases.listed(whole, rest) if still_open else whole

    def _row_height(self, row: PointRow) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        body, meta = text_font(sizes.text_body, QFont.Weight.Medium), QFontMetrics(text_font(sizes.text_meta))
        lines = 2 if self._wraps(row, self._list.viewport().width() - self._indent() - 28) else 1
        return lines * line_height(body, row.text) + meta.lineSpacing() + 26

    def _indent(self) -> int:
        return self._parts.surroundings.theme.look.sizes.text_title + 4 + _GAP + _NUMBER_WIDTH

    def _wraps(self, row: PointRow, width: int) -> bool:
        body = text_font(self._parts.surroundings.theme.look.sizes.text_body, QFont.Weight.Medium)
        return QFontMetrics(body).horizontalAdvance(row.text) > width

    def _spoken(self, row: PointRow) -> str:
        parts = [f"{row.number}. {row.text}", self._state_words(row), *self._concern_words(row)]
        return ", ".join(parts)

    def _state_words(self, row: PointRow) -> str:
        words = self._parts.words(STATES[row.state].word)
        referendum = self._parts.words(N_("ad referendum"))
        return self._parts.surroundings.phrases.listed(words, referendum) if row.ad_referendum else words

    def _concern_words(self, row: PointRow) -> list[str]:
        plural = self._parts.surroundings.phrases.plural
        words = []
        if row.objections:
            words.append(plural("{count} objection", "{count} objections", row.objections))
        if row.reservations:
            words.append(plural("{count} reservation", "{count} reservations", row.reservations))
        counts = [count for count in (row.objections, row.reservations) if count]
        return [word.format(count=count) for word, count in zip(words, counts, strict=True)]

    def _paint(self, painter: MirroredPainter, box: QRect, row: PointRow, _selected: bool) -> None:
        look, surroundings = self._parts.surroundings.theme.look, self._parts.surroundings
        tokens, sizes = look.tokens, look.sizes
        inner = box.adjusted(12, 0, -14, 0)
        tone = STATES[row.state].tone
        icon_ink = {"soft": tokens.accent, "warn": tokens.warn}.get(tone, tokens.ink_third)
        body, meta = text_font(sizes.text_body, QFont.Weight.Medium), text_font(sizes.text_meta)
        line, small = line_height(body, row.text), QFontMetrics(meta).lineSpacing()
        icon = sizes.text_title + 4
        left = inner.left() + self._indent()
        width = inner.right() - left
        wraps = self._wraps(row, width)
        height = (2 * line if wraps else line) + small + 5
        top = box.top() + (box.height() - height) // 2
        mark = painter.place(QRect(inner.left(), top, icon, icon))
        surroundings.icons.paint(painter.painter, STATES[row.state].icon, QRectF(mark), icon_ink)
        number = QRect(inner.left() + icon + _GAP - 4, top, _NUMBER_WIDTH, line)
        painter.text(number, str(row.number), figure_font(sizes.text_body), tokens.ink_third)
        text = QRect(left, top, width, 2 * line + 2 if wraps else line)
        painter.text(text, row.text, body, tokens.ink, lines=2 if wraps else 1)
        under = " · ".join(
            [self._state_words(row), *self._concern_words(row), *([isolated(row.item)] if row.item else [])]
        )
        ink = tokens.warn if row.objections or tone == "warn" else tokens.ink_third
        painter.text(QRect(left, top + height - small, width, small), under, meta, ink)

"""One point whole, over the desk: its wordings at one side, at the other where it may go and what stands beside it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.keys import key_from_text
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage, point_page
from t2desk.ui.common_ground.against_part import AgainstPart
from t2desk.ui.common_ground.brackets_part import BracketsPart
from t2desk.ui.common_ground.decided_part import DecidedPart
from t2desk.ui.common_ground.links_part import LinksPart
from t2desk.ui.common_ground.over_page import OverPage
from t2desk.ui.common_ground.part import PointPart
from t2desk.ui.common_ground.states import STATES
from t2desk.ui.common_ground.support_part import SupportPart
from t2desk.ui.common_ground.way_part import WayPart
from t2desk.ui.common_ground.wordings_card import WordingsCard
from t2desk.ui.kit.buttons import KeyButton, Loudness, one_of
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.pieces import Card, column, label, row, upright
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts

_KINDS = (*GROUND_KINDS, "points", "wordings", "point_concerns", "off_record", "not_private", "sessions")
# Pixels of the page, at a text size of 100 %, from which two buttons stand beside each other, and tabs show keys.
_TWO_ACTS, _TAB_KEYS = 1000, 1200
_TABS: tuple[tuple[str, str, Qt.Key, str, type[PointPart]], ...] = (
    ("way", N_("Way"), Qt.Key.Key_W, "W", WayPart),
    ("support", N_("Support"), Qt.Key.Key_S, "S", SupportPart),
    ("against", N_("Against"), Qt.Key.Key_A, "A", AgainstPart),
    ("brackets", N_("Brackets"), Qt.Key.Key_K, "K", BracketsPart),
    ("links", N_("Links"), Qt.Key.Key_L, "L", LinksPart),
    ("decided", N_("Decision"), Qt.Key.Key_D, "D", DecidedPart),
)


class PointDetail(OverPage):
    """A page over the view; Esc leads back to the list, letters to the parts, numbers take a step."""

    def __init__(self, parts: ViewParts, page: QWidget, key: str) -> None:
        """Read the point and follow its changes."""
        super().__init__(parts, page, "pointDetail")
        self.key = key
        self._shown: PointPage | None = None
        self._tab, self._part = "", QWidget()
        self._build()
        for number in range(10):
            self.on_key(Qt.Key(int(Qt.Key.Key_0) + number), partial(self._on_number, number))
        for letter in (Qt.Key.Key_R, Qt.Key.Key_X):
            self.on_key(
                letter, partial(self._on_letter, chr(int(letter))), only_if=partial(self._hears, chr(int(letter)))
            )
        parts.bridge.changed.connect(self._on_changed)
        self._show_tab("way")
        self._read()

    def open(self) -> None:
        """Show over the page, with the focus on the first step."""
        self.come_up()
        self.arrange()
        self.give_focus()

    def give_focus(self) -> None:
        """Give the focus to the first stop of the part, or to the way back."""
        first = self._part.stops() if isinstance(self._part, PointPart) else []
        shown = next((one for one in first if one.isVisible() and one.isEnabled()), self._back)
        shown.setFocus()

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        words, sizes = self._parts.words, self._parts.surroundings.theme.look.sizes
        self._back = self.button(N_("Back"), "chevron-left", "Esc", "pointBack")
        self._back.clicked.connect(lambda _checked=False: self.leave())
        self._title = label("", "title", "pointTitle")
        self._state = Chip(self._parts.surroundings, "pointState")
        self._referendum = Chip(self._parts.surroundings, "pointAdReferendum")
        self._fingerprint = label("", "meta", "pointFingerprint")
        self._fingerprint.setToolTip(words(N_("Read aloud: whoever hears the same signs holds the same wording.")))
        self._read_back = self.button(
            N_("Read back to the room"), "eye", key_of("ground.read"), "pointRead", Loudness.QUIET
        )
        self._read_back.clicked.connect(lambda _checked=False: self._parts.commands.give("ground.read"))
        head = row(
            self._back, self._title, self._state, self._referendum, 1, self._fingerprint, self._read_back, gap=12
        )
        self._wordings = WordingsCard(self._parts, self.key)
        self._columns = row(self._wordings, self._build_standing(), gap=sizes.gutter)
        layout = column(head, self._columns, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(sizes.margin, sizes.grid, sizes.margin, sizes.margin)
        self.setLayout(layout)

    def _build_standing(self) -> QWidget:
        card = Card(
            self._parts.surroundings.theme, self._parts.words(N_("Where it stands, and where it may go")),
            "pointStanding",
        )  # fmt: skip
        self._tabs = QButtonGroup(self)
        self._buttons = {name: self._build_tab(name, words, key, letter) for name, words, key, letter, _ in _TABS}
        one_of(self._tabs)
        card.title.hide()
        tabs = QWidget()
        flow = FlowLayout(2, centred=False)
        for button in self._buttons.values():
            flow.addWidget(button)
        tabs.setLayout(flow)
        card.head.insertWidget(0, tabs, 100)
        self._room = QVBoxLayout()
        card.body.addLayout(self._room, 1)
        return card

    def _build_tab(self, name: str, words: str, key: Qt.Key, letter: str) -> KeyButton:
        button = self.button(words, "", letter, f"pointTab-{name}", Loudness.QUIET)
        button.setCheckable(True)
        button.setToolTip(letter)
        button.clicked.connect(partial(self._show_tab, name))
        self._tabs.addButton(button)
        self.on_key(key, partial(self._on_tab_key, name))
        return button

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_tab_key(self, name: str) -> None:
        self._buttons[name].setFocus()  # first: the part that has it goes
        self._show_tab(name)

    def _show_tab(self, name: str, _checked: bool = False) -> None:
        self._buttons[name].setChecked(True)
        if name == self._tab:
            return
        self._tab = name
        while (item := self._room.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        kind = next(kind for one, _, _, _, kind in _TABS if one == name)
        part = kind(self._parts, self.key)
        self._part = part
        if isinstance(part, WayPart):
            part.restepped.connect(self._put_in_order)
        part.arrange(self._is_wide())
        area = upright(part, "pointPartScroll")
        self._room.addWidget(area)
        area.show()
        if self._shown is not None:
            part.show_point(self._shown)
        self.arrange()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        key = key_from_text(self.key)
        self._parts.bridge.read(self, lambda work: point_page(work, key), self._show)

    def _show(self, page: PointPage | None) -> None:
        if page is None:
            self.leave()
            return
        words, row_ = self._parts.words, page.view.row
        self._shown = page
        look = STATES[row_.state]
        self._title.setText(words(N_("Point {number}")).format(number=row_.number))
        self._state.show_state(words(look.word), look.tone)
        self._referendum.show_state(words(N_("ad referendum")) if row_.ad_referendum else "", "warn")
        self._fingerprint.setText(words(N_("Fingerprint {signs}")).format(signs=page.view.fingerprint))
        self._wordings.show_point(page)
        if isinstance(self._part, PointPart):
            self._part.show_again(page)
        self._put_in_order()

    def arrange(self) -> None:
        """Lay the columns out for the page's width."""
        is_wide = self._is_wide()
        self._columns.setStretch(0, 3 if is_wide else 1)
        self._columns.setStretch(1, 2 if is_wide else 1)
        self._wordings.arrange(is_wide)
        self._read_back.be_icon(not is_wide)
        for button in self._buttons.values():
            button.show_key(self._room_for() >= _TAB_KEYS)
        if isinstance(self._part, PointPart):
            self._part.arrange(is_wide)
        self._put_in_order()

    def _room_for(self) -> int:
        return self._page.width() * 100 // self._parts.surroundings.theme.percent

    def _is_wide(self) -> bool:
        return self._room_for() >= _TWO_ACTS

    def _put_in_order(self) -> None:
        inside = self._part.stops() if isinstance(self._part, PointPart) else []
        in_order(self._back, self._read_back, *self._wordings.stops(), *self._buttons.values(), *inside)

    def _on_number(self, number: int) -> None:
        if isinstance(self._part, PointPart):
            self._part.take(number)

    def _hears(self, letter: str) -> bool:
        return isinstance(self._part, PointPart) and letter in self._part.letters()

    def _on_letter(self, letter: str) -> None:
        if isinstance(self._part, PointPart):
            self._part.letters()[letter]()

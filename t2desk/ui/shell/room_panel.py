"""The room, on a card over the window: which screen by name, what it sees, in which ways; by keys alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from t2desk.domain.moments import Moment
from t2desk.domain.room_choices import MESSAGES, SHOWN_WORDS, Shown
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness, key_words, one_of
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.pieces import column, label, row, upright
from t2desk.ui.kit.segments import Switch
from t2desk.ui.shell.commands import command_of
from t2desk.ui.shell.overlay import Overlay
from t2desk.ui.shell.room import RoomDesk
from t2desk.ui.shell.room_monitor import RoomPicture, how_words, seen_words
from t2desk.ui.shell.screen_list import OfferedScreen, ScreenList, ScreenMap, offered

# Pixels at a text size of 100 %: the picture, the map; what stands beside and around the choices.
_PICTURE, _MAP, _BESIDE, _AROUND = 162, 92, 96, 128
_SWITCHES = (("parties", N_("Parties, by colour and shape")), ("balance", N_("Each party’s share of the time")),
             ("wordless", N_("Time without digits")))  # fmt: skip


class RoomPanel(Overlay):
    """Chooses a screen by name, and how the session is shown on it; opening it shows nothing to anybody."""

    def __init__(
        self,
        surroundings: Surroundings,
        window: QWidget,
        room: RoomDesk,
        now: Callable[[], Moment],
        give: Callable[[str], None],
    ) -> None:
        """Lay everything out."""
        super().__init__(surroundings, window, "roomPanel", 900)
        self.setAccessibleName(surroundings.words(N_("The room")))
        self._room, self._give = room, give
        self._screens = ScreenList(surroundings)
        self._map = ScreenMap(surroundings, lambda: offered(room))
        self._picture = RoomPicture(surroundings, room, now, "roomPanelPicture")
        self._sees, self._how = label("", "body", "roomPanelWhat", wraps=True), label("", "meta", "roomPanelHow", True)
        self._times = label("", "meta", "roomIntervals", wraps=True)
        self._switches = {name: self._switch(name, words) for name, words in _SWITCHES}
        self._kinds = QButtonGroup(self)
        self._shown = {what: self._kind(what) for what in Shown}
        one_of(self._kinds)
        self._acts = {
            "room.blank": self._button("room.blank", N_("Blank"), "monitor-off"),
            "room.freeze": self._button("room.freeze", N_("Freeze"), "pause"),
            "room.message": self._button("room.message", N_("Message to the speaker"), "message-square"),
        }
        self._build()
        self._screens.chosen.connect(self._on_chosen)
        room.changed.connect(self._on_changed)

    def _build(self) -> None:
        words = self.surroundings.words
        close = KeyButton(self.surroundings.theme, self.surroundings.icons, words(N_("Close")), "", "Esc")
        close.setObjectName("roomPanelClose")
        close.clicked.connect(self.leave)
        hint = label(words(N_("Choose a screen by name: nothing is shown to the room before.")), "second", wraps=True)
        head = row(column(label(words(N_("The room")), "title"), hint, gap=2), close)
        head.setStretch(0, 1)
        pictures = QWidget()
        pictures.setLayout(column(self._picture, self._sees, self._how, self._map, self._times, 1, gap=6))
        kinds, acts = FlowLayout(4, centred=False), FlowLayout(8, centred=False)
        for button in self._shown.values():
            kinds.addWidget(button)
        for button in self._acts.values():
            acts.addWidget(button)
        chosen = QWidget()
        switches = column(*(row(switch, self._said(name), 1) for name, switch in self._switches.items()), gap=0)
        sees = label(words(N_("What the room sees")), "card-title")
        chosen.setLayout(column(self._screens, sees, kinds, switches, acts, 1, gap=10))
        self._pictures, self._chosen = pictures, chosen
        both = row(pictures, upright(chosen, "roomScroll"), gap=24)
        both.setStretch(1, 1)
        layout = column(head, both, gap=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(28, 16, 20, 20)
        self.setLayout(layout)

    def open(self) -> None:
        """Show the screens as they are now."""
        percent = self.surroundings.theme.percent
        self._picture.be_high(_PICTURE)
        self._map.setFixedHeight(_MAP)
        self._pictures.setFixedWidth(self._picture.width() + percent - 100)
        self._show_state()
        self._screens.begin()
        super().open()

    def take_focus(self) -> None:
        """Put the focus on the screens."""
        self._screens.setFocus()

    def height_wanted(self) -> int:
        """Return room for everything, as far as the window has it."""
        width = self._width * self.surroundings.theme.percent // 100 - self._pictures.width() - _BESIDE
        return self._chosen.heightForWidth(max(_BESIDE, width)) + _AROUND * self.surroundings.theme.percent // 100

    def _kind(self, what: Shown) -> KeyButton:
        command = command_of(f"room.{what.value}")
        key = command.keys[0] if command is not None else ""
        made = KeyButton(
            self.surroundings.theme, self.surroundings.icons, self.surroundings.words(SHOWN_WORDS[what]), "", key
        )
        made.setObjectName(f"roomShown-{what.value}")
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_kind, what))
        self._kinds.addButton(made)
        return made

    def _switch(self, name: str, words: str) -> Switch:
        said = self.surroundings.words
        made = Switch(self.surroundings.theme, f"roomShows-{name}", said(words), said(N_("On")), said(N_("Off")))
        made.clicked.connect(lambda is_on: self._room.choose(**{name: is_on}))
        return made

    def _said(self, name: str) -> QWidget:
        words = dict(_SWITCHES)[name]
        command = command_of(f"room.{name}")
        key = f"  ({key_words(command.keys[0])})" if command is not None else ""
        return label(self.surroundings.words(words) + key, "body")

    def _button(self, command: str, words: str, icon: str) -> KeyButton:
        found = command_of(command)
        made = KeyButton(
            self.surroundings.theme, self.surroundings.icons, self.surroundings.words(words), icon,
            found.keys[0] if found is not None else "", Loudness.EDGED,
        )  # fmt: skip
        made.setObjectName(f"roomPanel-{command.rpartition('.')[2]}")
        made.clicked.connect(lambda _checked=False: self._give(command))
        return made

    def _on_kind(self, what: Shown, _checked: bool = False) -> None:
        self._room.choose(shown=what.value)

    def _on_chosen(self, chosen: OfferedScreen) -> None:
        if chosen.refusal:
            return
        self.leave()
        self._room.show_on(chosen.screen.name)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        room, setting = self._room, self._room.standing.setting
        self._screens.show_screens(offered(room))
        self._map.update()
        self._sees.setText(seen_words(self.surroundings, room))
        self._how.setText(how_words(self.surroundings, room))
        self._times.setText(self._interval_words())
        for what, button in self._shown.items():
            button.setChecked(what is setting.shown)
        for name, switch in self._switches.items():
            switch.setChecked(getattr(setting, name))
        self._switches["balance"].setEnabled(setting.parties)
        self._tell_acts()

    def _tell_acts(self) -> None:
        room, card, words = self._room, self._room.card, self.surroundings.words
        blank, freeze, message = self._acts.values()
        blank.set_words(words(N_("Show again")) if card.blank and card.screen else words(N_("Blank")))
        blank.setEnabled(bool(card.screen))
        freeze.set_words(words(N_("Go on")) if card.frozen is not None else words(N_("Freeze")))
        freeze.setEnabled(bool(card.screen) and not card.blank)
        message.set_words(words(MESSAGES[room.message() - 1] if room.message() else N_("Message to the speaker")))

    def _interval_words(self) -> str:
        words = self.surroundings.words
        told = []
        for one in self._room.standing.intervals:
            since = hour_words(one.since.wall // 1000)
            until = hour_words(one.until.wall // 1000) if one.until is not None else "…"
            told.append(f"{since}–{until}")
        return words(N_("Not private: {times}")).format(times=", ".join(told)) if told else ""

"""The speaker's panel: who has the floor, the clock, and the keys that move it on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from t2desk.domain.floor import INTERRUPTS, UNCHARGED, TurnKind
from t2desk.i18n import N_
from t2desk.services.floor_views import FloorView, Holding, Speaker
from t2desk.ui.floor.asks import FloorAsksStrip
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.idle import IdlePage
from t2desk.ui.floor.stack import TurnStack
from t2desk.ui.floor.timer import NameLine, TurnBar, TurnDetails, TurnTimer
from t2desk.ui.floor.turn_state import TurnState, TurnTimes, turn_times
from t2desk.ui.floor.words import KINDS, short_name, which_turn
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import label, row
from t2desk.ui.kit.spaces import Space
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.top_bar import Chip
from t2desk.ui.shell.views import ViewParts

_LIVE = frozenset({"turn.pause", "turn.next", "turn.end", "turn.extend", "turn.shorten"})
_ITS_OWN_KEY = "turn.shorten"  # its icon is the sign on its key
_QUIET = (
    ("turn.point_of_order", N_("Point of order"), "flag"),
    ("turn.right_of_reply", N_("Right of reply"), "message-square"),
    ("turn.question", N_("Question"), "circle-question-mark"),
    ("interpretation.toggle", N_("Interpreter"), "users"),
    ("turn.assign", N_("Whose turn?"), "user"),
    ("off_record.toggle", N_("Off the record"), "ban"),
)
_SAID = {TurnState.NEARLY: N_("Nearly up."), TurnState.OVER: N_("Over time."), TurnState.PAUSED: N_("Paused.")}


class SpeakerPanel(QFrame):
    """One card with two pages: a turn that runs, or what to do when nobody has the floor."""

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Build both pages; the feed says which is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("speakerPanel")
        self.setAccessibleName(parts.words(N_("The floor")))
        self._parts, self._feed = parts, feed
        self._times: TurnTimes | None = None
        self._space = Space.ROOMY
        self._buttons: dict[str, KeyButton] = {}
        self._pages = QStackedWidget()
        self._idle = IdlePage(parts)
        self._pages.addWidget(self._idle)
        self._pages.addWidget(self._build_turn())
        sizes = parts.surroundings.theme.look.sizes
        self._outer = QGridLayout(self)
        self._outer.setContentsMargins(sizes.padding, 12, sizes.padding, sizes.padding - 4)
        self._outer.addWidget(self._pages, 0, 0)
        self._asks = FloorAsksStrip(parts, feed)
        self._outer.addWidget(self._asks, 1, 0)
        self._asks.asked.connect(self._on_asked)
        feed.asks_changed.connect(self._on_asks_changed)
        self._outer.setRowStretch(0, 1)
        feed.floor_changed.connect(self._on_floor_changed)
        feed.sums_changed.connect(self._on_ticked)
        feed.ticked.connect(self._on_ticked)

    def set_space(self, space: Space) -> None:
        """Use smaller digits, buttons without keys, fewer words, and icons alone, as the room gets short."""
        self._timer.updateGeometry()
        if space is self._space:
            return
        self._space = space
        self._timer.set_space(space)
        self._beneath.set_space(space)
        self._asks.set_space(space)
        self._idle.set_space(space)
        cramped = space is Space.CRAMPED
        self._name.set_small(cramped)
        self._heading.setVisible(not cramped)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if cramped else QBoxLayout.Direction.TopToBottom)
        self._top.setStretch(0, 1 if cramped else 0)
        self._top.setSpacing(6)
        side, above = (12, 8) if cramped else (self._parts.surroundings.theme.look.sizes.padding, 12)
        self._outer.setContentsMargins(side, above, side, above if cramped else side - 4)
        for command, button in self._buttons.items():
            button.show_key(not cramped and command != _ITS_OWN_KEY, in_corner=space is not Space.ROOMY)
            button.set_live(command in _LIVE and not cramped)
        minute = N_("1 minute") if space in {Space.ROOMY, Space.COMPACT} else N_("1 min")
        self._buttons["turn.extend"].set_words(self._parts.words(minute))
        self._on_asked()
        self._on_floor_changed()

    def _button(
        self, command: str, words: str, icon: str, loudness: Loudness = Loudness.QUIET, live: bool = False
    ) -> KeyButton:
        around, key = self._parts.surroundings, key_of(command)
        button = KeyButton(around.theme, around.icons, self._parts.words(words), icon, key, loudness, live)
        button.setObjectName(command.replace(".", "-"))
        button.show_key(command != _ITS_OWN_KEY)
        button.clicked.connect(lambda _checked=False: self._parts.commands.give(command))
        self._buttons[command] = button
        return button

    def _build_turn(self) -> QWidget:
        theme = self._parts.surroundings.theme
        page = QWidget()
        self._heading = label("", "card-title", "turnHeading")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hold = Chip(self._parts.surroundings, "floorHold")
        self._name = NameLine(theme)
        self._timer = TurnTimer(theme)
        self._bar = TurnBar(theme, self._parts.words(N_("Time used of this turn")))
        self._details = TurnDetails(theme)
        self._beneath = TurnStack(self._parts.surroundings)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._hold, 0, Qt.AlignmentFlag.AlignHCenter)
        # Cramped, the clock stands beside the name instead of below it.
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.addWidget(self._name)
        self._top.addWidget(self._timer)
        layout.addLayout(self._top)
        layout.addStretch(2)
        # Not from edge to edge: what is used of a turn is seen at a glance, on a large screen too.
        across = row(self._bar)
        across.insertStretch(0, 1)
        across.setStretch(1, 6)
        across.addStretch(1)
        layout.addLayout(across)
        for part in (self._details, self._beneath):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(_flow(self._live_buttons()))
        self._quiet = QWidget()
        self._quiet.setLayout(_flow(self._quiet_buttons()))
        layout.addWidget(self._quiet)
        self._beneath.hide()
        return page

    def _live_buttons(self) -> Iterable[KeyButton]:
        edged, loud = Loudness.EDGED, Loudness.LOUD
        yield self._button("turn.pause", N_("Pause"), "pause", edged, live=True)
        yield self._button("turn.next", N_("Next speaker"), "skip-forward", loud, live=True)
        yield self._button("turn.end", N_("End"), "check", edged, live=True)
        yield self._button("turn.extend", N_("1 minute"), "plus", edged, live=True)
        yield self._button("turn.shorten", N_("One minute less"), "minus", edged, live=True)

    def _quiet_buttons(self) -> Iterable[KeyButton]:
        for command, words, icon in _QUIET:
            yield self._button(command, words, icon)

    def _on_floor_changed(self) -> None:
        floor = self._feed.floor
        if floor.holding is None:
            self._times = None
            self._idle.show_floor(floor)
            self._show_page(0)
            return
        self._show_turn(floor, floor.holding)
        self._show_page(1)
        self._on_ticked()

    def _on_asks_changed(self) -> None:
        if self._feed.floor.holding is not None:
            self._show_interpreter(self._feed.floor.holding)

    def _on_asked(self) -> None:
        """Let the interrupts, which have keys, give way to a question where there is no room for both."""
        self._quiet.setVisible(self._space < Space.TIGHT or self._asks.isHidden())
        self._idle.make_room(self._space is Space.CRAMPED and not self._asks.isHidden())

    def _show_page(self, page: int) -> None:
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self._pages.isAncestorOf(focused)
        if page == self._pages.currentIndex():
            return
        self._pages.setCurrentIndex(page)
        if had_focus and page == 0:
            self._idle.take_focus()
        elif had_focus:
            self._buttons["turn.next"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_turn(self, floor: FloorView, holding: Holding) -> None:
        words = self._parts.words
        paused = holding.turn.paused is not None
        self._heading.setText(words(KINDS[holding.turn.kind]))
        self._hold.show_state(words(N_("The rapporteur asks to wait (H)")) if floor.held else "", "warn")
        # Who interrupts is somebody; silence and the facilitator are nobody's turn to be named.
        uncharged = holding.turn.kind in UNCHARGED - INTERRUPTS
        unnamed = words(N_("Nobody named yet")) if not uncharged else words(KINDS[holding.turn.kind])
        self._name.show_speaker(holding.speaker, unnamed)
        self._buttons["turn.pause"].set_words(
            words(N_("Go on") if paused else N_("Pause")), "play" if paused else "pause"
        )
        following = floor.queue[0].speaker if floor.queue else None
        if following:
            self._buttons["turn.next"].set_words(
                words(N_("Next: {name}")).format(name=isolated(self._short(following)))
            )
        else:
            self._buttons["turn.next"].set_words(words(N_("Next speaker")))
        self._buttons["turn.extend"].setVisible(holding.limit > 0)
        # A minute less is asked for seldom: where the room is short, its key has to do.
        self._buttons["turn.shorten"].setVisible(holding.limit > 0 and self._space < Space.TIGHT)
        self._buttons["turn.assign"].setVisible(holding.speaker is None)
        self._show_interpreter(holding)
        self._show_beneath(floor.beneath)

    def _show_interpreter(self, holding: Holding) -> None:
        interprets = holding.turn.kind is TurnKind.INTERPRETATION
        button = self._buttons["interpretation.toggle"]
        button.set_words(self._parts.words(N_("Speaker goes on") if interprets else N_("Interpreter")))
        is_shown = interprets or (self._feed.asks.duty is not None and self._space < Space.TIGHT)
        button.setVisible(is_shown)
        # The row has room for one of them: what is asked for seldom gives way, its key does the same.
        self._buttons["turn.question"].setVisible(self._space is Space.ROOMY and not is_shown)

    def _short(self, speaker: Speaker) -> str:
        return short_name(speaker, 18 if self._space in {Space.ROOMY, Space.COMPACT} else 10)

    def _show_beneath(self, beneath: Holding | None) -> None:
        not_alone = beneath is not None
        # With a turn that waits below there is a line more: then words give way one step earlier.
        few = self._space is Space.CRAMPED
        for command, button in self._buttons.items():
            quiet = command not in _LIVE and command != "turn.assign"
            icon = few and command != "turn.next"
            icon = icon or command == "turn.shorten" or (quiet and self._space is Space.TIGHT and not_alone)
            button.be_icon(icon)
        self._details.set_lines(2 if self._space is Space.CRAMPED and beneath is None else 1)
        self._beneath.show_floor(self._feed.floor, self._parts.now())

    def _on_ticked(self) -> None:
        holding = self._feed.floor.holding
        if holding is None:
            return
        now = self._parts.now()
        before, self._times = self._times, turn_times(holding, now)
        at = now.boot / 1000
        turned = before is None or before.state is not self._times.state
        self._timer.show_state(self._times.state)
        self._timer.show_words(clock_words(self._times.figure), at, at_once=turned)
        self._details.show_words(self._details_of(holding, self._times), at, at_once=turned)
        self._bar.show_turn(self._times.elapsed, holding.limit, self._times.state)
        if before is not None and turned and self._times.state in {TurnState.NEARLY, TurnState.OVER}:
            announce(self, self._parts.words(_SAID[self._times.state]))

    def _party_left(self, person: str) -> list[str]:
        """Return what the speaker's party has left, where that is limited."""
        seat = self._feed.seat_of(person)
        left = self._feed.left_of(seat.party) if seat and seat.party else None
        if left is None:
            return []
        said = N_("party: {time} left") if left >= 0 else N_("party: {time} over")
        return [self._parts.words(said).format(time=clock_words(abs(left)))]

    def _details_of(self, holding: Holding, times: TurnTimes) -> str:
        words = self._parts.words
        used = words(N_("{used} used of {limit}")) if holding.limit else words(N_("{used} so far"))
        parts = [used.format(used=clock_words(times.elapsed), limit=clock_words(holding.limit))]
        if holding.speaker and holding.turn.kind not in UNCHARGED:
            spoken = self._feed.sums.of(holding.speaker.person)
            parts.append(which_turn(self._parts.surroundings, spoken.turns + 1))
            whole = clock_words(int(spoken.seconds) + times.elapsed)
            parts.append(words(N_("{time} in this session")).format(time=whole))
            parts.extend(self._party_left(holding.speaker.person))
        elif holding.turn.kind in UNCHARGED:
            parts.append(words(N_("charged to nobody")))
        if self._space is Space.CRAMPED and holding.turn.kind is not TurnKind.STATEMENT:
            # There the heading has no room; what kind of turn it is must be said all the same.
            parts.insert(0, words(KINDS[holding.turn.kind]))
        line = " · ".join(parts)
        said = _SAID.get(times.state)
        return f"{words(said)} {line}" if said else line


def _flow(buttons: Iterable[KeyButton]) -> FlowLayout:
    layout = FlowLayout()
    for button in buttons:
        layout.addWidget(button)
    return layout

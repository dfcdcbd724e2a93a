"""The desk during a session: agenda, floor, common ground, list, balance, and the capture line below them all."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from t2desk.i18n import N_
from t2desk.ui.agenda.panel import AgendaPanel
from t2desk.ui.capture.line import CaptureLine
from t2desk.ui.common_ground.panel import CommonGroundPanel
from t2desk.ui.floor.acts import FloorActs
from t2desk.ui.floor.balance import BalancePanel
from t2desk.ui.floor.chooser import PersonChooser
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.forget_card import ForgetCard
from t2desk.ui.floor.limits_card import LimitsCard
from t2desk.ui.floor.options import OptionChooser
from t2desk.ui.floor.queue import QueuePanel
from t2desk.ui.floor.speaker import SpeakerPanel
from t2desk.ui.floor.turns_card import TurnsCard
from t2desk.ui.kit.spaces import Space, space_of
from t2desk.ui.shell.views import ViewParts

_SIDES = {
    Space.ROOMY: (300, 330, 16), Space.COMPACT: (260, 296, 12), Space.TIGHT: (224, 250, 10),
    Space.CRAMPED: (168, 176, 8),
}  # fmt: skip
# However large the text, the middle keeps most of the window.
_MOST_OF_WIDTH = 0.27


class DeskView(QFrame):
    """Places the panels; below 1380 × 800 everything moves closer together."""

    def __init__(self, parts: ViewParts) -> None:
        """Build every panel and read the floor."""
        super().__init__()
        self.setObjectName("deskView")
        self.setAccessibleName(parts.words(N_("The desk")))
        self._parts = parts
        self._feed = FloorFeed(parts, self)
        self._acts = FloorActs(parts, self._feed, self)
        self._agenda = AgendaPanel(parts)
        self._speaker = SpeakerPanel(parts, self._feed)
        self._ground = CommonGroundPanel(parts)
        self._queue = QueuePanel(parts, self._feed)
        self._balance = BalancePanel(parts, self._feed)
        self._capture = CaptureLine(parts)
        self._build_layout()
        self._chooser = PersonChooser(parts, self._feed, self._queue, self)
        self._take_on_cards((self._queue, self._balance))
        parts.commands.take_on("capture.focus", self._on_capture, owner=self)
        parts.commands.take_on("capture.point", self._on_point, owner=self)
        # With the focus on the desk itself, every letter is a key and no button is pressed by Space.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._arrange()
        self._feed.begin()

    def _take_on_cards(self, over: Sequence[QWidget]) -> None:
        """Let each card over the list be made when it is first asked for: most sittings need none of them."""
        parts, feed = self._parts, self._feed
        options = cache(lambda: OptionChooser(parts, feed, over, self))
        limits = cache(lambda: LimitsCard(parts, feed, over, self))
        forget = cache(lambda: ForgetCard(parts, over, self))
        turns = cache(lambda: TurnsCard(parts, self._chooser, over, self))
        parts.commands.hold(self, {
            "turn.rank": lambda: options().ask_rank(), "queue.round": lambda: options().ask_order(),
            "off_record.forget": lambda: forget().open(),
            "budget.open": lambda: limits().open(), "turns.open": lambda: turns().open(),
        })  # fmt: skip

    def _build_layout(self) -> None:
        self._middle, self._right, self._across = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._middle.addWidget(self._speaker)
        self._middle.addWidget(self._ground, 1)
        self._right.addWidget(self._queue, 1)
        self._right.addWidget(self._balance)
        self._across.addWidget(self._agenda)
        self._across.addLayout(self._middle, 1)
        self._across.addLayout(self._right)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._across, 1)
        self._whole.addWidget(self._capture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between roomy and compact."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        window = self.window().size()
        percent = self._parts.surroundings.theme.percent
        space = space_of(window, percent)
        left, right, gap = _SIDES[space]
        most = round(window.width() * _MOST_OF_WIDTH)
        if space is Space.ROOMY:
            left, right = (max(side, min(side * 3 // 2, window.width() * 17 // 100)) for side in (left, right))
        self._agenda.setFixedWidth(min(left * percent // 100, most))
        for panel in (self._queue, self._balance):
            panel.setFixedWidth(min(right * percent // 100, most))
        for layout in (self._middle, self._right, self._across, self._whole):
            layout.setSpacing(gap)
        self._whole.setContentsMargins(gap, gap, gap, gap)
        self._speaker.set_space(space)
        self._queue.set_space(space)
        self._balance.set_space(space)
        self._agenda.move_closer(space is Space.CRAMPED)
        self._ground.move_closer(space is Space.CRAMPED)
        self._agenda.set_space(space)
        self._capture.set_space(space)

    def _on_capture(self) -> None:
        self._capture.take_focus()

    def _on_point(self) -> None:
        self._capture.take_focus("+ ")


def build(parts: ViewParts) -> QWidget:
    """Return the desk."""
    return DeskView(parts)

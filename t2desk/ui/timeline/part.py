"""The pictures of a session in the window: its line of turns, and the balance over time; exact, and never exported."""

from functools import partial

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.balance_windows import SessionPicture, Window, session_picture
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, EmptyState, column, label, row
from t2desk.ui.kit.segments import Segments
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts
from t2desk.ui.timeline.drawing import paint_window
from t2desk.ui.timeline.legend import Legend
from t2desk.ui.timeline.view import TimelineView
from t2desk.ui.timeline.words import hour_of, why_empty, window_sentence, window_title

# Milliseconds between two looks at a turn that runs: it grows by a hair.
_LOOKS_AGAIN = 5000
# Below these heights (at 100 % text) one picture is shown at a time, and the forms go unexplained.
_ROOMY, _SHORT = 520, 340
_LINE, _BALANCE = "line", "balance"
_QUARTER, _ITEM = "quarter", "item"


class TimelinePart(QWidget):
    """A line of turns and, below it or in its place, the shares of each quarter of an hour or of each item."""

    def __init__(self, parts: ViewParts, session: str, _place: str = "") -> None:
        """Read a session and draw it; while it is open, it is drawn again as the floor changes."""
        super().__init__()
        self.setObjectName("timelinePart")
        self._parts, self._session = parts, session
        self._picture: SessionPicture | None = None
        self._shows, self._by = _LINE, _QUARTER
        self._what = self._segments("timelineShows", N_("What is drawn"), (
            (_LINE, N_("Turns")), (_BALANCE, N_("Balance over time")),
        ))  # fmt: skip
        self._what.chosen.connect(self._on_what)
        self._line_card = self._build_line()
        self._window_card = self._build_windows()
        pictures = QWidget()
        both = column(row(self._what, 1), self._line_card, self._window_card, gap=12)
        both.setStretch(1, 3)
        both.setStretch(2, 2)
        pictures.setLayout(both)
        self._why = EmptyState("")
        self._why.setObjectName("timelineEmpty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pictures)
        self._stack.addWidget(self._why)
        self._again = QTimer(self)
        self._again.setInterval(_LOOKS_AGAIN)
        self._again.timeout.connect(self._read)
        parts.bridge.changed.connect(self._on_changed)
        lead_focus(self, self._view)
        self._fold()
        self._read()

    def _segments(self, name: str, said: str, values: tuple[tuple[str, str], ...]) -> Segments:
        words = self._parts.words
        named = tuple((value, words(message)) for value, message in values)
        made = Segments(self._parts.surroundings.theme, name, words(said), named)
        made.show_value(values[0][0])
        return made

    def _build_line(self) -> Card:
        surroundings = self._parts.surroundings
        card = Card(surroundings.theme, self._parts.words(N_("Timeline")), "timelineCard")
        self._view = TimelineView(surroundings)
        self._detail = label("", "second", "timelineDetail", wraps=True)
        self._view.turn_chosen.connect(self._detail.setText)
        zooms = (("timelineZoomOut", "minus", N_("Farther"), -1), ("timelineZoomFit", "", N_("Fit"), 0),
                 ("timelineZoomIn", "plus", N_("Nearer"), 1))  # fmt: skip
        for name, icon, message, step in zooms:
            said = self._parts.words(message)
            button = KeyButton(surroundings.theme, surroundings.icons, "" if icon else said, icon)
            button.setObjectName(name)
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.clicked.connect(partial(self._view.zoom, step))
            card.head.addWidget(button)
        card.body.addWidget(self._view, 1)
        card.body.addWidget(self._detail)
        self._legend = Legend(surroundings)
        card.body.addWidget(self._legend)
        return card

    def _build_windows(self) -> Card:
        surroundings = self._parts.surroundings
        card = Card(surroundings.theme, self._parts.words(N_("Balance over time")), "windowsCard")
        by = self._segments("windowsBy", N_("Shares of what"), (
            (_QUARTER, N_("By quarter of an hour")), (_ITEM, N_("By item")),
        ))  # fmt: skip
        by.chosen.connect(self._on_by)
        card.head.addWidget(by)
        card.widen_body()
        spoken = partial(window_sentence, surroundings)
        self._windows: ValueListModel[Window] = ValueListModel(lambda one: one.number, spoken)
        self._window_list = ValueListView(surroundings.theme, self._windows, self._paint_window, self._row_height)
        self._window_list.setObjectName("windowsList")
        self._window_list.setAccessibleName(self._parts.words(N_("Balance over time")))
        card.body.addWidget(self._window_list, 1)
        return card

    def _row_height(self, _window: Window) -> int:
        return self._parts.surroundings.theme.look.sizes.text_meta * 2 + 16

    def _paint_window(self, painter: MirroredPainter, box: QRect, one: Window, _selected: bool) -> None:
        surroundings = self._parts.surroundings
        paint_window(painter, surroundings, box, one, window_title(surroundings, one), clock_words(one.seconds))

    def _read(self) -> None:
        self._parts.bridge.read(self, session_picture(self._session), self._show)

    def _show(self, picture: SessionPicture) -> None:
        self._picture = picture
        line = picture.line
        self._stack.setCurrentIndex(0 if line.turns else 1)
        runs = line.state is SessionState.OPEN and any(turn.runs for turn in line.turns)
        self._again.start() if runs else self._again.stop()
        if line.turns and line.begins:
            self._view.show_line(line)
            span = f"{hour_of(line.begins, 0)}–{hour_of(line.begins, line.length)}"
            self._line_card.aside.setText(span)
            self._show_windows()
        else:
            why = self._parts.words(why_empty(line))
            self._why.say(why)
            announce(self._why, why)

    def _show_windows(self) -> None:
        if self._picture is not None:
            self._window_list.set_values(self._picture.items if self._by == _ITEM else self._picture.quarters)

    def _on_what(self, what: str) -> None:
        self._shows = what
        self._fold()

    def _on_by(self, what: str) -> None:
        self._by = what
        self._show_windows()

    def _fold(self) -> None:
        """Show both pictures where there is room for two, else the one that was chosen."""
        roomy = self.height() >= _ROOMY * self._parts.surroundings.theme.percent // 100
        self._what.setVisible(not roomy)
        self._legend.setVisible(self.height() >= _SHORT * self._parts.surroundings.theme.percent // 100)
        self._line_card.setVisible(roomy or self._shows == _LINE)
        self._window_card.setVisible(roomy or self._shows == _BALANCE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the room has become short."""
        super().resizeEvent(event)
        self._fold()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("turns", "floor_openings", "agenda_items", "people", "parties", "sessions"):
            self._read()

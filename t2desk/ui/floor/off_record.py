"""Off the record on the desk: since when, and a time that counts down if somebody chose one. It is stored nowhere."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QWidget

from t2desk.domain.moments import Moment
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.hours import clock_words, hour_words
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts

# Where the moment that was chosen is kept across a curtain: with the window, in no row and no file.
_PLACE = "off_record"
_CHOICES = (5, 10, 20)
_MINUTE, _LONGEST, _TICK = 60, 24 * 60 * 60, 200


def seconds_left(parts: ViewParts) -> int | None:
    """Return how many seconds are left of the time chosen, negative once it is over; None where none was chosen."""
    kept = parts.places.of(_PLACE)
    return None if not kept else round((int(kept[0]) - parts.now().boot) / 1000)


def choose_seconds(parts: ViewParts, seconds: int) -> None:
    """Let so many seconds be counted down from now on; 0 counts nothing."""
    if seconds <= 0:
        parts.places.remember(_PLACE)
    else:
        parts.places.remember(_PLACE, str(parts.now().boot + min(seconds, _LONGEST) * 1000))


def change_seconds(parts: ViewParts, by: int) -> None:
    """Give so many seconds more or less; without a time chosen, begin with them."""
    choose_seconds(parts, max(0, seconds_left(parts) or 0) + by)


class OffRecordClock(QWidget):
    """Since when, a large figure that counts down, and the lengths that can be chosen; + and − change it too."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin hidden."""
        super().__init__()
        self.setObjectName("offRecordClock")
        self._parts = parts
        self._since: Moment | None = None
        self._said = label("", "second", "offRecordSince", wraps=True)
        self._figure = label("", "display", "offRecordLeft")
        self._over = label("", "warning", "offRecordOver")
        for one in (self._said, self._figure, self._over):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        flow = FlowLayout(8)
        self._none = self._button(0)
        self._choices = (*(self._button(minutes) for minutes in _CHOICES), self._none)
        for button in self._choices:
            flow.addWidget(button)
        self._layout = column(self._said, self._figure, self._over, flow, gap=8)
        self.setLayout(self._layout)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self.set_cramped(False)
        self.hide()

    def _button(self, minutes: int) -> KeyButton:
        around, words = self._parts.surroundings, self._parts.words
        said = words(N_("{minutes} min")).format(minutes=minutes) if minutes else words(N_("No timer"))
        button = KeyButton(around.theme, around.icons, said, "clock" if minutes else "x", "", Loudness.EDGED)
        button.setObjectName(f"offRecord-{minutes}")
        button.clicked.connect(partial(self._on_chosen, minutes))
        return button

    def set_cramped(self, is_cramped: bool) -> None:
        """Be lower where the room is short."""
        sizes = self._parts.surroundings.theme.look.sizes
        size = round(sizes.text_name * (1 if is_cramped else 1.8))
        self._figure.setFont(figure_font(size, QFont.Weight.DemiBold))
        self._figure.setStyleSheet(f"font-size: {size}px; font-weight: 600;")
        self._layout.setSpacing(4 if is_cramped else 8)
        for button in self._choices:
            icon = "x" if button is self._none else "clock"
            button.set_words(button.text(), "" if is_cramped else icon)

    def show_since(self, since: Moment | None) -> None:
        """Show since when; None hides the clock."""
        self._since = since
        self.setVisible(since is not None)
        if since is None:
            self._timer.stop()
            return
        self._timer.start()
        self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        """Be right from the first moment."""
        super().showEvent(event)
        self._tick()

    def _on_chosen(self, minutes: int, _checked: bool = False) -> None:
        choose_seconds(self._parts, minutes * _MINUTE)
        self._tick()

    def _tick(self) -> None:
        if self._since is None:
            return
        words, left = self._parts.words, seconds_left(self._parts)
        gone = clock_words(int(self._since.seconds_until(self._parts.now())))
        since = words(N_("Since {time}, for {length}")).format(time=hour_words(self._since.wall // 1000), length=gone)
        _set(self._said, since)
        _set(self._figure, "" if left is None else clock_words(left))
        _set(self._over, words(N_("Over time.")) if left is not None and left < 0 else "")
        for shown in (self._figure, self._over):
            shown.setVisible(bool(shown.text()))
        # A button that goes while it has the focus would hand it to somewhere else in the window.
        self._none.setEnabled(left is not None)


def _set(shown: object, words: str) -> None:
    # Only what is another is painted again, five times a second.
    if shown.text() != words:  # type: ignore[attr-defined]
        shown.setText(words)  # type: ignore[attr-defined]

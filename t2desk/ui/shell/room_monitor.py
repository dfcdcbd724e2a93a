"""What the room sees now, small, on the desk: the same picture drawn by the same hand, and the keys to blank it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from t2desk.domain.moments import Moment
from t2desk.domain.room_choices import MESSAGES, SHOWN_WORDS, Shown
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import column, row
from t2desk.ui.kit.room_picture import draw, drawn_second
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.room import RoomDesk

# The picture is drawn at the size of a small projector and shrunk, so that its lines break where the room's do.
_DRAWN = QSize(1280, 720)
_TICK = 250
# Pixels at a text size of 100 %: the strip's picture; the window's height and width below which it gives way.
_STRIP, _FLAT, _NARROW = 54, 760, 760


class RoomPicture(QWidget):
    """The picture of the card as it is; blank is the plain ground, as in the room."""

    def __init__(self, surroundings: Surroundings, room: RoomDesk, now: Callable[[], Moment], name: str) -> None:
        """Draw what the room sees, and again when that is seen to change."""
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._surroundings, self._room, self._now = surroundings, room, now
        self._drawn: object = None
        room.changed.connect(self._on_changed)
        timer = QTimer(self)
        timer.timeout.connect(self._on_tick)
        timer.start(_TICK)
        self._on_changed()

    def be_high(self, height: int) -> None:
        """Take a height in pixels; the width is that of a projector."""
        self.setFixedSize(height * _DRAWN.width() // _DRAWN.height(), height)

    def _on_changed(self) -> None:
        self.setAccessibleName(seen_words(self._surroundings, self._room))
        self.update()

    def _on_tick(self) -> None:
        if not self.isVisible():
            return
        due = None if self._room.card.blank else drawn_second(self._room.card, self._now().boot)
        if due != self._drawn:
            self._drawn = due
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in a frame."""
        del event
        card = self._room.card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.save()
        painter.scale(self.width() / _DRAWN.width(), self.height() / _DRAWN.height())
        boot = None if card.blank or not card.screen else self._now().boot
        draw(painter, QRect(0, 0, _DRAWN.width(), _DRAWN.height()), card, boot)
        painter.restore()
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        mirrored.round_box(self.rect(), 2, None, self._surroundings.theme.look.tokens.edge)
        painter.end()


class RoomBar(QFrame):
    """The strip below the desk while a screen is the room's; hidden while none is."""

    def __init__(
        self, surroundings: Surroundings, room: RoomDesk, now: Callable[[], Moment], give: Callable[[str], None]
    ) -> None:
        """Show how the room stands."""
        super().__init__()
        self.setObjectName("roomBar")
        self.setProperty("role", "bar")
        self._surroundings, self._room, self._give = surroundings, room, give
        self._picture = RoomPicture(surroundings, room, now, "roomPicture")
        self._what, self._how = ElidedLabel("card-title", "roomWhat", greedy=True), ElidedLabel("meta", "roomHow")
        self._blank = self._button("room.blank", N_("Blank"), "monitor-off", Loudness.EDGED)
        self._freeze = self._button("room.freeze", N_("Freeze"), "pause")
        self._more = self._button("room.show", N_("The room …"), "presentation")
        words = column(self._what, self._how, gap=0)
        layout = row(self._picture, words, self._blank, self._freeze, self._more, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 6, 12, 6)
        self.setLayout(layout)
        self.hide()
        room.changed.connect(self._on_changed)
        self._on_changed()

    def _button(self, command: str, words: str, icon: str, loudness: Loudness = Loudness.QUIET) -> KeyButton:
        around, key = self._surroundings, key_of(command)
        made = KeyButton(around.theme, around.icons, around.words(words), icon, key, loudness)
        made.setObjectName(command.replace(".", "-"))
        made.clicked.connect(lambda _checked=False: self._give(command))
        return made

    def _on_changed(self) -> None:
        card, words = self._room.card, self._surroundings.words
        self._what.setText(seen_words(self._surroundings, self._room))
        self._how.setText(how_words(self._surroundings, self._room))
        self._blank.set_words(words(N_("Show again")) if card.blank else words(N_("Blank")))
        self._freeze.set_words(words(N_("Go on")) if card.frozen is not None else words(N_("Freeze")))
        self._freeze.setEnabled(not card.blank)
        if self.parentWidget() is not None:  # else it would be a window of its own for a moment
            self.fit(self.window().size())

    def fit(self, window: QSize) -> None:
        """Leave a low window to the floor: there a chip in the top bar says what the room sees."""
        percent = self._surroundings.theme.percent
        self._picture.be_high(_STRIP * percent // 100)
        for button in (self._blank, self._freeze, self._more):
            button.be_icon(window.width() < _NARROW * percent // 100)
        self.setVisible(bool(self._room.card.screen) and not is_low(self._surroundings, window))


def is_low(surroundings: Surroundings, window: QSize) -> bool:
    """Say whether a window has no room for the strip."""
    return window.height() * 100 // surroundings.theme.percent < _FLAT


def seen_words(surroundings: Surroundings, room: RoomDesk) -> str:
    """Say what the room sees now."""
    if not room.card.screen or room.card.blank:
        return surroundings.words(N_("The room sees nothing"))
    what = surroundings.words(SHOWN_WORDS[room.standing.setting.shown])
    return surroundings.words(N_("The room sees: {what}")).format(what=isolated(what))


def how_words(surroundings: Surroundings, room: RoomDesk) -> str:
    """Say on which screen, and in which ways."""
    words, card, parts = surroundings.words, room.card, []
    if card.screen:
        parts.append(words(N_("On {screen}")).format(screen=isolated(card.screen)))
    if card.frozen is not None:
        parts.append(words(N_("frozen")))
    if room.standing.setting.parties:
        parts.append(words(N_("with parties")))
    if room.standing.setting.shown is Shown.POINT and room.standing.points:
        at = (room.standing.setting.place - 1) % room.standing.points + 1
        parts.append(words(N_("point {number} of {all}")).format(number=at, all=room.standing.points))
    if room.message():
        parts.append(words(MESSAGES[room.message() - 1]))
    return " · ".join(parts)

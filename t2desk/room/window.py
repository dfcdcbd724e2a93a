"""The window of the room: full screen on the screen that was chosen, blank when in doubt, with a clock of its own."""

import time

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.domain.room_card import CardRefused, RoomCard, read
from t2desk.domain.screens import SeenScreen, screen_for
from t2desk.ui.kit.room_picture import draw, drawn_second
from t2desk.ui.kit.screens import ScreenWatch

# Milliseconds between two looks at the clock: a second never begins later than this on the screen.
_TICK = 100


def boot_milliseconds() -> int:
    """Return the milliseconds since boot, with suspend counted where the system counts it: as the desk's clock does."""
    source = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.monotonic_ns() if source is None else time.clock_gettime_ns(source)) // 1_000_000


class RoomWindow(QWidget):
    """Shows the last card. A screen that comes, goes or changes blanks it until a card with a higher grant comes."""

    def __init__(self, screens: ScreenWatch) -> None:
        """Begin blank and hidden."""
        super().__init__()
        self.setObjectName("roomWindow")
        self.setWindowTitle("t2desk")
        kind = Qt.WindowType
        # Keys are the desk's: a room's window that took the keyboard would leave the desk deaf to every one of them.
        self.setWindowFlags(kind.FramelessWindowHint | kind.Window | kind.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.card = RoomCard()
        self._spent_grant = -1
        self._has_ended = False
        self._drawn: object = None
        self._screens = screens
        self._granted_for: tuple[SeenScreen, ...] = ()
        screens.changed.connect(self.on_screens_changed)
        timer = QTimer(self)
        timer.timeout.connect(self._on_tick)
        timer.start(_TICK)

    def take(self, line: bytes) -> None:
        """Show what a line says; a line that is no card blanks."""
        before = self.card.grant
        try:
            self.card = read(bytes(line))
        except CardRefused:
            self.card = RoomCard(screen=self.card.screen, grant=self.card.grant)
        if self.card.grant > before or not self._granted_for:
            self._granted_for = self._screens.seen()
        self._follow()

    def end(self) -> None:
        """Keep the picture if the desk is locked; else blank, and leave where nothing was shown."""
        self._has_ended = True
        if not self.card.keeps:
            self._blank()
        if self.windowHandle() is not None:
            self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)  # for Esc
        if not self.card.screen:
            QApplication.quit()

    def is_blank(self) -> bool:
        """Say whether nothing is shown: because the card says so, or because a screen changed since."""
        return self.card.blank or self.card.grant <= self._spent_grant

    def on_screens_changed(self) -> None:
        """Blank at once, and only then go from a screen that is no longer the chosen one."""
        self._blank()
        self._follow()

    def _blank(self) -> None:
        self._spent_grant = max(self._spent_grant, self.card.grant)
        self.repaint()

    def _follow(self) -> None:
        chosen = screen_for(self.card.screen, self._screens.seen()) if self.card.screen else None
        if chosen is None:
            self.hide()
            return
        place = QRect(*chosen.place)
        if self.geometry() != place or not self.isVisible():
            self.hide()
            screen = next((one for one in QGuiApplication.screens() if one.geometry() == place), None)
            if screen is not None:
                self.setScreen(screen)
            self.setGeometry(place)
            self.showFullScreen()
        self.update()

    def _on_tick(self) -> None:
        if not self.is_blank() and self._screens.seen() != self._granted_for:
            self.on_screens_changed()  # a change that no signal told of
            return
        due = None if self.is_blank() else drawn_second(self.card, boot_milliseconds())
        if due != self._drawn:
            self._drawn = due
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, or the plain ground."""
        del event
        painter = QPainter(self)
        draw(painter, self.rect(), self.card, None if self.is_blank() else boot_milliseconds())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a picture that nobody can feed any more."""
        if self._has_ended and event.key() == Qt.Key.Key_Escape:
            QApplication.quit()

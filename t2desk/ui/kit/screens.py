"""The screens there are, and one signal for everything that can happen to them."""

from contextlib import suppress

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from t2desk.domain.screens import Place, SeenScreen
from t2desk.ui.kit.x11_monitors import X11Monitors

# Milliseconds between two looks on X11, where Qt tells of no monitor that moved: it is asked, a tenth of one each.
_LOOKS_AGAIN = 100


class ScreenWatch(QObject):
    """`changed` comes at once, before anything is painted: a screen came, went, moved, grew or turned, or now leads."""

    changed = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        """Watch from now on."""
        super().__init__()
        self._server: X11Monitors | None = None
        if application.platformName() == "xcb":
            with suppress(OSError):
                self._server = X11Monitors()
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._on_changed)
        application.primaryScreenChanged.connect(self._on_changed)
        for screen in application.screens():
            self._watch(screen)
        self._last = self.seen()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if self._server is not None:
            self._timer.start(_LOOKS_AGAIN)

    def seen(self) -> tuple[SeenScreen, ...]:
        """Return the screens there are now, in the units that windows are placed in."""
        screens = QGuiApplication.screens()
        if self._server is not None:
            with suppress(OSError):
                ratios = {screen.name(): screen.devicePixelRatio() for screen in screens}
                return tuple(_scaled(one, ratios.get(one.name, 1.0)) for one in self._server.seen())
        return tuple(SeenScreen(screen.name(), place_of(screen.geometry())) for screen in screens)

    def look(self) -> None:
        """Look whether the screens are others than when they were last looked at."""
        now = self.seen()
        if now != self._last:
            self._last = now
            self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        # Mirroring moves a screen or changes its size, and no screen comes or goes.
        screen.geometryChanged.connect(self._on_changed)
        screen.virtualGeometryChanged.connect(self._on_changed)

    def _on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._on_changed()

    def _on_changed(self, *_what: object) -> None:
        self.changed.emit()
        self._last = self.seen()


def place_of(box: QRect) -> Place:
    """Return a place as a value."""
    return box.x(), box.y(), box.width(), box.height()


def _scaled(screen: SeenScreen, ratio: float) -> SeenScreen:
    # Qt leaves a screen's corner where it is and shrinks its size.
    x, y, width, height = screen.place
    return SeenScreen(screen.name, (x, y, round(width / ratio), round(height / ratio)))

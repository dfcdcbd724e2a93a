"""The screens there are, and one signal for everything that can happen to them."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from t2desk.domain.screens import Place, SeenScreen


class ScreenWatch(QObject):
    """`changed` comes at once, before anything is painted: a screen came, went, moved, grew or turned, or now leads."""

    changed = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        """Watch from now on."""
        super().__init__()
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._on_changed)
        application.primaryScreenChanged.connect(self._on_changed)
        for screen in application.screens():
            self._watch(screen)

    def seen(self) -> tuple[SeenScreen, ...]:
        """Return the screens there are now."""
        return tuple(SeenScreen(screen.name(), place_of(screen.geometry())) for screen in QGuiApplication.screens())

    def _watch(self, screen: QScreen) -> None:
        # Mirroring moves a screen or changes its size, and no screen comes or goes.
        screen.geometryChanged.connect(self._on_changed)
        screen.virtualGeometryChanged.connect(self._on_changed)

    def _on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    def _on_changed(self, *_what: object) -> None:
        self.changed.emit()


def place_of(box: QRect) -> Place:
    """Return a place as a value."""
    return box.x(), box.y(), box.width(), box.height()

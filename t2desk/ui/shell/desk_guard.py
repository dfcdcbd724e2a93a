"""The desk stays on the screens it was opened on: any doubt about who sees it covers it before it is painted there."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from t2desk.domain.screens import SeenScreen, screens_under, shared
from t2desk.i18n import N_
from t2desk.ui.kit.screens import ScreenWatch, place_of

GONE = N_("The screen that the desk was on is gone.")
MOVED = N_("The desk is on another screen than it was opened on.")
MIRRORED = N_("Another screen shows the same as the desk’s.")
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange, QEvent.Type.Show}


class DeskGuard(QObject):
    """`doubted` comes, with a sentence, within the very event that moved the window or changed a screen.

    Trusted are screens by name: where the window stood when it was opened, or when somebody drew the curtain back.
    """

    doubted = Signal(str)

    def __init__(self, window: QWidget, screens: ScreenWatch) -> None:
        """Trust nothing yet, and doubt nothing: the door has nothing to hide."""
        super().__init__(window)
        self._window, self._screens = window, screens
        self._trusted: Counter[str] | None = None
        screens.changed.connect(self.look)
        window.installEventFilter(self)

    def trust_one(self) -> None:
        """Trust the one screen that most of the window is on, as somebody who unlocks there does; doubt the others."""
        place = place_of(self._window.geometry())
        most = max(self._under(), key=lambda one: shared(one.place, place), default=None)
        self._trusted = Counter([most.name] if most is not None else [])
        self.look()

    def trust(self) -> None:
        """Trust every screen that the window is on, because somebody said so just now."""
        self._trusted = Counter(one.name for one in self._under())

    def forget(self) -> None:
        """Doubt nothing: there is nothing to hide."""
        self._trusted = None

    def reason(self) -> str:
        """Say what is in doubt; nothing where nothing is."""
        if self._trusted is None:
            return ""
        there, under = self._screens.seen(), self._under()
        if not self._trusted <= Counter(one.name for one in there):
            return GONE
        strange = [one for one in there if one.name not in self._trusted]
        ours = [one for one in there if one.name in self._trusted]
        if any(one.overlaps(other) for one in strange for other in ours) or len(ours) > self._trusted.total():
            return MIRRORED
        return MOVED if any(one in strange for one in under) else ""

    def look(self) -> None:
        """Look now, and say so where anything is in doubt."""
        reason = self.reason()
        if reason:
            self.doubted.emit(reason)

    def _under(self) -> tuple[SeenScreen, ...]:
        return screens_under(place_of(self._window.geometry()), self._screens.seen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whenever the window moves, grows or is shown."""
        if event.type() in _MOVES and self._trusted is not None:
            self.look()
        return super().eventFilter(watched, event)

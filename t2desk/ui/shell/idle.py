"""Nobody at the keys: first the curtain falls, later the desk locks; and it locks where the laptop lay still."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from t2desk.i18n import N_
from t2desk.services.standing import Standing
from t2desk.ui.kit.environment import Surroundings

# Milliseconds between two looks: a second of error is nothing against minutes.
_TICK = 1000
_AT_THE_KEYS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
     QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove}
)  # fmt: skip
IDLE = N_("Nobody was at the keys.")


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Seconds without a key or the pointer until the curtain falls and until the desk locks."""

    curtain: float
    lock: float


# study/threats.md R14. While a session sits the clock must be in sight through a long turn: the curtain falls later.
OUTSIDE, SITTING = IdleTimes(120, 600), IdleTimes(600, 1800)
# Seconds that the machine lay still: whoever opens the lid may be another (R16).
SLEPT = 5.0


class GuardedWindow(Protocol):
    """What idleness does to a window."""

    standing: Standing | None

    def cover(self, why: str = "") -> None:
        """Delete the private pages and show the curtain."""
        ...

    def lock(self) -> None:
        """Close the dossier and leave; at the door there is nothing to do."""
        ...


class IdleWatch(QObject):
    """Watches one window; `now` counts seconds with suspend, `asleep` how many of them the machine lay still."""

    def __init__(
        self,
        surroundings: Surroundings,
        window: QMainWindow,
        guarded: GuardedWindow,
        now: Callable[[], float],
        asleep: Callable[[], float],
    ) -> None:
        """Begin to watch; the window must have been shown."""
        super().__init__(window)
        self._surroundings, self._guarded, self._now, self._asleep = surroundings, guarded, now, asleep
        self._last, self._slept = now(), asleep()
        self._is_covered = False
        handle = window.windowHandle()
        if handle is not None:  # what reaches the window; a filter on the application would see every event there is
            handle.installEventFilter(self)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.look)
        self._ticks.start(_TICK)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there, and let everything pass."""
        if event.type() in _AT_THE_KEYS:
            self._last, self._is_covered = self._now(), False
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Cover or lock where it is time to."""
        asleep = self._asleep()
        slept, self._slept = asleep - self._slept, asleep
        standing = self._guarded.standing
        times = SITTING if standing is not None and standing.state == "open" else OUTSIDE
        idle = self._now() - self._last
        if slept > SLEPT or idle >= times.lock:
            self._last = self._now()
            self._guarded.lock()
        elif idle >= times.curtain and not self._is_covered:
            self._is_covered = True
            self._guarded.cover(self._surroundings.words(IDLE))

"""The end that somebody else decides: a signal or the end of the session closes the window as its own button does."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

# What a logout, a service manager, a closed terminal and Ctrl+C send. Windows sends none of these to a window.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))
_MOST = 64  # bytes read at a time: one stands for one signal


def _answered_elsewhere(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: this runs only once Qt has returned to Python, which may be minutes later."""


class Farewell(QObject):
    """Calls `leave` on the window's thread for each signal that asks to end, until `let_go`.

    While Qt waits in C++, no handler of Python runs; the interpreter writes a byte into a pipe instead, and Qt's loop
    watches the other end of it.
    """

    def __init__(self, leave: Callable[[], object]) -> None:
        """Take the signals over; one that is ignored (`nohup`) stays so. Call on the main thread."""
        super().__init__()
        self._leave = leave
        self._before = {one: signal.getsignal(one) for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN}
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)
        self._watch = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._on_asked)
        self._woken_before = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        for one in self._before:
            signal.signal(one, _answered_elsewhere)

    def _on_asked(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._reading, _MOST)
        self._leave()

    def let_go(self) -> None:
        """Give the signals back to whoever had them."""
        self._watch.setEnabled(False)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._woken_before)
        for end in (self._reading, self._writing):
            os.close(end)

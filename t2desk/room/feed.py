"""The one pipe: lines as they come, each whole and bounded, and its end."""

import os
import threading

from PySide6.QtCore import QObject, Signal

from t2desk.domain.room_card import LONGEST_LINE

_AT_ONCE = 65_536


class LineFeed(QObject):
    """Reads on a thread of its own, since Windows can wait for a pipe in no other way.

    `came` carries a line; `ended` comes once. What is longer than a card may be comes cut, and so is refused.
    """

    came = Signal(bytes)
    ended = Signal()

    def __init__(self, descriptor: int) -> None:
        """Read nothing yet."""
        super().__init__()
        self._descriptor = descriptor

    def start(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        waiting = b""
        while part := self._part():
            *lines, waiting = (waiting + part).split(b"\n")
            for line in lines:
                self.came.emit(line + b"\n")
            waiting = waiting[: LONGEST_LINE + 1]
        self.ended.emit()

    def _part(self) -> bytes:
        try:
            return os.read(self._descriptor, _AT_ONCE)
        except OSError:
            return b""

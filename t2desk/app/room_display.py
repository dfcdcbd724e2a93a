"""The room display as the desk has it: one child process, one pipe to it, and a new one where it died."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from t2desk.domain.room_card import RoomCard, written

# What a window needs to find its screen, and nothing of ours.
_KEPT_VARIABLES = (
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "SYSTEMROOT", "FONTCONFIG_PATH",
    "XDG_SESSION_TYPE",
)  # fmt: skip
_PACKAGES = str(Path(__file__).resolve().parents[2])
_SECONDS_TO_LEAVE = 1.0


class RoomDisplay:
    """Feeds the room's process; it is started when first shown to, and again if it has died meanwhile."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._child: subprocess.Popen[bytes] | None = None

    def tell(self, card: RoomCard) -> bool:
        """Send a card; say whether somebody reads. Only a card that shows something starts a process."""
        if not self.lives() and (card.blank or not card.screen):
            return False
        line = written(card)
        if not self.lives():
            self._start()
        if not self._write(line):
            self.end()
            return False
        return True

    def lives(self) -> bool:
        """Say whether the process is there."""
        return self._child is not None and self._child.poll() is None

    def process_id(self) -> int | None:
        """Return the child's number while it lives."""
        return self._child.pid if self._child is not None and self.lives() else None

    def end(self) -> None:
        """End the process, whatever it shows."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()
        child.terminate()
        try:
            child.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _start(self) -> None:
        self.end()
        environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        code = (
            f"import runpy, sys; sys.path.insert(0, {_PACKAGES!r}); runpy.run_module('t2desk.room', None, '__main__')"
        )
        with suppress(OSError):
            self._child = subprocess.Popen(
                [sys.executable, "-I", "-B", "-X", "utf8", "-c", code], stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, close_fds=True, bufsize=0,
                cwd=Path(sys.executable).anchor, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
            if self._child.stdin is not None and sys.platform != "win32":
                os.set_blocking(self._child.stdin.fileno(), False)  # the window never waits for the room

    def _write(self, line: bytes) -> bool:
        if self._child is None or self._child.stdin is None:
            return False
        try:
            return self._child.stdin.write(line) == len(line)
        except OSError:
            return False

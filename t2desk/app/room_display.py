"""The room display as the desk has it: one child process and one pipe to it; it is started only when somebody asks."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from t2desk.domain.room_card import RoomCard, written

# What a window needs to find its screen, and nothing of ours.
_KEPT_VARIABLES = (
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "SYSTEMROOT", "FONTCONFIG_PATH",
    "XDG_SESSION_TYPE",
)  # fmt: skip
_PACKAGES = str(Path(__file__).resolve().parents[2])
_SECONDS_TO_LEAVE = 1.0


class _Child(Protocol):
    """The room's process: started by this image of the program, or by the one before a lock."""

    pid: int

    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class _Adopted:
    """A child that was started before this process replaced its own image: the system still counts it as a child."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        if self._code is None:
            try:
                found, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                found, status = self.pid, 0
            if found:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; with a bound, do not wait at all: it holds nothing that killing it would lose."""
        if self.poll() is None and timeout is not None:
            raise subprocess.TimeoutExpired("room", timeout)
        while self._code is None:
            _, status = os.waitpid(self.pid, 0)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def _send(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)


class RoomDisplay:
    """Feeds the room's process. Where that died, nothing is started by itself: only `begin` starts one."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._child: _Child | None = None
        self._pipe: int | None = None

    @classmethod
    def taken_over(cls, handed: str) -> "RoomDisplay":
        """Return the display that the image before this one handed over; one that is gone by now does not live."""
        told = json.loads(handed)
        made = cls()
        made._pipe, made._child = told["pipe"], _Adopted(told["process"])
        os.set_inheritable(told["pipe"], False)
        return made

    def hand_over(self) -> str | None:
        """Let the pipe outlive an `execve` of this process; return what the next image needs, or None."""
        if self._pipe is None or not self.lives() or sys.platform == "win32":
            return None
        os.set_inheritable(self._pipe, True)
        return json.dumps({"pipe": self._pipe, "process": self.process_id()})

    def begin(self) -> bool:
        """Have a process there, because somebody asked just now; say whether there is one."""
        if not self.lives():
            self._start()
        return self.lives()

    def tell(self, card: RoomCard) -> bool:
        """Send a card; say whether somebody reads."""
        if not self.lives():
            return False
        if not self._write(written(card)):
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
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            with suppress(OSError):
                os.close(pipe)
        if child is None:
            return
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
            child = subprocess.Popen(
                [sys.executable, "-I", "-B", "-X", "utf8", "-c", code], stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, close_fds=True, bufsize=0,
                cwd=Path(sys.executable).anchor, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
            assert child.stdin is not None  # noqa: S101
            # The pipe is ours to close: an object that closes it when it is forgotten could not be handed over.
            self._child, self._pipe = child, os.dup(child.stdin.fileno())
            child.stdin.close()
            if sys.platform != "win32":
                os.set_blocking(self._pipe, False)  # the window never waits for the room

    def _write(self, line: bytes) -> bool:
        if self._pipe is None:
            return False
        try:
            return os.write(self._pipe, line) == len(line)
        except OSError:
            return False

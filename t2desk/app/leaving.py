"""Locking by leaving: the process replaces its own image, since no Python and Qt process can be wiped; nothing stays.

The next image starts as after a kill, at the door. It gets one pipe to read from, which says which dossier was open
and which process shows the room its picture; neither stands in an argument, where any process could read it.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtWidgets import QWidget

from t2desk.ui.kit.environment import Surroundings

if TYPE_CHECKING:
    from t2desk.app.room_display import RoomDisplay
    from t2desk.ui.kit.screens import ScreenWatch
    from t2desk.ui.shell.room_shell import CoveredWindow, RoomShell

AGAIN = "--again="
_FIRST_OWN_DESCRIPTOR = 3
_OPEN_DESCRIPTORS = Path("/proc/self/fd")
_MOST_BYTES = 64 * 1024  # what a pipe takes in without anybody reading it


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What one image of the program tells the next: the dossier's place, and the room's picture, if there is one.

    `asleep` is for how long the machine had lain still when the floor last looked: what came after is a doubt.
    """

    path: Path | None = None
    display: str | None = None
    room: str | None = None
    asleep: str = ""


def can_leave() -> bool:
    """Say whether this system replaces a process's image; Windows starts another process instead."""
    return sys.platform != "win32"


def leave(told: HandedOn) -> NoReturn:
    """Replace this image by a fresh one; if the system refuses that, end at once: nothing may stay unlocked."""
    try:
        reading, writing = os.pipe()
        fields = {"path": str(told.path or ""), "display": told.display, "room": told.room, "asleep": told.asleep}
        os.write(writing, json.dumps(fields).encode()[:_MOST_BYTES])
        os.close(writing)
        _keep_only({reading} | ({json.loads(told.display)["pipe"]} if told.display else set()))
        os.execv(sys.executable, [*_invocation(), f"{AGAIN}{reading}"])  # noqa: S606  (no shell is meant)
    finally:
        os._exit(1)


def _invocation() -> list[str]:
    """Return how this program was called, without its own arguments."""
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]]


def _keep_only(kept: set[int]) -> None:
    """Let these descriptors and the three standard ones outlive the image, and no other."""
    there = _OPEN_DESCRIPTORS.is_dir()
    numbers = {int(entry.name) for entry in _OPEN_DESCRIPTORS.iterdir()} if there else set(range(1024))
    for number in numbers | kept:
        if number >= _FIRST_OWN_DESCRIPTOR:
            with suppress(OSError):
                os.set_inheritable(number, number in kept)


def handed_on(descriptor: int) -> HandedOn:
    """Read what the image before this one handed on; nothing where there is nothing to read."""
    try:
        with os.fdopen(descriptor, "rb") as pipe:
            fields = json.loads(pipe.read(_MOST_BYTES))
        return HandedOn(
            Path(fields["path"]) if fields["path"] else None, fields["display"], fields["room"], fields["asleep"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return HandedOn()


class RoomHolder:
    """Makes the room's part of the window, which may have been showing a picture since before a lock."""

    def __init__(self, told: HandedOn) -> None:
        """Take the room's process over, if there is one; nothing is made before somebody has unlocked."""
        self._told = told
        self._display: RoomDisplay | None = None
        self._shell: RoomShell | None = None
        if told.display is not None:
            self._display = _display_of(told.display)

    def make(
        self,
        window: QWidget,
        covered: "CoveredWindow",
        surroundings: Surroundings,
        say: Callable[[str, str], None],
        give: Callable[[str], None],
        screens: "ScreenWatch",
    ) -> "RoomShell":
        """Return the room's part; with the first dossier, since the door does not wait for it."""
        from t2desk.ui.shell.room_shell import RoomShell

        if self._display is None:
            self._display = _new_display()
        self._shell = RoomShell(window, covered, surroundings, self._display, say, give, screens)
        if self._told.room is not None and self._display.lives():
            self._shell.room.take_up(self._told.room)
        return self._shell

    def hand_on(self, path: Path | None, asleep: str = "") -> HandedOn:
        """Return what the next image needs to know."""
        display = self._display.hand_over() if self._display is not None else None
        room = self._shell.room.handed_on() if self._shell is not None else self._told.room
        return HandedOn(path, display, room if display else None, asleep)

    def end(self) -> None:
        """End the room's process, where nobody came to feed it."""
        if self._display is not None and self._shell is None:
            self._display.end()


def _display_of(handed: str) -> "RoomDisplay":
    from t2desk.app.room_display import RoomDisplay

    return RoomDisplay.taken_over(handed)


def _new_display() -> "RoomDisplay":
    from t2desk.app.room_display import RoomDisplay

    return RoomDisplay()

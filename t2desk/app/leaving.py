"""Locking by leaving: the process replaces its own image, since no Python and Qt process can be wiped; nothing stays.

The next image starts as after a kill, at the door. It gets one pipe to read from, which says which dossier was open
and which process shows the room its picture; neither stands in an argument, where any process could read it.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

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

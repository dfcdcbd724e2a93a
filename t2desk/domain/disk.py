"""The disk as a port: the few acts the vault and the exports need, and the sentences for when a disk fails."""

import contextlib
import os
from pathlib import Path
from typing import Protocol

from t2desk.domain.errors import DeskError, MachineFailed, Refused
from t2desk.i18n import N_


class FileMissing(Refused):
    """No file has this name."""

    sentence = N_("There is no file “{name}”. Check its name and folder.")


class FileExists(Refused):
    """The name is taken, and nothing is overwritten."""

    sentence = N_("“{name}” already exists and is not overwritten. Choose another name.")


class FileInUse(Refused):
    """Another process holds the file's lock."""

    sentence = N_("“{name}” is in use by another window or program. Close it there first.")


class NotAFile(Refused):
    """The name belongs to a folder or a device."""

    sentence = N_("“{name}” is not an ordinary file. Choose a file.")


class DiskFull(MachineFailed):
    """No room, or a quota or size limit was reached."""

    sentence = N_("There is no room left on the disk for “{name}”. Free some space and try again.")


class DiskReadOnly(MachineFailed):
    """The medium does not accept writing."""

    sentence = N_("The disk that holds “{name}” is read-only. Copy the file to a disk that can be written.")


class DiskForbidden(MachineFailed):
    """The system's permissions stand in the way."""

    sentence = N_("The system does not permit access to “{name}”. Check the permissions of the file and its folder.")


class DiskFailed(MachineFailed):
    """Reading or writing failed in the hardware, or in a way the system does not explain."""

    sentence = N_("The disk failed while working on “{name}”. Copy your files to another disk before going on.")


class LockingMissing(MachineFailed):
    """The file system has no locks, so a second program could not be kept out."""

    sentence = N_("The disk that holds “{name}” cannot lock files. Move the dossier to a disk of this computer.")


class HeldFile(Protocol):
    """One file, open for reading and writing and locked against every other process."""

    def size(self) -> int:
        """Return the length in bytes."""

    def read(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`; fewer only where the file ends."""

    def append(self, content: bytes) -> None:
        """Write all of the content at the end; not durable before `sync`."""

    def truncate(self, size: int) -> None:
        """Cut the file to `size` bytes; not durable before `sync`."""

    def sync(self) -> None:
        """Return when everything written to the file is on the medium."""

    def close(self) -> None:
        """Let go of the file and its lock."""


class Disk(Protocol):
    """What the vault asks of a file system; every failure is a `Refused` or `MachineFailed` of this module."""

    def resolve(self, path: Path) -> Path:
        """Return the path with symbolic links followed, as SQLite does before it names its side files."""

    def exists(self, path: Path) -> bool:
        """Tell whether anything has this name."""

    def size(self, path: Path) -> int:
        """Return a file's length in bytes."""

    def read(self, path: Path, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`."""

    def create(self, path: Path) -> HeldFile:
        """Create an empty file only its owner may read, and hold it; refuse if the name is taken."""

    def hold(self, path: Path) -> HeldFile:
        """Open an existing file for reading and writing and lock it; refuse with `FileInUse` if somebody has it."""

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name in its folder, in place of whatever had it; durable once the folder is."""

    def remove(self, path: Path) -> None:
        """Remove a name; nothing happens if it is gone already."""

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the medium."""


def write_atomically(disk: Disk, path: Path, content: bytes) -> None:
    """Put content under a name so that a crash at any moment leaves the old content or the new, whole.

    It is written beside the target under a neutral name, made durable, renamed, and the folder made durable.
    Raises what the disk raises; the file beside the target is then removed, as far as the disk lets us.
    """
    # Not `secrets`, which brings all of OpenSSL, and the door would wait for it.
    beside = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        _write_new(disk, beside, content)
        disk.rename(beside, path)
    except BaseException as problem:
        if isinstance(problem, DeskError):
            problem.details["name"] = path.name  # the neutral name means nothing to anybody
        with contextlib.suppress(DeskError):
            disk.remove(beside)
        raise
    disk.sync_folder(path.parent)


def _write_new(disk: Disk, path: Path, content: bytes) -> None:
    """Create a file with this content, durable, and let go of it."""
    file = disk.create(path)
    try:
        file.append(content)
        file.sync()
    finally:
        file.close()

"""The real disk: locked descriptors, durable writes, and the system's errors in words a person can act on."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from t2desk.domain.disk import (
    DiskFailed,
    DiskForbidden,
    DiskFull,
    DiskReadOnly,
    FileExists,
    FileInUse,
    FileMissing,
    LockingMissing,
    NotAFile,
    write_atomically,
)
from t2desk.domain.errors import DeskError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Far beyond any file's end and clear of SQLite's own lock bytes at 1 GiB.
LOCK_OFFSET = 0x7FFF_0000_0000_0000
OWNER_ONLY = 0o600
# Not blocking: opening a pipe that lies in a file's place must not hang.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK"))
_READ_FLAGS = os.O_RDONLY | _FLAGS
_WRITE_FLAGS = os.O_RDWR | _FLAGS
_HELD_BY_ANOTHER = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

_WORDS_FOR: dict[int, type[DeskError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: DiskReadOnly,
    errno.EACCES: DiskForbidden,
    errno.EPERM: DiskForbidden,
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
    errno.EEXIST: FileExists,
    errno.EISDIR: NotAFile,
    errno.ENXIO: NotAFile,
}


@contextlib.contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn the system's error about a file into one of the disk's sentences; an unknown one is `DiskFailed`."""
    try:
        yield
    except OSError as problem:
        raise _WORDS_FOR.get(problem.errno or 0, DiskFailed)(name=name) from None


def _lock(descriptor: int, name: str) -> None:
    """Take the exclusive lock at once; raises `FileInUse`, or `LockingMissing` where the file system has none."""
    try:
        _take_lock(descriptor)
    except OSError as problem:
        raise (FileInUse if problem.errno in _HELD_BY_ANOTHER else LockingMissing)(name=name) from None


def _take_lock(descriptor: int) -> None:
    """Ask the system for the lock, without waiting.

    Linux: `flock`, which follows the inode through links and mounts and does not mix with SQLite's record locks.
    macOS: there the two kinds do conflict, so a record lock on one byte that SQLite never touches.
    """
    if sys.platform == "win32":
        os.lseek(descriptor, LOCK_OFFSET, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    elif sys.platform == "darwin":
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, LOCK_OFFSET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class RealHeldFile:
    """A descriptor with its lock; the lock falls when the last copy of the descriptor is closed."""

    def __init__(self, descriptor: int, name: str) -> None:
        """Take over an open, locked descriptor; the name is only for sentences."""
        self.descriptor = descriptor
        self._name = name

    def size(self) -> int:
        """Return the length in bytes."""
        with in_words(self._name):
            return os.fstat(self.descriptor).st_size

    def read(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`; fewer only where the file ends."""
        with in_words(self._name):
            return _read_fully(self.descriptor, offset, length)

    def append(self, content: bytes) -> None:
        """Write all of the content at the end."""
        with in_words(self._name):
            os.lseek(self.descriptor, 0, os.SEEK_END)
            _write_fully(self.descriptor, content)

    def truncate(self, size: int) -> None:
        """Cut the file to `size` bytes."""
        with in_words(self._name):
            os.ftruncate(self.descriptor, size)

    def sync(self) -> None:
        """Flush to the medium; on macOS past the drive's own cache as well."""
        with in_words(self._name):
            if sys.platform == "darwin":
                with contextlib.suppress(OSError):  # network disks lack it
                    fcntl.fcntl(self.descriptor, fcntl.F_FULLFSYNC)
            os.fsync(self.descriptor)

    def keep_across_exec(self) -> int:
        """Let the lock survive a replaced process image; returns the descriptor's number for `RealDisk.adopt`."""
        os.set_inheritable(self.descriptor, True)
        return self.descriptor

    def close(self) -> None:
        """Close the descriptor once; a second call does nothing."""
        descriptor, self.descriptor = self.descriptor, -1
        if descriptor >= 0:
            with in_words(self._name):
                os.close(descriptor)


class RealDisk:
    """The file system of this machine."""

    def resolve(self, path: Path) -> Path:
        """Follow symbolic links; a missing last part is kept."""
        with in_words(path.name):
            return path.resolve()

    def exists(self, path: Path) -> bool:
        """Tell whether the name is taken, by a broken link too."""
        return os.path.lexists(path)

    def size(self, path: Path) -> int:
        """Return a file's length in bytes."""
        with in_words(path.name):
            status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(name=path.name)
        return status.st_size

    def read(self, path: Path, offset: int, length: int) -> bytes:
        """Read a part of a file through a descriptor of its own."""
        with in_words(path.name):
            descriptor = os.open(path, _READ_FLAGS)
        file = RealHeldFile(descriptor, path.name)
        try:
            _insist_on_ordinary(descriptor, path.name)
            return file.read(offset, length)
        finally:
            file.close()

    def create(self, path: Path) -> RealHeldFile:
        """Create the file for its owner only, and lock it."""
        return self._open(path, _WRITE_FLAGS | os.O_CREAT | os.O_EXCL)

    def hold(self, path: Path) -> RealHeldFile:
        """Open and lock an ordinary file."""
        return self._open(path, _WRITE_FLAGS)

    def adopt(self, descriptor: int, path: Path) -> RealHeldFile:
        """Take over a descriptor kept by `keep_across_exec` before the image was replaced; its lock never fell."""
        with in_words(path.name):
            os.set_inheritable(descriptor, False)
            if not os.path.samestat(os.fstat(descriptor), path.stat()):
                raise FileMissing(name=path.name)
        return RealHeldFile(descriptor, path.name)

    def rename(self, source: Path, target: Path) -> None:
        """Rename in place of whatever had the target's name."""
        with in_words(target.name):
            source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a name if it is there."""
        with in_words(path.name):
            path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Flush the folder's names; Windows has no such call and journals names by itself."""
        if sys.platform != "win32":
            with in_words(folder.name):
                descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)

    def _open(self, path: Path, flags: int) -> RealHeldFile:
        """Open, check that it is an ordinary file, and lock; the descriptor is closed if any of it fails."""
        with in_words(path.name):
            descriptor = os.open(path, flags, OWNER_ONLY)
        file = RealHeldFile(descriptor, path.name)
        try:
            with in_words(path.name):
                _insist_on_ordinary(descriptor, path.name)
                _lock(descriptor, path.name)
                if not os.path.samestat(os.fstat(descriptor), path.stat()):
                    raise FileInUse(name=path.name)  # replaced by another between opening and locking
        except DeskError:
            file.close()
            raise
        return file


def atomic_write(path: Path, content: bytes) -> None:
    """Put content under a name, whole or not at all, in place of what was there; see `domain.disk.write_atomically`."""
    write_atomically(RealDisk(), path, content)


def _insist_on_ordinary(descriptor: int, name: str) -> None:
    """Refuse folders, pipes and devices."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise NotAFile(name=name)


def _read_fully(descriptor: int, offset: int, length: int) -> bytes:
    """Read on until the length or the end is reached."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    parts = bytearray()
    while len(parts) < length and (part := os.read(descriptor, length - len(parts))):
        parts += part
    return bytes(parts)


def _write_fully(descriptor: int, content: bytes) -> None:
    """Write on until nothing is left; a short write is not an error by itself."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]

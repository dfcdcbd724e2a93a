"""Ballast: room held back while a dossier is open, so that closing it works on a disk that has filled up."""

import contextlib
import os
from pathlib import Path

# More than the write-ahead log ever holds between two acts (storage.store), which a full disk must still take in.
BALLAST_BYTES = 16 * 1024 * 1024


class Ballast:
    """One file of zeros beside the dossier; a disk without room for it gets none."""

    def __init__(self, path: Path) -> None:
        """Keep where it lies."""
        self._path = path

    def reserve(self) -> bool:
        """Hold the room back; say whether there was any."""
        try:
            descriptor = os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600)
        except OSError:
            return False
        try:
            _fill(descriptor)
        except OSError:
            self.release()
            return False
        finally:
            os.close(descriptor)
        return True

    def release(self) -> None:
        """Give the room back."""
        with contextlib.suppress(OSError):
            self._path.unlink()


def _fill(descriptor: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, BALLAST_BYTES)
        return
    block = bytes(1024 * 1024)
    for _ in range(BALLAST_BYTES // len(block)):
        os.write(descriptor, block)

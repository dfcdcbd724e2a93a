"""The write-ahead log's room on the disk: written before it is needed, used again after every checkpoint."""

import os
from pathlib import Path

# A log that outgrew its room is moved into the file between two acts; the ballast is larger (design: full disk).
ROOM_BYTES = 2 * 1024 * 1024
# Room grows a step between two acts, so that no act waits long for it on a slow stick.
_STEP_BYTES = 256 * 1024


class WriteAheadRoom:
    """Room that a captured line is written into without waiting for the file system to find more of it."""

    def __init__(self, path: Path) -> None:
        """Keep where the log of this database lies."""
        self._path = path.with_name(path.name + "-wal")

    def is_outgrown(self) -> bool:
        """Say whether the log holds more than its room."""
        return self._size() > ROOM_BYTES

    def reserve(self) -> None:
        """Add a step of zeros, which SQLite reads as the log's end; a disk without room goes without."""
        size = self._size()
        if not 0 < size < ROOM_BYTES:
            return
        try:
            self._fill(size, min(_STEP_BYTES, ROOM_BYTES - size))
        except OSError:
            os.truncate(self._path, size)

    def _fill(self, at: int, length: int) -> None:
        with self._path.open("r+b", buffering=0) as log:
            log.seek(at)
            log.write(bytes(length))
            os.fsync(log.fileno())

    def _size(self) -> int:
        return self._path.stat().st_size if self._path.exists() else 0

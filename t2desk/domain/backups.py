"""Backups as people see them: when each was made, how large it is, and what is in it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """One generation: its file, its number, when it was made (seconds since 1970, UTC) and its length in bytes."""

    path: Path
    number: int
    made: float
    size: int


@dataclass(frozen=True, slots=True)
class BackupAccount:
    """What is in a backup, in somebody's words, and its head as four words; known only to whoever can open it."""

    lines: tuple[str, ...]
    head: str

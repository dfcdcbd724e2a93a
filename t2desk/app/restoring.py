"""Backups looked into and restored: from a copy, so that a backup is only read and may lie on a locked stick."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from t2desk.app.dossier import Machine
from t2desk.app.opening import Unlock, open_dossier
from t2desk.domain.backups import Backup, BackupAccount
from t2desk.domain.disk import FileExists, FileMissing
from t2desk.services.overview import overview
from t2desk.system.paths import DossierPaths

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring came to: how many rows were checked, and the head as four words."""

    rows: int
    head: str


def backups_of(dossier: Path) -> tuple[Backup, ...]:
    """Return the backups beside a dossier, the newest first; the dossier itself may be gone."""
    paths = DossierPaths(dossier)
    found = [(number, paths.backup(number)) for number in reversed(paths.backup_numbers())]
    return tuple(Backup(path, number, path.stat().st_mtime, path.stat().st_size) for number, path in found)


def look_into(
    backup: Path, unlock: Unlock, near: Path, words: Callable[[str], str], header_from: Path | None = None
) -> BackupAccount:
    """Return what is in a backup, checked throughout; for that an encrypted copy lies in a folder for a moment."""
    with _copied(backup, near) as copy, open_dossier(copy, unlock, header_from=header_from) as opened:
        opened.verify()
        return BackupAccount(opened.desk.read(lambda work: overview(work, words)), opened.head_words())


def restore(backup: Path, target: Path, unlock: Unlock, header_from: Path | None = None) -> Restored:
    """Make a dossier again from a backup, opened and checked before it bears its name; overwrites nothing.

    Raises `FileExists`, `FileMissing`, or whatever the copy is refused for; then nothing is left of it.
    """
    refuse_existing(target)
    with _copied(backup, target.parent) as copy:
        with open_dossier(copy, unlock, header_from=header_from) as opened:
            restored = Restored(opened.verify()["rows"], opened.head_words())
        disk = Machine().disk
        refuse_existing(target)
        disk.rename(copy, target)
        disk.sync_folder(target.parent)
    return restored


def refuse_existing(path: Path) -> None:
    """Raise `FileExists` for a name that is taken, `FileMissing` where its folder is not there."""
    if path.exists() or path.is_symlink():
        raise FileExists(name=path.name)
    if not path.parent.is_dir():
        raise FileMissing(name=str(path.parent.name))


@contextmanager
def _copied(source: Path, folder: Path) -> Iterator[Path]:
    """Copy a closed dossier, which is complete in itself, into a folder of its own; nothing of that stays."""
    disk = Machine().disk
    length = disk.size(source)
    own = folder / f".{secrets.token_hex(8)}.part"
    own.mkdir(mode=0o700)
    try:
        copy = own / "copy.t2d"
        file = disk.create(copy)
        try:
            for offset in range(0, length, _CHUNK):
                file.append(disk.read(source, offset, _CHUNK))
            file.sync()
        finally:
            file.close()
        yield copy
    finally:
        shutil.rmtree(own, ignore_errors=True)


def free_name(dossier: Path) -> Path:
    """Return the dossier's own name where it is free, else one that says what it is."""
    tried = (dossier, *(dossier.with_name(f"{dossier.stem}-restored{n or ''}{dossier.suffix}") for n in range(1000)))
    return next(path for path in tried if not path.exists())

"""The life of NAME.t2d: created, held, opened, closed, copied; safe against a crash between any two steps.

Closed, NAME.t2d alone is complete: database pages, then the key header twice. Open, the header is in NAME.t2d-keys.
POSIX drops a process's record locks on a file when it closes any descriptor of it, and SQLite's locks are such: so
this one descriptor is opened before SQLite and closed after it, and nobody else opens NAME.t2d in between.
"""

import contextlib
import secrets
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from t2desk.domain.disk import Disk, FileExists, HeldFile, write_atomically
from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import DatabaseStillOpen, DossierDamaged, KeysLeftBehind
from t2desk.vault.header import FIRST_SEQ, Header, sign, to_copies, verify
from t2desk.vault.header_search import Found, find_header, keys_path, never_written
from t2desk.vault.kdf import SALT_BYTES
from t2desk.vault.keys import Keys, wipe


def new_header(dossier_id: str | None = None, generation: int = 1) -> Header:
    """Return an unsigned header without slots; a renewed data key keeps the dossier's id and counts its generation."""
    return Header(
        dossier_id=dossier_id or secrets.token_hex(16), generation=generation, db_salt=secrets.token_hex(SALT_BYTES),
        slots=(),
    )  # fmt: skip


def log_path(path: Path) -> Path:
    """Return SQLite's write-ahead log beside a database."""
    return path.with_name(path.name + "-wal")


class DossierFile:
    """One dossier's file under its lock, from before SQLite opens it until after SQLite has closed it.

    A context manager: leaving it releases the lock, whether or not `finish` made the file complete.
    """

    def __init__(self, disk: Disk, path: Path, held: HeldFile) -> None:
        """Take over a held file; `hold` and `create` are the usual ways here."""
        self._disk = disk
        self._held = held
        self._found: Found | None = None
        self._mac_key = bytearray()
        self._created_here = False
        self.path = path

    @classmethod
    def hold(cls, disk: Disk, path: Path) -> "DossierFile":
        """Lock an existing file for this process. Raises `FileMissing`, `FileInUse` or what the disk raises."""
        path = disk.resolve(path)
        return cls(disk, path, disk.hold(path))

    @classmethod
    def create(cls, disk: Disk, path: Path, header: Header, keys: Keys) -> "DossierFile":
        """Make an empty file and its header beside it; SQLite may then create the database in it.

        Raises `FileExists` or `KeysLeftBehind` and overwrites nothing, but takes over what an interrupted creation
        left: a file of no bytes with its first header beside it.
        """
        path = disk.resolve(path)
        if disk.exists(keys_path(path)) and not disk.exists(path):
            raise KeysLeftBehind(name=keys_path(path).name)
        file = cls(disk, path, _new_or_left_over(disk, path))
        file._created_here = True
        try:
            disk.sync_folder(path.parent)
            file._mac_key = keys.header_mac_key()
            file._write_keys(replace(header, seq=FIRST_SEQ, state="open", database_bytes=None))
        except DeskError:
            file.abandon()
            raise
        return file

    @property
    def header(self) -> Header:
        """The header in force: found by `find`, or written last."""
        if self._found is None:
            raise ValueError("no header was found yet")
        return self._found.header

    def find(self, header_from: Path | None = None) -> Header:
        """Find the header to unlock; see `header_search.find_header` for what it raises."""
        self._found = find_header(self._disk, self.path, self._held, header_from)
        return self._found.header

    def begin(self, keys: Keys) -> None:
        """Put the header beside the file and cut it off the end; SQLite may then open the database.

        Call after `find` and an unlock. A damaged copy of the header is thereby mended.
        """
        header, end = self.header, self._found.database_end if self._found else None
        self._mac_key = keys.header_mac_key()
        verify(header, self._mac_key)
        if header.state == "closing":  # only the header as it stands knows where a torn trailer begins
            self._cut_at(end)
        self._write_keys(header.following("open"))
        self._cut_at(end)

    def save(self, header: Header) -> None:
        """Write a header with changed slots, whole or not at all; allowed while SQLite has the database open."""
        self._write_keys(replace(header, seq=self.header.seq).following("open"))

    def finish(self) -> None:
        """Make the file complete by itself and let go of it; call after SQLite has closed the database.

        Raises `DatabaseStillOpen` while a log is left, `DossierDamaged` if the file does not begin as it should.
        After a failure it may be called again, or `release`: then the next opening finishes what was begun.
        """
        self._check_log_is_empty()
        noted = self.header.database_bytes  # by an attempt that failed, and may have left a part of a trailer
        end = self._held.size() if noted is None else noted
        self._cut_at(end)
        self._check_beginning(self._held, self.header)
        self._write_keys(self.header.following("closing", end))
        self._append_trailer(self._held, self._signed(self.header.following("closed", end)))
        self._disk.remove(keys_path(self.path))
        self._disk.sync_folder(self.path.parent)
        self.release()

    def publish_copy(self, part: Path, target: Path) -> None:
        """Turn a database copy under the same key and salt into a complete closed dossier named `target`.

        `part` lies in the target's folder and is not open; it is taken over. What `target` named before is replaced.
        Raises `DossierDamaged` if the copy has another salt, or what the disk raises; then `target` is untouched.
        """
        try:
            self._complete(part, self.header)
            self._disk.rename(part, target)
        except DeskError:
            with contextlib.suppress(DeskError):
                self._disk.remove(part)
            raise
        self._disk.sync_folder(target.parent)

    def replace(self, part: Path, header: Header, keys: Keys) -> None:
        """Put a copy of the database under another data key in this file's place, and go on with that one.

        `part` lies in the same folder; SQLite has closed both. Raises `DatabaseStillOpen` or `DossierDamaged`, or what
        the disk raises. As long as `header` tells of the old generation, this file is held as before; from the new one
        on, the file is complete by itself, and what failed is only going on with it.
        """
        self._check_log_is_empty()
        self._complete(part, header, keys)
        self._held.close()
        try:
            self._disk.rename(part, self.path)
        finally:
            self._held = self._disk.hold(self.path)
        self.find()
        wipe(self._mac_key)
        # The old header goes only once the new name is durable: until then it is the only one there is.
        self._disk.sync_folder(self.path.parent)
        self._disk.remove(keys_path(self.path))
        self.begin(keys)

    def abandon(self) -> None:
        """Undo `create`, and nothing else: remove the file and what is beside it. SQLite must have closed it."""
        if not self._created_here:
            raise ValueError("only a dossier made just now may be abandoned")
        self.release()
        with contextlib.suppress(DeskError):
            # The header goes last: without it, a file with pages in it could never be opened.
            for path in (log_path(self.path), self.path, keys_path(self.path)):
                self._disk.remove(path)
            self._disk.sync_folder(self.path.parent)

    def release(self) -> None:
        """Let go of the lock and wipe the header's key; the files stay as they are."""
        wipe(self._mac_key)
        self._held.close()

    def __enter__(self) -> "DossierFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _write_keys(self, header: Header) -> None:
        """Sign a header, write it beside the file, and take it as the one in force."""
        signed = self._signed(header)
        write_atomically(self._disk, keys_path(self.path), to_copies(signed))
        self._found = Found(signed, None)

    def _append_trailer(self, held: HeldFile, signed: Header) -> None:
        """Write a signed header twice at the end of a file, durable."""
        held.append(to_copies(signed))
        held.sync()

    def _complete(self, copy: Path, header: Header, keys: Keys | None = None) -> None:
        """Give a database copy its trailer, durable, and let go of it; `keys` are those of a renewed data key."""
        held = self._disk.hold(copy)
        try:
            self._check_beginning(held, header)
            closed = header.following("closed", held.size())
            self._append_trailer(held, self._signed(closed) if keys is None else _signed_with(closed, keys))
        finally:
            held.close()

    def _signed(self, header: Header) -> Header:
        """Sign with the header's key, which is there from `create` or `begin` until `release`."""
        if not any(self._mac_key):
            raise ValueError("the dossier was not begun, or was released")
        return sign(header, self._mac_key)

    def _check_log_is_empty(self) -> None:
        """Insist that SQLite has closed the database, so that its pages are complete."""
        log = log_path(self.path)
        if self._disk.exists(log) and self._disk.size(log):
            raise DatabaseStillOpen(name=self.path.name)

    def _cut_at(self, end: int | None) -> None:
        """Cut off what follows the database, durable."""
        if end is not None and self._held.size() > end:
            self._held.truncate(end)
            self._held.sync()

    def _check_beginning(self, held: HeldFile, header: Header) -> None:
        """Insist that a file begins with the salt in its header, before a trailer vouches for it."""
        if held.read(0, SALT_BYTES) != header.salt_bytes():
            raise DossierDamaged(name=self.path.name)


def _signed_with(header: Header, keys: Keys) -> Header:
    """Sign with a renewed data key."""
    mac_key = keys.header_mac_key()
    try:
        return sign(header, mac_key)
    finally:
        wipe(mac_key)


def _new_or_left_over(disk: Disk, path: Path) -> HeldFile:
    """Create a file, or hold the empty one that an interrupted creation left; refuse any other."""
    try:
        return disk.create(path)
    except FileExists:
        held = disk.hold(path)
        if held.size() == 0 and never_written(disk, path) and not disk.exists(log_path(path)):
            return held
        held.close()
        raise

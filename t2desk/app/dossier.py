"""An open dossier: the store behind its desk, its keys, backups and ballast."""

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from t2desk.app.words import word_list
from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.disk import DiskFailed
from t2desk.domain.errors import DeskError, MachineFailed
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Clock, KeySource, Work, ZoneFinder
from t2desk.services.desk import Desk
from t2desk.services.operations import LOG_NAMES
from t2desk.storage.store import LOG_KEY, SCRUB_DUE, SqlStore
from t2desk.system.ballast import Ballast
from t2desk.system.clock import SystemClock
from t2desk.system.disk import RealDisk
from t2desk.system.paths import BACKUPS_KEPT, DossierPaths
from t2desk.system.random_keys import SecretKeys
from t2desk.vault import sealing
from t2desk.vault.dossier_file import DossierFile
from t2desk.vault.header import Header
from t2desk.vault.keys import Keys, wipe

NAMES, SOURCE_PUBLIC = "names", "source public key"
BACKUP_DUE = "backup due"
HEAD_WORDS = 4
BACKUP_AFTER_SECONDS = 600
BACKUP_AGAIN_SECONDS = 60  # after one that the disk refused


def _zone_named(name: str) -> tzinfo | None:
    from t2desk.system.zones import zone_named  # with the first deadline: Python looks for its tables at a cost

    return zone_named(name)


@dataclass(frozen=True, slots=True)
class Machine:
    """What a dossier needs of the machine; tests and the rehearsal bring their own clock and keys."""

    disk: RealDisk = field(default_factory=RealDisk)
    clock: Clock = field(default_factory=SystemClock)
    keys: KeySource = field(default_factory=SecretKeys)
    zone_of: ZoneFinder = _zone_named


class _IdentitySealer:
    """Seals the identity book's pages under a key of their own; without the key, the book is closed."""

    def __init__(self) -> None:
        self.key: bytearray | None = None

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        if self.key is None:
            raise NamesClosed
        return sealing.seal(self.key, plain, associated)

    def open(self, sealed: bytes, associated: bytes) -> bytes:
        if self.key is None:
            raise NamesClosed
        return sealing.open_sealed(self.key, sealed, associated)


class Dossier:
    """An open dossier: the store behind its desk, with backups and ballast; close it whatever happens."""

    def __init__(self, file: DossierFile, keys: Keys, machine: Machine, opened_with: str = "") -> None:
        """Take over a file whose header stands beside it and whose database may now be opened.

        `opened_with` is the slot whose secret was given.
        """
        self._file = file
        self._keys = keys
        self._machine = machine
        self.opened_with = opened_with
        self._names = _IdentitySealer()
        self._changed = self._is_gone = False
        self.paths = DossierPaths(file.path)
        self._ballast = Ballast(self.paths.ballast)
        self._store = self._open_store()
        self.desk = Desk(self, machine.clock)
        self._backed_up, self._wait = machine.clock.now(), BACKUP_AFTER_SECONDS

    def _open_store(self) -> SqlStore:
        key_text = self._key_text()
        log_key = bytes(self._keys.log_key())
        try:
            return SqlStore(
                self.paths.dossier,
                key_text,
                log_key,
                self._names,
                self._machine.keys,
                self._seal_source,
                self._machine.zone_of,
            )
        finally:
            wipe(key_text)

    def prepare(self) -> None:
        """Bring the schema up to date, open the identity book, hold ballast back."""
        self._store.prepare(self._before_step, self._unseal_log_key)
        self._open_names()
        self._changed = self._changed or self._store.seal(BACKUP_DUE) is not None
        if self._store.scrub_is_due():
            self.scrub()
        self._ballast.reserve()

    def _unseal_log_key(self, sealed: bytes) -> bytes:
        wrapping = self._keys.carried_key()
        try:
            return sealing.open_sealed(wrapping, sealed, LOG_KEY.encode())
        finally:
            wipe(wrapping)

    def _before_step(self, _version: int) -> None:
        self.back_up()

    def _open_names(self) -> None:
        wrapping = self._keys.identities_key()
        sealed = self._store.seal(NAMES)
        if sealed is None:
            key = bytearray(secrets.token_bytes(32))
            self._store.put_seal(NAMES, sealing.seal(wrapping, key, NAMES.encode()))
        else:
            key = bytearray(sealing.open_sealed(wrapping, sealed, NAMES.encode()))
        self._names.key = key
        wipe(wrapping)

    def _seal_source(self, person: str, subject_key: int) -> bytes | None:
        public = self._store.seal(SOURCE_PUBLIC)
        if public is None:
            return None
        return sealing.seal_to(public, person.encode(), str(subject_key).encode())

    def begin(self, now: Moment) -> Work:
        """Begin a transaction."""
        return self._store.begin(now)

    def commit(self, operation: str) -> Changes:
        """Make the transaction durable."""
        changes = self._store.commit(operation)
        self._changed = self._changed or bool(changes)
        return changes

    def roll_back(self) -> None:
        """Forget the running transaction."""
        self._store.roll_back()

    def apply(self, changes: Changes) -> None:
        """Write images back within the running transaction."""
        self._store.apply(changes)

    def scrub(self, rewrite: bool = True) -> None:
        """Leave nothing of what was removed: not in the file, not in its log, not in any backup."""
        self._store.scrub(rewrite)
        self.replace_backups()

    def replace_backups(self) -> None:
        """Where there are backups, make one of what is, and let every older one go."""
        if self.paths.backup_numbers():
            newest = self.back_up()
            for number in self.paths.backup_numbers():
                if self.paths.backup(number) != newest:
                    self.paths.backup(number).unlink()
        self._store.scrub_is_done()
        self._store.checkpoint()

    def tidy(self) -> DeskError | None:
        """Between two acts: keep the write-ahead log short, and every ten minutes back up what changed.

        Returns why no backup could be made; it is tried again a minute later. Of the log, closing tries again.
        """
        with contextlib.suppress(MachineFailed):
            self._store.tidy()
        if not self._changed or self._is_gone or self._backed_up.seconds_until(self.desk.clock.now()) < self._wait:
            return None
        return self._back_up_now()

    def _back_up_now(self) -> DeskError | None:
        problem: DeskError | None = None
        self._backed_up, self._wait = self.desk.clock.now(), BACKUP_AFTER_SECONDS
        try:
            self.back_up()
        except (DeskError, OSError) as failure:
            problem = failure if isinstance(failure, DeskError) else DiskFailed(name=self.paths.backups.name)
            self._wait = BACKUP_AGAIN_SECONDS
        return problem

    def verify(self) -> dict[str, int]:
        """Check everything. Raises DataDamaged."""
        return self._store.verify(LOG_NAMES)

    def head_words(self) -> str:
        """Return the head of log and rows as four words to read aloud."""
        words = word_list()
        number = int.from_bytes(self._store.head(), "big")
        chosen = []
        for _ in range(HEAD_WORDS):
            number, place = divmod(number, len(words))
            chosen.append(words[place])
        return " ".join(chosen)

    def keys(self) -> Keys:
        """Return the keys in force; they stay this dossier's to wipe."""
        return self._keys

    def header(self) -> Header:
        """Return the key header in force."""
        return self._file.header

    def save_header(self, header: Header) -> None:
        """Write a header with changed slots, whole or not at all."""
        self._file.save(header)
        self._changed = True  # a backup is of little use to whoever is let in only now

    def copy_to(self, target: Path) -> None:
        """Write a complete closed copy under the same key; it is opened and checked before it bears its name."""
        key_text = self._key_text()
        try:
            with _part_beside(target) as part:
                self._store.copy_to(part, key_text)
                self._file.publish_copy(part, target)
        finally:
            wipe(key_text)

    def renew(self, header: Header, keys: Keys, opened_with: str) -> None:
        """Write everything anew under another data key; the older header goes.

        `header` wraps that key and is unsigned; the key becomes this dossier's. What the disk refuses leaves all as it
        was, or, once the new file is in place, closed. Copies elsewhere still open with their old secrets, and so do
        the backups until `replace_backups`, which the next opening makes good.
        """
        with _part_beside(self.paths.dossier) as part:
            self._copy_under(part, header, keys)
            self._store.close()
            try:
                self._file.replace(part, header, keys)
            except BaseException:
                self._go_on_or_let_go(header)
                raise
        self._keys.wipe()
        self._keys, self.opened_with = keys, opened_with
        self._reopen_store()

    def _go_on_or_let_go(self, renewed: Header) -> None:
        """After a renewal that failed: go on with the old file, or, if the new one is there already, let go."""
        if self._file.header.generation != renewed.generation:
            self._reopen_store()
        else:
            self._ballast.release()
            self._let_go()

    def _reopen_store(self) -> None:
        self._store = self._open_store()
        self._store.prepare(self._before_step, self._unseal_log_key)

    def _copy_under(self, part: Path, header: Header, keys: Keys) -> None:
        assert self._names.key is not None  # noqa: S101  (as long as the names have no passphrase of their own)
        key_text, names_key, carried = (
            keys.database_key_text(header.salt_bytes()),
            keys.identities_key(),
            keys.carried_key(),
        )
        seals = {
            NAMES: sealing.seal(names_key, self._names.key, NAMES.encode()),
            LOG_KEY: sealing.seal(carried, self._store.log_key(), LOG_KEY.encode()),
            SCRUB_DUE: b"",
        }
        try:
            self._store.copy_to(part, key_text, seals)
        finally:
            for secret in (key_text, names_key, carried):
                wipe(secret)

    def back_up(self) -> Path:
        """Make the next backup and let the oldest go."""
        with contextlib.suppress(FileExistsError):
            self.paths.backups.mkdir(mode=0o700)
        numbers = self.paths.backup_numbers()
        target = self.paths.backup(1 + max(numbers, default=0))
        self.copy_to(target)
        for number in numbers[: -(BACKUPS_KEPT - 1)]:
            self.paths.backup(number).unlink()
        self._changed = False
        self._store.drop_seal(BACKUP_DUE)
        return target

    def close(self, backs_up: bool = True) -> None:
        """Back up what changed, write everything into one complete file, and forget the keys.

        Without a backup it is quicker; then the next one that is due knows that something changed.
        """
        self.desk.history.clear()
        if self._is_gone:
            return
        self._ballast.release()
        try:
            if self._changed and backs_up:
                self._back_up_changes()
            elif self._changed:
                self._store.put_seal(BACKUP_DUE, b"")
            self._store.close()
            self._file.finish()
        finally:
            self._let_go()

    def _back_up_changes(self) -> None:
        # A backup that fails, or takes the last room, must not keep the dossier from being closed well.
        with contextlib.suppress(DeskError, OSError):
            self._store.checkpoint()
            self.back_up()

    def abandon(self) -> None:
        """Let go as if killed; for a dossier that is no good."""
        self._ballast.release()
        with contextlib.suppress(DeskError):
            self._store.close()
        self._let_go()

    def _let_go(self) -> None:
        self._is_gone = True
        self._file.release()
        self._keys.wipe()
        if self._names.key is not None:
            wipe(self._names.key)

    def _key_text(self) -> bytearray:
        return self._keys.database_key_text(self._file.header.salt_bytes())


@contextlib.contextmanager
def _part_beside(target: Path) -> Iterator[Path]:
    """Give a neutral name beside a target, and leave nothing under it if what is done with it fails."""
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield part
    except BaseException:
        for leftover in (part, part.with_name(part.name + "-wal")):
            with contextlib.suppress(OSError):
                leftover.unlink()
        raise

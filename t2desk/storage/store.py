"""The dossier's data behind one lane: begins, commits, undoes, scrubs, checks and copies."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import DataDamaged, StillReferred
from t2desk.domain.moments import Moment
from t2desk.domain.ports import KeySource, ZoneFinder
from t2desk.storage.chain import LogChain
from t2desk.storage.driver import Driver, IntegrityError
from t2desk.storage.engine import connect, open_engine, translated
from t2desk.storage.mapping import BlobSealer
from t2desk.storage.migrations import migrate, version_of
from t2desk.storage.proof import RowDigest
from t2desk.storage.tables import UNLOGGED, mappings, table_of
from t2desk.storage.work import SourceSealer, SqlWork
from t2desk.storage.write_ahead import WriteAheadRoom

# Committed with a purge, and gone when file and backups are clean: a kill in between is made good at the next opening.
SCRUB_DUE = "scrub due"
# Where the data key was renewed: the log's key, which the rows' digest goes on with, sealed under the new one.
LOG_KEY = "log key"
_PUT_SEAL = "INSERT OR REPLACE INTO seals VALUES (?, ?)"
_NO_SEALS: Mapping[str, bytes] = MappingProxyType({})


class SqlStore:
    """The one owner of the one connection. Every method runs on the lane."""

    def __init__(
        self,
        path: Path,
        key_text: bytearray,
        log_key: bytes,
        sealer: BlobSealer,
        keys: KeySource,
        seal_source: SourceSealer,
        zone_of: ZoneFinder,
    ) -> None:
        """Open the file, or make its schema where it is new. Raises DataDamaged, CommitFailed."""
        self._room = WriteAheadRoom(path)
        self._log_key = log_key
        self._mappings = mappings(sealer)
        self._keys = keys
        self._seal_source = seal_source
        self._zone_of = zone_of
        self._engine = open_engine(path, key_text)
        self._connection: Connection = connect(self._engine)
        self._driver = Driver(self._connection)
        self._work: SqlWork | None = None
        self._chain: LogChain | None = None

    def prepare(self, before_each_step: Callable[[int], None], unseal: Callable[[bytes], bytes] | None = None) -> None:
        """Bring the schema up to date and check the log's tail; `unseal` opens a log key that was carried over."""
        with translated():
            migrate(self._connection, before_each_step)
            carried = self.seal(LOG_KEY)
            if carried is not None and unseal is not None:
                self._log_key = unseal(carried)
            self._chain = LogChain(self._driver, self._log_key)

    def log_key(self) -> bytes:
        """Return the key of log and digest, for a copy under another data key."""
        return self._log_key

    @property
    def _log(self) -> LogChain:
        assert self._chain is not None  # noqa: S101  (prepare comes first; anything else is a bug)
        return self._chain

    def begin(self, now: Moment) -> SqlWork:
        """Begin a transaction; only one at a time."""
        with translated():
            self._driver.run("BEGIN IMMEDIATE")
        self._work = SqlWork(self._driver, self._mappings, self._keys, self._seal_source, self._zone_of, now)
        return self._work

    def commit(self, operation: str) -> Changes:
        """Make the transaction durable and return what it changed; an empty one leaves no trace at all."""
        work = self._running()
        everything = work.changes()
        logged = Changes(tuple(row for row in everything if row.kind not in UNLOGGED))
        try:
            with translated():
                if logged:
                    self._log.append(work.segment, operation, logged, work.settled_segment == work.segment)
                if work.purges:
                    self._put_seal(SCRUB_DUE, b"")
                self._driver.run("COMMIT")
                self._log.committed()
        except IntegrityError:
            self.roll_back()
            raise StillReferred from None
        except BaseException:
            self.roll_back()
            raise
        self._work = None
        return logged

    def roll_back(self) -> None:
        """Forget the running transaction; what the disk refused is already forgotten."""
        self._work = None
        if self._driver.in_transaction:
            self._driver.run("ROLLBACK")
        if self._chain is not None:
            self._chain.rolled_back()

    def apply(self, changes: Changes) -> None:
        """Write images back within the running transaction."""
        with translated():
            self._running().apply(changes)

    def scrub(self, rewrite: bool = True) -> None:
        """Leave nothing of removed rows in the file's pages or its write-ahead log.

        Deleted words are overwritten where they stood (`secure_delete`); rewriting the file also leaves nothing of
        where they stood, which takes its time.
        """
        with translated():
            self.checkpoint()
            if rewrite:
                self._connection.exec_driver_sql("VACUUM")
                self.checkpoint()

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file and empty it. Raises DataDamaged where it could not be emptied."""
        self._checkpoint("TRUNCATE")

    def _checkpoint(self, mode: str) -> None:
        with translated():
            busy = self._connection.exec_driver_sql(f"PRAGMA wal_checkpoint({mode})").first()
        if busy is None or busy[0]:
            raise DataDamaged(what="write-ahead log")

    def tidy(self) -> None:
        """Between two acts: move the write-ahead log into the file once it has outgrown its room."""
        if self._room.is_outgrown():
            self._checkpoint("RESTART")
        self._room.reserve()

    def head(self) -> bytes:
        """Return the head of log and rows, 32 bytes."""
        return self._log.head()

    def verify(self, known_operations: frozenset[str]) -> dict[str, int]:
        """Read everything and check it; return how many rows and log entries there are. Raises DataDamaged."""
        self.checkpoint()
        with translated():
            self._check_pragmas()
            entries = self._log.check_all(known_operations)
            rows = self._check_rows()
        return {"rows": rows, "log_entries": entries, "version": version_of(self._connection)}

    def _check_pragmas(self) -> None:
        for pragma, fine in (("cipher_integrity_check", []), ("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            if [tuple(row) for row in self._connection.exec_driver_sql(f"PRAGMA {pragma}")] != fine:
                raise DataDamaged(what=pragma)

    def _check_rows(self) -> int:
        fresh = RowDigest(self._log_key)
        count = 0
        for mapping in self._mappings.values():
            for row in self._connection.execute(table_of(mapping.table).select()):
                count += 1
                if mapping.table not in UNLOGGED:
                    fresh.add(mapping.table, tuple(row))
        if fresh.value() != self._log.digest().value():
            raise DataDamaged(what="rows")
        return count

    def copy_to(self, path: Path, key_text: bytearray, seals: Mapping[str, bytes] = _NO_SEALS) -> None:
        """Copy the whole database, in one step, into a new encrypted file, and read it back before it counts.

        `seals` take the place of those of the same purpose in the copy: where it has another key, they differ.
        """
        with translated():
            self._write_copy(path, key_text, seals)
            _check_copy(path, key_text)

    def _write_copy(self, path: Path, key_text: bytearray, seals: Mapping[str, bytes]) -> None:
        with _another(path, key_text) as target:
            self._driver.copy_into(Driver(target))
            for seal in seals.items():
                target.exec_driver_sql(_PUT_SEAL, seal)
            target.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def seal(self, purpose: str) -> bytes | None:
        """Return a sealed key kept in the file, or None."""
        statement = "SELECT sealed FROM seals WHERE purpose = ?"
        return self._connection.exec_driver_sql(statement, (purpose,)).scalar()

    def put_seal(self, purpose: str, sealed: bytes) -> None:
        """Keep a sealed key in the file."""
        with translated():
            self._put_seal(purpose, sealed)

    def _put_seal(self, purpose: str, sealed: bytes) -> None:
        self._connection.exec_driver_sql(_PUT_SEAL, (purpose, sealed))

    def scrub_is_due(self) -> bool:
        """Say whether something was purged and its traces in the file have not been scrubbed yet."""
        return self.seal(SCRUB_DUE) is not None

    def scrub_is_done(self) -> None:
        """Note that nothing is left to scrub."""
        self.drop_seal(SCRUB_DUE)

    def drop_seal(self, purpose: str) -> None:
        """Forget a sealed key or a note among them, if it is there; nothing is written where it is not."""
        if self.seal(purpose) is not None:
            with translated():
                self._connection.exec_driver_sql("DELETE FROM seals WHERE purpose = ?", (purpose,))

    def close(self) -> None:
        """Empty the write-ahead log and let go of the file."""
        try:
            self.checkpoint()
        finally:
            self._connection.close()
            self._engine.dispose()

    def _running(self) -> SqlWork:
        assert self._work is not None  # noqa: S101  (begin comes first; anything else is a bug)
        return self._work


@contextmanager
def _another(path: Path, key_text: bytearray) -> Iterator[Connection]:
    engine = open_engine(path, key_text)
    try:
        with connect(engine) as connection:
            yield connection
    finally:
        engine.dispose()


def _check_copy(path: Path, key_text: bytearray) -> None:
    """Open a copy anew, so that every page comes from the disk and not from what was just written."""
    with _another(path, key_text) as copy:
        damaged = copy.exec_driver_sql("PRAGMA cipher_integrity_check").first()
        if damaged or copy.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
            raise DataDamaged(what="backup")

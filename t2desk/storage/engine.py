"""One encrypted connection: keyed first, then set for one user who must not lose a line."""

from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from t2desk.domain.desk_errors import CipherMissing, CommitFailed, DataDamaged, NoRoomToCommit
from t2desk.domain.errors import DeskError
from t2desk.storage.write_ahead import ROOM_BYTES

_driver = sqlcipher3.dbapi2

# Primary result codes of SQLite (sqlite.org/rescode.html).
_FULL, _IO_ERROR, _CORRUPT, _NOT_A_DATABASE, _CANNOT_OPEN, _READ_ONLY = 13, 10, 11, 26, 14, 8

# The same, in SQLite's own words for them.
_WORDS = {
    "database or disk is full": _FULL,
    "disk I/O error": _IO_ERROR,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOT_A_DATABASE,
    "unable to open database file": _CANNOT_OPEN,
    "attempt to write a readonly database": _READ_ONLY,
}

_SETTINGS = (
    "PRAGMA cipher_page_size = 4096",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    # Checkpoints come between acts, not within one: a captured line costs one fsync.
    "PRAGMA wal_autocheckpoint = 0",
    # A log that outgrew its room shrinks to it again, and goes on in the same blocks.
    f"PRAGMA journal_size_limit = {ROOM_BYTES}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -16000",
    "PRAGMA checkpoint_fullfsync = ON",
)

# Else SQLite writes a journal beside a new file while it turns to its write-ahead log.
_SETTINGS_OF_A_NEW_FILE = ("PRAGMA cipher_page_size = 4096", "PRAGMA journal_mode = MEMORY")


def check_cipher() -> None:
    """Refuse a database library that would write plain text, or spill to files. Raises CipherMissing."""
    probe = _driver.connect(":memory:")
    try:
        # Else the library prints its own lines on standard error for a wrong key.
        probe.execute("PRAGMA cipher_log_level = NONE")
        version = probe.execute("PRAGMA cipher_version").fetchone()
        options = {row[0] for row in probe.execute("PRAGMA compile_options")}
    finally:
        probe.close()
    in_memory = {"TEMP_STORE=2", "TEMP_STORE=3"} & options
    if not version or not version[0] or not in_memory:
        raise CipherMissing


def open_engine(path: Path, key_text: bytearray) -> Engine:
    """Return an engine on one encrypted file; `key_text` is SQLCipher's x'…' form and is not kept."""
    check_cipher()
    is_new = not path.exists() or not path.stat().st_size

    def creator() -> sqlcipher3.dbapi2.Connection:
        connection = _driver.connect(str(path), isolation_level=None, timeout=0, cached_statements=256)
        connection.set_key(key_text)
        for setting in (*(_SETTINGS_OF_A_NEW_FILE if is_new else ()), *_SETTINGS):
            connection.execute(setting)
        return connection

    # Nothing is rolled back when the pool gets the connection back: what is dropped unclosed, as where the program
    # ends half-way, is found by the garbage collector, on any thread.
    return create_engine(
        "sqlite://", creator=creator, module=sqlcipher3.dbapi2, poolclass=StaticPool, pool_reset_on_return=None,
        hide_parameters=True,
    )  # fmt: skip


def connect(engine: Engine) -> Connection:
    """Return the engine's one connection, with transactions begun and ended by hand."""
    with translated():
        return engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def _translation(code: int | None) -> DeskError:
    if code == _FULL:
        return NoRoomToCommit()
    if code in {_IO_ERROR, _CANNOT_OPEN, _READ_ONLY}:
        return CommitFailed()
    return DataDamaged(what="database")


def _code_of(error: Exception) -> int | None:
    """Return the primary code of a database error; the driver's backup raises errors that have words only."""
    code = getattr(error, "sqlite_errorcode", None)
    return _WORDS.get(str(error)) if code is None else code & 0xFF


class translated:  # noqa: N801  (used like a function: `with translated():`; it stands around every commit)
    """Turn the database's errors into the desk's: full, failing, damaged. Anything else is a bug and passes."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Begin to listen."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Raise the desk's error in place of the database's."""
        if not isinstance(error, DBAPIError | _driver.Error):
            return
        original = error.orig if isinstance(error, DBAPIError) else error
        code = _code_of(original) if isinstance(original, Exception) else None
        if code in _WORDS.values():
            raise _translation(code) from None

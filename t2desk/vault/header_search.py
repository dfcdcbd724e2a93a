"""Finding a dossier's key header: at the file's end, beside it, or in another copy; and saying why there is none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from t2desk.domain.disk import Disk, HeldFile
from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import (
    DossierDamaged,
    EmptyFile,
    HeaderDamaged,
    HeaderMissing,
    HeaderOfAnotherDossier,
    HeaderTampered,
    KeyCostRefused,
    MadeByNewerVersion,
    NotADossier,
    PlainDatabase,
)
from t2desk.vault.header import BLOCK_BYTES, COPIES_BYTES, FIRST_SEQ, MAGIC, Header, from_block
from t2desk.vault.kdf import SALT_BYTES

SQLITE_MAGIC = b"SQLite format 3\0"
PAGE_BYTES = 4096
_TAIL_BYTES = 2 * COPIES_BYTES  # room for a trailer with as much again of rubbish appended to it
_RANDOM_PAGE_VALUES = 200  # of 256 byte values, a page of ciphertext misses none but by a miracle

Reader = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True)
class Found:
    """The header to use, and where the database ends if something that is not database follows it."""

    header: Header
    database_end: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    """What one place had to say: its valid headers, and what was wrong with the others."""

    headers: tuple[Header, ...]
    problems: tuple[type[DeskError], ...]


def keys_path(path: Path) -> Path:
    """Return where the header lives while the dossier is open."""
    return path.with_name(path.name + "-keys")


def never_written(disk: Disk, path: Path) -> bool:
    """Tell whether the header beside an empty file is the first one a creation wrote, so that it guards nothing yet."""
    beside = _beside(disk, keys_path(path)).headers
    return bool(beside) and beside[0].seq == FIRST_SEQ


def find_header(disk: Disk, path: Path, held: HeldFile, header_from: Path | None = None) -> Found:
    """Return the newest valid header that belongs to the held database; nothing is written or derived.

    `header_from` is a backup or older copy, used when the file has no header of its own. Raises `EmptyFile`,
    `PlainDatabase`, `NotADossier`, `HeaderMissing`, `HeaderDamaged`, `HeaderOfAnotherDossier`, `HeaderTampered`,
    `DossierDamaged`, `MadeByNewerVersion` or `KeyCostRefused`.
    """
    size, first_page = held.size(), held.read(0, PAGE_BYTES)
    if not first_page:
        raise EmptyFile(name=path.name)
    if first_page.startswith(SQLITE_MAGIC):
        raise PlainDatabase(name=path.name)
    trailer = _trailer(held.read, size)
    beside = _beside(disk, keys_path(path))
    belonging = [header for header in (*trailer.headers, *beside.headers) if _belongs(header, first_page)]
    if not belonging and header_from is not None:
        belonging = _from_copy(disk, header_from, first_page)
    if not belonging:
        raise _reason(path.name, first_page, trailer, beside)
    newest = max(belonging, key=lambda header: header.seq)
    return Found(newest, _database_end(newest, trailer, beside, size, path.name))


def _trailer(read: Reader, size: int) -> _Place:
    """Read the end of a database; a copy counts only where it says it stands."""
    start = max(size - _TAIL_BYTES, 0)
    headers: list[Header] = []
    problems: list[type[DeskError]] = []
    for offset, outcome in _blocks(read(start, size - start)):
        if isinstance(outcome, DeskError):
            problems.append(type(outcome))
        elif outcome.database_bytes in (start + offset, start + offset - BLOCK_BYTES) and outcome.state == "closed":
            headers.append(outcome)
        else:
            problems.append(DossierDamaged)
    return _Place(_agreeing(headers), tuple(problems))


def _beside(disk: Disk, path: Path) -> _Place:
    """Read the two copies of a `-keys` file, if there is one."""
    if not disk.exists(path):
        return _Place((), ())
    outcomes = [outcome for _, outcome in _blocks(disk.read(path, 0, COPIES_BYTES))]
    problems = [type(outcome) for outcome in outcomes if isinstance(outcome, DeskError)]
    headers = [outcome for outcome in outcomes if isinstance(outcome, Header)]
    return _Place(_agreeing(headers), tuple(problems or [HeaderDamaged]))


def _blocks(content: bytes) -> Iterable[tuple[int, Header | DeskError]]:
    """Yield every place where a header begins, with the header or with what is wrong with it."""
    offset = content.find(MAGIC)
    while offset >= 0:
        try:
            yield offset, from_block(content[offset : offset + BLOCK_BYTES])
            offset += BLOCK_BYTES - 1
        except DeskError as problem:
            yield offset, problem
        offset = content.find(MAGIC, offset + 1)


def _agreeing(headers: list[Header]) -> tuple[Header, ...]:
    """Insist that sound copies in one place are equal: they are always written together."""
    if any(header != headers[0] for header in headers[1:]):
        raise HeaderTampered
    return tuple(headers[:1])


def _belongs(header: Header, first_page: bytes) -> bool:
    """Tell whether a header is this database's: SQLCipher keeps the salt in front."""
    return first_page[:SALT_BYTES] == header.salt_bytes()


def _from_copy(disk: Disk, path: Path, first_page: bytes) -> list[Header]:
    """Return the headers of another copy of the dossier that belong to this database."""
    trailer = _trailer(lambda offset, length: disk.read(path, offset, length), disk.size(path))
    headers = (*trailer.headers, *_beside(disk, keys_path(path)).headers)
    belonging = [header for header in headers if _belongs(header, first_page)]
    if headers and not belonging:
        raise HeaderOfAnotherDossier(name=path.name)
    return belonging


def _database_end(newest: Header, trailer: _Place, beside: _Place, size: int, name: str) -> int | None:
    """Return where the database ends: as the trailer says, or as a close that was interrupted had noted."""
    if trailer.headers:
        return trailer.headers[0].database_bytes
    if newest.state != "closing" or newest not in beside.headers or newest.database_bytes is None:
        return None
    if size < newest.database_bytes:
        raise DossierDamaged(name=name)
    # More than a torn trailer: not the file that was being closed, so nothing is cut off.
    return newest.database_bytes if size <= newest.database_bytes + COPIES_BYTES else None


def _reason(name: str, first_page: bytes, trailer: _Place, beside: _Place) -> DeskError:
    """Choose the error that tells most about why no header belongs to this file."""
    problems = {*trailer.problems, *beside.problems}
    if trailer.headers:
        return DossierDamaged(name=name)
    if beside.headers:
        return HeaderOfAnotherDossier(name=name)
    for told in (MadeByNewerVersion, KeyCostRefused, DossierDamaged, HeaderDamaged):
        if told in problems:
            return told(name=name)
    encrypted = len(first_page) == PAGE_BYTES and len(set(first_page)) >= _RANDOM_PAGE_VALUES
    return HeaderMissing(name=name) if encrypted else NotADossier(name=name)

"""What proves the past and the present: salted commitments chained by segment, and one digest over all rows."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from t2desk.domain.changes import Image, RowChange

_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One commit in the log: which operation, and a commitment to what it did; no content, name or time."""

    segment: str
    number: int
    operation: str
    salt: bytes
    commitment: bytes
    link: bytes

    @property
    def settled(self) -> bool:
        """Whether this entry stands for a whole settled segment: it commits to nothing any more."""
        return not self.salt and not self.commitment


def _plain(part: object) -> str:
    assert isinstance(part, bytes)  # noqa: S101  (rows hold nothing else that JSON does not know)
    return part.hex()


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _image_bytes(kind: str, image: Image | None) -> bytes | None:
    return None if image is None else _encoder.encode((kind, image)).encode()


def genesis(segment: str) -> bytes:
    """Return the link that a segment's first entry hangs on."""
    return hashlib.sha256(b"t2desk segment " + segment.encode()).digest()


def chained(before: bytes, entry: LogEntry) -> bytes:
    """Return the link of an entry, given the link before it."""
    head = f"{entry.segment} {entry.number} {entry.operation}".encode()
    return hashlib.sha256(before + entry.salt + entry.commitment + head).digest()


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row of a commit in canonical bytes, before and after: written once, for the commitment and the digest."""

    before: bytes | None
    after: bytes | None

    @classmethod
    def of(cls, row: RowChange) -> "WrittenRow":
        """Write a change's images down."""
        return cls(_image_bytes(row.kind, row.before), _image_bytes(row.kind, row.after))


def next_entry(segment: str, number: int, before: bytes, operation: str, rows: Iterable[WrittenRow]) -> LogEntry:
    """Return the entry that one commit appends to its segment; the bytes committed to are one JSON text a line."""
    salt = secrets.token_bytes(16)
    content = b"\n".join(image or b"" for row in rows for image in (row.before, row.after))
    commitment = hmac.digest(salt, content, "sha256")
    unlinked = LogEntry(segment, number, operation, salt, commitment, b"")
    return LogEntry(segment, number, operation, salt, commitment, chained(before, unlinked))


def settled_entry(last: LogEntry) -> LogEntry:
    """Return the one entry that stands for a settled segment: it keeps the last link, and nothing to guess by."""
    return LogEntry(last.segment, 1, last.operation, b"", b"", last.link)


class RowDigest:
    """A digest over a set of rows that does not depend on their order: keyed hashes added up modulo 2**256.

    A single page put back from an older copy of the file changes some row, and so the sum.
    """

    def __init__(self, key: bytes, value: bytes = bytes(32)) -> None:
        """Begin from a stored value, or from no rows at all."""
        self._key = key
        self._sum = int.from_bytes(value, "big")

    @classmethod
    def total(cls, key: bytes, parts: Iterable[bytes]) -> "RowDigest":
        """Return the sum of several digests: that of all their rows."""
        return cls(key, (sum(int.from_bytes(part, "big") for part in parts) % _MODULUS).to_bytes(32, "big"))

    def _hash(self, image: bytes | None) -> int:
        return 0 if image is None else int.from_bytes(hmac.digest(self._key, image, "sha256"), "big")

    def add(self, kind: str, image: Image) -> None:
        """Add a row."""
        self._sum = (self._sum + self._hash(_image_bytes(kind, image))) % _MODULUS

    def change(self, row: WrittenRow) -> None:
        """Take a row's former image away and add its new one."""
        self._sum = (self._sum - self._hash(row.before) + self._hash(row.after)) % _MODULUS

    def value(self) -> bytes:
        """Return the digest, 32 bytes."""
        return self._sum.to_bytes(32, "big")


def head_of(segments: Iterable[tuple[str, bytes]], digest: bytes) -> bytes:
    """Return the head: one hash over every segment's last link and the digest of all rows."""
    links = b"".join(hashlib.sha256(name.encode()).digest() + link for name, link in sorted(segments))
    return hashlib.sha256(b"t2desk head " + digest + links).digest()

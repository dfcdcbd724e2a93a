"""The log in the file: one entry a commit, a segment a session, and the head that proves them all."""

from dataclasses import dataclass, replace

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import DataDamaged
from t2desk.storage.driver import Driver, Row
from t2desk.storage.proof import LogEntry, RowDigest, WrittenRow, chained, genesis, head_of, next_entry, settled_entry

_PUT_ENTRY = "INSERT INTO log (segment, number, operation, salt, commitment, link, digest) VALUES (?, ?, ?, ?, ?, ?, ?)"
# Only a segment's last entry has a digest: one in every entry would tell in which order rows were written. The others
# have noughts of its length, so that the row keeps its place in its page at every line that is captured.
_PUT_DIGEST = "UPDATE log SET digest = ? WHERE segment = ? AND number = ?"
_EMPTY = "DELETE FROM log WHERE segment = ?"
_ENTRIES = "SELECT segment, number, operation, salt, commitment, link FROM log WHERE segment = ? ORDER BY number"
_LAST = _ENTRIES + " DESC LIMIT 2"
_DIGEST = "SELECT digest FROM log WHERE segment = ? AND number = ?"
_NOUGHTS = bytes(32)
_STRAY_DIGESTS = "SELECT count(*) FROM log WHERE digest <> zeroblob(32)"
# From one segment to the next by the key, without reading the entries between.
_SEGMENTS = """
    WITH RECURSIVE known (segment) AS (
        SELECT min(segment) FROM log
        UNION ALL SELECT (SELECT min(log.segment) FROM log WHERE log.segment > known.segment) FROM known
        WHERE known.segment IS NOT NULL
    ) SELECT segment FROM known WHERE segment IS NOT NULL
"""


# Everything that belongs to no session, from the making of the series on.
SERIES_SEGMENT = "series"


@dataclass(frozen=True, slots=True)
class SegmentHead:
    """A segment's last entry: its number, its link, and the digest of what was written under the segment."""

    number: int
    link: bytes
    digest: bytes


class LogChain:
    """Appends to the log and checks it, on the lane's one connection."""

    def __init__(self, driver: Driver, key: bytes) -> None:
        """Read the heads that the next commits hang on. Raises DataDamaged where a tail does not hang together."""
        self._driver = driver
        self._key = key
        self._heads = {segment: self._checked_head(segment) for segment in self._segments()}
        self._next: dict[str, SegmentHead] = {}

    def append(self, segment: str, operation: str, changes: Changes, settles: bool) -> None:
        """Write one entry and the digest moved on, within the running transaction."""
        head = self._head(segment)
        rows = [WrittenRow.of(change) for change in changes]
        entry = next_entry(segment, head.number + 1, head.link, operation, rows)
        digest = RowDigest(self._key, head.digest)
        for row in rows:
            digest.change(row)
        self._next = {}
        if settles:
            self._settle(entry, digest.value())
        else:
            self._driver.run(_PUT_DIGEST, (_NOUGHTS, segment, head.number))
            self._put(entry, digest.value())

    def _settle(self, last: LogEntry, digest: bytes) -> None:
        # A sum of its own would let guesses be tried at what stood in rows that other segments changed since.
        series = self._head(SERIES_SEGMENT)
        joined = RowDigest.total(self._key, (series.digest, digest)).value()
        self._driver.run(_EMPTY, (last.segment,))
        self._put(settled_entry(last), _NOUGHTS)
        self._driver.run(_PUT_DIGEST, (joined, SERIES_SEGMENT, series.number))
        self._next[SERIES_SEGMENT] = replace(series, digest=joined)

    def _put(self, entry: LogEntry, digest: bytes) -> None:
        row = (entry.segment, entry.number, entry.operation, entry.salt, entry.commitment, entry.link, digest)
        self._driver.run(_PUT_ENTRY, row)
        self._next[entry.segment] = SegmentHead(entry.number, entry.link, digest)

    def _head(self, segment: str) -> SegmentHead:
        return self._heads.get(segment) or SegmentHead(0, genesis(segment), _NOUGHTS)

    def committed(self) -> None:
        """Go on from what was appended: it is durable now."""
        self._heads.update(self._next)
        self._next = {}

    def rolled_back(self) -> None:
        """Forget what was appended: it is not in the file."""
        self._next = {}

    def digest(self) -> RowDigest:
        """Return the digest of all rows: the sum of what was written under each segment."""
        return RowDigest.total(self._key, (head.digest for head in self._heads.values()))

    def head(self) -> bytes:
        """Return the head over all segments and rows, 32 bytes."""
        links = ((segment, head.link) for segment, head in self._heads.items())
        return head_of(links, self.digest().value())

    def _checked_head(self, segment: str) -> SegmentHead:
        last = [LogEntry(*row) for row in self._driver.rows(_LAST, (segment,))]
        before = last[1].link if len(last) > 1 else genesis(segment)
        if not last[0].settled and chained(before, last[0]) != last[0].link:
            raise DataDamaged(what="log")
        digest = self._only(_DIGEST, (segment, last[0].number))[0]
        return SegmentHead(last[0].number, last[0].link, digest or _NOUGHTS)

    def check_all(self, known_operations: frozenset[str]) -> int:
        """Check every entry of every segment and return their number. Raises DataDamaged.

        An operation that is not on the closed list was not written by this program.
        """
        if set(self._segments()) != set(self._heads):
            raise DataDamaged(what="log")
        total = sum(self._checked_length(segment, known_operations) for segment in self._heads)
        if self._only(_STRAY_DIGESTS)[0] > len(self._heads):
            raise DataDamaged(what="log")
        return total

    def _checked_length(self, segment: str, known_operations: frozenset[str]) -> int:
        chain = [LogEntry(*row) for row in self._driver.rows(_ENTRIES, (segment,))]
        if any(entry.operation not in known_operations for entry in chain):
            raise DataDamaged(what="log")
        if not _is_whole(segment, chain) or self._checked_head(segment) != self._heads[segment]:
            raise DataDamaged(what="log")
        return len(chain)

    def _segments(self) -> list[str]:
        return [row[0] for row in self._driver.rows(_SEGMENTS)]

    def _only(self, statement: str, parts: tuple[object, ...] = ()) -> Row:
        row = self._driver.row(statement, parts)
        assert row is not None  # noqa: S101  (each of these questions has an answer)
        return row


def _is_whole(segment: str, chain: list[LogEntry]) -> bool:
    if [entry.number for entry in chain] == [1] and chain[0].settled:
        return True
    before = genesis(segment)
    for number, entry in enumerate(chain, start=1):
        if entry.number != number or chained(before, entry) != entry.link:
            return False
        before = entry.link
    return True

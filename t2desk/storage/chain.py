"""The log in the file: one entry a commit, a segment a session, and the head that proves them all."""

from dataclasses import dataclass

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import DataDamaged
from t2desk.storage.driver import Driver
from t2desk.storage.proof import LogEntry, RowDigest, chained, genesis, head_of, next_entry

_SEGMENT = "SELECT entries, link FROM segments WHERE segment = ?"
_PUT_SEGMENT = (
    "INSERT INTO segments (segment, entries, link, settled) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (segment) DO UPDATE SET entries = excluded.entries, link = excluded.link, settled = excluded.settled"
)
_PUT_ENTRY = "INSERT INTO log (segment, number, operation, salt, commitment, link) VALUES (?, ?, ?, ?, ?, ?)"
_PUT_DIGEST = "INSERT INTO proof (id, digest) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest"
_ENTRIES = "SELECT segment, number, operation, salt, commitment, link FROM log WHERE segment = ? ORDER BY number"
_LAST = _ENTRIES + " DESC LIMIT 2"


@dataclass(frozen=True, slots=True)
class SegmentHead:
    """How many entries a segment has and what its last one links to."""

    entries: int
    link: bytes


class LogChain:
    """Appends to the log and checks it, on the lane's one connection."""

    def __init__(self, driver: Driver, key: bytes) -> None:
        """Read the digest that the next commit goes on from."""
        self._driver = driver
        self._key = key
        self.digest = self.stored_digest()
        self._heads: dict[str, SegmentHead] = {}

    def forget(self) -> None:
        """Go back to what was last committed: what a transaction that was rolled back had moved on is read anew."""
        self.digest = self.stored_digest()
        self._heads.clear()

    def stored_digest(self) -> RowDigest:
        """Return the digest as last committed."""
        row = self._driver.row("SELECT digest FROM proof WHERE id = 1")
        return RowDigest(self._key, row[0] if row else bytes(32))

    def append(self, segment: str, operation: str, changes: Changes, settles: bool) -> None:
        """Write one entry, the segment's new head and the new digest, within the running transaction."""
        head = self._segment(segment)
        entry = next_entry(segment, head.entries + 1, head.link, operation, changes)
        if settles:
            entry = LogEntry(segment, 1, operation, b"", b"", entry.link)
            self._driver.run("DELETE FROM log WHERE segment = ?", (segment,))
        row = (entry.segment, entry.number, entry.operation, entry.salt, entry.commitment, entry.link)
        self._driver.run(_PUT_ENTRY, row)
        self._driver.run(_PUT_SEGMENT, (segment, entry.number, entry.link, int(settles)))
        self._heads[segment] = SegmentHead(entry.number, entry.link)
        for change in changes:
            self.digest.change(change)
        self._driver.run(_PUT_DIGEST, (self.digest.value(),))

    def head(self) -> bytes:
        """Return the head over all segments and rows, 32 bytes."""
        rows = self._driver.rows("SELECT segment, link FROM segments")
        return head_of(((row[0], row[1]) for row in rows), self.digest.value())

    def check_tail(self) -> None:
        """Check that each segment's last entry hangs on the one before. Raises DataDamaged."""
        for segment, entries, link, settled in self._segments():
            last = [LogEntry(*row) for row in self._driver.rows(_LAST, (segment,))]
            if not last or last[0].number != entries or last[0].link != link:
                raise DataDamaged(what="log")
            before = last[1].link if len(last) > 1 else genesis(segment)
            if not settled and chained(before, last[0]) != link:
                raise DataDamaged(what="log")

    def check_all(self, known_operations: frozenset[str]) -> int:
        """Check every entry of every segment and return their number. Raises DataDamaged.

        An operation that is not on the closed list was not written by this program.
        """
        self.check_tail()
        total = 0
        for segment, entries, _, settled in self._segments():
            chain = [LogEntry(*row) for row in self._driver.rows(_ENTRIES, (segment,))]
            total += len(chain)
            if any(entry.operation not in known_operations for entry in chain):
                raise DataDamaged(what="log")
            if len(chain) != entries or (not settled and not _is_whole(segment, chain)):
                raise DataDamaged(what="log")
        return total

    def _segment(self, segment: str) -> SegmentHead:
        if segment not in self._heads:
            row = self._driver.row(_SEGMENT, (segment,))
            self._heads[segment] = SegmentHead(0, genesis(segment)) if row is None else SegmentHead(row[0], row[1])
        return self._heads[segment]

    def _segments(self) -> list[tuple[str, int, bytes, int]]:
        rows = self._driver.rows("SELECT segment, entries, link, settled FROM segments")
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def _is_whole(segment: str, chain: list[LogEntry]) -> bool:
    before = genesis(segment)
    for number, entry in enumerate(chain, start=1):
        if entry.number != number or chained(before, entry) != entry.link:
            return False
        before = entry.link
    return True

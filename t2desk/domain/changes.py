"""What a commit touched, and how to put it back: before and after images of rows, in memory only."""

from collections.abc import Iterator
from dataclasses import dataclass

Image = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of one kind, before and after; None where it was not, or is no more."""

    kind: str
    key: str | int
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one commit did, in order."""

    rows: tuple[RowChange, ...] = ()

    def inverse(self) -> "Changes":
        """Return the changes that undo these."""
        return Changes(tuple(RowChange(r.kind, r.key, r.after, r.before) for r in reversed(self.rows)))

    def touches(self, *kinds: str) -> bool:
        """Say whether any row of these kinds changed."""
        return any(row.kind in kinds for row in self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __iter__(self) -> Iterator[RowChange]:
        return iter(self.rows)

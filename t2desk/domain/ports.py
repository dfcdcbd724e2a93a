"""What the services need from outside: a transaction to work in, a store, a clock, and keys that say nothing."""

from collections.abc import Callable, Iterable
from datetime import tzinfo
from typing import Any, Protocol, TypeVar

from t2desk.domain.changes import Changes
from t2desk.domain.moments import Moment

R = TypeVar("R")
Key = str | int
# The parts that a group shares, how many values it has, and the sum of one of their fields.
Total = tuple[tuple[str | None, ...], int, float]
ZoneFinder = Callable[[str], tzinfo | None]


class Clock(Protocol):
    """Tells the time on three clocks."""

    def now(self) -> Moment:
        """Return this moment."""
        ...

    def asleep(self) -> float:
        """Return for how many seconds the machine lay still since it was started, as far as its clocks tell."""
        ...


class KeySource(Protocol):
    """Draws the random integer keys that are the rows' places in the file."""

    def draw(self) -> int:
        """Return a positive integer below 2**53."""
        ...


class Work(Protocol):
    """One transaction. Values come back frozen; `put`, `put_many`, `remove`, `discard` and `clear` alone write."""

    @property
    def now(self) -> Moment:
        """The one time of this transaction."""
        ...

    @property
    def purges(self) -> bool:
        """Whether this transaction asked for a purge."""
        ...

    @property
    def undo_stays(self) -> bool:
        """Whether a purge that was asked for leaves undo what it knows."""
        ...

    @property
    def segment(self) -> str:
        """The segment of the log that this transaction belongs to."""
        ...

    def changes(self) -> Changes:
        """Return what this transaction has changed so far."""
        ...

    def new_key(self) -> int:
        """Return a random key that no row of any kind bears."""
        ...

    def get(self, kind: type[R], key: Key) -> R:
        """Return the value with this key. Raises NotThere."""
        ...

    def find(self, kind: type[R], key: Key | None) -> R | None:
        """Return the value with this key, or None."""
        ...

    def select(self, kind: type[R], /, **equals: object) -> tuple[R, ...]:
        """Return the values whose fields equal these, by key; None asks for empty fields."""
        ...

    def texts(self, kind: type[object], *fields: str) -> tuple[tuple[Any, ...], ...]:
        """Return the key and some text fields of every value, as they are stored; for looking through very many."""
        ...

    def count(self, kind: type[object], /, **equals: object) -> int:
        """Return how many values have fields that equal these."""
        ...

    def later(self, kind: type[R], field: str, least: object, /, **equals: object) -> tuple[R, ...]:
        """Return the values whose `field` is at least this, and whose others equal these, by key."""
        ...

    def totals(self, kind: type[object], by: tuple[str, ...], of: str, /, **equals: object) -> tuple[Total, ...]:
        """Return, for each group of values, its fields `by`, how many have a number in `of`, and their sum."""
        ...

    def put(self, value: object) -> None:
        """Write a value, new or changed."""
        ...

    def put_many(self, values: Iterable[object]) -> None:
        """Write several values of one kind."""
        ...

    def remove(self, kind: type[object], key: Key) -> None:
        """Remove a value. Raises NotThere."""
        ...

    def discard(self, kind: type[object], key: Key) -> None:
        """Remove a value if it is there."""
        ...

    def clear(self, kind: type[object], /, **equals: object) -> bool:
        """Remove the values whose fields equal these; say whether there were any."""
        ...

    def remove_below(self, kind: type[object], key: Key, sparing: tuple[type[object], ...] = ()) -> int:
        """Remove all that refers to a value, and to that, however far; return how many rows.

        The value itself stays, and so do values of kinds that are to be spared, with all that refers to them alone.
        """
        ...

    def log_under(self, segment: str) -> None:
        """Say which session's segment of the log this transaction belongs to."""
        ...

    def settle_log(self, segment: str) -> None:
        """Replace a session's segment of the log by one entry that carries its last link."""
        ...

    def seal_source(self, person: str, subject_key: int) -> bytes | None:
        """Return who said something, sealed to a key that does not open with the desk's; None without such a key."""
        ...

    def zone(self, name: str) -> tzinfo | None:
        """Return the time zone of an IANA name; None where the machine knows none."""
        ...

    def purge(self, undo_stays: bool = False) -> None:
        """Ask that, once committed, undo forgets and no page of the file keeps what this transaction removed.

        Where what was removed was never in undo (what was half typed), undo may stay as it is.
        """
        ...


class Store(Protocol):
    """The dossier's data behind one lane."""

    def begin(self, now: Moment) -> Work:
        """Begin a transaction; only one at a time."""
        ...

    def commit(self, operation: str) -> Changes:
        """Make the running transaction durable under a name of the closed list, and say what it changed."""
        ...

    def roll_back(self) -> None:
        """Forget the running transaction."""
        ...

    def apply(self, changes: Changes) -> None:
        """Write images back within the running transaction (undo and redo)."""
        ...

    def scrub(self, rewrite: bool = True) -> None:
        """Leave nothing of removed rows in file, write-ahead log or backups; rewritten, nor of where they stood."""
        ...

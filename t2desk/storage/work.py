"""One transaction: reads values, and writes them through the one path that undo, log and proof hang on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo
from typing import Any, TypeVar, cast

from t2desk.domain.changes import Changes, Image, RowChange
from t2desk.domain.desk_errors import NotThere
from t2desk.domain.keys import key_to_text
from t2desk.domain.moments import Moment
from t2desk.domain.ports import Key, KeySource, Total, ZoneFinder
from t2desk.storage.chain import SERIES_SEGMENT
from t2desk.storage.dependants import dependants
from t2desk.storage.driver import Driver
from t2desk.storage.mapping import ValueMapping
from t2desk.storage.rows import RowReader, statements_of
from t2desk.storage.tables import table_of

R = TypeVar("R")
SourceSealer = Callable[[str, int], bytes | None]


class SqlWork:
    """A transaction on the lane's one connection; the store begins and ends it."""

    def __init__(
        self,
        driver: Driver,
        mappings: Mapping[type[Any], ValueMapping],
        keys: KeySource,
        seal_source: SourceSealer,
        zone_of: ZoneFinder,
        now: Moment,
    ) -> None:
        """Keep the transaction's one time; nothing has changed yet."""
        self._driver = driver
        self._mappings = mappings
        self._keys = keys
        self._seal_source = seal_source
        self._zone_of = zone_of
        self._changed: list[RowChange] = []
        self._drawn: set[Key] = set()
        self.now = now
        self.segment = SERIES_SEGMENT
        self.settled_segment: str | None = None
        self.purges = False
        self.undo_stays = False

    def new_key(self) -> int:
        """Return a random key; with 2**53 of them, one that is taken would be refused by the table itself."""
        key = self._keys.draw()
        self._drawn.add(key)
        return key

    def find(self, kind: type[R], key: Key | None) -> R | None:
        """Return the value with this key, or None."""
        if key is None:
            return None
        mapping = self._mappings[kind]
        row = self._row(mapping.table, key)
        return None if row is None else cast("R", mapping.value(row))

    def get(self, kind: type[R], key: Key) -> R:
        """Return the value with this key. Raises NotThere."""
        value = self.find(kind, key)
        if value is None:
            raise NotThere(kind=kind.__name__, key=key_to_text(key) if isinstance(key, int) else key)
        return value

    def select(self, kind: type[R], /, **equals: object) -> tuple[R, ...]:
        """Return the values whose fields equal these, by key."""
        mapping = self._mappings[kind]
        return tuple(
            cast("R", mapping.value(row)) for row in self._reader(mapping).rows(self._encoded(mapping, equals))
        )

    def texts(self, kind: type[object], *fields: str) -> tuple[tuple[Any, ...], ...]:
        """Return the key and some text fields of every value, as they are stored."""
        mapping = self._mappings[kind]
        return self._reader(mapping).texts((mapping.key, *fields))

    def count(self, kind: type[object], /, **equals: object) -> int:
        """Return how many values have fields that equal these."""
        mapping = self._mappings[kind]
        return self._reader(mapping).count(self._encoded(mapping, equals))

    def later(self, kind: type[R], field: str, least: object, /, **equals: object) -> tuple[R, ...]:
        """Return the values whose `field` is at least this, and whose others equal these, by key."""
        mapping = self._mappings[kind]
        rows = self._reader(mapping).later(field, mapping.encoded(field, least), self._encoded(mapping, equals))
        return tuple(cast("R", mapping.value(row)) for row in rows)

    def totals(self, kind: type[object], by: tuple[str, ...], of: str, /, **equals: object) -> tuple[Total, ...]:
        """Return, for each group of values, its fields `by`, how many have a number in `of`, and their sum."""
        mapping = self._mappings[kind]
        return self._reader(mapping).totals(by, of, self._encoded(mapping, equals))

    def put(self, value: object) -> None:
        """Write a value, new or changed."""
        mapping = self._mappings[type(value)]
        image = mapping.image(value)
        key = cast("Key", image[0])
        # A key drawn in this transaction has no row yet; were it taken, the table itself would refuse the insert.
        fresh = key in self._drawn
        self._drawn.discard(key)
        self._write(RowChange(mapping.table, key, None if fresh else self._row(mapping.table, key), image))

    def put_many(self, values: Iterable[object]) -> None:
        """Write several values."""
        for value in values:
            self.put(value)

    def remove(self, kind: type[object], key: Key) -> None:
        """Remove a value. Raises NotThere."""
        if not self._removed(kind, key):
            raise NotThere(kind=kind.__name__, key=str(key))

    def discard(self, kind: type[object], key: Key) -> None:
        """Remove a value if it is there."""
        self._removed(kind, key)

    def clear(self, kind: type[object], /, **equals: object) -> bool:
        """Remove the values whose fields equal these; say whether there were any."""
        mapping = self._mappings[kind]
        rows = self._reader(mapping).rows(self._encoded(mapping, equals))
        for row in rows:
            self._write(RowChange(mapping.table, cast("Key", row[0]), row, None))
        return bool(rows)

    def remove_below(self, kind: type[object], key: Key, sparing: tuple[type[object], ...] = ()) -> int:
        """Remove all that refers to a value, however far, and return how many rows; the value itself stays."""
        spared = frozenset(self._mappings[one].table for one in sparing)
        below = tuple(dependants(self._driver, self._mappings[kind].table, key, spared))
        for table, below_key in below:
            self._write(RowChange(table, below_key, self._row(table, below_key), None))
        return len(below)

    def _removed(self, kind: type[object], key: Key) -> bool:
        table = self._mappings[kind].table
        before = self._row(table, key)
        if before is not None:
            self._write(RowChange(table, key, before, None))
        return before is not None

    def log_under(self, segment: str) -> None:
        """Say which session's segment of the log this transaction belongs to."""
        self.segment = segment

    def settle_log(self, segment: str) -> None:
        """Ask that committing replaces this segment by one entry."""
        self.segment = segment
        self.settled_segment = segment

    def seal_source(self, person: str, subject_key: int) -> bytes | None:
        """Return who said something, sealed; None where the dossier has no source key."""
        return self._seal_source(person, subject_key)

    def zone(self, name: str) -> tzinfo | None:
        """Return the time zone of an IANA name; None where the machine knows none."""
        return self._zone_of(name)

    def purge(self, undo_stays: bool = False) -> None:
        """Ask that nothing of what this transaction removed is left anywhere; undo may know what it never knew."""
        self.purges = True
        self.undo_stays = undo_stays

    def apply(self, changes: Changes) -> None:
        """Write images back, by key; the images' own `before` must be what stands there."""
        for row in changes:
            self._write(RowChange(row.kind, row.key, self._row(row.kind, row.key), row.after))

    def changes(self) -> Changes:
        """Return what was written so far."""
        return Changes(tuple(self._changed))

    def _reader(self, mapping: ValueMapping) -> RowReader:
        return RowReader(self._driver, table_of(mapping.table))

    def _encoded(self, mapping: ValueMapping, equals: dict[str, object]) -> dict[str, object]:
        return {name: mapping.encoded(name, part) for name, part in equals.items()}

    def _row(self, table: str, key: Key) -> Image | None:
        return self._driver.row(statements_of(table).read, (key,))

    def _write(self, row: RowChange) -> None:
        if row.before == row.after:
            return
        statements = statements_of(row.kind)
        if row.after is None:
            self._driver.run(statements.delete, (row.key,))
        elif row.before is None:
            self._driver.run(statements.insert, row.after)
        else:
            self._driver.run(statements.update, (*row.after[1:], row.key))
        self._changed.append(row)

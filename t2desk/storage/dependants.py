"""What refers to a row, and to that, however far: read off the tables' own references, so that none is forgotten."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from t2desk.domain.ports import Key
from t2desk.storage.driver import Driver
from t2desk.storage.tables import TABLE_NAMES, table_of


@cache
def _referring() -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    tables = {name: table_of(name) for name in TABLE_NAMES}  # all of them: a reference is found by its target
    for name, table in tables.items():
        key = next(iter(table.primary_key.columns)).name
        for reference in table.foreign_keys:
            statement = f'SELECT "{key}" FROM {name} WHERE "{reference.parent.name}" = ?'  # noqa: S608  (our own names)
            found[reference.column.table.name].append((name, statement))
    return found


def dependants(driver: Driver, table: str, key: Key, spared: frozenset[str]) -> Iterator[tuple[str, Key]]:
    """Yield table and key of each row that refers to this one or to such a row; spared tables are not gone into."""
    waiting, seen = [(table, key)], {(table, key)}
    while waiting:
        parent, parent_key = waiting.pop()
        for child, statement in _referring().get(parent, ()):
            if child in spared:
                continue
            for (child_key,) in driver.rows(statement, (parent_key,)):
                if (child, child_key) not in seen:
                    seen.add((child, child_key))
                    waiting.append((child, child_key))
                    yield child, child_key

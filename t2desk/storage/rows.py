"""SQL for single rows, composed once by SQLAlchemy and kept as text: the hot path composes nothing."""

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from t2desk.domain.changes import Image
from t2desk.domain.ports import Total
from t2desk.storage.driver import Driver
from t2desk.storage.tables import table_of

_DIALECT = sqlite.dialect()

Shape = tuple[tuple[str, bool], ...]  # which fields are asked for, and whether each must be empty


class TableStatements:
    """The four statements of one table whose first column is its key, with positional parameters.

    Each is composed when it is first asked for.
    """

    def __init__(self, table: Table) -> None:
        """Keep the table."""
        self._table = table
        self._key = next(iter(table.columns))
        self._matches = self._key == bindparam("which")

    @cached_property
    def read(self) -> str:
        """Return what reads one row by its key."""
        return _text(select(*self._table.columns).where(self._matches))

    @cached_property
    def insert(self) -> str:
        """Return what adds a row."""
        return _text(insert(self._table))

    @cached_property
    def update(self) -> str:
        """Return what changes all of a row but its key; where there is nothing but a key, it changes nothing."""
        others = list(self._table.columns)[1:]
        changed: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in others}
        return _text(update(self._table).where(self._matches).values(changed or {self._key.name: bindparam("same")}))

    @cached_property
    def delete(self) -> str:
        """Return what removes a row by its key."""
        return _text(delete(self._table).where(self._matches))


@cache
def statements_of(name: str) -> TableStatements:
    """Return the statements of the table of this name."""
    return TableStatements(table_of(name))


def _text(statement: Any) -> str:
    return str(statement.compile(dialect=_DIALECT))


class RowReader:
    """Reads rows of one table by equality, and counts them; each shape of a question is composed once."""

    def __init__(self, driver: Driver, table: Table) -> None:
        """Keep what every read needs."""
        self._driver = driver
        self._table = table

    def rows(self, equals: dict[str, object]) -> list[Image]:
        """Return the matching rows, by key."""
        return self._driver.rows(*self._asked(_rows_statement, equals))

    def later(self, name: str, least: object, equals: dict[str, object]) -> list[Image]:
        """Return the matching rows in which a column is at least this, by key."""
        shape = tuple((one, part is None) for one, part in equals.items())
        given = tuple(part for part in equals.values() if part is not None)
        return self._driver.rows(_later_statement(self._table, shape, name), (*given, least))

    def texts(self, names: tuple[str, ...]) -> tuple[Image, ...]:
        """Return some columns of every row."""
        query = _text(select(*(self._table.columns[name] for name in names)))
        return tuple(self._driver.rows(query))

    def count(self, equals: dict[str, object]) -> int:
        """Return how many rows match."""
        return int(self._driver.rows(*self._asked(_count_statement, equals))[0][0])

    def _asked(self, compose: Callable[[Table, Shape], str], equals: dict[str, object]) -> tuple[str, Image]:
        shape = tuple((name, part is None) for name, part in equals.items())
        given = tuple(part for part in equals.values() if part is not None)
        return compose(self._table, shape), given

    def totals(self, by: tuple[str, ...], of: str, equals: dict[str, object]) -> tuple[Total, ...]:
        """Return groups with how many of a field are not empty, and their sum; added up by the database."""
        shape = tuple((name, part is None) for name, part in equals.items())
        given = tuple(part for part in equals.values() if part is not None)
        found = self._driver.rows(_totals_statement(self._table, shape, by, of), given)
        return tuple((tuple(row[: len(by)]), int(row[-2]), float(row[-1] or 0.0)) for row in found)


@cache
def _rows_statement(table: Table, shape: Shape) -> str:
    key = next(iter(table.columns))
    return _text(select(*table.columns).where(*_conditions(table, shape)).order_by(key))


@cache
def _later_statement(table: Table, shape: Shape, name: str) -> str:
    key, column = next(iter(table.columns)), table.columns[name]
    conditions = (*_conditions(table, shape), column >= bindparam(None))
    return _text(select(*table.columns).where(*conditions).order_by(key))


@cache
def _count_statement(table: Table, shape: Shape) -> str:
    return _text(select(func.count()).select_from(table).where(*_conditions(table, shape)))


@cache
def _totals_statement(table: Table, shape: Shape, by: tuple[str, ...], of: str) -> str:
    groups, summed = [table.columns[name] for name in by], table.columns[of]
    query = select(*groups, func.count(summed), func.sum(summed)).where(*_conditions(table, shape))
    return _text(query.group_by(*groups).order_by(*groups))


def _conditions(table: Table, shape: Shape) -> list[Any]:
    columns = [(table.columns[name], is_empty) for name, is_empty in shape]
    return [column.is_(None) if is_empty else column == bindparam(None) for column, is_empty in columns]

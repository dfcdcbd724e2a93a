"""SQL for single rows, composed once by SQLAlchemy and kept as text: the hot path composes nothing."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from t2desk.domain.changes import Image

_DIALECT = sqlite.dialect()


@dataclass(frozen=True, slots=True)
class TableStatements:
    """The four statements of one table, with positional parameters."""

    read: str
    insert: str
    update: str
    delete: str


def statements_of(table: Table) -> TableStatements:
    """Compose the statements of a table whose first column is its key."""
    key = next(iter(table.columns))
    others = list(table.columns)[1:]
    matches = key == bindparam("which")
    changed: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in others} or {
        key.name: bindparam("same")
    }
    return TableStatements(
        _text(select(*table.columns).where(matches)),
        _text(insert(table)),
        _text(update(table).where(matches).values(changed)),
        _text(delete(table).where(matches)),
    )


def _text(statement: Any) -> str:
    return str(statement.compile(dialect=_DIALECT))


class RowReader:
    """Reads rows of one table by equality, and counts them."""

    def __init__(self, connection: Connection, table: Table) -> None:
        """Keep what every read needs."""
        self._connection = connection
        self._table = table

    def rows(self, equals: dict[str, object]) -> list[Image]:
        """Return the matching rows, by key."""
        key = next(iter(self._table.columns))
        query = select(*self._table.columns).where(*self._conditions(equals)).order_by(key)
        return [tuple(row) for row in self._connection.execute(query)]

    def texts(self, names: tuple[str, ...]) -> tuple[Image, ...]:
        """Return some columns of every row."""
        query = _text(select(*(self._table.columns[name] for name in names)))
        return tuple(self._connection.exec_driver_sql(query))

    def count(self, equals: dict[str, object]) -> int:
        """Return how many rows match."""
        query = select(func.count()).select_from(self._table).where(*self._conditions(equals))
        return int(self._connection.execute(query).scalar_one())

    def _conditions(self, equals: dict[str, object]) -> list[Any]:
        return [_equal(self._table.columns[name], part) for name, part in equals.items()]


def _equal(column: Column[Any], part: object) -> Any:
    return and_(column.is_(None)) if part is None else column == part

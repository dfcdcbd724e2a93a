"""The driver's own cursor for the hot path: SQL composed by SQLAlchemy, run without its per-statement cost."""

from collections.abc import Sequence
from typing import Any

import sqlcipher3
from sqlalchemy import Connection

IntegrityError = sqlcipher3.dbapi2.IntegrityError
Row = tuple[Any, ...]


class Driver:
    """Runs statements on the lane's one connection, within the transaction that the store began."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection that SQLAlchemy opened, keyed and set."""
        self._connection = connection.connection.dbapi_connection

    def run(self, statement: str, parts: Sequence[object] = ()) -> None:
        """Run a statement that answers nothing."""
        self._connection.execute(statement, parts)  # type: ignore[union-attr]

    def rows(self, statement: str, parts: Sequence[object] = ()) -> list[Row]:
        """Return all rows of an answer."""
        answer: list[Row] = self._connection.execute(statement, parts).fetchall()  # type: ignore[union-attr]
        return answer

    def row(self, statement: str, parts: Sequence[object] = ()) -> Row | None:
        """Return the first row of an answer, or None."""
        answer: Row | None = self._connection.execute(statement, parts).fetchone()  # type: ignore[union-attr]
        return answer

    def copy_into(self, target: "Driver") -> None:
        """Copy the whole database into another, in one step."""
        self._connection.backup(target._connection)  # type: ignore[union-attr]  # noqa: SLF001  (one of its own kind)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction runs."""
        return bool(self._connection.in_transaction)  # type: ignore[union-attr]

"""Numbered steps on `user_version`, each in one transaction, each after a backup."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from t2desk.domain.desk_errors import NewerVersion
from t2desk.storage.migrations import (
    m0001_first,
    m0002_digest_in_log,
    m0003_floor_times,
    m0004_floor,
    m0005_agenda,
    m0006_turns_summed,
    m0007_party_order,
    m0008_room,
    m0009_ground,
    m0010_lately,
    m0011_retention,
)

APPLICATION_ID = 0x7432646B  # "t2dk"

STEPS: tuple[str, ...] = (
    m0001_first.SQL,
    m0002_digest_in_log.SQL,
    m0003_floor_times.SQL,
    m0004_floor.SQL,
    m0005_agenda.SQL,
    m0006_turns_summed.SQL,
    m0007_party_order.SQL,
    m0008_room.SQL,
    m0009_ground.SQL,
    m0010_lately.SQL,
    m0011_retention.SQL,
)
NEWEST = len(STEPS)


def version_of(connection: Connection) -> int:
    """Return the schema version of a file. Raises NewerVersion beyond what this program knows."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > NEWEST:
        raise NewerVersion
    return version


def migrate(connection: Connection, before_each: Callable[[int], None], steps: tuple[str, ...] = STEPS) -> None:
    """Run the steps that a file still lacks; `before_each` makes a backup and is not called for a new file."""
    found = version_of(connection)
    for version in range(found, len(steps)):
        if found:
            before_each(version)
        _run(connection, steps[version], version + 1)


def _run(connection: Connection, script: str, version: int) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        for statement in _statements(script, version):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # Else the connection could not even be closed well; where the disk failed, SQLite has rolled back by itself.
        if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
            connection.exec_driver_sql("ROLLBACK")
        raise


def _statements(script: str, version: int) -> Iterator[str]:
    for statement in script.split(";\n"):
        if statement.strip():
            yield statement.strip().removesuffix(";")
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {version}"

"""The schema that the steps build is the schema of the tables, and the first one stays as it was released."""

import json
import shutil
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from t2desk.app.opening import open_dossier, with_passphrase
from t2desk.services.record import whole_record
from t2desk.storage.migrations import APPLICATION_ID, NEWEST, STEPS, m0001_first, migrate
from t2desk.storage.tables import whole_schema
from tests.storage.dossiers import PASSPHRASE

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture
def memory():
    """Return fresh databases in memory, closed afterwards."""
    engines = []

    def fresh():
        engines.append(create_engine("sqlite://", module=sqlcipher3.dbapi2, poolclass=StaticPool))
        return engines[-1].connect().execution_options(isolation_level="AUTOCOMMIT")

    yield fresh
    for engine in engines:
        engine.dispose()


def pragma(connection, name, argument):
    return [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {name}('{argument}')")]


def shape(connection):
    """Return everything SQLite tells of a schema, apart from how its text is laid out."""
    tables = {row[1]: tuple(row[2:6]) for row in pragma_all(connection, "table_list") if row[0] == "main"}
    return {
        name: {
            "kind": kind,
            "columns": pragma(connection, "table_xinfo", name),
            "indexes": sorted(index(connection, row) for row in pragma(connection, "index_list", name)),
            "references": sorted(row[2:] for row in pragma(connection, "foreign_key_list", name)),
            "deferred": text_of(connection, name).count("DEFERRABLE INITIALLY DEFERRED"),
        }
        for name, kind in tables.items()
    }


def pragma_all(connection, name):
    return [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {name}")]


def index(connection, row):
    columns = pragma(connection, "index_xinfo", row[1])
    where = text_of(connection, row[1]).partition(" WHERE ")[2]
    return (row[1], row[2:], tuple(column[1:] for column in columns), where)


def text_of(connection, name):
    found = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).scalar()
    return " ".join((found or "").split())


def migrated(connection):
    migrate(connection, lambda version: pytest.fail(f"a backup of nothing before step {version}"))
    return shape(connection)


def test_the_steps_build_what_the_tables_say(memory):
    described = memory()
    whole_schema().create_all(described)
    assert migrated(memory()) == shape(described)


@pytest.mark.parametrize(
    "spoiled",
    [
        "DROP INDEX points_by_session",
        "ALTER TABLE notes ADD COLUMN speaker TEXT",
        "ALTER TABLE notes DROP COLUMN neutral_wording",
        "DROP INDEX turns_running",
        "DROP TABLE seals",
    ],
)
def test_the_comparison_sees_a_difference_when_there_is_one(memory, spoiled):
    connection = memory()
    before = migrated(connection)
    connection.exec_driver_sql(spoiled)
    assert shape(connection) != before


def test_every_table_is_strict_and_keeps_no_order_of_writing(memory):
    connection = memory()
    for name, table in migrated(connection).items():
        _, _, without_rowid, strict = table["kind"]
        if not name.startswith("sqlite_"):
            assert strict, name
            keys = [column for column in table["columns"] if column[5]]
            assert without_rowid or [key[2] for key in keys] == ["INTEGER"], name


def test_a_new_file_says_what_it_is(memory):
    connection = memory()
    migrated(connection)
    assert pragma_all(connection, "application_id") == [(APPLICATION_ID,)]
    assert pragma_all(connection, "user_version") == [(NEWEST,)]


def test_the_first_step_is_never_edited():
    assert (DATA / "first_schema.sql").read_text("utf-8") == m0001_first.SQL == STEPS[0]


def test_the_first_release_s_dossier_opens_verifies_and_shows(tmp_path):
    expected = json.loads((DATA / "first_schema.json").read_text("utf-8"))
    path = Path(shutil.copy(DATA / "first_schema.t2d", tmp_path))
    with open_dossier(path, with_passphrase(PASSPHRASE)) as dossier:
        counts = dossier.verify()
        record = json.loads(json.dumps(dossier.desk.read(whole_record)))
        head = dossier.head_words()
    for session in record["meetings"][0]["sessions"]:
        session.pop("events")  # a later release shows them: what was there before stays as it was
    assert record == expected["record"]
    assert counts["rows"] == expected["counts"]["rows"]
    assert head == expected["head"]


def test_the_first_release_s_dossier_can_still_be_written_to(tmp_path):
    path = Path(shutil.copy(DATA / "first_schema.t2d", tmp_path))
    with open_dossier(path, with_passphrase(PASSPHRASE)) as dossier:
        dossier.desk.perform("session.open", {"title": "Later"})
        dossier.desk.perform("note.add", {"text": "A line of a later release."})
        dossier.desk.undo()
        dossier.verify()

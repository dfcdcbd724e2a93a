"""At rest everything is encrypted: in the file, its log and its backups; and only the right key and lane get in."""

import base64
import math
import threading
from collections import Counter

import pytest
from sqlcipher3.dbapi2 import ProgrammingError

from t2desk.domain.desk_errors import CipherMissing, DataDamaged
from t2desk.services.series import THE_SERIES
from t2desk.storage import engine
from t2desk.storage.store import SqlStore
from t2desk.vault.header import COPIES_BYTES
from tests.storage.canaries import forms, found_in
from tests.storage.dossiers import make, names_in, note, opening, perform, session

CANARY = "quicksilver-heron"
PERSON = {"display_name": "Zebulon Wraithmoor", "email": "wraithmoor@example.org"}


def fill(dossier):
    perform(dossier, ("person.add", PERSON), session(), note(CANARY), ("point.propose", {"text": CANARY}))
    perform(dossier, ("draft.save", {"id": "note", "text": CANARY}))


def test_no_word_is_in_any_file_while_open_and_after(tmp_path):
    folder = tmp_path / "room"
    folder.mkdir()
    path = make(folder / "series.t2d")
    with opening(path) as dossier:
        fill(dossier)
        dossier.back_up()
        assert {"series.t2d-wal", "series.t2d-keys"} <= names_in(folder)
        assert (folder / "series.t2d-wal").stat().st_size > 0
        assert not found_in(folder, CANARY, "Zebulon", "Wraithmoor", "wraithmoor")
    assert not found_in(folder, CANARY, "Zebulon", "Wraithmoor", "wraithmoor")


def test_the_search_finds_what_is_in_clear(tmp_path):
    for place in range(7):
        text = "x" * place + f" {CANARY} and more"
        (tmp_path / f"{place} plain").write_text(text, "utf-8")
        (tmp_path / f"{place} wide").write_text(text, "utf-16")
        (tmp_path / f"{place} base 64").write_bytes(base64.b64encode(text.encode()))
    assert len(found_in(tmp_path, CANARY)) == 21
    assert not found_in(tmp_path, "another-word")


def entropy(content):
    counts = Counter(content)
    return -sum(n / len(content) * math.log2(n / len(content)) for n in counts.values())


def test_a_file_looks_like_noise_from_its_first_byte(path):
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert entropy(content[:-COPIES_BYTES]) > 7.9


def test_identities_are_sealed_once_more_inside(dossier):
    perform(dossier, ("person.add", PERSON))
    rows = dossier._store._connection.exec_driver_sql("SELECT sealed FROM identities").scalars().all()
    assert rows
    assert not any(form in row for row in rows for form in forms("Wraithmoor"))


def test_another_key_is_refused_and_changes_nothing(path):
    before = path.read_bytes()
    with pytest.raises(DataDamaged):
        SqlStore(path, bytearray(b"x'" + b"00" * 48 + b"'"), b"", None, None, None, None)
    assert path.read_bytes() == before


@pytest.mark.parametrize("options", [["TEMP_STORE=1"], ["TEMP_STORE=0"], []])
def test_a_library_that_spills_to_files_is_refused(monkeypatch, tmp_path, options):
    refuse_library(monkeypatch, tmp_path, version=("4.19.0",), options=options)


@pytest.mark.parametrize("version", [None, ("",)])
def test_a_library_without_cipher_is_refused(monkeypatch, tmp_path, version):
    refuse_library(monkeypatch, tmp_path, version=version, options=["TEMP_STORE=2"])


def refuse_library(monkeypatch, tmp_path, version, options):
    class Connection:
        def execute(self, statement):
            return self if "version" not in statement else type("One", (), {"fetchone": lambda _: version})()

        def __iter__(self):
            return iter([(option,) for option in options])

        def close(self):
            pass

    monkeypatch.setattr(engine, "_driver", type("Driver", (), {"connect": lambda *_: Connection()}))
    with pytest.raises(CipherMissing):
        engine.open_engine(tmp_path / "new.t2d", bytearray())
    assert not list(tmp_path.iterdir())


def test_another_thread_does_not_get_at_the_connection(dossier):
    refusals = []

    def read():
        try:
            dossier.desk.read(lambda work: work.find(type(work), THE_SERIES))
        except ProgrammingError as refusal:
            refusals.append(str(refusal))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert ["thread" in refusal for refusal in refusals] == [True]


def test_a_refusal_of_the_database_never_carries_words(dossier):
    with pytest.raises(Exception, match="UNIQUE") as refusal:
        dossier._store._connection.exec_driver_sql("INSERT INTO series VALUES (?, ?, ?)", (THE_SERIES, CANARY, CANARY))
    assert CANARY not in str(refusal.value)


def test_the_settings_are_those_of_one_careful_user(dossier):
    asked = {
        "journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive", "temp_store": 2, "secure_delete": 1,
        "foreign_keys": 1, "trusted_schema": 0, "wal_autocheckpoint": 0, "cell_size_check": 1,
    }  # fmt: skip
    connection = dossier._store._connection
    assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked} == asked

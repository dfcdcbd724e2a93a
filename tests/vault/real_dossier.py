"""Dossiers on the real disk with a real SQLCipher in them, for the tests."""

import sqlcipher3

from t2desk.system.disk import RealDisk
from t2desk.vault.dossier_file import DossierFile, new_header
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.keys import Keys, wipe
from t2desk.vault.slots import add_slot, unlock_with_passphrase

DISK = RealDisk()
PASSPHRASE = "six words that were drawn by lot"


def connect(path, keys, salt):
    """Open SQLCipher as the storage does."""
    text = keys.database_key_text(salt)
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.set_key(text)
    wipe(text)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE IF NOT EXISTS lines (line TEXT)")
    return connection


def close(connection):
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def create(path, passphrase=PASSPHRASE):
    keys = Keys.generate()
    header = add_slot(new_header(), "passphrase", passphrase_bytes(passphrase), keys.data_key(), CHEAPEST)
    return DossierFile.create(DISK, path, header, keys), keys


def make(path, lines=("first",)):
    """Create, write and close a dossier."""
    file, keys = create(path)
    connection = connect(path, keys, file.header.salt_bytes())
    connection.executemany("INSERT INTO lines VALUES (?)", [(line,) for line in lines])
    close(connection)
    file.finish()


def begin(path, header_from=None, passphrase=PASSPHRASE):
    file = DossierFile.hold(DISK, path)
    try:
        keys = unlock_with_passphrase(file.find(header_from), passphrase).keys
        file.begin(keys)
    except BaseException:
        file.release()
        raise
    return file, keys, connect(file.path, keys, file.header.salt_bytes())


def lines_in(path, **how):
    """Open, read, close."""
    file, _, connection = begin(path, **how)
    lines = tuple(line for (line,) in connection.execute("SELECT line FROM lines ORDER BY rowid"))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    close(connection)
    file.finish()
    return lines


def names_in(folder):
    return sorted(entry.name for entry in folder.iterdir())

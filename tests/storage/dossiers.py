"""Dossiers for tests: real ones on the disk, whose keys cost nothing to derive."""

import sqlite3
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from t2desk.app.opening import create_dossier, open_dossier, with_passphrase
from t2desk.vault.kdf import CHEAPEST

PASSPHRASE = "lantern orbit velvet thistle gravel mosaic"
TITLE = "Water and transit"
PAGE, RESERVED, FRAME_HEAD, WAL_HEAD = 4096, 80, 24, 32


def make(path, *acts, title=TITLE):
    """Make a dossier, perform acts in it, and close it."""
    create_dossier(path, title, PASSPHRASE, CHEAPEST)
    if acts:
        with opening(path) as dossier:
            perform(dossier, *acts)
    return path


def opening(path, **how):
    """Open a dossier for a while."""
    return open_dossier(path, with_passphrase(PASSPHRASE), **how)


def perform(dossier, *acts):
    """Perform acts, each a name and its fields; return what the last one made."""
    made = None
    for name, fields in acts:
        made, _ = dossier.desk.perform(name, fields)
    return made


def names_in(folder):
    """Return the names of what lies in a folder."""
    return {entry.name for entry in folder.iterdir()}


def note(text, **fields):
    return ("note.add", {"text": text, **fields})


def session(title="Morning"):
    return ("session.open", {"title": title})


def sql(dossier, statement, *parameters):
    """Run SQL on the open dossier's own connection, past everything that proves it."""
    result = dossier._store._connection.exec_driver_sql(statement, parameters)
    return [tuple(row) for row in result] if result.returns_rows else []


def database_key(dossier):
    """Return the 32 bytes that the pages are encrypted with."""
    return bytes.fromhex(dossier._key_text()[2:66].decode())


def decrypted(content, key):
    """Return the pages of an SQLCipher file in clear, one after the other."""
    return b"".join(_page(content[at : at + PAGE], key, at == 0) for at in range(0, len(content) - PAGE + 1, PAGE))


def decrypted_log(content, key):
    """Return the pages of a write-ahead log in clear."""
    frames = range(WAL_HEAD, len(content) - PAGE, FRAME_HEAD + PAGE)
    pages = []
    for at in frames:
        number = int.from_bytes(content[at : at + 4], "big")
        pages.append(_page(content[at + FRAME_HEAD : at + FRAME_HEAD + PAGE], key, number == 1))
    return b"".join(pages)


def _page(page, key, is_first):
    body, vector = page[16 if is_first else 0 : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def plain_database(path: Path):
    """Make an ordinary SQLite file."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.commit()
    connection.close()
    return path

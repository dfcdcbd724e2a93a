"""What somebody sees who has the key: an SQLCipher 4 file in clear, page by page and as a database."""

import sqlite3

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# SQLCipher 4: AES-256-CBC; each page ends with its vector and its code; the first begins with the salt.
PAGE, SALT, VECTOR, CODE = 4096, 16, 16, 64
MAGIC = b"SQLite format 3\0"
WAL_HEAD, FRAME_HEAD = 32, 24
LEAVES, INNER = {0x0D, 0x0A}, {0x05, 0x02}


def key_in(key_text):
    """Return the raw key in x'…'."""
    return bytes.fromhex(bytes(key_text)[2:66].decode())


def page_in_clear(page, key, is_first):
    body, vector = page[SALT if is_first else 0 : -VECTOR - CODE], page[-VECTOR - CODE : -CODE]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return (MAGIC if is_first else b"") + decryptor.update(body) + decryptor.finalize() + bytes(VECTOR + CODE)


def pages_in_clear(content, key):
    """Return the pages of a file in their order; whatever follows the last is no page."""
    whole = content[: int.from_bytes(page_in_clear(content[:PAGE], key, True)[28:32], "big") * PAGE]
    return [page_in_clear(whole[at : at + PAGE], key, at == 0) for at in range(0, len(whole), PAGE)]


def frames_in_clear(content, key):
    """Return the pages in a write-ahead log, those of earlier rounds too."""
    step = FRAME_HEAD + PAGE
    frames = [content[at : at + step] for at in range(WAL_HEAD, len(content) - step + 1, step)]
    return [page_in_clear(frame[FRAME_HEAD:], key, frame[:4] == b"\0\0\0\1") for frame in frames]


def database_of(pages):
    """Return an ordinary database in memory, made of pages in clear."""
    content = bytearray(b"".join(pages))
    content[18:20] = b"\1\1"  # no write-ahead log belongs to it
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(content))
    return connection


def free_pages(pages):
    """Return how many pages belong to nothing."""
    return int.from_bytes(pages[0][36:40], "big")


def pages_of_table(pages, root):
    """Return the numbers, from 1, of the leaves of a table or index."""
    page = pages[root - 1]
    head = 100 if root == 1 else 0
    if page[head] in LEAVES:
        return [root]
    assert page[head] in INNER
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    cells = [int.from_bytes(page[head + 12 + 2 * n : head + 14 + 2 * n], "big") for n in range(count)]
    children = [int.from_bytes(page[at : at + 4], "big") for at in (*cells, head + 8)]
    return [leaf for child in children for leaf in pages_of_table(pages, child)]


def places(pages, numbers, word):
    """Return where a word lies in some pages, as places in the file."""
    found = []
    for number in numbers:
        at = pages[number - 1].find(word)
        while at >= 0:
            found.append((number - 1) * PAGE + at)
            at = pages[number - 1].find(word, at + 1)
    return sorted(found)

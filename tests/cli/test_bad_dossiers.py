"""What is not a dossier, or no longer one, is refused in one sentence that says which; and nothing is changed."""

import hashlib
import os
import shutil
from dataclasses import replace

import pytest

from t2desk.storage import migrations
from t2desk.vault.header import _PREFIX, BLOCK_BYTES, COPIES_BYTES, DIGEST_BYTES, MAGIC, from_block, to_copies
from tests.cli.outside import opened, refused, t2desk
from tests.storage.dossiers import PAGE, names_in, opening, perform, plain_database, session, sql

COMMANDS = ("show", "verify", "export", "import", "replay", "backup", "restore")


def arguments(home, command):
    """Return what a command needs besides the dossier."""
    (home / "people.csv").write_text("display_name\nNadia Ferro\n", "utf-8")
    return {
        "export": ["--edition", "agenda", "--out", home / "out.pdf", "--session", "s01"],
        "import": [home / "people.csv"],
        "replay": ["-"],
        "backup": [home / "out.t2d"],
        "restore": [home / "out.t2d"],
    }.get(command, [])


def wrong_passphrase(home, command, dossier):
    return t2desk(home, command, dossier, *arguments(home, command), "--passphrase-file", "-", stdin=b"not it at all\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(home, dossier, command):
    before = dossier.read_bytes()
    refused(wrong_passphrase(home, command, dossier), 1, "passphrase")
    assert dossier.read_bytes() == before
    assert not {"out.pdf", "out.t2d", "series.t2d-keys", "series.t2d-wal"} & names_in(home)


def empty_file(path):
    path.write_bytes(b"")


def text_file(path):
    path.write_text("These are the minutes of the meeting.\n" * 500, "utf-8")


def image_file(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


def noise(path):
    path.write_bytes(os.urandom(10 * PAGE))


def zeros(path):
    path.write_bytes(bytes(10 * PAGE))


def folder(path):
    path.unlink()
    path.mkdir()


def pipe(path):
    path.unlink()
    os.mkfifo(path)


def broken_link(path):
    path.unlink()
    path.symlink_to("nowhere")


def missing(path):
    path.unlink()


def plain(path):
    path.unlink()
    plain_database(path)


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def cut_to_half(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def without_trailer(path):
    path.write_bytes(path.read_bytes()[:-COPIES_BYTES])


def pages_missing(path):
    content = path.read_bytes()
    path.write_bytes(content[: 3 * PAGE] + content[8 * PAGE :])


def rubbish_first(path):
    path.write_bytes(os.urandom(100) + path.read_bytes())


def other_salt(path):
    path.write_bytes(os.urandom(16) + path.read_bytes()[16:])


def newer_schema(path):
    with opening(path) as dossier:
        sql(dossier, f"PRAGMA user_version = {migrations.NEWEST + 1}")


CASES = {
    empty_file: "is empty",
    text_file: "is not a dossier",
    image_file: "is not a dossier",
    zeros: "is not a dossier",
    noise: "no key header",
    folder: "not an ordinary file",
    pipe: "not an ordinary file",
    broken_link: "no file",
    missing: "no file",
    plain: "unencrypted database",
    cut_to_half: "no key header",
    without_trailer: "no key header",
    pages_missing: "cut short or changed",
    rubbish_first: "cut short or changed",
    other_salt: "cut short or changed",
    newer_schema: "newer version",
}


def state(path):
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("spoil", CASES, ids=lambda spoil: spoil.__name__)
def test_what_is_no_dossier_is_named_and_left_alone(home, dossier, spoil):
    shutil.rmtree(home / "series.t2d-backups", ignore_errors=True)
    spoil(dossier)
    shutil.rmtree(home / "series.t2d-backups", ignore_errors=True)
    before, names = state(dossier), names_in(home)
    for command in ("show", "verify"):
        refused(opened(home, command, dossier), 1, CASES[spoil])
    if spoil is not newer_schema:
        assert (state(dossier), names_in(home)) == (before, names)


def test_one_copy_of_the_header_is_enough(home, dossier):
    cut_short(dossier)
    assert opened(home, "verify", dossier).code == 0
    assert opened(home, "verify", dossier).code == 0


def rewrite_header(path, edit):
    """Change both copies of the header, checksums right, as somebody without the key could."""
    content = path.read_bytes()
    header = from_block(content[-BLOCK_BYTES:])
    path.write_bytes(content[:-COPIES_BYTES] + to_copies(edit(header)))


def edit_slots(path, **fields):
    rewrite_header(path, lambda header: replace(header, slots=tuple(replace(one, **fields) for one in header.slots)))


HOSTILE = {
    "4 GiB of memory": ({"memory_kib": 4 * 1024 * 1024}, "unreasonable"),
    "2 to the 40 of memory": ({"memory_kib": 2**40}, "unreasonable"),
    "2 to the 64 of memory": ({"memory_kib": 2**64}, "damaged"),
    "negative memory": ({"memory_kib": -8}, "damaged"),
    "no memory": ({"memory_kib": 0}, "unreasonable"),
    "a million passes": ({"iterations": 1_000_000}, "unreasonable"),
    "no pass": ({"iterations": 0}, "unreasonable"),
    "a thousand lanes": ({"lanes": 1000}, "unreasonable"),
    "words for memory": ({"memory_kib": "much"}, "damaged"),
    "a fraction of memory": ({"memory_kib": 8.5}, "damaged"),
    "no salt": ({"salt": ""}, "damaged"),
    "another derivation": ({"kdf": "md5"}, "damaged"),
    "another salt": ({"salt": "00" * 16}, "passphrase"),
    "another kind": ({"kind": "recovery"}, "passphrase"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_header_is_refused(home, dossier, name):
    fields, word = HOSTILE[name]
    edit_slots(dossier, **fields)
    before = dossier.read_bytes()
    refused(opened(home, "show", dossier), 1, word)
    assert dossier.read_bytes() == before


def test_the_editing_of_headers_changes_nothing_by_itself(home, dossier):
    before = dossier.read_bytes()
    edit_slots(dossier)
    assert dossier.read_bytes() == before


def test_a_header_that_the_key_did_not_sign_is_called_tampered_with(home, dossier):
    rewrite_header(dossier, lambda header: replace(header, slots=header.slots[:1]))
    refused(opened(home, "show", dossier), 1, "changed by someone without the key")


def test_a_header_of_a_newer_version_is_named_as_such(home, dossier):
    content = dossier.read_bytes()
    head = bytearray(content[-BLOCK_BYTES:-DIGEST_BYTES])
    assert head.startswith(MAGIC)
    _PREFIX.pack_into(head, 0, MAGIC, 99, *_PREFIX.unpack_from(head)[2:])
    dossier.write_bytes(content[:-COPIES_BYTES] + (bytes(head) + hashlib.sha256(head).digest()) * 2)
    refused(opened(home, "show", dossier), 1, "newer version")


def spoiled_page(path, number):
    content = bytearray(path.read_bytes())
    content[number * PAGE + 2000] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("number", [0, 1, 7, 20])
def test_a_single_flipped_bit_is_found(home, dossier, number):
    spoiled_page(dossier, number)
    refused(opened(home, "verify", dossier), 1, "damaged")


def test_a_damaged_dossier_is_not_backed_up_over_good_copies(home, dossier):
    spoiled_page(dossier, 20)
    refused(opened(home, "backup", dossier, home / "copy.t2d"), 1, "damaged")
    assert "copy.t2d" not in names_in(home)


def test_the_keys_of_another_dossier_are_not_overwritten(home, dossier):
    other = home / "other.t2d"
    keys = home / "other.t2d-keys"
    with opening(dossier):
        shutil.copy(home / "series.t2d-keys", keys)
    before = keys.read_bytes()
    refused(opened(home, "new", other, "--title", "T"), 1, "other.t2d-keys")
    assert keys.read_bytes() == before


def test_a_record_is_not_read_into_a_dossier_that_holds_something(home, dossier):
    shown = opened(home, "show", dossier, "--json")
    (home / "record.json").write_text(shown.out, "utf-8")
    refused(opened(home, "import", dossier, home / "record.json"), 1, "already holds")
    with opening(dossier) as opened_dossier:
        opened_dossier.verify()
        perform(opened_dossier, ("session.adjourn", {}), session("Next"))

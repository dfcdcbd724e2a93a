"""A damaged header is mended from its other copy, and every reason for not opening has its own words."""

import hashlib
import os

import pytest

from t2desk.domain.disk import FileMissing
from t2desk.domain.vault_errors import (
    DossierDamaged,
    EmptyFile,
    HeaderDamaged,
    HeaderMissing,
    HeaderTampered,
    MadeByNewerVersion,
    NotADossier,
    PlainDatabase,
    WrongPassphrase,
)
from t2desk.vault import header as headers
from t2desk.vault.dossier_file import DossierFile
from t2desk.vault.header import BLOCK_BYTES, COPIES_BYTES, from_block
from t2desk.vault.header_search import keys_path
from tests.vault.real_dossier import DISK, begin, close, lines_in, make


@pytest.fixture
def path(tmp_path):
    return tmp_path / "series.t2d"


def trailer_of(path):
    return path.stat().st_size - COPIES_BYTES


def spoil(path, *offsets):
    content = bytearray(path.read_bytes())
    for offset in offsets:
        content[offset] ^= 0x10
    path.write_bytes(content)


@pytest.mark.parametrize("copy", [0, BLOCK_BYTES])
@pytest.mark.parametrize("inside", [0, 30, 500, BLOCK_BYTES - 1])
def test_a_damaged_copy_of_the_header_is_mended_from_the_other(path, copy, inside):
    make(path)
    spoil(path, trailer_of(path) + copy + inside)
    assert lines_in(path) == ("first",)
    assert path.read_bytes()[-COPIES_BYTES:-BLOCK_BYTES] == path.read_bytes()[-BLOCK_BYTES:]


@pytest.mark.parametrize("copy", [0, BLOCK_BYTES])
def test_a_damaged_copy_beside_the_file_is_mended_from_the_other(path, copy):
    make(path)
    file, _, connection = begin(path)
    connection.close()
    file.release()
    spoil(keys_path(path), copy + 100)
    assert lines_in(path) == ("first",)


def test_rubbish_after_the_trailer_and_a_torn_second_copy_do_no_harm(path):
    make(path)
    whole = path.read_bytes()
    for content in (whole + b"rubbish", whole + os.urandom(COPIES_BYTES), whole[:-5], whole[:-BLOCK_BYTES]):
        path.write_bytes(content)
        assert lines_in(path) == ("first",)
        assert path.stat().st_size == len(whole)


def refusal(path, **how):
    with pytest.raises(Exception) as raised:
        begin(path, **how)
    DossierFile.hold(DISK, path).release()  # the lock was let go
    return type(raised.value)


def test_each_reason_for_not_opening_is_told_apart(path, tmp_path):
    make(path)
    whole = path.read_bytes()
    other = tmp_path / "other.t2d"
    make(other)
    end = trailer_of(path)

    def outcome(content, **how):
        path.write_bytes(content)
        return refusal(path, **how)

    assert outcome(whole, passphrase="wrong") is WrongPassphrase
    assert outcome(b"") is EmptyFile
    assert outcome(b"just a text\n" * 1000) is NotADossier
    assert outcome(bytes(8192)) is NotADossier
    assert outcome(b"SQLite format 3\0" + bytes(4080)) is PlainDatabase
    assert outcome(whole[:end]) is HeaderMissing
    assert outcome(whole[:-COPIES_BYTES] + other.read_bytes()[-COPIES_BYTES:]) is DossierDamaged
    assert outcome(whole[4096:]) is DossierDamaged
    assert outcome(b"\0" * 16 + whole[16:]) is DossierDamaged
    damaged = bytearray(whole)
    damaged[end + 40] ^= 1
    damaged[end + BLOCK_BYTES + 900] ^= 1
    assert outcome(bytes(damaged)) is HeaderDamaged
    head = headers.MAGIC + b"\0\0\0\2" + bytes(BLOCK_BYTES - 44)
    newer = head + hashlib.sha256(head).digest()
    assert outcome(whole[:end] + newer * 2) is MadeByNewerVersion
    forged = headers.to_block(headers.replace(from_block(whole[-BLOCK_BYTES:]), seq=99))
    assert outcome(whole[:end] + forged * 2) is HeaderTampered
    assert outcome(whole[:-BLOCK_BYTES] + forged) is HeaderTampered
    path.write_bytes(whole)
    assert lines_in(path) == ("first",)


def test_a_missing_file_and_a_folder_are_told_apart(path, tmp_path):
    with pytest.raises(FileMissing):
        DossierFile.hold(DISK, path)
    with pytest.raises(Exception, match="NotAFile"):
        DossierFile.hold(DISK, tmp_path)


def test_an_interrupted_close_of_a_shortened_file_is_damage(path):
    make(path)
    file, _, connection = begin(path)
    close(connection)
    file._write_keys(file.header.following("closing", path.stat().st_size + 1))
    file.release()
    assert refusal(path) is DossierDamaged

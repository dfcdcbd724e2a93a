"""A renewed data key: wrapped for whoever was taken along, by their own passphrase, and for nobody else."""

import pytest

from t2desk.domain.vault_errors import KeptSecretWrong, LastPassphrase, OthersLoseAccess, UnknownSlot, WrongPassphrase
from t2desk.vault.dossier_file import new_header
from t2desk.vault.header import sign
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.keys import Keys
from t2desk.vault.renewal import renewed_header
from t2desk.vault.slots import add_slot, open_names, open_sources, unlock_with_passphrase


@pytest.fixture
def old():
    keys = Keys.generate()
    header = add_slot(new_header(), "passphrase", passphrase_bytes("first"), keys.data_key(), CHEAPEST, "Desk")
    header = add_slot(header, "person", passphrase_bytes("second"), keys.data_key(), CHEAPEST, "Second")
    header = add_slot(header, "recovery", bytearray(b"code"), keys.data_key(), CHEAPEST)
    header = add_slot(header, "names", passphrase_bytes("names"), bytearray(b"n" * 32), CHEAPEST)
    header = add_slot(header, "sources", bytearray(b"keepers"), bytearray(b"s" * 32), CHEAPEST)
    return sign(header, keys.header_mac_key())


def renewed(old, keys, kept, drops_others=False):
    return sign(renewed_header(old, keys, kept, drops_others), keys.header_mac_key())


def test_those_taken_along_open_and_keep_their_labels(old):
    keys, (first, second, *_) = Keys.generate(), old.slots
    header = renewed(old, keys, {second.id: "second", first.id: "first"})
    assert [(slot.kind, slot.label) for slot in header.slots] == [
        ("person", "Second"), ("passphrase", "Desk"), ("names", ""), ("sources", ""),
    ]  # fmt: skip
    for passphrase in ("first", "second"):
        assert unlock_with_passphrase(header, passphrase).keys.data_key() == keys.data_key()
    assert (header.generation, header.dossier_id) == (old.generation + 1, old.dossier_id)
    assert header.db_salt != old.db_salt


def test_names_and_sources_keep_their_own_keys(old):
    header = renewed(old, Keys.generate(), {old.slots[0].id: "first"}, drops_others=True)
    assert open_names(header, "names") == b"n" * 32
    assert open_sources(header, bytearray(b"keepers")) == b"s" * 32
    with pytest.raises(WrongPassphrase):
        unlock_with_passphrase(header, "second")


def test_nobody_is_shut_out_unspoken_of(old):
    with pytest.raises(OthersLoseAccess) as refusal:
        renewed(old, Keys.generate(), {old.slots[0].id: "first"})
    assert refusal.value.details == {"count": 1, "slots": "Second"}


def test_a_wrong_passphrase_takes_nobody_along(old):
    with pytest.raises(KeptSecretWrong):
        renewed(old, Keys.generate(), {old.slots[0].id: "first", old.slots[1].id: "secund"})
    with pytest.raises(KeptSecretWrong):  # a code is not taken along: it is made anew
        renewed(old, Keys.generate(), {old.slots[2].id: "code"}, drops_others=True)
    with pytest.raises(UnknownSlot):
        renewed(old, Keys.generate(), {"ffffffff": "first"}, drops_others=True)


def test_somebody_must_be_left(old):
    with pytest.raises(LastPassphrase):
        renewed(old, Keys.generate(), {}, drops_others=True)

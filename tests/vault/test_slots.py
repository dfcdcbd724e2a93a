"""Ways in: each opens with its own secret and no other, and the last one stays."""

import pytest

from t2desk.domain.errors import Refused
from t2desk.domain.vault_errors import (
    LabelRefused,
    LastPassphrase,
    RecoveryCodeMistyped,
    UnknownSlot,
    WrongNamesPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
    WrongShares,
    WrongSourcesCode,
)
from t2desk.vault import recovery, sealing
from t2desk.vault.dossier_file import new_header
from t2desk.vault.header import sign
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.keys import Keys
from t2desk.vault.slots import (
    add_slot,
    confirm_slot,
    find_slot,
    open_names,
    open_sources,
    remove_slot,
    unlock_with_passphrase,
    unlock_with_recovery_code,
    unlock_with_shares,
)

RAW = bytes(range(1, 33))


@pytest.fixture
def ways():
    """A header with every kind of slot, and the codes."""
    keys, code, sources_code = Keys(bytearray(RAW)), recovery.generate(), recovery.generate()
    _, private = sealing.new_key_pair()
    header = add_slot(new_header(), "passphrase", passphrase_bytes("desk phrase"), keys.data_key(), CHEAPEST, "Desk")
    header = add_slot(header, "person", passphrase_bytes("second phrase"), keys.data_key(), CHEAPEST, "Second")
    header = add_slot(header, "recovery", recovery.read(code), keys.data_key(), CHEAPEST, confirmed=False)
    header = add_slot(header, "sources", recovery.read(sources_code), private, CHEAPEST)
    header = add_slot(header, "names", passphrase_bytes("names phrase"), bytearray(b"n" * 32), CHEAPEST)
    header = add_slot(header, "shares", bytearray(b"joined"), keys.data_key(), CHEAPEST)
    return sign(header, keys.header_mac_key()), code, sources_code, bytes(private)


def test_each_secret_opens_its_own_slot(ways):
    header, code, sources_code, private = ways
    assert unlock_with_passphrase(header, "desk phrase").slot.label == "Desk"
    assert unlock_with_passphrase(header, "second phrase").slot.kind == "person"
    opened = unlock_with_recovery_code(header, code.lower().replace("-", " "))
    assert opened.keys.data_key() == RAW
    assert not opened.slot.confirmed
    assert open_sources(header, recovery.read(sources_code)) == private
    assert open_names(header, "names phrase") == b"n" * 32
    assert unlock_with_shares(header, bytearray(b"joined")).keys.data_key() == RAW


def test_no_secret_opens_a_slot_of_another_kind(ways):
    header, code, sources_code, _ = ways
    with pytest.raises(WrongPassphrase):
        unlock_with_passphrase(header, code)
    with pytest.raises(WrongRecoveryCode):
        unlock_with_recovery_code(header, sources_code)
    with pytest.raises(WrongSourcesCode):
        open_sources(header, recovery.read(code))
    with pytest.raises(WrongNamesPassphrase):
        open_names(header, "desk phrase")
    with pytest.raises(WrongShares):
        unlock_with_shares(header, recovery.read(code))
    with pytest.raises(RecoveryCodeMistyped):
        unlock_with_recovery_code(header, ("A" if code[0] != "A" else "B") + code[1:])


def test_slots_are_confirmed_removed_and_found_by_identifier(ways):
    header = ways[0]
    desk, second, printed, *_ = header.slots
    assert find_slot(confirm_slot(header, printed.id), printed.id).confirmed
    without = remove_slot(header, desk.id)
    assert [slot.kind for slot in without.slots] == ["person", "recovery", "sources", "names", "shares"]
    with pytest.raises(LastPassphrase):
        remove_slot(without, second.id)
    with pytest.raises(UnknownSlot):
        find_slot(header, "nothing")


@pytest.mark.parametrize("label", ["x" * 41, "two\nlines", "\u202egnol", "\x00"])
def test_a_label_that_cannot_be_shown_is_refused(label):
    with pytest.raises(LabelRefused):
        add_slot(new_header(), "person", bytearray(b"p"), bytearray(32), CHEAPEST, label)


def test_the_secret_is_wiped_after_opening(ways, monkeypatch):
    seen = []
    monkeypatch.setattr(recovery, "read", lambda typed: seen.append(bytearray(b"s" * 20)) or seen[-1])
    with pytest.raises(Refused):
        unlock_with_recovery_code(ways[0], "typed")
    assert seen[0] == bytes(20)

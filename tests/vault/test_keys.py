"""Keys: stable under their names, apart from each other, and gone when wiped."""

import hashlib
import hmac

import pytest

from t2desk.domain.vault_errors import KeyCostRefused, NotEnoughMemory
from t2desk.vault import kdf
from t2desk.vault.kdf import CHEAPEST, DEFAULT_COST, LOWEST_COST, KdfCost, calibrate, derive, passphrase_bytes
from t2desk.vault.keys import Keys, wipe


def hkdf(key: bytes, info: bytes) -> bytes:
    """RFC 5869 for one block, written out."""
    extracted = hmac.new(bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\1", hashlib.sha256).digest()


def test_every_key_is_hkdf_under_its_own_label():
    raw = bytes(range(32))
    keys = Keys(bytearray(raw))
    assert keys.header_mac_key() == hkdf(raw, b"t2desk 1 header mac")
    assert keys.identities_key() == hkdf(raw, b"t2desk 1 identities")
    assert keys.log_key() == hkdf(raw, b"t2desk 1 log")
    assert keys.bundle_key() == hkdf(raw, b"t2desk 1 bundle")


def test_the_database_key_is_in_the_form_sqlcipher_takes_raw():
    raw, salt = bytes(range(32)), bytes(range(16))
    text = Keys(bytearray(raw)).database_key_text(salt)
    assert text == f"x'{hkdf(raw, b't2desk 1 database').hex()}{salt.hex()}'".encode()
    assert type(text) is bytearray


def test_wiped_keys_are_zeros_and_refuse_to_derive():
    data_key = bytearray(b"k" * 32)
    with Keys(data_key) as keys:
        keys.log_key()
    assert data_key == bytes(32)
    with pytest.raises(ValueError, match="wiped"):
        keys.log_key()
    buffer = bytearray(b"secret")
    wipe(buffer)
    assert buffer == bytes(6)


def test_generated_keys_differ_and_short_ones_are_refused():
    assert Keys.generate().data_key() != Keys.generate().data_key()
    with pytest.raises(ValueError, match="32"):
        Keys(bytearray(16))


def test_argon2id_gives_the_published_answer():
    """Hash of "password" with salt "somesalt", t=2, m=64 MiB, p=1: from the reference implementation's tests."""
    key = derive(bytearray(b"password"), b"somesalt", KdfCost(65536, 2, 1))
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_two_spellings_of_a_letter_are_one_passphrase():
    assert passphrase_bytes("cafe\u0301 ﬁn") == passphrase_bytes("café fin")


@pytest.mark.parametrize("cost", [KdfCost(2**21 + 1, 1, 1), KdfCost(8, 17, 1), KdfCost(256, 1, 17), KdfCost(8, 1, 2)])
def test_a_cost_out_of_bounds_is_refused(cost):
    with pytest.raises(KeyCostRefused):
        derive(bytearray(b"x"), bytes(16), cost)


def test_too_little_memory_is_a_sentence(monkeypatch):
    def refuse(**_):
        raise MemoryError

    monkeypatch.setattr(kdf, "Argon2id", refuse)
    with pytest.raises(NotEnoughMemory):
        derive(bytearray(b"x"), bytes(16), CHEAPEST)


class Laptop:
    """A clock that a derivation moves on, and the memory that there is."""

    def __init__(self, seconds_per_gib_pass, most_mib=10**6):
        self.time, self.speed, self.most = 0.0, seconds_per_gib_pass, most_mib

    def now(self):
        return self.time

    def derive(self, secret, salt, cost):
        if cost.memory_kib > self.most * 1024:
            raise NotEnoughMemory(mebibytes=1)
        self.time += self.speed * cost.iterations * cost.memory_kib / 2**20
        return bytearray(32)


@pytest.mark.parametrize(
    ("laptop", "available_mib", "mebibytes", "passes"),
    [
        (Laptop(1.0), 16_000, 256, 4),  # 0.75 s at the default: one pass more
        (Laptop(1.33), 16_000, 256, 3),
        (Laptop(0.5), 16_000, 512, 4),  # fast and roomy: more memory first
        (Laptop(0.5), None, 256, 8),  # nothing known about memory: passes only
        (Laptop(0.01), 16_000, 512, 16),
        (Laptop(4.0), 16_000, 128, 3),  # slow: 3 s at the default
        (Laptop(20.0), 16_000, 64, 3),  # never below
        (Laptop(1.0), 400, 128, 8),  # short of memory
        (Laptop(1.0), 100, 64, 16),
        (Laptop(1.0, most_mib=100), None, 64, 16),  # the system refuses the larger ones
        (Laptop(1.0, most_mib=10), None, 64, 3),
    ],
)
def test_calibration_aims_at_a_second_within_its_bounds(monkeypatch, laptop, available_mib, mebibytes, passes):
    monkeypatch.setattr(kdf, "derive", laptop.derive)
    cost = calibrate(laptop.now, None if available_mib is None else available_mib * 1024)
    assert (cost.memory_kib // 1024, cost.iterations, cost.lanes) == (mebibytes, passes, 4)
    cost.check()


def test_the_named_costs_are_what_they_say():
    assert KdfCost(262_144, 3, 4) == DEFAULT_COST
    assert KdfCost(65_536, 3, 4) == LOWEST_COST
    CHEAPEST.check()

"""A header says exactly what was signed, and a hostile one is refused by name before anything is derived."""

import copy
import hashlib
import json
import random
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain.errors import Refused
from t2desk.domain.vault_errors import (
    HeaderDamaged,
    HeaderTampered,
    KeyCostRefused,
    MadeByNewerVersion,
    TooManySlots,
    WrongPassphrase,
)
from t2desk.vault import header as headers
from t2desk.vault.dossier_file import new_header
from t2desk.vault.header import BLOCK_BYTES, from_block, sign, to_block, to_copies
from t2desk.vault.kdf import CHEAPEST, passphrase_bytes
from t2desk.vault.keys import Keys
from t2desk.vault.slots import add_slot, unlock_with_passphrase

PASSPHRASE = "a phrase for the tests"
KEYS = Keys(bytearray(range(32)))
HEADER = sign(
    add_slot(new_header(), "passphrase", passphrase_bytes(PASSPHRASE), KEYS.data_key(), CHEAPEST, "Desk"),
    KEYS.header_mac_key(),
)
BODY = json.loads(headers._body(HEADER))


def block_of(body: bytes, version=1, seq=1, length=None) -> bytes:
    """A block with a right checksum around anything at all: what a hostile author can make."""
    prefix = headers._PREFIX.pack(headers.MAGIC, version, seq, len(body) if length is None else length)
    head = (prefix + body)[: BLOCK_BYTES - 32].ljust(BLOCK_BYTES - 32, b"\0")
    return head + hashlib.sha256(head).digest()


def read_and_unlock(block):
    return unlock_with_passphrase(from_block(block), PASSPHRASE)


def test_a_header_reads_back_as_it_was_written_and_twice():
    assert len(to_block(HEADER)) == BLOCK_BYTES
    assert to_copies(HEADER) == to_block(HEADER) * 2
    assert from_block(to_block(HEADER)) == HEADER
    assert read_and_unlock(to_block(HEADER)).keys.data_key() == bytearray(range(32))


def test_a_wrong_passphrase_is_said_to_be_wrong():
    with pytest.raises(WrongPassphrase):
        unlock_with_passphrase(HEADER, "another phrase")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 2 * 1024 * 1024 + 1), ("memory_kib", 2**32), ("memory_kib", 7), ("memory_kib", 0),
        ("iterations", 17), ("iterations", 0), ("lanes", 17), ("lanes", 0),
    ],
)  # fmt: skip
def test_an_unreasonable_cost_is_refused_at_once_and_without_memory(field, value):
    body = copy.deepcopy(BODY)
    body["slots"][0][field] = value
    block = block_of(headers.canonical(body))
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(KeyCostRefused):
        read_and_unlock(block)
    elapsed, peak = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert elapsed < 0.05
    assert peak < 1_000_000


def fields_of(body):
    yield from ((("top", name), name, body) for name in body)
    yield from ((("slot", name), name, body["slots"][0]) for name in body["slots"][0])


NONSENSE = [None, True, False, 0, -1, 1.5, 10**400, 2**63, "", "x", "0" * 32, "é" * 40, "\x00", [], [[]], {}, {"a": 1}]
NONSENSE += [[None] * 40, "ff" * 16, "FF" * 16, "ff" * 48]


@pytest.mark.parametrize("where", [name for name, _, _ in fields_of(BODY)])
def test_nonsense_in_any_field_is_refused_by_name(where):
    for value in NONSENSE:
        body = copy.deepcopy(BODY)
        for name, field, holder in list(fields_of(body)):
            if name == where and holder[field] != value:
                holder[field] = value
                with pytest.raises(Refused):
                    read_and_unlock(block_of(headers.canonical(body)))


@pytest.mark.parametrize("where", [name for name, _, _ in fields_of(BODY)])
def test_a_missing_or_an_extra_field_is_refused(where):
    for change in (lambda holder, field: holder.pop(field), lambda holder, field: holder.update({field + "_": 1})):
        body = copy.deepcopy(BODY)
        for name, field, holder in list(fields_of(body)):
            if name == where:
                change(holder, field)
        with pytest.raises(HeaderDamaged):
            from_block(block_of(headers.canonical(body)))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b"[" * 8000, b'{"slots":' * 900, b'"\\ud800"', b"\xff\xfe", b"1" * 8000,
        headers.canonical(BODY) + b" ", headers.canonical(BODY)[:-1] + b',"state":"open"}',
        json.dumps(BODY).encode(), b'{"slots":NaN}', b'{"slots":[1e999]}',
    ],
)  # fmt: skip
def test_json_that_is_not_the_one_spelling_is_refused(body):
    with pytest.raises(HeaderDamaged):
        from_block(block_of(body))


def test_lengths_versions_and_sequence_numbers_beyond_the_format_are_refused():
    good = headers.canonical(BODY)
    for block in (block_of(good, length=2**32 - 1), block_of(good, length=3), block_of(good, seq=0),
                  block_of(good, seq=2**63), block_of(good, version=0)):  # fmt: skip
        with pytest.raises(HeaderDamaged):
            from_block(block)
    with pytest.raises(MadeByNewerVersion):
        from_block(block_of(b"whatever comes next", version=2))


def test_two_slots_of_one_name_are_refused():
    body = copy.deepcopy(BODY)
    body["slots"] *= 2
    with pytest.raises(HeaderDamaged):
        from_block(block_of(headers.canonical(body)))


def test_twelve_slots_fit_and_one_too_many_is_refused():
    crowded = HEADER
    for _ in range(11):
        crowded = add_slot(crowded, "person", passphrase_bytes("p"), KEYS.data_key(), CHEAPEST, "é" * 40)
    assert from_block(to_block(sign(crowded, KEYS.header_mac_key()))).slots == crowded.slots
    crowded = headers.replace(crowded, slots=crowded.slots * 3)
    with pytest.raises(TooManySlots):
        to_block(sign(crowded, KEYS.header_mac_key()))


def test_every_flipped_bit_is_damage():
    block, chance = to_block(HEADER), random.Random(1)
    for position in [*range(40), *(chance.randrange(BLOCK_BYTES) for _ in range(300))]:
        flipped = bytearray(block)
        flipped[position] ^= 1 << chance.randrange(8)
        with pytest.raises(HeaderDamaged):
            from_block(bytes(flipped))


@given(st.binary(max_size=BLOCK_BYTES + 10))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_refused_by_name(content):
    with pytest.raises(Refused):
        from_block(content)
    with pytest.raises(Refused):
        from_block(block_of(content))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(list(BODY)), st.sampled_from(list(BODY["slots"][0])), JSON, st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_json_in_any_field_is_refused_by_name_or_unchanged(top, field, value, in_slot):
    body = copy.deepcopy(BODY)
    holder, name = (body["slots"][0], field) if in_slot else (body, top)
    holder[name] = value
    try:
        unlocked = read_and_unlock(
            block_of(
                json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")
            )
        )
        assert body == BODY
        unlocked.keys.wipe()
    except Refused:
        pass


@pytest.mark.parametrize("change", [{"label": "Eve"}, {"confirmed": False}])
def test_a_change_that_leaves_the_slot_openable_is_told_apart_as_tampering(change):
    body = copy.deepcopy(BODY)
    body["slots"][0].update(change)
    with pytest.raises(HeaderTampered):
        read_and_unlock(block_of(headers.canonical(body)))


def test_another_sequence_number_or_state_is_tampering():
    with pytest.raises(HeaderTampered):
        read_and_unlock(block_of(headers.canonical(BODY), seq=HEADER.seq + 1))
    with pytest.raises(HeaderTampered):
        read_and_unlock(block_of(headers.canonical({**BODY, "state": "closed", "database_bytes": 4096})))


def test_a_slot_opens_in_no_other_dossier_and_generation():
    for change in ({"dossier_id": "00" * 16}, {"generation": 2}):
        with pytest.raises(WrongPassphrase):
            read_and_unlock(block_of(headers.canonical({**BODY, **change})))

"""Sealed content opens with its key, in its place, unchanged; otherwise it is refused."""

import random

import pytest

from t2desk.domain.vault_errors import SealBroken
from t2desk.vault.sealing import new_key_pair, open_sealed, open_with_private, seal, seal_to

KEY = bytearray(range(32))


def test_sealed_content_opens_and_never_looks_the_same():
    sealed = seal(KEY, b"Lindqvist", b"person p01")
    assert open_sealed(KEY, sealed, b"person p01") == b"Lindqvist"
    assert sealed != seal(KEY, b"Lindqvist", b"person p01")
    assert b"Lindqvist" not in sealed


def test_sources_open_only_with_the_private_half():
    public, private = new_key_pair()
    sealed = seal_to(public, b"p07", b"note 12")
    assert open_with_private(private, sealed, b"note 12") == b"p07"
    for wrong_private, place in ((new_key_pair()[1], b"note 12"), (private, b"note 13")):
        with pytest.raises(SealBroken):
            open_with_private(wrong_private, sealed, place)


def test_the_length_of_a_sealed_source_says_nothing():
    public, private = new_key_pair()
    assert {len(seal_to(public, b"x" * count, b"")) for count in range(61)} == {32 + 12 + 64 + 16}
    for count in (0, 60, 61, 200):
        assert open_with_private(private, seal_to(public, b"y" * count, b""), b"") == b"y" * count


def test_every_changed_bit_and_every_cut_is_refused():
    public, private = new_key_pair()
    for sealed, opened in (
        (seal(KEY, b"content", b"a"), lambda content: open_sealed(KEY, content, b"a")),
        (seal_to(public, b"content", b"a"), lambda content: open_with_private(private, content, b"a")),
    ):
        for position in range(len(sealed)):
            changed = bytearray(sealed)
            changed[position] ^= 1 << random.randrange(8)
            with pytest.raises(SealBroken):
                opened(bytes(changed))
            with pytest.raises(SealBroken):
                opened(sealed[:position])


def test_a_public_key_of_zeros_is_refused():
    with pytest.raises(SealBroken):
        open_with_private(new_key_pair()[1], bytes(32 + 12 + 80), b"")

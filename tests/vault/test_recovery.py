"""The recovery code survives a hurried hand: every slip of up to three characters is found."""

import itertools
import random

import pytest

from t2desk.domain.errors import Refused
from t2desk.domain.vault_errors import RecoveryCodeLength, RecoveryCodeMistyped
from t2desk.vault import recovery
from t2desk.vault.recovery import ALPHABET, LENGTH, read, write


def test_a_thousand_codes_read_back():
    codes = [recovery.generate() for _ in range(1000)]
    assert len(set(codes)) == 1000
    for code in codes:
        assert write(read(code)) == code


def test_a_code_is_nine_groups_of_four():
    code = recovery.generate()
    assert [len(group) for group in code.split("-")] == [4] * 9
    assert set(code) <= {*ALPHABET, "-"}
    assert write(bytearray(20)) == "-".join(["0000"] * 9)


def test_every_wrong_character_and_every_swapped_pair_is_found():
    for _ in range(4):
        plain = recovery.generate().replace("-", "")
        for position in range(LENGTH):
            for other in set(ALPHABET) - {plain[position]}:
                with pytest.raises(RecoveryCodeMistyped):
                    read(plain[:position] + other + plain[position + 1 :])
        for position in range(LENGTH - 1):
            one, two = plain[position : position + 2]
            if one != two:
                with pytest.raises(RecoveryCodeMistyped):
                    read(plain[:position] + two + one + plain[position + 2 :])


def test_three_wrong_characters_are_always_found():
    chance = random.Random(7)
    for _ in range(2_000):
        letters = list(recovery.write(bytearray(chance.randbytes(recovery.CODE_BYTES))).replace("-", ""))
        for position in chance.sample(range(LENGTH), 3):
            letters[position] = chance.choice(ALPHABET.replace(letters[position], ""))
        with pytest.raises(RecoveryCodeMistyped):
            read("".join(letters))


def test_two_swapped_groups_are_found():
    code = recovery.generate().split("-")
    for one, other in itertools.combinations(range(len(code)), 2):
        swapped = list(code)
        swapped[one], swapped[other] = code[other], code[one]
        if swapped != code:
            with pytest.raises(RecoveryCodeMistyped):
                read("-".join(swapped))


def test_typing_is_forgiven_what_means_the_same():
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
    data = write(bytearray(int.from_bytes(bytes(20), "big").to_bytes(20, "big")))
    assert read(data.replace("0", "O").lower()) == bytes(20)
    full = recovery.generate()
    for typed in (full.lower(), full.replace("-", ""), full.replace("-", " "), f"  {full}\n", full.replace("-", "–")):
        assert read(typed) == read(full)
    assert read(full.replace("1", "l").replace("0", "o")) == read(full.replace("1", "I"))
    assert len(code.replace("-", "")) == LENGTH - 4


@pytest.mark.parametrize("typed", ["", "A", "0" * 35, "0" * 37, "U" * 36, "!" * 36, "٣" * 36, "0" * 35 + "é"])
def test_anything_else_is_refused_before_a_key_is_derived(typed):
    with pytest.raises(Refused):
        read(typed)


def test_the_length_is_told():
    with pytest.raises(RecoveryCodeLength) as refusal:
        read("ABCD")
    assert refusal.value.details == {"expected": 36, "found": 4}

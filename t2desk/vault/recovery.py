"""The recovery code: 160 random bits on paper, typed back by a tired person, and never taken for another code."""

import secrets
from functools import reduce

from t2desk.domain.recovery_codes import ALPHABET, GROUP, LENGTH, plain
from t2desk.domain.vault_errors import RecoveryCodeLength, RecoveryCodeMistyped
from t2desk.vault.check_characters import DATA_CHARACTERS, checks_of

CODE_BYTES = 20


def generate() -> str:
    """Draw a new code from the system's generator, written for print."""
    return write(bytearray(secrets.token_bytes(CODE_BYTES)))


def write(code: bytearray) -> str:
    """Return the 20 bytes as nine groups of four characters, the last group being the check."""
    number = int.from_bytes(code, "big")
    values = [number >> 5 * place & 31 for place in reversed(range(DATA_CHARACTERS))]
    text = "".join(ALPHABET[value] for value in (*values, *checks_of(values)))
    return "-".join(text[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(typed: str) -> bytearray:
    """Return the 20 bytes of a code typed in any case, with or without spaces and hyphens, O for 0, I or L for 1.

    Raises `RecoveryCodeLength` or `RecoveryCodeMistyped`, both before any key is derived.
    """
    text = plain(typed)
    if len(text) != LENGTH:
        raise RecoveryCodeLength(expected=LENGTH, found=len(text))
    if not set(text) <= set(ALPHABET):
        raise RecoveryCodeMistyped
    values = [ALPHABET.index(character) for character in text]
    if checks_of(values[:DATA_CHARACTERS]) != tuple(values[DATA_CHARACTERS:]):
        raise RecoveryCodeMistyped
    number = reduce(lambda read_so_far, value: read_so_far << 5 | value, values[:DATA_CHARACTERS])
    return bytearray(number.to_bytes(CODE_BYTES, "big"))

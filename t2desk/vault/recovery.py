"""The recovery code: 160 random bits on paper, typed back by a tired person, and never taken for another code."""

import secrets

from t2desk.domain.recovery_codes import ALPHABET, GROUP, LENGTH, plain
from t2desk.domain.vault_errors import RecoveryCodeLength, RecoveryCodeMistyped

CODE_BYTES = 20
_DATA_CHARACTERS = CODE_BYTES * 8 // 5
_CHECK_CHARACTERS = 4
# The largest prime under 32**4. One wrong character or one swapped pair changes the number by (1..31) or (1..31)*31
# times a power of 32, and a prime divides none of these.
_CHECK_MODULUS = 1_048_573


def generate() -> str:
    """Draw a new code from the system's generator, written for print."""
    return write(bytearray(secrets.token_bytes(CODE_BYTES)))


def write(code: bytearray) -> str:
    """Return the 20 bytes as nine groups of four characters, the last group being the check."""
    number = int.from_bytes(code, "big")
    text = _in_alphabet(number, _DATA_CHARACTERS) + _in_alphabet(number % _CHECK_MODULUS, _CHECK_CHARACTERS)
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
    number, check = _from_alphabet(text[:_DATA_CHARACTERS]), _from_alphabet(text[_DATA_CHARACTERS:])
    if number % _CHECK_MODULUS != check:
        raise RecoveryCodeMistyped
    return bytearray(number.to_bytes(CODE_BYTES, "big"))


def _in_alphabet(number: int, characters: int) -> str:
    """Spell a number in base 32 with a fixed count of characters."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(characters)))


def _from_alphabet(text: str) -> int:
    """Read a number spelled in base 32."""
    number = 0
    for character in text:
        number = number << 5 | ALPHABET.index(character)
    return number

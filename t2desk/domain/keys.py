"""Random row keys as people and files write them: short words that sort by nothing."""

from typing import NewType

RowKey = NewType("RowKey", int)

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
KEY_LIMIT = 2**53


def key_to_text(key: int) -> str:
    """Return a key in base 32 without look-alike letters, eleven places."""
    places = []
    for _ in range(11):
        key, place = divmod(key, 32)
        places.append(_DIGITS[place])
    return "".join(reversed(places))


def key_from_text(text: str) -> RowKey:
    """Return the key that `key_to_text` wrote. Raises ValueError for anything else."""
    if len(text) != 11 or any(digit not in _VALUES for digit in text):
        raise ValueError
    key = 0
    for digit in text:
        key = key * 32 + _VALUES[digit]
    if not 0 < key < KEY_LIMIT:
        raise ValueError
    return RowKey(key)

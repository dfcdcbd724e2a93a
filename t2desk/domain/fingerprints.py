"""A few words that stand for a text, to be read aloud: whoever hears the same words holds the same text."""

import hashlib
import unicodedata

# The radio alphabet (ICAO Annex 10, volume II): words made to be told apart by ear whatever one's language.
_ALPHABET = (
    "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo", "lima",
    "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey",
    "xray", "yankee", "zulu",
)  # fmt: skip
FINGERPRINT_WORDS = 4


def fingerprint(text: str) -> str:
    """Return four words of the radio alphabet for a text: one in 456,976 others has the same by chance.

    Meant against reading out an older version by mistake (study/domain.md §c), not against a forger: the log is.
    """
    number = int.from_bytes(hashlib.sha256(unicodedata.normalize("NFC", text).encode()).digest(), "big")
    words = []
    for _ in range(FINGERPRINT_WORDS):
        number, place = divmod(number, len(_ALPHABET))
        words.append(_ALPHABET[place])
    return " ".join(words)

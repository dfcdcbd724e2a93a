"""Passphrases: six drawn words by default, and a judgement of the ones people choose themselves."""

import re
import secrets
import unicodedata
from collections.abc import Container, Iterable, Sequence
from itertools import takewhile

from t2desk.domain.vault_errors import (
    PassphraseNamesSomebody,
    PassphraseTooCommon,
    PassphraseTooLong,
    PassphraseTooRegular,
    PassphraseTooShort,
)
from t2desk.vault.weak_words import COMMON, ROWS

WORDS = 6  # 77.5 bits from 7,776 words
SHORTEST = 15  # code points; NIST SP 800-63B-4 for a password that stands alone
LONGEST = 1024
_FEWEST_DIFFERENT = 6
_LEAST_LEFT = 8  # letters and digits that remain once everything guessable is taken out
_LONGEST_SHORT_NAME = 3  # such a name is looked for as a word, or "Ali" would refuse "quality"
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_DIGIT_RUN = re.compile(r"\d{2,}")
_LONGEST_FIRST = tuple(sorted(COMMON, key=len, reverse=True))
_WORD_EDGE = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])|[\W\d_]+")


def generate(words: Sequence[str], count: int = WORDS) -> str:
    """Draw words evenly from the list with the system's generator, joined by spaces."""
    return " ".join(secrets.choice(words) for _ in range(count))


def judge(passphrase: str, forbidden_names: Iterable[str], words: Container[str] = ()) -> None:
    """Accept a passphrase somebody chose, or raise what is wrong with it.

    `words` are those that passphrases are drawn from: six of them may well hold "and" or somebody's name by chance,
    and are no easier to guess for it.

    Raises `PassphraseTooShort`, `PassphraseTooLong`, `PassphraseNamesSomebody` (every part of the dossier's names
    counts, whatever its case, accents or digits for letters), `PassphraseTooRegular` or `PassphraseTooCommon`.
    """
    text = unicodedata.normalize("NFKC", passphrase).strip()
    if len(text) < SHORTEST:
        raise PassphraseTooShort(minimum=SHORTEST)
    if len(text) > LONGEST:
        raise PassphraseTooLong(maximum=LONGEST)
    if not _is_drawn(text, words) and _names_somebody(text, forbidden_names):
        raise PassphraseNamesSomebody
    if _is_regular(fold(text)):
        raise PassphraseTooRegular
    if len(_without_common(text)) < _LEAST_LEFT:
        raise PassphraseTooCommon


def fold(text: str) -> str:
    """Return the letters and digits of a text without case or accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if character.isalnum())


def _is_drawn(text: str, words: Container[str]) -> bool:
    """Tell whether a text is as if drawn: as many words of the list as are drawn, at most one of them twice."""
    parts = text.split(" ")
    return len(parts) >= WORDS and len(set(parts)) >= len(parts) - 1 and all(part in words for part in parts)


def _names_somebody(text: str, names: Iterable[str]) -> bool:
    """Tell whether a part of a name is in the text: long parts anywhere, short ones as a word."""
    readings = {fold(text), fold(text.translate(_LOOKALIKES))}
    words = {fold(word) for reading in (text, text.translate(_LOOKALIKES)) for word in _WORD_EDGE.split(reading)}
    parts = {fold(part) for name in names for part in (name, *re.split(r"[\W\d_]+", name))} - {""}
    return any(
        part in words if len(part) <= _LONGEST_SHORT_NAME and part.isascii() else _is_within(part, readings)
        for part in parts
        if len(part) > 1
    )


def _is_within(part: str, readings: Iterable[str]) -> bool:
    """Tell whether a part occurs in any reading of the passphrase."""
    return any(part in reading for reading in readings)


def _is_regular(folded: str) -> bool:
    """Tell whether a text has few different characters or repeats a pattern that is shorter than half of it."""
    if len(set(folded)) < _FEWEST_DIFFERENT:
        return True
    return any(folded == (folded[:period] * len(folded))[: len(folded)] for period in range(1, len(folded) // 2 + 1))


def _without_common(text: str) -> str:
    """Take out runs of digits, rows of keys, well-known words and repeated characters, as far as any reading lets."""
    return min((_left_of(fold(reading)) for reading in (text, text.translate(_LOOKALIKES))), key=len)


def _left_of(folded: str) -> str:
    """Return what nobody would guess first in one reading of a passphrase."""
    left = _without_rows(_DIGIT_RUN.sub("", folded))
    for word in _LONGEST_FIRST:
        left = left.replace(word, "")
    return re.sub(r"(.)\1+", r"\1", left)


def _without_rows(text: str) -> str:
    """Take out every stretch of four or more neighbours on a keyboard row or in the alphabet, either way."""
    rows = [direction for row in ROWS for direction in (row, row[::-1])]
    position = 0
    while position < len(text):
        longest = max(_shared(text, position, row) for row in rows)
        if longest >= 4:
            text = text[:position] + text[position + longest :]
        else:
            position += 1
    return text


def _shared(text: str, position: int, row: str) -> int:
    """Return how many characters of the text, from a position, follow one another in a row."""
    start = row.find(text[position])
    if start < 0:
        return 0
    same = (one == other for one, other in zip(text[position:], row[start:], strict=False))
    return sum(takewhile(bool, same))

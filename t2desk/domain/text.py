"""Texts that people type: normalised, bounded, and free of characters that show other than they read."""

import unicodedata

from t2desk.domain.desk_errors import EmptyText, TextTooLong, UnfitCharacter

LINE_LIMIT = 2_000
PROSE_LIMIT = 200_000

# Joiners shape words in several scripts; the marks only say where a direction begins. Both are honest.
_HONEST_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c")
# What Unicode does not decompose, but other keyboards lack: strokes, the dotless i, Persian yeh and kaf, alef maksura;
# the stretching of Arabic words (tatweel) and the formats above say nothing at all.
_ALIKE = {
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643", "\u0640": "",
} | dict.fromkeys(_HONEST_FORMATS, "")  # fmt: skip


def folded(text: str) -> str:
    """Return a text for comparing: case, accents and what other keyboards lack gone, blanks evened out."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # A text has few different characters: asking for each one once is twice as fast on long lists.
    for character in set(decomposed):
        if unicodedata.combining(character):
            decomposed = decomposed.replace(character, "")
        elif character in _ALIKE:
            decomposed = decomposed.replace(character, _ALIKE[character])
    return " ".join(decomposed.split())


def one_line(field: str, text: str, limit: int = LINE_LIMIT) -> str:
    """Return a line of words, normalised. Raises EmptyText, TextTooLong, UnfitCharacter."""
    line = optional_line(field, text, limit)
    if not line:
        raise EmptyText(field=field)
    return line


def optional_line(field: str, text: str, limit: int = LINE_LIMIT) -> str:
    """Return a line that may be empty. Raises TextTooLong, UnfitCharacter."""
    return _checked(field, unicodedata.normalize("NFC", text).strip(), limit, allowed="\t")


def prose(field: str, text: str, limit: int = PROSE_LIMIT) -> str:
    """Return text of several lines; lines end at LF. Raises EmptyText, TextTooLong, UnfitCharacter."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    if not normal:
        raise EmptyText(field=field)
    return _checked(field, normal, limit, allowed="\t\n")


def _checked(field: str, text: str, limit: int, allowed: str) -> str:
    if len(text) > limit:
        raise TextTooLong(field=field, limit=limit)
    # This is done for every key press that takes a text in: most hold nothing to look for, and all few characters.
    if text.isprintable():
        return text
    for character in sorted(set(text)):
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in allowed:
            if character in _HONEST_FORMATS:
                continue
            raise UnfitCharacter(field=field, code=f"{ord(character):04X}")
    return text

"""Orders that favour nobody: the alphabet of a chosen language, turned on for each document, or the seats.

No collation library is locked (PyICU was decided against in design.md §5 and Babel does not collate), and a few names
of parties need no more than letters: a language's own letters stand where its alphabet has them, all others lose
their marks first.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Letters that are of their own, in the order of the language's alphabet (CLDR 46, root collation and tailorings).
_ALPHABETS: Mapping[str, str] = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "cs": "abcčdefghijklmnopqrřsštuvwxyzž",
    "da": _LATIN + "æøå",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "fi": _LATIN + "åäö",
    "hr": "abcčćdđefghijklmnopqrsštuvwxyzž",
    "nb": _LATIN + "æøå",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "sv": _LATIN + "åäö",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}  # fmt: skip


# The languages whose alphabets can be chosen: plain Latin ones first, then those with letters of their own.
LANGUAGES: tuple[str, ...] = ("en", "fr", "de", "ar", *_ALPHABETS)


class PartyOrder(StrEnum):
    """By what parties are put in order."""

    ALPHABET = "alphabet"
    SEATING = "seating"


@dataclass(frozen=True, slots=True)
class NeutralOrder:
    """How the dossier's parties stand wherever they are listed: one row.

    `language` is whose alphabet it is (as in `LANGUAGES`, or another: then that of most Latin ones); with `rotates`,
    each document begins with the next party.
    """

    id: str
    by: PartyOrder = PartyOrder.ALPHABET
    language: str = "en"
    rotates: bool = False


def alphabetical(names: Iterable[str], language: str) -> tuple[str, ...]:
    """Return names in the order of a language's alphabet; marks and case decide only between equals."""
    letters = {letter: at for at, letter in enumerate(_ALPHABETS.get(language, ""))}
    return tuple(sorted(names, key=lambda name: (_places(name, language, letters), name)))


def _places(name: str, language: str, letters: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    lowered = name.replace("I", "ı").replace("İ", "i") if language in {"tr", "az"} else name
    parts: list[str] = []
    for one in unicodedata.normalize("NFC", lowered).casefold():
        own = one in letters
        parts.extend([one] if own else _unmarked(one))
    return tuple((1, letters[one]) if one in letters else _elsewhere(one, letters) for one in parts)


def _unmarked(one: str) -> list[str]:
    return [part for part in unicodedata.normalize("NFKD", one) if not unicodedata.combining(part)]


def _elsewhere(one: str, letters: Mapping[str, int]) -> tuple[int, int]:
    # Spaces and signs before letters; letters of another script after those of the language.
    if not one.isalnum():
        return (0, ord(one))
    return (1, ord(one)) if not letters else (2, ord(one))


def rotated(order: Sequence[T], document: int) -> tuple[T, ...]:
    """Return the order turned on by one place for each document, so that over the documents each is first as often.

    `document` counts from 1; the first begins with the first.
    """
    start = (document - 1) % len(order) if order else 0
    return (*order[start:], *order[:start])


def seated(seats: Iterable[tuple[int, str | None]]) -> tuple[str, ...]:
    """Return parties in the order in which they are met going round the table from the first seat."""
    return tuple(dict.fromkeys(party for _, party in sorted(seats, key=lambda one: one[0]) if party))

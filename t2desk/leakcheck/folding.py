"""Folds text for comparison: no case, no accents, no invisible characters, one letter for each of its variants."""

import re
import unicodedata
from dataclasses import dataclass

# Everything that takes no room on paper, in whatever category Unicode files it.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
# Marks that Python does not count among word characters: combining accents, points, vowel signs.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0df3\u0e31-\u0e4e"
    "\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u103e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufb1e\ufe20-\ufe2f"
)
_LETTERS = str.maketrans(
    {
        "ı": "i", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
        "ŋ": "ng", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ĸ": "k",
        "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
        "ٱ": "ا", "ء": "", "ـ": "", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
        "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "ˈ": "", "ʹ": "", "ʺ": "", "׳": "", "״": "",
        "ґ": "г", "ѝ": "и", "ӏ": "",
    }
)  # fmt: skip
_DROPPED = frozenset(("Me", "Cf", "Cc"))
_BLANK = re.compile(f"[\u2800{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters the place in the original it came from."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> str:
    """Return text as it is compared; places are lost, see fold_with_places."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(one for one in decomposed if not is_dropped(one)).translate(_LETTERS)


def fold_with_places(text: str) -> Folded:
    """Return text as it is compared, each character with its place in the original."""
    letters: list[str] = []
    places: list[int] = []
    for place, one in enumerate(text):
        for folded in fold(one):
            letters.append(folded)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def is_dropped(one: str) -> bool:
    """Tell whether folding drops a character: marks, and everything that cannot be seen."""
    # Vowel signs of India and its neighbours are marks of class 0: they make the word and stay.
    return unicodedata.combining(one) != 0 or unicodedata.category(one) in _DROPPED or _BLANK.match(one) is not None

"""Finds names in scripts without spaces between words: Han, kana, Hangul, Thai and their neighbours."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from t2desk.leakcheck.folding import is_dropped
from t2desk.leakcheck.roster_forms import UnspacedName
from t2desk.leakcheck.words import UNSPACED_RUN


class UnspacedIndex:
    """The names of a roster in unspaced scripts, by their letters."""

    def __init__(self, names: Iterable[UnspacedName]) -> None:
        """Index names by their composed letters."""
        self._names: dict[str, list[UnspacedName]] = defaultdict(list)
        for name in names:
            self._names[unicodedata.normalize("NFKC", name.letters)].append(name)
        self._lengths = sorted({len(letters) for letters in self._names}, reverse=True)

    def found_in(self, text: str) -> Iterator[tuple[int, int, UnspacedName]]:
        """Yield start, end and name for each place in a text where the letters of a name stand."""
        if not self._names or text.isascii():
            return
        for run in UNSPACED_RUN.finditer(text):
            letters, places = _letters(run.group(), run.start())
            yield from self._in_run(letters, places)

    def _in_run(self, letters: str, places: list[int]) -> Iterator[tuple[int, int, UnspacedName]]:
        for start in range(len(letters)):
            for end in (start + length for length in self._lengths if start + length <= len(letters)):
                for name in self._names.get(letters[start:end], ()):
                    yield places[start], places[end - 1] + 1, name


def _letters(run: str, offset: int) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, one in enumerate(run, start=offset):
        # Thai vowel signs are marks that make the word: only what cannot be seen is dropped here.
        if unicodedata.category(one) == "Mn" or not is_dropped(one):
            for plain in unicodedata.normalize("NFKC", one):
                letters.append(plain)
                places.append(place)
    return "".join(letters), places

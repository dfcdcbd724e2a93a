"""Names with marks between their letters: Kar[im], Had/dad, H-a-d-d-a-d, Had<b>dad</b>."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from t2desk.leakcheck.folding import MARKS, fold
from t2desk.leakcheck.roster_forms import NameWord, Part

_LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
_TAG = r"</?\w{1,10}>"
_MARK = r"[\[\](){}<>«»‹›/\\|*•·.…~+^'\"‘’“”„=#&:;,!?_\u2010-\u2015-]"
# Nothing is given back once taken, and no run begins within another: a long word costs its length, not its square.
_RUN = re.compile(rf"(?<!{_LETTER}){_LETTER}++(?:(?:{_TAG}|{_MARK}{{1,3}}){_LETTER}++)++")
_PIECE = re.compile(rf"{_TAG}|({_LETTER}+)")
_CLOSED_BY = {"[": "]", "(": ")", "{": "}", "<": ">", "«": "»", "‹": "›", "“": "”", "‘": "’"}
_LEAST = 4  # letters; below that too many abbreviations and elisions read as a name
_BEGINNING = 3  # letters by which a run is given up early


class BrokenNames:
    """The words of a roster's names, looked for where something other than a space stands between their letters."""

    def __init__(self, names: Sequence[NameWord]) -> None:
        """Index the words; particles and words of a few letters are left out."""
        self._words: dict[str, set[int]] = defaultdict(set)
        for name in names:
            if name.part is not Part.PARTICLE and len(name.word) >= _LEAST:
                self._words[name.word].add(name.person)
        self._beginnings = {word[:_BEGINNING] for word in self._words}
        self._longest = max(map(len, self._words), default=0)

    def found_in(self, text: str) -> Iterator[tuple[int, int, int, bool]]:
        """Yield start, end, person, and whether it begins as a name does: with a capital, where its script has them."""
        for run in _RUN.finditer(text):
            pieces = [one for one in _PIECE.finditer(text, run.start(), run.end()) if one[1]]
            for first in range(len(pieces) - 1):
                for start, end, person, has_capital in self._beginning_at(pieces, first):
                    yield *_with_brackets(text, start, end), person, has_capital

    def _beginning_at(self, pieces: list[re.Match[str]], first: int) -> Iterator[tuple[int, int, int, bool]]:
        word, start = fold(pieces[first][1]), pieces[first].start()
        for piece in pieces[first + 1 : first + 1 + self._longest]:
            word += fold(piece[1])
            if len(word) > self._longest or not self._goes_on(word):
                return
            for person in sorted(self._words.get(word, ())):
                yield start, piece.end(), person, not pieces[first][1][0].islower()

    def _goes_on(self, word: str) -> bool:
        return len(word) < _BEGINNING or word[:_BEGINNING] in self._beginnings


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place with the bracket that closes, or opens, one within it: else replacing the name would leave it."""
    inside, before, after = text[start:end], text[max(start - 1, 0) : start], text[end : end + 1]
    opened = before in _CLOSED_BY and _CLOSED_BY[before] in inside
    closes = any(after == closing and opening in inside for opening, closing in _CLOSED_BY.items())
    return start - opened, end + closes

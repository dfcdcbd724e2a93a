"""Dotted initials, and names written with a space after each letter."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.roster_forms import NameWord, Part

_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.[ \u00a0]?){1,4}[^\W\d_]\.?(?![^\W_])")
_LETTER_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \u00a0.]){3,40}[^\W\d_](?![^\W_])")
_LETTER = re.compile(r"[^\W\d_]")


class InitialsIndex:
    """The initials of everybody on the roster, given name before surname."""

    def __init__(self, names: Sequence[NameWord]) -> None:
        """Index the first letters of the names, and the words whose letters may be spaced out."""
        self.first_letters: dict[int, frozenset[str]] = {}
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._words: dict[str, set[int]] = defaultdict(set)
        parts: dict[int, dict[Part, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name in names:
            parts[name.person][name.part].add(name.word[:1])
            if name.part is not Part.PARTICLE:
                self._words[name.word].add(name.person)
        for person, letters in parts.items():
            self.first_letters[person] = frozenset(letters[Part.GIVEN] | letters[Part.MIDDLE])
            for given in letters[Part.GIVEN]:
                for family in letters[Part.FAMILY]:
                    self._initials[given + family].add(person)

    def initials_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield start, end and person for each place where a person's initials stand with dots."""
        for found in _DOTTED.finditer(text):
            letters = fold("".join(_LETTER.findall(found.group())))
            for person in sorted(self._initials.get(letters[:1] + letters[-1:], ())):
                yield found.start(), found.end(), person

    def letter_spaced_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield start, end and person for each name written with a space after each letter."""
        for found in _LETTER_SPACED.finditer(text):
            for person in sorted(self._words.get(fold("".join(_LETTER.findall(found.group()))), ())):
                yield found.start(), found.end(), person

"""Every word of every name on the roster, found exactly, inflected, mistyped, split, or in another script."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from t2desk.leakcheck.edits import allowed_edits, distance, shortened
from t2desk.leakcheck.endings import possible_stems, script_of, stems, without_front
from t2desk.leakcheck.lookalikes import is_disguised, undisguised
from t2desk.leakcheck.roster_forms import NameWord, Part, Phrase
from t2desk.leakcheck.sounds import romanised, sound_keys, without_vowels
from t2desk.leakcheck.word_tables import FUNCTION_WORDS, NAME_WORDS

_LEAST_SOUNDS = 2
_TAKEN_AS_THEY_ARE = (Part.PARTICLE, Part.WHOLE)
_LONG = 8
_LONGEST = 40
_LEAST_SPLIT = 7
_SHORTEST_PREFIX = 3


class Trust(IntEnum):
    """How surely a word of the text is a word of a name."""

    FAINT = 1  # sounds alike, too short to stand alone
    LIKELY = 2  # mistyped, or sounds alike over many consonants
    SURE = 3  # the name, inflected or with something written onto it
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of the text read as a word of a name."""

    name: NameWord
    trust: Trust


class NameIndex:
    """Looks words up among the words of the roster's names, in a time that does not grow with the roster."""

    def __init__(self, names: Iterable[NameWord], phrases: Iterable[Phrase]) -> None:
        """Index the folded words of names, and the phrases by their first word."""
        self._exact: dict[str, list[NameWord]] = defaultdict(list)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._typed: dict[str, set[str]] = defaultdict(set)
        self._sounding: dict[str, set[str]] = defaultdict(set)
        self._prefixes: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, list[Phrase]] = defaultdict(list)
        for name in names:
            self._exact[name.word].append(name)
        for word, found in list(self._exact.items()):
            if any(name.part not in _TAKEN_AS_THEY_ARE for name in found):
                self._add_variants(word)
        for phrase in phrases:
            self._phrases[phrase.words[0]].append(phrase)

    def phrases(self, word: str) -> Sequence[Phrase]:
        """Return the phrases that begin with a folded word."""
        return self._phrases.get(word, ())

    def remainders(self, word: str) -> set[str]:
        """Return what would have to follow a folded word that is only the beginning of a name."""
        return self._prefixes.get(word, set())

    def exact(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word that is a word of a name as it stands."""
        return tuple(Reading(name, Trust.EXACT) for name in self._exact.get(word, ()))

    def readings(self, word: str, may_be_name: bool) -> tuple[Reading, ...]:
        """Return the readings of a folded word, the surest kind that there is; guesses only where it `may_be_name`."""
        if found := self.exact(word):
            return found
        if len(word) > _LONGEST:
            # No name is that long, and guessing at such a word would cost the square of its length.
            return ()
        if is_disguised(word):
            twins = undisguised(word)
            found = self._named((twin for twin in twins if twin in self._exact), Trust.SURE)
            return found or next((alike for twin in twins if (alike := self._alike(twin))), ())
        if found := self._in_grammar(word, may_be_name):
            return found
        if not may_be_name or word in FUNCTION_WORDS or not script_of(word):
            return ()
        if word in NAME_WORDS:
            return tuple(Reading(reading.name, Trust.FAINT) for reading in self._alike(word))
        return self._named(self._mistyped(word), Trust.LIKELY) or self._alike(word)

    def _add_variants(self, word: str) -> None:
        for stem in stems(word):
            self._stems[stem].add(word)
        for short in shortened(word, allowed_edits(len(word))) if len(word) >= 5 else ():
            self._typed[short].add(word)
        for key in sound_keys(word):
            if len(key) >= _LEAST_SOUNDS:
                self._sounding[key].add(word)
        for cut in range(_SHORTEST_PREFIX, len(word) - 1) if len(word) >= _LEAST_SPLIT else ():
            self._prefixes[word[:cut]].add(word[cut:])

    def _in_grammar(self, word: str, may_be_name: bool) -> tuple[Reading, ...]:
        bare = [rest for rest in without_front(word) if rest in self._exact]
        if bare:
            return self._named(bare, Trust.SURE)
        if not may_be_name and (script_of(word) == "LATIN" or len(word) < _LONG):
            return ()
        found = {name for stem in possible_stems(word) for name in self._stems.get(stem, ())}
        long_enough = {name for name in found if len(name) > 4 or script_of(name) == "GEORGIAN"}
        return self._named(long_enough, Trust.SURE) or self._named(found, Trust.FAINT)

    def _mistyped(self, word: str) -> set[str]:
        if len(word) < 5:
            return set()
        most = allowed_edits(len(word))
        near = {name for short in shortened(word, most) for name in self._typed.get(short, ())}
        # One letter from a name that is a word lies another word: Price and Prime.
        near -= NAME_WORDS
        return {name for name in near if distance(word, name, min(most, allowed_edits(len(name)))) <= most}

    def _alike(self, word: str) -> tuple[Reading, ...]:
        found: list[Reading] = []
        for key in sound_keys(word):
            for name in self._sounding.get(key, ()) if len(key) >= _LEAST_SOUNDS else ():
                if _sound_close(word, name, len(key)):
                    trust = Trust.LIKELY if len(key) >= 4 and min(len(word), len(name)) >= 6 else Trust.FAINT
                    found.extend(self._named((name,), trust))
        return tuple(dict.fromkeys(found))

    def _named(self, words: Iterable[str], trust: Trust) -> tuple[Reading, ...]:
        return tuple(
            Reading(name, trust) for word in words for name in self._exact[word] if name.part is not Part.PARTICLE
        )


def _sound_close(one: str, other: str, sounds: int) -> bool:
    here, there = romanised(one), romanised(other)
    if {"ARABIC", "HEBREW"} & {script_of(one), script_of(other)}:
        # These scripts write no short vowels, so vowels tell nothing.
        here, there = without_vowels(here), without_vowels(there)
    longer = max(len(here), len(there))
    allowed = longer * (0.5 if sounds >= 4 else 0.4)
    return distance(here, there, longer) <= allowed

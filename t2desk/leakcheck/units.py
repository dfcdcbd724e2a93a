"""Walks through a text once and hands out its words that mean something to the roster, each with its readings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.name_index import NameIndex, Reading, Trust
from t2desk.leakcheck.roster_forms import Phrase
from t2desk.leakcheck.words import NEXT_WORD, RUN, pieces, without_hyphens

_MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of the text, at `start` to `end` in it, with what it may be of somebody's name."""

    start: int
    end: int
    word: str
    readings: tuple[Reading, ...]
    phrases: tuple[Phrase, ...] = ()
    is_clue: bool = False


@dataclass(frozen=True, slots=True)
class _Meaning:
    start: int
    end: int
    word: str
    readings: tuple[Reading, ...]
    phrases: tuple[Phrase, ...]
    remainders: frozenset[str]
    is_clue: bool


class UnitReader:
    """Reads texts against one index; what a word means is worked out once and remembered."""

    def __init__(self, index: NameIndex, is_clue: Callable[[str], bool]) -> None:
        """Keep the index, what tells that a folded word is a clue, and an empty memory."""
        self._index = index
        self._is_clue = is_clue
        self._remembered: dict[str, tuple[_Meaning, ...]] = {}

    def units(self, text: str) -> Iterator[Unit]:
        """Yield the meaningful words of a text in their order."""
        remembered = self._remembered
        for found in RUN.finditer(text):
            run = found.group()
            meanings = remembered.get(run)
            if meanings is None:
                meanings = self._learn(run)
            for meaning in meanings:
                if unit := self._unit(text, found.start(), meaning):
                    yield unit

    def meanings_of(self, word: str) -> tuple[Reading, ...]:
        """Return what one word on its own may be of somebody's name."""
        return self._index.exact(fold(word))

    def _learn(self, run: str) -> tuple[_Meaning, ...]:
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        meanings = self._meanings(run)
        self._remembered[run] = meanings
        return meanings

    def _meanings(self, run: str) -> tuple[_Meaning, ...]:
        whole = self._meaning(0, without_hyphens(run), len(run))
        if whole is not None and (whole.readings or "\n" not in run):
            return (whole,)
        if run.isalpha():
            return ()
        parts = (self._meaning(start, piece, len(piece)) for start, piece in pieces(run))
        return tuple(part for part in parts if part is not None)

    def _meaning(self, start: int, written: str, length: int) -> _Meaning | None:
        word = fold(written)
        # A word in small letters of a script that has capitals is no name that somebody mistyped.
        readings = self._index.readings(word, not written[:1].islower())
        phrases = tuple(self._index.phrases(word))
        remainders = frozenset(self._index.remainders(word)) if not readings else frozenset[str]()
        is_clue = self._is_clue(word)
        if not (readings or phrases or remainders or is_clue):
            return None
        return _Meaning(start, start + length, word, readings, phrases, remainders, is_clue)

    def _unit(self, text: str, offset: int, meaning: _Meaning) -> Unit | None:
        end = offset + meaning.end
        readings = meaning.readings
        if meaning.remainders:
            follower = NEXT_WORD.match(text, end)
            rest = fold(follower[1]) if follower else ""
            if follower and rest in meaning.remainders:
                end = follower.end()
                readings = tuple(Reading(one.name, Trust.SURE) for one in self._index.exact(meaning.word + rest))
        if not (readings or meaning.phrases or meaning.is_clue):
            return None
        return Unit(offset + meaning.start, end, meaning.word, readings, meaning.phrases, meaning.is_clue)

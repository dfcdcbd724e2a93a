"""Finds people without their names: an occupation only one has, the only Norwegian, the one woman of a party."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from t2desk.domain.findings import Level
from t2desk.domain.people import RosterPerson
from t2desk.i18n import N_
from t2desk.leakcheck import attribute_tables as tables
from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.spans import Span
from t2desk.leakcheck.words import name_words

_ONE = N_("Only this person on the roster fits these words.")
_TWO = N_("Only two people on the roster fit these words.")
_MAYBE = N_("These words fit only this person on the roster, if they are about somebody in the room.")
_MOST_GAP = 24
_NOT_IN_THE_ROOM = re.compile(
    r"[\s,(–—-]*(?:who\s\w+\s)?(?:not\b|absent|ausente|in another|elsewhere|отсутств)", re.IGNORECASE
)
_DETERMINER = re.compile(r"([^\W\d_]+)['’\s-]*\Z")
_SAYS_THE = frozenset(["the", "our", "this", "that", "el", "la", "le", "l", "les", "der", "die", "das", "o", "η"])
_SAYS_A = frozenset(["a", "an", "un", "une", "una", "ein", "eine", "uno"])


@dataclass(frozen=True, slots=True)
class Clue:
    """A word at a place in a text that says something about a person."""

    start: int
    end: int
    word: str


class ClueBook:
    """What the roster's people could be recognised by, and by how many of them each combination is shared."""

    def __init__(self, roster: Sequence[RosterPerson]) -> None:
        """Index occupations, countries, parties and genders of those who may be in the room."""
        self._holders: dict[str, set[int]] = defaultdict(set)
        self._roles: dict[int, frozenset[str]] = {}
        self._parties: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for number, person in enumerate(roster):
            if person.present is not False:
                self._add(number, person)
        self._party_words = frozenset(word for party in self._parties for word in party)
        self._heads = frozenset(_meaning(name_words(one.role)[-1]) for one in roster if name_words(one.role))

    def says_something(self, word: str) -> bool:
        """Tell whether a folded word can be part of a clue for this roster."""
        return (
            self._concept(word) is not None
            or word in self._party_words
            or word in tables.ONLY_WORDS
            or word in tables.PERSON_NOUNS
        )

    def found_in(self, text: str, clues: Iterable[Clue]) -> Iterator[Span]:
        """Yield the places where neighbouring clues together fit one person, or only two."""
        run: list[Clue] = []
        for clue in clues:
            if run and not _are_linked(text[run[-1].end : clue.start]):
                yield from self._judged(text, run)
                run = []
            run.append(clue)
        yield from self._judged(text, run)

    def _add(self, number: int, person: RosterPerson) -> None:
        role = frozenset(_meaning(word) for word in name_words(person.role)) - tables.LINKS
        if role - tables.ROOM_ROLES:
            self._roles[number] = role
            for meaning in role:
                self._holders[meaning].add(number)
        for word in name_words(person.country):
            if word in tables.NATIONALITIES:
                self._holders[f"from {tables.NATIONALITIES[word]}"].add(number)
        party = tuple(word for word in name_words(person.party) if word not in tables.LINKS)
        if party:
            self._parties[party].add(number)
        gender = person.gender.strip().casefold()[:1]
        if gender in ("f", "w", "m"):
            self._holders["a man" if gender == "m" else "a woman"].add(number)

    def _concept(self, word: str) -> str | None:
        if word in tables.WOMAN_WORDS:
            return "a woman"
        if word in tables.MAN_WORDS:
            return "a man"
        meaning = _meaning(word)
        if meaning in self._holders:
            return meaning
        country = tables.NATIONALITIES.get(word)
        # The country's own name is no word for a person; "Georgia" is where, "Georgian" is who.
        return f"from {country}" if country and country != word else None

    def _judged(self, text: str, run: Sequence[Clue]) -> Iterator[Span]:
        words = [clue.word for clue in run]
        concepts, people = self._fitting(words)
        if not concepts or not 1 <= len(people) <= 2 or not self._is_about_somebody(words):
            return
        start, end = run[0].start, run[-1].end
        if _NOT_IN_THE_ROOM.match(text, end):
            return
        verdict = self._verdict(words, concepts, people, _determiner(text[max(0, start - 12) : start]))
        if verdict is None:
            return
        level, why = verdict
        for person in sorted(people):
            yield Span(start, end, "role" if self._is_role(concepts) else "group", person, level, why)

    def _fitting(self, words: Sequence[str]) -> tuple[set[str], set[int]]:
        rest, fitting = list(words), None
        concepts: set[str] = set()
        for party, members in self._parties.items():
            for place in range(len(rest) - len(party) + 1):
                if tuple(rest[place : place + len(party)]) == party:
                    rest[place : place + len(party)] = []
                    concepts.add("of a party")
                    fitting = set(members) if fitting is None else fitting & members
        for concept in [found for word in rest if (found := self._concept(word))]:
            concepts.add(concept)
            holders = self._holders.get(concept, set())
            fitting = set(holders) if fitting is None else fitting & holders
        return concepts, fitting or set()

    def _is_about_somebody(self, words: Sequence[str]) -> bool:
        nouns = (tables.WOMAN_WORDS | tables.MAN_WORDS | tables.PERSON_NOUNS) - tables.ADJECTIVES_OF_GENDER
        return any(word in nouns or _meaning(word) in self._heads or word in tables.ONLY_WORDS for word in words)

    def _is_role(self, concepts: set[str]) -> bool:
        return any(meaning in concepts for role in self._roles.values() for meaning in role)

    def _verdict(
        self, words: Sequence[str], concepts: set[str], people: set[int], determiner: str
    ) -> tuple[Level, str] | None:
        is_only = any(word in tables.ONLY_WORDS for word in words)
        if len(people) == 2:
            tells = is_only or len(concepts) > 1 or not self._is_role(concepts) or determiner in _SAYS_THE
            return (Level.WARN, _TWO) if tells else None
        whole = self._roles.get(min(people), frozenset())
        names_a_head = any(_meaning(word) in self._heads for word in words)
        if self._is_role(concepts):
            if not names_a_head or (
                len(concepts) == 1 and not is_only and concepts <= tables.MERELY_GENERAL and concepts != whole
            ):
                return None
            if whole <= concepts and (len(whole) > 1 or determiner in _SAYS_THE or is_only):
                return Level.BLOCK, _ONE
            return (Level.WARN, _MAYBE) if len(concepts) > 1 or determiner in _SAYS_THE else None
        return (Level.BLOCK, _ONE) if is_only or determiner in _SAYS_THE | _SAYS_A else (Level.WARN, _MAYBE)


def _meaning(word: str) -> str:
    return tables.OCCUPATION_WORDS.get(word, word)


def _are_linked(gap: str) -> bool:
    if len(gap) > _MOST_GAP or any(mark in gap for mark in ".;:!?,"):
        return False
    return all(fold(word) in tables.LINKS for word in re.findall(r"[^\W_]+", gap))


def _determiner(before: str) -> str:
    found = _DETERMINER.search(before)
    return fold(found[1]) if found else ""

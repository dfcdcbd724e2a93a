"""What a person's name gives to look for: the words of the name and what each is, and phrases that only count whole."""

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from t2desk.domain.people import RosterPerson
from t2desk.leakcheck.diminutives import diminutives_of
from t2desk.leakcheck.errors import NamelessPerson
from t2desk.leakcheck.word_tables import PARTICLES
from t2desk.leakcheck.words import is_unspaced, name_words

_LEAST_RUN_TOGETHER = 6
_LONGEST_UNDIVIDED = 4
_SPELLED_OUT = str.maketrans(
    dict(zip("äöüøåÄÖÜØÅ", ["ae", "oe", "ue", "oe", "aa", "Ae", "Oe", "Ue", "Oe", "Aa"], strict=True))
)


class Part(StrEnum):
    """What a word is in somebody's name."""

    GIVEN = "given_name"
    FAMILY = "surname"
    MIDDLE = "middle_name"
    WHOLE = "name"
    ALIAS = "alias"
    NICKNAME = "nickname"
    PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class NameWord:
    """A folded word that can stand in the name of a person; `is_native` where it comes from the native spelling."""

    word: str
    person: int
    part: Part
    is_native: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that point to a person only all together and in this order."""

    words: tuple[str, ...]
    person: int
    kind: str


@dataclass(frozen=True, slots=True)
class UnspacedName:
    """A name in a script without spaces, found anywhere in a text."""

    letters: str
    person: int
    kind: str
    is_whole: bool


def name_words_of(person: RosterPerson, number: int) -> list[NameWord]:
    """Return every word of a person's names; raise NamelessPerson where there is none that can be looked for."""
    spaced = [name for name in (person.display_name, person.name_native) if name and not is_unspaced(name)]
    words = [word for name in spaced for word in _parts(name, person, number, name == person.name_native)]
    words += [NameWord(found[0], number, Part.ALIAS) for alias in person.aliases if len(found := _alias(alias)) == 1]
    words += [
        NameWord(short, number, Part.NICKNAME)
        for given in [word.word for word in words if word.part is Part.GIVEN]
        for short in sorted(diminutives_of(given) - {word.word for word in words})
    ]
    words += _run_together(words)
    if not any(_is_usable(word) for word in words) and not unspaced_names_of(person, number):
        raise NamelessPerson(person=person.id)
    return list(dict.fromkeys(words))


def phrases_of(person: RosterPerson, number: int) -> list[Phrase]:
    """Return the aliases of several words, the affiliation and its acronym."""
    aliases = [Phrase(found, number, "alias") for alias in person.aliases if len(found := _alias(alias)) > 1]
    places = ((person.affiliation, "affiliation"), (person.affiliation_acronym, "acronym"))
    return aliases + [Phrase(words, number, kind) for name, kind in places if (words := _without_article(name))]


def unspaced_names_of(person: RosterPerson, number: int) -> list[UnspacedName]:
    """Return the names in scripts without spaces: whole, and the given name alone where it has two letters or more."""
    found: list[UnspacedName] = []
    for name in (person.name_native, person.display_name, *person.aliases):
        if name and is_unspaced(name):
            found.extend(_unspaced(name, number, "alias" if name in person.aliases else "native_name"))
    return found


def _parts(name: str, person: RosterPerson, number: int, is_native: bool) -> Iterator[NameWord]:
    written = [(run, name_words(run)) for run in name.replace(",", " ").split()]
    order = [word for _run, words in written for word in words]
    for word, part in _named_parts(order, person, is_native):
        yield NameWord(word, number, part, is_native)
    for word, part in _named_parts(order, person, is_native):
        if word.startswith("ال") and len(word) > 4 and part is not Part.PARTICLE:
            yield NameWord(word[2:], number, part, is_native)
    yield from _other_spellings(name, order, person, number, is_native)
    for _run, words in written:
        if len(words) > 1:
            # Min-seok is also written Minseok, al-Bakkushi Albakkushi.
            last = next(
                (part for word, part in _named_parts(order, person, is_native) if word == words[-1]), Part.FAMILY
            )
            yield NameWord("".join(words), number, last, is_native)


def _other_spellings(
    name: str, order: Sequence[str], person: RosterPerson, number: int, is_native: bool
) -> Iterator[NameWord]:
    parts = dict(_named_parts(order, person, is_native))
    for plain, spelled in zip(
        name_words(name), name_words(unicodedata.normalize("NFC", name).translate(_SPELLED_OUT)), strict=False
    ):
        if plain != spelled and parts.get(plain, Part.PARTICLE) is not Part.PARTICLE:
            yield NameWord(spelled, number, parts[plain], is_native)
    for first, second in itertools.pairwise(order):
        # Abd al-Rahman is also written Abdalrahman, Abdel Rahman Abdelrahman.
        if parts.get(first) is Part.PARTICLE and parts.get(second, Part.PARTICLE) is not Part.PARTICLE:
            yield NameWord(first + second, number, parts[second], is_native)


def _named_parts(order: Sequence[str], person: RosterPerson, is_native: bool) -> list[tuple[str, Part]]:
    given, family = set(name_words(person.given)), set(name_words(person.family))
    core = [word for word in order if word not in PARTICLES] or list(order)
    if is_native or not (given or family):
        # Only the order tells: the first word is taken for the given name and the last for the family's.
        given, family = set(core[:1]), set(core[-1:])
    return [(word, _part(word, given, family, core)) for word in (*order, *sorted((given | family) - set(order)))]


def _part(word: str, given: set[str], family: set[str], core: Sequence[str]) -> Part:
    if word in PARTICLES and word not in core:
        return Part.PARTICLE
    if word in family:
        return Part.PARTICLE if word in PARTICLES and len(family) > 1 else Part.FAMILY
    if word in given:
        return Part.GIVEN
    return Part.PARTICLE if len(word) < 2 else Part.MIDDLE


def _run_together(words: Sequence[NameWord]) -> list[NameWord]:
    given = [word for word in words if word.part is Part.GIVEN]
    family = [word for word in words if word.part is Part.FAMILY]
    pairs = [(one, other) for one in given for other in family if one.is_native == other.is_native]
    joined = [(one.word + other.word, one) for one, other in pairs] + [
        (other.word + one.word, one) for one, other in pairs
    ]
    return [
        NameWord(word, one.person, Part.WHOLE, one.is_native)
        for word, one in joined
        if len(word) >= _LEAST_RUN_TOGETHER
    ]


def _is_usable(name: NameWord) -> bool:
    return name.part is not Part.PARTICLE and len(name.word) > 1 and any(letter.isalpha() for letter in name.word)


def _alias(alias: str) -> tuple[str, ...]:
    return () if is_unspaced(alias) else name_words(alias)


def _without_article(name: str) -> tuple[str, ...]:
    words = name_words(name)
    return words[1:] if len(words) > 2 and words[0] == "the" else words


def _unspaced(name: str, number: int, kind: str) -> Iterator[UnspacedName]:
    parts = name.split()
    whole = "".join(parts)
    if len(whole) >= 2:
        yield UnspacedName(whole, number, kind, True)
    guesses = parts if len(parts) > 1 else (whole[1:], whole[:2], whole[2:]) if len(whole) == 4 else (whole[1:],)
    for part in dict.fromkeys(guesses if len(whole) <= _LONGEST_UNDIVIDED or len(parts) > 1 else ()):
        if 2 <= len(part) < len(whole):
            yield UnspacedName(part, number, kind, False)

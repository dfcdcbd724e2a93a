"""People and prose that nobody wrote, drawn from a seed: for texts of any length and rosters of any size."""

import random
from functools import cache

from t2desk.domain.people import RosterPerson
from t2desk.system.paths import resource

_STARTS = (
    "Bra",
    "Kel",
    "Tor",
    "Mun",
    "Sa",
    "Vel",
    "Ghar",
    "Ili",
    "Zo",
    "Pel",
    "Dra",
    "Hesh",
    "Wen",
    "Ru",
    "Oth",
    "Yas",
)
_MIDDLES = ("ni", "va", "mo", "ri", "sha", "ke", "lu", "do", "be", "the", "go", "qa")
_ENDS = ("n", "dar", "lis", "mov", "k", "ra", "shvar", "tz", "nen", "ro", "s", "witz", "gil", "pe")
_ROLES = ("economist", "hydrologist", "retired judge", "journalist", "engineer", "historian", "pilot", "participant")
_COUNTRIES = ("Norway", "Iraq", "Kenya", "Chile", "Georgia", "Greece", "Canada", "Nepal")
_SMALL_WORDS = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "a",
    "was",
    "it",
    "for",
    "on",
    "with",
    "they",
    "not",
    "by",
    "we",
)
MENTION = 0.004  # of the words: some two names a page


def roster(size: int) -> tuple[RosterPerson, ...]:
    """Return invented people; the first of a larger roster are those of a smaller one."""
    draw = random.Random(7)
    return tuple(_person(number, draw) for number in range(size))


def _person(number: int, draw: random.Random) -> RosterPerson:
    given, family = _name(draw), _name(draw)
    return RosterPerson(
        f"p{number}", f"{given} {family}", given, family,
        party=f"Party {number % 5}", country=draw.choice(_COUNTRIES), role=draw.choice(_ROLES),
        gender=draw.choice("fm"), affiliation=f"{_name(draw)} Institute", email=f"{family.lower()}@example.org",
    )  # fmt: skip


def _name(draw: random.Random) -> str:
    return draw.choice(_STARTS) + draw.choice(_MIDDLES) + draw.choice(("", draw.choice(_MIDDLES))) + draw.choice(_ENDS)


def prose(characters: int, seed: int) -> str:
    """Return sentences whose words are as unevenly common as those of people are, with a name now and then."""
    draw = random.Random(seed)
    sentences, length = [], 0
    while length < characters:
        sentences.append(_sentence(draw))
        length += len(sentences[-1]) + 1
    return " ".join(sentences)


def _sentence(draw: random.Random) -> str:
    chosen = [_word(draw) for _ in range(draw.randint(6, 24))]
    return " ".join(chosen).capitalize() + "." if draw.random() < 0.9 else f"{_mention(draw)} {' '.join(chosen)}."


def _word(draw: random.Random) -> str:
    if draw.random() < 0.45:
        return draw.choice(_SMALL_WORDS)
    rare = _rare_words()
    return rare[int(len(rare) ** draw.random()) - 1]


def _mention(draw: random.Random) -> str:
    return draw.choice(_people()).display_name


@cache
def _people() -> tuple[RosterPerson, ...]:
    return roster(60)


@cache
def _rare_words() -> tuple[str, ...]:
    return tuple(resource("words", "passphrase_words.txt").read_text("utf-8").split())

"""Finding a person at the table by a seat, by initials or by a few letters, in any script."""

from dataclasses import dataclass

from t2desk.domain.desk_errors import NamesClosed
from t2desk.domain.people import Identity, Person
from t2desk.domain.ports import Work
from t2desk.domain.text import folded
from t2desk.services.floor_views import Speaker, party_numbers, speaker_of

# Letters that differ for the eye and not for the finger: no decomposition knows of them.
_ALIKE = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
        "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ـ": None, "’": None, "'": None, "ʼ": None,
        "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be found: folded words of all names, the initials, and whether they wait already."""

    speaker: Speaker
    words: tuple[str, ...]
    initials: str


def candidates(work: Work) -> tuple[Candidate, ...]:
    """Return everybody at the table, by seat."""
    numbers = party_numbers(work)
    people = sorted(work.select(Person), key=lambda person: person.seat)
    return tuple(_candidate(work, person, numbers) for person in people)


def _candidate(work: Work, person: Person, numbers: dict[str, tuple[int, str]]) -> Candidate:
    speaker = speaker_of(work, person.id, numbers)
    try:
        who = work.find(Identity, person.id)
    except NamesClosed:
        who = None
    names = (who.given, who.family, who.name_native, *who.aliases) if who else (person.descriptor,)
    words = tuple(dict.fromkeys(word for name in (speaker.name, *names) for word in comparable(name).split()))
    return Candidate(speaker, words, "".join(word[0] for word in comparable(speaker.name).split()))


def comparable(text: str) -> str:
    """Return a text for finding: accents, case, marks and look-alike letters evened out."""
    return " ".join(folded(text).translate(_ALIKE).replace("-", " ").split())


def found(everybody: tuple[Candidate, ...], typed: str) -> tuple[Candidate, ...]:
    """Return who fits what was typed, the best first; everybody, by seat, while nothing is typed."""
    wanted = comparable(typed)
    ranked = [(_rank(one, wanted), one) for one in everybody]
    return tuple(one for rank, one in sorted(ranked, key=lambda pair: (pair[0], pair[1].speaker.seat)) if rank < 5)


def _rank(one: Candidate, wanted: str) -> int:
    """Return 0 for the best; 5 does not fit at all."""
    if not wanted:
        return 0
    if wanted.isdecimal():
        return 0 if int(wanted) == one.speaker.seat else 5
    parts = wanted.split()
    if all(any(word.startswith(part) for word in one.words) for part in parts):
        return 1 if one.words and one.words[0].startswith(parts[0]) else 2
    if one.initials.startswith(wanted.replace(" ", "").replace(".", "")):
        return 3
    return 4 if all(any(part in word for word in one.words) for part in parts) else 5

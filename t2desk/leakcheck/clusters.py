"""Puts neighbouring words of one person's name together: given and family in either order, with what lies between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from t2desk.leakcheck.folding import fold
from t2desk.leakcheck.name_index import Reading, Trust
from t2desk.leakcheck.roster_forms import Part
from t2desk.leakcheck.units import Unit
from t2desk.leakcheck.word_tables import NAME_WORDS, PARTICLES

# What may stand between the words of one name: spaces, one line end, a hyphen, a comma, a dot, an apostrophe.
_BETWEEN = re.compile(r"[^\S\n]*[-\u2010-\u2015\u05be.,'’ʼ_·]?[^\S\n]*\n?[^\S\n]*[-\u2010-\u2015'’]?")
# A particle the roster does not write, or a middle initial.
_PARTICLES_BETWEEN = re.compile(r"[^\S\n]*\n?[^\S\n]*((?:[^\W\d_]{1,5}[.'’]?[ \u00a0\n-]{1,2}){1,2}[^\S\n]*)")
_MOST_BETWEEN = 40


@dataclass(slots=True)
class Cluster:
    """The words that lie together and can all be of one person's name; places are offsets in the whole text."""

    person: int
    start: int
    end: int
    parts: list[Reading] = field(default_factory=list)

    def has(self, part: Part) -> bool:
        """Tell whether a word of that part of the name is there."""
        return any(reading.name.part is part for reading in self.parts)

    @property
    def trust(self) -> Trust:
        """Return how sure the surest word is."""
        return max(reading.trust for reading in self.parts)

    @property
    def named_parts(self) -> int:
        """Return how many words are there that are no particles."""
        return len({reading.name.word for reading in self.parts if reading.name.part is not Part.PARTICLE})


def clusters(text: str, units: Iterable[Unit]) -> Iterator[Cluster]:
    """Yield each group of neighbouring words of one person, ended by particles at neither side."""
    growing: dict[int, Cluster] = {}
    for unit in units:
        for person, reading in _best_readings(unit).items():
            cluster = growing.get(person)
            if cluster is not None and not _continues(text, cluster, unit, reading):
                yield cluster
                cluster = None
            if cluster is None:
                growing[person] = Cluster(person, unit.start, unit.end, [reading])
            else:
                cluster.end = unit.end
                cluster.parts.append(reading)
    yield from growing.values()


def is_adjoining(gap: str) -> bool:
    """Tell whether what lies between two words leaves them part of one name."""
    if len(gap) > _MOST_BETWEEN:
        return False
    return _BETWEEN.fullmatch(gap) is not None or _is_particle(gap)


def _is_particle(gap: str) -> bool:
    inside = _PARTICLES_BETWEEN.fullmatch(gap)
    words = [fold(word) for word in re.split(r"[\W_]+", inside[1]) if word] if inside else []
    return bool(words) and all(len(word) == 1 or word in PARTICLES for word in words)


def _best_readings(unit: Unit) -> dict[int, Reading]:
    best: dict[int, Reading] = {}
    for reading in unit.readings:
        known = best.get(reading.name.person)
        if known is None or reading.trust > known.trust:
            best[reading.name.person] = reading
    return best


def _continues(text: str, cluster: Cluster, unit: Unit, reading: Reading) -> bool:
    if any(part.name.word == reading.name.word for part in cluster.parts):
        return False
    words = {reading.name.word, *(part.name.word for part in cluster.parts)}
    if text[unit.start].islower() != text[cluster.start].islower() and words & NAME_WORDS:
        # "At a good price, Mark agreed": one is a word and the other a name.
        return False
    return is_adjoining(text[cluster.end : unit.start])

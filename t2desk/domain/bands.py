"""Bands: shares told so coarsely that nobody's own can be read off them, and only where three or more could be meant.

Fewer than three are not a group (study/sanitize.md §1.4); what an edition says of parties is in bands, never in
counts, minutes or days (design.md §5, decision 6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from t2desk.domain.floor import FEWEST_CANDIDATES

K = TypeVar("K")

# A band is this many per cent wide. Narrower ones would let two editions of one meeting be subtracted.
WIDTH = 10
# A length of more than this many per cent of the planned one is only said to be more.
MOST_TAKEN = 200
# More speaking time than this share, of people nobody can place, and a picture of the rest would mislead.
MOST_UNPLACED = 0.1
# Turns, items or people below this number are too few for a word on how many of them did something.
FEWEST_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Band:
    """From `low` to below `high` per cent; `high` is None where there is no upper end."""

    low: int
    high: int | None


def band_of(percent: float, most: int = 100) -> Band:
    """Return the band that a share lies in; at `most` and above, the last one below it for a share of a whole."""
    low = int(max(0.0, percent)) // WIDTH * WIDTH
    if low >= most:
        return Band(most - WIDTH, most) if most == 100 else Band(most, None)
    return Band(low, low + WIDTH)


def shares(seconds: Mapping[K, float]) -> dict[K, Band]:
    """Return each one's share of what all of these have together; nothing where there is nothing to share."""
    whole = sum(seconds.values())
    return {key: band_of(100 * part / whole) for key, part in seconds.items()} if whole > 0 else {}


def is_group(people: int) -> bool:
    """Say whether so many are enough to be spoken of together."""
    return people >= FEWEST_CANDIDATES

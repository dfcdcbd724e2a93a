"""Screens as values: which one bears a name, which ones show the same, and on which ones a window would be seen."""

from collections.abc import Iterable
from dataclasses import dataclass

# On the desktop: x, y, width, height, in the units of the windowing system.
Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """A screen as the system tells of it: its name and its place on the desktop."""

    name: str
    place: Place

    def overlaps(self, other: "SeenScreen") -> bool:
        """Say whether both show some of the same."""
        return touch(self.place, other.place)


def shared(one: Place, other: Place) -> int:
    """Return how large the place is that two have in common, in square units."""
    (x, y, width, height), (left, top, wide, high) = one, other
    across = min(x + width, left + wide) - max(x, left)
    return max(0, across) * max(0, min(y + height, top + high) - max(y, top))


def touch(one: Place, other: Place) -> bool:
    """Say whether two places have a point in common; an empty one has none."""
    return shared(one, other) > 0


def screen_for(name: str, screens: Iterable[SeenScreen]) -> SeenScreen | None:
    """Return the only screen of a name, where no other shows any of its place; else None: nobody knows who sees it."""
    there = list(screens)
    named = [one for one in there if one.name == name]
    if len(named) != 1:
        return None
    mirrored = any(one is not named[0] and one.overlaps(named[0]) for one in there)
    return None if mirrored else named[0]


def screens_under(place: Place, screens: Iterable[SeenScreen]) -> tuple[SeenScreen, ...]:
    """Return the screens on which something at a place is seen, in whole or in part."""
    return tuple(one for one in screens if touch(one.place, place))

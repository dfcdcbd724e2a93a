"""Three ways to be on time again: shorten what is left, put an item off, or agree on a later end."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# Below half its length an item is another item, and it is more honest to put it off; and in under five minutes a
# table of ten cannot be asked once round at half a minute each.
LEAST_SHARE = 2
LEAST_MINUTES = 5


class Recovery(StrEnum):
    """What is done about being late."""

    SHRINK = "shrink"
    PARK = "park"
    DROP = "drop"
    EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class Ahead:
    """An item still to come: its minutes now, those first planned, and whether it is a break."""

    id: str
    minutes: int
    planned: int
    is_break: bool = False

    @property
    def least(self) -> int:
        """The fewest minutes that it may be cut to; a break keeps its own."""
        if self.is_break:
            return self.minutes
        return min(self.minutes, max(LEAST_MINUTES, -(-self.planned // LEAST_SHARE)))


def shrunk(ahead: Iterable[Ahead], save: int) -> dict[str, int]:
    """Return the whole minutes of each item after saving as many as are wanted, or as can be.

    Minute by minute from whichever has kept the largest share: the whole is proportional, and no minute is lost to
    rounding. The later of two equals gives first, since more can still change before it.
    """
    items = list(ahead)
    minutes = {one.id: one.minutes for one in items}
    for _ in range(save):
        can_give = [(at, one) for at, one in enumerate(items) if minutes[one.id] > one.least]
        if not can_give:
            break
        _, chosen = max(can_give, key=lambda pair: (minutes[pair[1].id] / pair[1].minutes, pair[0]))
        minutes[chosen.id] -= 1
    return minutes


def to_put_off(ahead: Iterable[Ahead], save: int) -> str | None:
    """Return the item to put off: the shortest that makes up the delay, else the longest; never a break or the last.

    The last item is nearly always the read-back or the way forward, and a session without it has no end.
    """
    candidates = [one for one in list(ahead)[:-1] if not one.is_break and one.minutes]
    enough = [one for one in candidates if one.minutes >= save]
    chosen = min(enough, key=lambda one: one.minutes, default=max(candidates, key=lambda o: o.minutes, default=None))
    return chosen.id if chosen else None

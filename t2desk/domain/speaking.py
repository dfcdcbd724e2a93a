"""Who might speak next: a suggestion with its reason, for the facilitator's eyes, that nothing ever acts on by itself.

The rule, in this order; whoever comes first by it is suggested, and nobody where none of it applies:

1. somebody who waits and has not spoken yet, if others before them in the list have (first turns come first);
2. somebody who waits and whose party has had less than half of an equal share, if the first in the list is of a party
   that has had more than that;
3. only while nobody waits: who has not spoken yet, of the party that has had the least time;
4. only while nobody waits: who was last heard longest ago, if that is `LONG_SILENT` or more.

Between equals the list decides, then the seat: both are neutral. Who is away, only observes, or holds the floor is not
suggested; nor is whoever is first in the list, since the next turn is theirs anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Seconds after which somebody counts as not heard for long: a third of a usual sitting of an hour.
LONG_SILENT = 20 * 60
# A party has had little where it has had less than this part of an equal share.
_LITTLE = 0.5


class Reason(StrEnum):
    """Why somebody is suggested."""

    FIRST_TURN = "first_turn"
    QUIET_PARTY = "quiet_party"
    NOT_HEARD = "not_heard"
    LONG_SILENT = "long_silent"


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of somebody who may speak; `place` in the list counts from 1 and is 0 for who does not wait.

    `silent` is the seconds since they were last heard, None where they were not, or nobody knows when.
    """

    person: str
    party: str
    seat: int
    turns: int = 0
    seconds: float = 0.0
    place: int = 0
    silent: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody, and why; `minutes` is how long they were not heard, where that is the reason."""

    person: str
    reason: Reason
    minutes: int = 0


def suggested(people: Iterable[Heard], holder: str = "") -> Suggestion | None:
    """Return who might speak next by the rule of this module, or None."""
    others = sorted((one for one in people if one.person != holder), key=lambda one: (one.seat, one.person))
    waiting = sorted((one for one in others if one.place), key=lambda one: one.place)
    if waiting:
        return _among_waiting(waiting, _by_party(others))
    return _among_silent(others, _by_party(others))


def _by_party(people: Sequence[Heard]) -> dict[str, float]:
    spent: dict[str, float] = {}
    for one in people:
        if one.party:
            spent[one.party] = spent.get(one.party, 0.0) + one.seconds
    return spent


def _among_waiting(waiting: Sequence[Heard], spent: dict[str, float]) -> Suggestion | None:
    first = waiting[0]
    if first.turns:
        unheard = next((one for one in waiting if not one.turns), None)
        if unheard is not None:
            return Suggestion(unheard.person, Reason.FIRST_TURN)
    little = _LITTLE * sum(spent.values()) / max(1, len(spent))
    if spent.get(first.party, little) <= little:
        return None
    quiet = next((one for one in waiting[1:] if one.party and spent[one.party] < little), None)
    return None if quiet is None else Suggestion(quiet.person, Reason.QUIET_PARTY)


def _among_silent(people: Sequence[Heard], spent: dict[str, float]) -> Suggestion | None:
    if not any(one.turns for one in people):
        return None
    unheard = [one for one in people if not one.turns]
    if unheard:
        least = min(unheard, key=lambda one: (spent.get(one.party, 0.0), one.seat))
        return Suggestion(least.person, Reason.NOT_HEARD)
    silent = [one for one in people if one.silent is not None and one.silent >= LONG_SILENT]
    if not silent:
        return None
    longest = max(silent, key=lambda one: (one.silent or 0.0, -one.seat))
    return Suggestion(longest.person, Reason.LONG_SILENT, int((longest.silent or 0.0) // 60))

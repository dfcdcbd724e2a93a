"""Packages: A only if B; nothing is agreed until everything it depends on is agreed."""

from collections.abc import Collection, Mapping

Needs = Mapping[int, Collection[int]]


def depends_on(point: int, other: int, needs: Needs) -> bool:
    """Say whether a point depends on another, directly or through others; every point depends on itself."""
    return other in _all_needed(point, needs)


def is_firm(point: int, needs: Needs, agreed: Collection[int]) -> bool:
    """Say whether a point is agreed and so is everything it depends on; otherwise it is agreed provisionally at most.

    "Nothing is agreed until everything is agreed": the acceptance of one item stands only with its package.
    """
    return all(other in agreed for other in _all_needed(point, needs))


def _all_needed(point: int, needs: Needs) -> set[int]:
    seen, waiting = {point}, [point]
    while waiting:
        for needed in needs.get(waiting.pop(), ()):
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)
    return seen

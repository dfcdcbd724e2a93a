"""Four check characters over thirty-two: whatever one, two or three characters are wrong, they no longer fit.

A linear code over the field of 32 elements. Column by column, its checks are points of an elliptic quadric in
projective 3-space; such a quadric meets no line in three points (Qvist 1952; Hirschfeld, *Finite Projective Spaces of
Three Dimensions*, ch. 16), so that no one, two or three columns add up to nothing: every error of up to three
characters changes the checks. A remainder by a number cannot do that: there are a thousand times more triple errors
than there are remainders.
"""

from collections.abc import Sequence
from functools import cache, reduce

DATA_CHARACTERS = 32
CHECK_CHARACTERS = 4
_FIELD_BITS = 5
_REDUCING = 0b100101  # x⁵ + x² + 1, irreducible over two elements
_TWIST = 3  # an element with which the quadric is elliptic: it has 32² + 1 points, which the tests count

Column = tuple[int, int, int, int]


def checks_of(values: Sequence[int]) -> Column:
    """Return the four checks, each 0–31, of thirty-two values of 0–31."""
    first, second, third, fourth = (
        reduce(int.__xor__, (product(value, column[row]) for value, column in zip(values, columns(), strict=True)))
        for row in range(CHECK_CHARACTERS)
    )
    return first, second, third, fourth


@cache
def columns() -> tuple[Column, ...]:
    """Return what each value adds to the checks: points other than the four unit points, which are the checks' own."""
    points = (
        (1, x, y, _fourth(x, y)) for x in range(1, 1 << _FIELD_BITS) for y in range(1, 1 << _FIELD_BITS) if _slope(x, y)
    )
    return tuple(point for point, _ in zip(points, range(DATA_CHARACTERS), strict=False))


def product(one: int, other: int) -> int:
    """Multiply two elements of the field."""
    total = 0
    for place in range(_FIELD_BITS):
        if other >> place & 1:
            total ^= one << place
    for place in reversed(range(_FIELD_BITS, 2 * _FIELD_BITS)):
        if total >> place & 1:
            total ^= _REDUCING << place - _FIELD_BITS
    return total


def _fourth(x: int, y: int) -> int:
    """Return z of the point (1, x, y, z) on the quadric x + y + t·xy + z·(1 + x + y) = 0."""
    return product(x ^ y ^ product(_TWIST, product(x, y)), _inverse(_slope(x, y)))


def _slope(x: int, y: int) -> int:
    return 1 ^ x ^ y


def _inverse(one: int) -> int:
    """Return one divided by an element: its thirtieth power, since the thirty-first is one."""
    return reduce(product, [one] * 30)

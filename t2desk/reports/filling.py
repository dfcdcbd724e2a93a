"""Lines filled one after the other with what stands between the places where a line may end."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

_LOOSE = 0.25  # of a line's width: a word is divided rather than to leave more than this empty


class Measured(Protocol):
    """Something with a width in points, without and with the spaces at its end."""

    @property
    def width(self) -> float:
        """Width without the spaces at its end."""
        ...

    @property
    def advance(self) -> float:
        """Width with them."""
        ...

    @property
    def must_end(self) -> bool:
        """Whether the line ends after it."""
        ...


S = TypeVar("S", bound=Measured)
Divide = Callable[[S, float], tuple[S, S] | None]
Cut = Callable[[S], Iterable[S]]


def filled(segments: Iterable[S], width: float, divide: Divide[S], cut: Cut[S]) -> Iterator[list[S]]:
    """Yield the segments of each line, which is never empty.

    A word that would leave the line too empty, or is wider than any line, is divided where it can be, else cut.
    """
    line: list[S] = []
    used = 0.0
    for segment in segments:
        if used + segment.width <= width + 0.01:
            line.append(segment)
            used += segment.advance
        else:
            for begun in _broken(line, used, segment, width, (divide, cut)):
                if line:
                    yield line
                line, used = begun, sum(each.advance for each in begun)
        if segment.must_end and line:
            yield line
            line, used = [], 0.0
    if line:
        yield line


def _broken(line: list[S], used: float, segment: S, width: float, ways: tuple[Divide[S], Cut[S]]) -> Iterator[list[S]]:
    """Yield the lines that a segment begins; the line before them is complete, with the part that was divided off."""
    divide, cut = ways
    rest = segment
    while True:
        room = width - used
        parts = divide(rest, room) if room > width * _LOOSE or rest.width > width else None
        if parts is None:
            break
        line.append(parts[0])
        line, used, rest = [], 0.0, parts[1]
        if rest.width <= width + 0.01:
            yield [rest]
            return
        yield line
    if rest.width <= width + 0.01:
        yield [rest]
    else:
        yield from _greedy(cut(rest), width)


def _greedy(letters: Iterable[S], width: float) -> Iterator[list[S]]:
    """Fill lines with letters; one that is wider than any line has a line to itself."""
    line: list[S] = []
    used = 0.0
    for letter in letters:
        if line and used + letter.width > width + 0.01:
            yield line
            line, used = [], 0.0
        line.append(letter)
        used += letter.advance
    if line:
        yield line

"""Where a line may end and where a letter ends, by the Unicode rules as Qt's core knows them; no window is needed."""

from bisect import bisect_left
from itertools import accumulate

from PySide6.QtCore import QTextBoundaryFinder

_Kind = QTextBoundaryFinder.BoundaryType


def line_breaks(text: str) -> list[tuple[int, bool]]:
    """Return each place a line may end, as a code-point index after the break, and whether it must end there.

    A line feed is the only character that ends a line here; other such characters are not drawable and refused before.
    """
    return [(index, text[index - 1] == "\n") for index in _boundaries(_Kind.Line, text)]


def letter_ends(text: str) -> list[int]:
    """Return the code-point index after each letter as a reader counts them, marks included."""
    return _boundaries(_Kind.Grapheme, text)


def _boundaries(kind: QTextBoundaryFinder.BoundaryType, text: str) -> list[int]:
    """Walk Qt's finder; the last boundary is the text's end."""
    finder = QTextBoundaryFinder(kind, text)
    found = []
    while (position := finder.toNextBoundary()) > 0:
        found.append(position)
    return _in_code_points(found, text)


def _in_code_points(found: list[int], text: str) -> list[int]:
    """Turn Qt's UTF-16 indices into code points; they differ only where a character lies above U+FFFF."""
    if text.isascii() or max(text) <= "\uffff":
        return found
    starts = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
    return [bisect_left(starts, position) for position in found]

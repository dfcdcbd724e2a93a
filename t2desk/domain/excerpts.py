"""The words around a place in a text, cut between words, on one line that still runs the way the whole text does."""

import re
import unicodedata

_ELLIPSIS = "…"
_MARKS = {"L": "\u200e", "R": "\u200f", "AL": "\u200f"}


def excerpt(text: str, start: int, end: int, before: int, after: int) -> str:
    """Return what stands at a place with at most so many characters before and after it.

    An ellipsis stands for what is left out. A word longer than that is cut between two whole characters. Where the
    first letter that is left would turn the line around, a mark of the text's own direction stands before it.
    """
    head, found, tail = (re.sub(r"\s+", " ", part) for part in (text[:start], text[start:end], text[end:]))
    line = f"{_last(head.lstrip(), before)}{found}{_first(tail.rstrip(), after)}"
    own = _direction(text)
    return line if _direction(line) == own else f"{own}{line}"


def _last(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    # One character more: a cut right behind a blank takes no word apart.
    kept = words[len(words) - most - 1 :]
    blank = kept.find(" ")
    if blank < 0:
        kept = kept[1:]
        while kept and unicodedata.combining(kept[0]):
            kept = kept[1:]
    return f"{_ELLIPSIS}{kept[blank + 1 :]}"


def _first(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    kept = words[: most + 1]
    blank = kept.rfind(" ")
    if blank < 0:
        # What a mark belongs to would be shown without it.
        while len(kept) > 1 and unicodedata.combining(kept[-1]):
            kept = kept[:-1]
        blank = len(kept) - 1
    return f"{kept[:blank]}{_ELLIPSIS}"


def _direction(text: str) -> str:
    """Return the mark of the direction of the first letter that has one, or nothing."""
    return next((_MARKS[kind] for one in text if (kind := unicodedata.bidirectional(one)) in _MARKS), "")

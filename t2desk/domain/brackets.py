"""Bracketed text: language that is not agreed, its alternatives, and how a bracket is opened and closed.

A bracket stands in the wording itself, so that it can never say another thing than its text: "for [six] [ten] weeks"
is one bracket with two alternatives, "[and its banks]" one that is either kept or dropped (UN editorial usage).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from t2desk.domain.ground_errors import BracketNotThere, WordsNotThereOnce

# The second and every further alternative of a bracket is numbered so (UN Editorial Manual).
ORDINALS = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_BETWEEN_ALTERNATIVES = re.compile(r"[ \t]*[/]?[ \t]*")


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket of a text: its place (from 1), where it stands, and its alternatives without their brackets."""

    place: int
    start: int
    end: int
    alternatives: tuple[str, ...]


def ordinal(number: int) -> str:
    """Return how an alternative is called: nothing for the first, then bis, ter and so on (counted beyond ten)."""
    return ORDINALS[number - 1] if number <= len(ORDINALS) else str(number)


def brackets_in(text: str) -> tuple[Bracket, ...]:
    """Return the brackets of a text in their order; alternatives follow each other directly or after a slash.

    A bracket within a bracket belongs to the outer one; a sign without its counterpart is a sign like any other.
    """
    found: list[Bracket] = []
    for start, end in _outer_pairs(text):
        inner = text[start + 1 : end - 1]
        if found and _BETWEEN_ALTERNATIVES.fullmatch(text, found[-1].end, start):
            last = found.pop()
            found.append(Bracket(last.place, last.start, end, (*last.alternatives, inner)))
        else:
            found.append(Bracket(len(found) + 1, start, end, (inner,)))
    return tuple(found)


def _outer_pairs(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign == "[":
            opened.append(at)
        elif sign == "]" and opened:
            start = opened.pop()
            pairs = [pair for pair in pairs if pair[0] < start]
            pairs.append((start, at + 1))
    yield from pairs


def is_clean(text: str) -> bool:
    """Say whether a text has no bracket left, so that it can be agreed."""
    return not brackets_in(text)


def with_bracket(text: str, words: str, others: tuple[str, ...]) -> str:
    """Return a text with some of its words in brackets, and other alternatives after them.

    Raises WordsNotThereOnce where the words are not there, are there twice, or stand in a bracket already.
    """
    at = text.find(words)
    inside = any(bracket.start < at + len(words) and at < bracket.end for bracket in brackets_in(text))
    if not words.strip() or at < 0 or text.find(words, at + 1) >= 0 or inside:
        raise WordsNotThereOnce
    bracket = " ".join(f"[{one}]" for one in (words, *others))
    return text[:at] + bracket + text[at + len(words) :]


def with_choice(text: str, place: int, choice: int) -> str:
    """Return a text with one bracket closed: by its alternative of that number (from 1), or by nothing (0).

    Raises BracketNotThere for a bracket or an alternative that the text has not.
    """
    bracket = next((one for one in brackets_in(text) if one.place == place), None)
    if bracket is None or not 0 <= choice <= len(bracket.alternatives):
        raise BracketNotThere(place=place)
    if choice:
        return text[: bracket.start] + bracket.alternatives[choice - 1] + text[bracket.end :]
    before, after = text[: bracket.start], text[bracket.end :]
    # One blank too many is left where words go; before a full stop or a comma none is left.
    if before.endswith(" ") and (not after or not after[0].isalnum()):
        before = before.rstrip(" ")
    return before + (after.lstrip(" ") if not before else after)

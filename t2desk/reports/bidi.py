"""The order of letters in a line: levels by the Unicode Bidirectional Algorithm (UAX #9), odd ones right to left."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from t2desk.reports.bidi_rules import resolve

_DEEPEST = 125  # max_depth of BD2
# explicit class -> whether it opens right to left (None: as the text after it), which class it forces, is it an isolate
_OPENING: dict[str, tuple[bool | None, str, bool]] = {
    "RLE": (True, "", False), "LRE": (False, "", False), "RLO": (True, "R", False), "LRO": (False, "L", False),
    "RLI": (True, "", True), "LRI": (False, "", True), "FSI": (None, "", True),
}  # fmt: skip
_REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
_BLANK = {"WS", "FSI", "LRI", "RLI", "PDI"}
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(slots=True)
class _Explicit:
    """What rules X1 to X8 make of a text: a class and a level for each character, and the matching isolates."""

    classes: list[str]
    levels: list[int] = field(default_factory=list)
    matches: dict[int, int] = field(default_factory=dict)


def base_level(text: str, otherwise: Literal[0, 1]) -> int:
    """Return 1 where the first strong letter outside of isolates is right-to-left (P2, P3)."""
    return _first_strong([unicodedata.bidirectional(each) for each in text], 0, len(text), otherwise)


def levels(text: str, base: int) -> list[int]:
    """Return each character's level in a paragraph of this base level, before its lines are known."""
    found = _explicit([unicodedata.bidirectional(each) or "L" for each in text], base)
    kept = [index for index, kind in enumerate(found.classes) if kind not in _REMOVED]
    sequences = [(each, _edges(found, kept, each, base)) for each in _sequences(found, kept)]
    for sequence, edges in sequences:
        resolve(text, sequence, found.classes, found.levels, edges)
    previous = base
    for index, kind in enumerate(found.classes):
        if kind in _REMOVED:
            found.levels[index] = previous
        previous = found.levels[index]
    return found.levels


def end_levels(text: str, found: Sequence[int], base: int) -> list[int]:
    """Return a line's levels with the white space at its end, and before tabulators, at the base level (L1)."""
    result, trailing = list(found), True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        if kind in {"S", "B"} or (trailing and (kind in _BLANK or kind in _REMOVED)):
            result[index], trailing = base, True
        else:
            trailing = False
    return result


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of items with these levels from left to right (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _first_strong(classes: Sequence[str], start: int, end: int, otherwise: int) -> int:
    """Return the level of the first strong character that no isolate hides."""
    depth = 0
    for kind in classes[start:end]:
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return otherwise


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """Pair isolate initiators with their PDI (BD9)."""
    pairs, waiting = {}, []
    for index, kind in enumerate(classes):
        if kind in {"LRI", "RLI", "FSI"}:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            pairs[waiting.pop()] = index
    return pairs


class _Stack:
    """The directional status stack of rules X1 to X7, with its counts of what did not fit."""

    def __init__(self, base: int) -> None:
        """Begin with the paragraph's own level."""
        self.entries: list[tuple[int, str, bool]] = [(base, "", False)]
        self.isolates_over = self.embeddings_over = self.isolates = 0

    def open(self, right: bool, forced: str, isolate: bool) -> None:
        """Enter an embedding, override or isolate (X2 to X5c)."""
        last = self.entries[-1][0]
        level = (last + 1) | 1 if right else (last + 2) & ~1
        if level <= _DEEPEST and not self.isolates_over and not self.embeddings_over:
            self.isolates += isolate
            self.entries.append((level, forced, isolate))
        elif isolate:
            self.isolates_over += 1
        elif not self.isolates_over:
            self.embeddings_over += 1

    def close_isolate(self) -> None:
        """Leave the last isolate and all that was opened in it (X6a)."""
        if self.isolates_over:
            self.isolates_over -= 1
        elif self.isolates:
            self.embeddings_over = 0
            while not self.entries[-1][2]:
                self.entries.pop()
            self.entries.pop()
            self.isolates -= 1

    def close_embedding(self) -> None:
        """Leave the last embedding or override (X7)."""
        if self.isolates_over:
            return
        if self.embeddings_over:
            self.embeddings_over -= 1
        elif not self.entries[-1][2] and len(self.entries) > 1:
            self.entries.pop()


def _explicit(classes: list[str], base: int) -> _Explicit:
    """Apply X1 to X8."""
    found = _Explicit(list(classes), matches=_matching(classes))
    stack = _Stack(base)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            stack.close_isolate()
        level, forced, _ = stack.entries[-1]
        found.levels.append(base if kind == "B" else level)
        if forced and kind not in _REMOVED and kind != "B":
            found.classes[index] = forced
        if kind in _OPENING:
            right, forces, isolate = _OPENING[kind]
            if right is None:
                end = found.matches.get(index, len(classes))
                right = bool(_first_strong(classes, index + 1, end, 0))
            stack.open(right, forces, isolate)
        elif kind == "PDF":
            stack.close_embedding()
    return found


def _sequences(found: _Explicit, kept: list[int]) -> Iterator[list[int]]:
    """Yield the isolating run sequences (BD13) as places in the text."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and found.levels[runs[-1][-1]] == found.levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    opened_by = {run[0]: run for run in runs}
    closing = set(found.matches.values())
    for run in runs:
        if run[0] in closing:
            continue
        sequence = list(run)
        while (end := found.matches.get(sequence[-1])) is not None and end in opened_by:
            sequence += opened_by[end]
        yield sequence


def _edges(found: _Explicit, kept: list[int], sequence: list[int], base: int) -> tuple[str, str]:
    """Return the directions that a sequence begins and ends beside (X10)."""
    own = found.levels[sequence[0]]
    first = bisect_left(kept, sequence[0])
    last = bisect_left(kept, sequence[-1])
    before = found.levels[kept[first - 1]] if first else base
    open_end = sequence[-1] not in found.matches and last + 1 < len(kept) and not _opens(found, sequence[-1])
    after = found.levels[kept[last + 1]] if open_end else base
    return "LR"[max(own, before) & 1], "LR"[max(own, after) & 1]


def _opens(found: _Explicit, index: int) -> bool:
    """Say whether a character opens an isolate that nothing closes."""
    return found.classes[index] in {"LRI", "RLI", "FSI"} and index not in found.matches

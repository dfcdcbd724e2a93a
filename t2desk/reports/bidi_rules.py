"""The rules of UAX #9 within one isolating run sequence: weak characters, brackets, neutrals, and the final level."""

import unicodedata
from collections.abc import Sequence
from functools import cache

_NEUTRAL = {"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"}
_NUMBERS = {"EN", "AN"}
_MOST_OPEN = 63  # brackets that may wait for their partner (BD16)
# The only brackets whose partner is neither the next character nor the one after it.
_CROSSED = {"\u298d": "\u2990", "\u298f": "\u298e"}
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonically the same


def resolve(text: str, places: Sequence[int], classes: list[str], levels: list[int], edges: tuple[str, str]) -> None:
    """Apply W1 to W7, N0 to N2, I1 and I2 to the characters at these places; levels are changed where they stand."""
    own = levels[places[0]]
    direction = "LR"[own & 1]
    kinds = [classes[place] for place in places]
    raw = [unicodedata.bidirectional(text[place]) for place in places]
    _weak_marks(kinds, edges[0])
    _weak_numbers(kinds, edges[0])
    _separators(kinds)
    _weak_letters(kinds, edges[0])
    _brackets([text[place] for place in places], kinds, raw, direction, edges[0])
    _neutrals(kinds, direction, edges)
    for place, kind in zip(places, kinds, strict=True):
        levels[place] = own + _raised(own, kind)


def _raised(own: int, kind: str) -> int:
    """Return how many levels a resolved character lies above its sequence (I1, I2)."""
    if own & 1:
        return int(kind != "R")
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _weak_marks(kinds: list[str], before: str) -> None:
    """Let marks follow what they stand on (W1)."""
    previous = before
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if previous in {"LRI", "RLI", "FSI", "PDI"} else previous
        previous = kinds[index]


def _weak_numbers(kinds: list[str], before: str) -> None:
    """Make numbers after Arabic letters Arabic, then those letters plainly right-to-left (W2, W3)."""
    strong = before
    for index, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _separators(kinds: list[str]) -> None:
    """Let one separator within a number, and signs beside it, belong to it; the others are neutral (W4 to W6)."""
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in _NUMBERS)):
            kinds[index] = left
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > index:
            beside = "EN" in (kinds[index - 1] if index else "", kinds[end] if end < len(kinds) else "")
            kinds[index:end] = ["EN" if beside else "ON"] * (end - index)
        index = max(end, index + 1)
    kinds[:] = ["ON" if kind in {"ES", "CS", "ET"} else kind for kind in kinds]


def _weak_letters(kinds: list[str], before: str) -> None:
    """Let numbers among left-to-right letters be like them (W7)."""
    strong = before
    for index, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


@cache
def _partner(sign: str) -> str:
    """Return the closing bracket of an opening one, or nothing."""
    if unicodedata.category(sign) != "Ps" or not unicodedata.mirrored(sign):
        return ""
    if sign in _CROSSED:
        return _CROSSED[sign]
    near = (chr(ord(sign) + step) for step in (1, 2))
    found = next((other for other in near if unicodedata.category(other) == "Pe" and unicodedata.mirrored(other)), "")
    return _SAME.get(found, found)


def _pairs(signs: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return the bracket pairs in the order of their opening (BD16)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for index, (sign, kind) in enumerate(zip(signs, kinds, strict=True)):
        if kind != "ON":
            continue
        closing = _partner(sign)
        if closing:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((closing, index))
        else:
            same = _SAME.get(sign, sign)
            at = next((place for place in range(len(waiting) - 1, -1, -1) if waiting[place][0] == same), None)
            if at is not None:
                pairs.append((waiting[at][1], index))
                del waiting[at:]
    return sorted(pairs)


def _strong(kind: str) -> str:
    """Return a resolved character's direction as neutrals see it: numbers count as right-to-left."""
    return "R" if kind in _NUMBERS else kind if kind in {"L", "R"} else ""


def _brackets(signs: Sequence[str], kinds: list[str], raw: Sequence[str], direction: str, before: str) -> None:
    """Give both brackets of a pair one direction, by what is in them and before them (N0)."""
    for start, end in _pairs(signs, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if not inside:
            continue
        chosen = direction
        if direction not in inside:
            earlier = next((_strong(kind) for kind in reversed(kinds[:start]) if _strong(kind)), before)
            chosen = earlier if earlier != direction else direction
        for place in (start, end):
            _set_bracket(kinds, raw, place, chosen)


def _set_bracket(kinds: list[str], raw: Sequence[str], place: int, direction: str) -> None:
    """Give a bracket its direction, and the marks on it too."""
    kinds[place] = direction
    following = place + 1
    while following < len(kinds) and raw[following] == "NSM":
        kinds[following] = direction
        following += 1


def _neutrals(kinds: list[str], direction: str, edges: tuple[str, str]) -> None:
    """Give runs of neutrals the direction on both their sides, or else the sequence's (N1, N2)."""
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > index:
            left = _strong(kinds[index - 1]) if index else edges[0]
            right = _strong(kinds[end]) if end < len(kinds) else edges[1]
            kinds[index:end] = [left if left == right else direction] * (end - index)
        index = max(end, index + 1)

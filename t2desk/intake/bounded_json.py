"""JSON from strangers: depth, numbers, keys and characters are bounded before anything is built from it."""

import json
import math
import re
from typing import Any

from t2desk.domain.intake_errors import (
    JsonBroken,
    JsonHalfCharacter,
    JsonKeyTwice,
    JsonNumberRefused,
    JsonTooDeep,
    JsonTooMany,
)

MOST_DEPTH = 64
MOST_BRACKETS = 2_000_000
_MOST_DIGITS = 30
_SHOWN_KEY = 40
# Possessive, so that a string which never ends is passed over once and not once for each of its quotes.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+\\?(?:"|\Z)|[\[\]{}]', re.DOTALL)
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse_json(text: str) -> Any:
    """Return the value of a JSON text; raise a FileRefused for anything that is broken, bottomless or ambiguous."""
    # Two counts cost nothing; building tens of millions of lists costs more memory than the child has.
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise JsonTooMany(limit=MOST_BRACKETS)
    object_lines(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_unique_keys,
            parse_int=_bounded_int,
            parse_float=_bounded_float,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise JsonBroken(line=error.lineno) from None
    if _ESCAPED_SURROGATE.search(text):
        _require_whole_characters(value)
    return value


def object_lines(text: str) -> dict[int, list[int]]:
    """Return, for each depth from 1, the lines on which its objects open; raise JsonTooDeep past 64 brackets."""
    lines: dict[int, list[int]] = {}
    depth, line, counted_to = 0, 1, 0
    for match in _STRING_OR_BRACKET.finditer(text):
        mark = match.group()
        if mark in "]}":
            depth -= 1
        elif mark in "[{":
            depth += 1
            line, counted_to = line + text.count("\n", counted_to, match.start()), match.start()
            if depth > MOST_DEPTH:
                raise JsonTooDeep(line=line, limit=MOST_DEPTH)
            if mark == "{":
                lines.setdefault(depth, []).append(line)
    return lines


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) < len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                raise JsonKeyTwice(key=ascii(key)[1 : _SHOWN_KEY + 1])
            seen.add(key)
    return unique


def _bounded_int(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise JsonNumberRefused
    return int(digits)


def _bounded_float(digits: str) -> float:
    if len(digits) > 2 * _MOST_DIGITS or not math.isfinite(float(digits)):
        raise JsonNumberRefused
    return float(digits)


def _no_constant(_name: str) -> float:
    raise JsonNumberRefused


def _require_whole_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise JsonHalfCharacter from None

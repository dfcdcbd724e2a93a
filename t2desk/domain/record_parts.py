"""Values as parts of a record and back, read off their own fields: schema, writing and reading cannot drift apart."""

from dataclasses import fields
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from t2desk.domain.ground_kinds import KEY_FIELDS
from t2desk.domain.keys import key_from_text, key_to_text
from t2desk.domain.text import LINE_LIMIT, optional_line

Plain = dict[str, Any]
_KEY: Plain = {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{11}$"}
_MOST_WORDS = 100


def _kinds_of(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, *_bare(hints[field.name])) for field in fields(kind))


def _bare(hint: Any) -> tuple[Any, bool]:
    optional = NoneType in get_args(hint)
    return (next(part for part in get_args(hint) if part is not NoneType) if optional else hint), optional


def part_schema(kind: type[Any]) -> Plain:
    """Return the JSON Schema of a kind of value; all that says nothing may be left out."""
    parts = {name: _schema(name, inner) for name, inner, _ in _kinds_of(kind)}
    required = [name for name, inner, optional in _kinds_of(kind) if _is_key(name, inner) and not optional]
    return {"type": "object", "properties": parts, "required": required, "additionalProperties": False}


def _is_key(name: str, kind: Any) -> bool:
    return kind is int and name in KEY_FIELDS


def _schema(name: str, kind: Any) -> Plain:
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema("", get_args(kind)[0]), "maxItems": _MOST_WORDS}
    if _is_key(name, kind):
        return _KEY
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    limits: dict[type, Plain] = {
        str: {"type": "string", "maxLength": LINE_LIMIT},
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": 0, "maximum": 1_000_000_000},
    }
    return limits[kind]


def to_plain(value: object) -> Plain:
    """Return a value as JSON, without what says nothing."""
    parts = {name: _written(name, inner, getattr(value, name)) for name, inner, _ in _kinds_of(type(value))}
    return {name: part for name, part in parts.items() if part not in (None, "", [], False)}


def _written(name: str, kind: Any, part: Any) -> Any:
    if part is None:
        return None
    if get_origin(kind) is tuple:
        return [_written("", get_args(kind)[0], one) for one in part]
    if isinstance(part, Enum):
        return part.value
    return key_to_text(part) if _is_key(name, kind) else part


def from_plain(kind: type[Any], plain: Plain) -> Any:
    """Return the value that a part of a record says. Raises ValueError, and text refusals for unfit characters."""
    return kind(*(_read(name, inner, plain.get(name), optional) for name, inner, optional in _kinds_of(kind)))


def _read(name: str, kind: Any, part: Any, optional: bool) -> Any:
    if part is None and optional:
        return None
    if get_origin(kind) is tuple:
        return tuple(_read("", get_args(kind)[0], one, optional=False) for one in part or ())
    if _is_key(name, kind):
        return key_from_text(part)
    if issubclass(kind, Enum):
        return kind(part)
    if kind is str:
        return optional_line(name, part or "")
    return kind() if part is None else part

"""From frozen values to rows and back: one column a field, one codec a type."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import IntEnum, StrEnum
from types import NoneType, UnionType
from typing import Any, Protocol, get_args, get_origin, get_type_hints

from t2desk.domain.changes import Image
from t2desk.domain.moments import Moment
from t2desk.domain.people import Identity


class BlobSealer(Protocol):
    """Seals the identity book's rows; the vault has it."""

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        """Return the sealed bytes. Raises NamesClosed while the book is closed."""
        ...

    def open(self, sealed: bytes, associated: bytes) -> bytes:
        """Return the plain bytes. Raises NamesClosed while the book is closed."""
        ...


Encode = Callable[[Any], object]
Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class FieldCodec:
    """How one field becomes a column: its SQL type, whether it may be empty, and both directions."""

    name: str
    sql_type: str
    optional: bool
    encode: Encode
    decode: Decode


def _plain(value: Any) -> Any:
    return value


def _words(kind: type) -> tuple[str, Encode, Decode]:
    return "TEXT", (lambda values: json.dumps([str(v) for v in values], ensure_ascii=False)), _word_reader(kind)


def _word_reader(kind: type) -> Decode:
    return lambda text: tuple(kind(word) for word in json.loads(text))


_SCALARS: dict[type, tuple[str, Encode, Decode]] = {
    str: ("TEXT", _plain, _plain),
    int: ("INTEGER", _plain, _plain),
    float: ("REAL", float, _plain),
    bool: ("INTEGER", int, bool),
    bytes: ("BLOB", _plain, _plain),
    Moment: ("TEXT", Moment.to_text, Moment.from_text),
}


def _codec_of(kind: Any) -> tuple[str, Encode, Decode]:
    if get_origin(kind) is tuple:
        return _words(get_args(kind)[0])
    if kind in _SCALARS:
        return _SCALARS[kind]
    if issubclass(kind, StrEnum):
        return "TEXT", str, kind
    if issubclass(kind, IntEnum):
        return "INTEGER", int, kind
    raise TypeError(kind)


def _field_codec(name: str, hint: Any) -> FieldCodec:
    optional = get_origin(hint) is UnionType
    kind = next(part for part in get_args(hint) if part is not NoneType) if optional else hint
    sql_type, encode, decode = _codec_of(kind)
    return FieldCodec(name, sql_type, optional, encode, decode)


def _turned(codecs: tuple[FieldCodec, ...], way: str) -> list[tuple[int, FieldCodec]]:
    return [(at, codec) for at, codec in enumerate(codecs) if getattr(codec, way) is not _plain]


def _with(parts: list[Any], turning: tuple[tuple[int, Encode | Decode], ...]) -> Image:
    for at, turn in turning:
        if parts[at] is not None:
            parts[at] = turn(parts[at])
    return tuple(parts)


class ValueMapping:
    """One kind of value as rows of one table; the first field is the key."""

    def __init__(self, kind: type[Any], table: str) -> None:
        """Read the fields of a frozen dataclass once."""
        hints = get_type_hints(kind)
        self.kind = kind
        self.table = table
        self.codecs = tuple(_field_codec(field.name, hints[field.name]) for field in fields(kind))
        self.key = self.codecs[0].name
        # Most fields are stored as they are. Rows are read and written at every key press: only the others are turned.
        self._names = tuple(codec.name for codec in self.codecs)
        self._encoders = tuple((at, codec.encode) for at, codec in _turned(self.codecs, "encode"))
        self._decoders = tuple((at, codec.decode) for at, codec in _turned(self.codecs, "decode"))
        self._by_name = {codec.name: codec for codec in self.codecs}

    def image(self, value: object) -> Image:
        """Return a value as a row."""
        return _with([getattr(value, name) for name in self._names], self._encoders)

    def value(self, row: Image) -> Any:
        """Return a row as a value."""
        return self.kind(*_with(list(row), self._decoders))

    def encoded(self, field: str, part: object) -> object:
        """Return one field's part as its column holds it."""
        return None if part is None else self._by_name[field].encode(part)


class IdentityMapping(ValueMapping):
    """The identity book: all of an identity in one sealed blob, padded so that its size says little."""

    _BLOCK = 256

    def __init__(self, table: str, sealer: BlobSealer) -> None:
        """Keep the sealer that may answer that the book is closed."""
        super().__init__(Identity, table)
        self._inner = self.codecs
        self._sealer = sealer
        self.codecs = (
            FieldCodec("person", "TEXT", False, _plain, _plain),
            FieldCodec("sealed", "BLOB", False, _plain, _plain),
        )

    def image(self, value: object) -> Image:
        """Return an identity as its person's id and a sealed blob."""
        person = str(getattr(value, "person"))  # noqa: B009  (the mapping serves one kind, typed as object)
        plain = json.dumps({c.name: c.encode(getattr(value, c.name)) for c in self._inner}, ensure_ascii=False).encode()
        padded = plain + b" " * (-len(plain) % self._BLOCK)
        return (person, self._sealer.seal(padded, person.encode()))

    def value(self, row: Image) -> Identity:
        """Return the identity of a row. Raises NamesClosed while the book is closed."""
        person, sealed = str(row[0]), row[1]
        assert isinstance(sealed, bytes)  # noqa: S101  (the column is BLOB in a STRICT table)
        parts = json.loads(self._sealer.open(sealed, person.encode()))
        return Identity(*(codec.decode(parts[codec.name]) for codec in self._inner))

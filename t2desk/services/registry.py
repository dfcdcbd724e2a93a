"""The registry: every act by name, its function and its typed fields; replay, log and window all come from it."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from t2desk.domain.desk_errors import OutOfRange, UnknownWord
from t2desk.domain.keys import RowKey, key_from_text
from t2desk.domain.operation_errors import MissingField, UnknownField, UnknownOperation, WrongKind

NUMBER_LIMIT = 2**53


@dataclass(frozen=True, slots=True)
class OperationField:
    """One field of an operation: its name, its type, and whether it may be left out."""

    name: str
    kind: Any
    optional: bool
    required: bool

    def words(self) -> str:
        """Return the field's type as people read it: "text", "number", or the words it takes."""
        if isinstance(self.kind, type) and issubclass(self.kind, Enum):
            return "|".join(str(member.value) for member in self.kind)
        if get_origin(self.kind) is tuple:
            inner = OperationField(self.name, get_args(self.kind)[0], optional=False, required=True)
            return f"list of {inner.words()}"
        return {str: "text", int: "number", float: "number", bool: "true|false", RowKey: "id"}[self.kind]

    def read(self, part: object) -> object:
        """Return a part of a JSON object as the function takes it. Raises WrongKind, UnknownWord, OutOfRange."""
        if part is None and self.optional:
            return None
        return _read(self.name, self.kind, part)


def _read(name: str, kind: Any, part: object) -> object:
    if get_origin(kind) is tuple:
        if not isinstance(part, list):
            raise WrongKind(field=name, wanted="list")
        return tuple(_read(name, get_args(kind)[0], one) for one in part)
    if kind is RowKey:
        return _read_key(name, part)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_word(name, kind, part)
    return _read_scalar(name, kind, part)


def _read_key(name: str, part: object) -> RowKey:
    try:
        return key_from_text(part if isinstance(part, str) else "")
    except ValueError:
        raise WrongKind(field=name, wanted="id") from None


def _read_word(name: str, kind: type[Enum], part: object) -> Enum:
    words = {str(member.value): member for member in kind}
    if not isinstance(part, str) or part not in words:
        raise UnknownWord(field=name, words=", ".join(words))
    return words[part]


def _read_scalar(name: str, kind: type, part: object) -> object:
    if kind is float and type(part) is int:
        part = float(part)
    if type(part) is not kind or not _is_writable(part):
        raise WrongKind(field=name, wanted={str: "text", bool: "true or false"}.get(kind, "number"))
    if isinstance(part, int | float) and not -NUMBER_LIMIT < part < NUMBER_LIMIT:
        raise OutOfRange(field=name, low=-NUMBER_LIMIT, high=NUMBER_LIMIT)
    return part


def _is_writable(part: object) -> bool:
    # JSON can spell half a character; no file can hold one.
    return not isinstance(part, str) or part.isascii() or not any("\ud800" <= one <= "\udfff" for one in set(part))


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a user can do; `captures` is refused off the record, and only what is `undoable` enters the history.

    `closes_floor` says that no turn can have gone on beyond it, whatever is taken back later. What
    `takes_back` is given the last so many `seconds` of words by the desk, to be as if they had never been.
    """

    name: str
    function: Callable[..., object]
    captures: bool = False
    undoable: bool = True
    closes_floor: bool = False
    takes_back: bool = False

    @property
    def summary(self) -> str:
        """What it does: the first line of the function's docstring, without the errors that only code catches."""
        return (self.function.__doc__ or "").strip().split("\n", 1)[0].partition(" Raises ")[0]

    def fields(self) -> tuple[OperationField, ...]:
        """Return the fields, read off the function's own parameters after the unit of work."""
        return _fields_of(self.function)

    def arguments(self, given: Mapping[str, object]) -> dict[str, object]:
        """Return a JSON object's fields as arguments. Raises UnknownField, MissingField and what `read` raises."""
        known = {field.name: field for field in self.fields()}
        for name in given:
            if name not in known:
                raise UnknownField(operation=self.name, field=name[:60], words=", ".join(known) or "-")
        for field in known.values():
            if field.required and field.name not in given:
                raise MissingField(operation=self.name, field=field.name)
        return {name: known[name].read(part) for name, part in given.items()}


@cache
def _fields_of(function: Callable[..., object]) -> tuple[OperationField, ...]:
    hints = get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return tuple(_field(parameter, hints[parameter.name]) for parameter in parameters)


def _field(parameter: inspect.Parameter, hint: Any) -> OperationField:
    # `RowKey | None` is a typing.Union, since RowKey is a NewType; every other one is a UnionType.
    optional = get_origin(hint) in {UnionType, Union}
    kind = next(part for part in get_args(hint) if part is not NoneType) if optional else hint
    return OperationField(parameter.name, kind, optional, required=parameter.default is inspect.Parameter.empty)


class Registry:
    """All operations by name; the log's closed list of names is this and undo and redo."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Keep the operations in the order of the list."""
        self._operations = {operation.name: operation for operation in operations}

    def get(self, name: str) -> Operation:
        """Return an operation. Raises UnknownOperation."""
        if name not in self._operations:
            raise UnknownOperation(operation=name[:60])
        return self._operations[name]

    def all(self) -> tuple[Operation, ...]:
        """Return every operation."""
        return tuple(self._operations.values())

"""Ids that people see and type: short, made where missing, refused where taken."""

import re
from collections.abc import Iterable
from typing import Any

from t2desk.domain.desk_errors import AlreadyThere
from t2desk.domain.operation_errors import WrongKind
from t2desk.domain.ports import Work

_FIT = re.compile(r"[\w.\-]{1,40}")


def next_id(prefix: str, taken: Iterable[Any]) -> str:
    """Return the prefix with the lowest number that is still free, two places at least."""
    ids = {value.id for value in taken}
    number = len(ids) + 1
    while f"{prefix}{number:02d}" in ids:
        number += 1
    return f"{prefix}{number:02d}"


def checked_id(work: Work, kind: type[Any], given: str | None, made: str) -> str:
    """Return the given id, or the made one. Raises WrongKind for a malformed, AlreadyThere for a taken id."""
    key = made if given is None else given
    if not _FIT.fullmatch(key):
        raise WrongKind(field="id", wanted="letters, digits, dots or hyphens, 40 at most")
    if work.find(kind, key) is not None:
        raise AlreadyThere(kind=kind.__name__.lower(), key=key)
    return key

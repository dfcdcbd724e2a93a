"""Whole records: bounded JSON against the schema the caller gives, with every place that breaks it."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import referencing

from t2desk.domain.intake_errors import (
    JsonShape,
    RecordPlaceRefused,
    RecordRefused,
)
from t2desk.domain.intake_rows import RowProblem
from t2desk.i18n import N_
from t2desk.intake.bounded_json import parse_json
from t2desk.intake.characters import forbidden_character
from t2desk.intake.plain_text import decoded
from t2desk.intake.problems import MOST_SHOWN

_RECORD_EXPECTED = N_("a record of t2desk")
_IN_NAME = N_("At {place}: the character {code} cannot be seen or turns the text around; remove it.")
_NAMED_LISTS = ("people", "parties")
_MOST_COUNTED = 1000


def record_from_json(data: bytes, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record that fits the schema; raise RecordRefused with the places that do not, or a FileRefused.

    Names of people and parties are held to the same characters as in a people file.
    """
    text = decoded(data)
    record = parse_json(text)
    if not isinstance(record, dict):
        raise JsonShape(expected=_RECORD_EXPECTED)
    problems = tuple(itertools.islice(itertools.chain(_broken_places(record, schema), _hidden(record)), _MOST_COUNTED))
    if problems:
        raise RecordRefused(problems[:MOST_SHOWN], len(problems))
    return record


def _broken_places(record: dict[str, Any], schema: Mapping[str, Any]) -> Iterator[RowProblem]:
    # An empty registry: a reference to somewhere else is never fetched.
    validator = jsonschema.Draft202012Validator(schema, registry=referencing.Registry())
    for error in validator.iter_errors(record):
        details = {"place": _place(error.absolute_path), "rule": str(error.validator)}
        yield RowProblem(None, RecordPlaceRefused.sentence, details)


def _hidden(record: dict[str, Any]) -> Iterator[RowProblem]:
    for group in _NAMED_LISTS:
        rows = record.get(group)
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            for key, value in row.items() if isinstance(row, dict) else ():
                for one in value if isinstance(value, list) else [value]:
                    code = forbidden_character(one) if isinstance(one, str) else None
                    if code:
                        yield RowProblem(None, _IN_NAME, {"place": _place((group, number, key)), "code": code})


def _place(path: Any) -> str:
    return "/" + "/".join(str(step) for step in path)

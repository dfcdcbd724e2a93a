"""Values: frozen, without room for more, and a note apart from people and times."""

import dataclasses
import importlib
import inspect

import pytest

from t2desk.domain.moments import Moment

MODULES = ["agenda", "attendance", "brackets", "changes", "clearing", "deciding", "documents", "editions", "findings",
           "floor", "ground", "intake_rows", "ledger", "moments", "notes", "people", "points", "promises", "read_back",
           "rules", "scopes", "sections", "series", "sources", "support"]  # fmt: skip
VALUES = [
    kind
    for name in MODULES
    for _, kind in inspect.getmembers(importlib.import_module(f"t2desk.domain.{name}"), inspect.isclass)
    if dataclasses.is_dataclass(kind) and kind.__module__ == f"t2desk.domain.{name}"
]
SAYS_WHO_OR_WHEN = {"person", "said_by", "speaker", "at", "since", "time", "place", "order", "number", "sequence"}


def fields_of(module, name):
    return {field.name: field.type for field in dataclasses.fields(getattr(importlib.import_module(module), name))}


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_value_is_frozen_and_slotted(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in kind.__dict__


@pytest.mark.parametrize(
    ("module", "name"),
    [("t2desk.domain.notes", "Note"), ("t2desk.domain.points", "Point"), ("t2desk.domain.points", "PointConcern"),
     ("t2desk.domain.support", "Stance"), ("t2desk.domain.support", "CardCount"), ("t2desk.domain.support", "Poll"),
     ("t2desk.domain.deciding", "Criticism"), ("t2desk.domain.ground", "Interest"),
     ("t2desk.domain.clearing", "Consent"), ("t2desk.domain.ground", "Divergence"),
     ("t2desk.domain.read_back", "ReadBack"), ("t2desk.domain.scopes", "TakenUnder"),
     ("t2desk.domain.clearing", "ClearanceAnswer")],
)  # fmt: skip
def test_what_was_said_knows_neither_who_nor_when(module, name):
    fields = fields_of(module, name)
    assert not SAYS_WHO_OR_WHEN & set(fields)
    assert Moment not in fields.values()


def test_a_wording_counts_within_its_point_only():
    assert set(fields_of("t2desk.domain.points", "Wording")) == {"key", "point", "number", "language", "text"}


def test_a_seat_bears_no_name():
    assert set(fields_of("t2desk.domain.people", "Person")) == {"id", "seat", "party", "role", "descriptor"}


def test_what_is_left_of_the_floor_has_no_order():
    assert not {"since", "place", "at", "number"} & set(fields_of("t2desk.domain.floor", "FloorTotal"))

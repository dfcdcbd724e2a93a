"""A field that holds a row's id, and may be left out, is read as an id."""

import pytest

from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.operation_errors import WrongKind
from t2desk.services.operations import OPERATIONS


def test_an_optional_id_is_an_id():
    field = next(field for field in OPERATIONS.get("turn.assign").fields() if field.name == "turn")
    assert field.kind is RowKey
    assert field.optional
    assert not field.required


def test_an_optional_id_is_read_from_its_text():
    assign = OPERATIONS.get("turn.assign")
    assert assign.arguments({"person": "p01", "turn": key_to_text(77)}) == {"person": "p01", "turn": 77}
    assert assign.arguments({"person": "p01", "turn": None})["turn"] is None


def test_anything_else_is_refused():
    with pytest.raises(WrongKind):
        OPERATIONS.get("turn.assign").arguments({"person": "p01", "turn": 77})

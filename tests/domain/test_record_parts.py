"""Parts of a record: every kind beside points is written, fits its schema, and is read back the same."""

from dataclasses import fields

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain.ground import Interest
from t2desk.domain.ground_kinds import GROUND_KINDS, KEY_FIELDS
from t2desk.domain.keys import KEY_LIMIT
from t2desk.domain.record_parts import from_plain, part_schema, to_plain
from t2desk.domain.text import optional_line

LINES = st.text(st.characters(exclude_categories=("C", "Z")), max_size=20).map(lambda text: optional_line("x", text))


def values(kind):
    strategies = {}
    for field in fields(kind):
        if field.type in ("int", int):
            strategies[field.name] = st.integers(1 if field.name in KEY_FIELDS else 0, KEY_LIMIT // 2**24)
        elif field.type in ("str", str):
            strategies[field.name] = LINES
        elif field.type == (int | None):
            strategies[field.name] = st.none() | st.integers(1, 2**30)
        elif field.type == (str | None):
            strategies[field.name] = st.none() | LINES.filter(bool)
        elif field.type == tuple[str, ...]:
            strategies[field.name] = st.lists(LINES, max_size=3).map(tuple)
    return st.builds(kind, **strategies)


@pytest.mark.parametrize("kind", GROUND_KINDS.values(), ids=lambda kind: kind.__name__)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_value_goes_out_and_comes_in_the_same(kind, data):
    value = data.draw(values(kind))
    plain = to_plain(value)
    jsonschema.validate(plain, part_schema(kind))
    assert from_plain(kind, plain) == value


def test_what_says_nothing_is_left_out():
    assert to_plain(Interest(32, "s01", None, "Water")) == {"key": "00000000010", "session": "s01", "text": "Water"}


@pytest.mark.parametrize("spoiled", [{"key": "x"}, {"key": 7}, {}, {"key": "00000000010", "more": 1}])
def test_a_part_that_is_not_right_does_not_fit(spoiled):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"session": "s01", **spoiled}, part_schema(Interest))

"""The registry: typed fields read from JSON, and everything else refused before anything is done."""

import json
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.desk_errors import OutOfRange, UnknownWord
from t2desk.domain.errors import Refused
from t2desk.domain.keys import RowKey, key_to_text
from t2desk.domain.notes import NoteKind
from t2desk.domain.operation_errors import MissingField, UnknownField, UnknownOperation, WrongKind
from t2desk.services.operations import OPERATIONS
from t2desk.services.registry import NUMBER_LIMIT, Operation

EVERY = OPERATIONS.all()
FIXED = {
    "person.add": {"display_name": True, "id": False, "party": False},
    "session.open": {"title": False},
    "session.close": {},
    "session.adjourn": {},
    "item.add": {"title": True, "minutes": True},
    "item.next": {},
    "turn.start": {"person": False, "kind": False},
    "turn.end": {},
    "note.add": {"text": True, "kind": False, "said_by": False},
    "point.propose": {"text": True},
    "rule.set": {"preset": True},
    "off_record.begin": {},
    "off_record.end": {},
}


def sample(  # noqa: PLR0917  (one field of each type)
    work,
    words: str,
    count: int,
    share: float,
    is_so: bool,
    kind: NoteKind,
    note: RowKey,
    many: tuple[str, ...],
    maybe: str | None = None,
    key: RowKey | None = None,
) -> None:
    """Take one field of every type."""


SAMPLE = Operation("sample", sample)
GOOD = {
    "words": "w", "count": 3, "share": 0.5, "is_so": True, "kind": "idea", "note": key_to_text(9), "many": ["a", "b"],
}  # fmt: skip


def test_every_operation_has_a_name_of_its_own():
    assert len({operation.name for operation in EVERY}) == len(EVERY)


@pytest.mark.parametrize("operation", EVERY, ids=lambda operation: operation.name)
def test_every_operation_says_what_it_does_and_takes(operation):
    assert operation.summary.endswith(".")
    assert "Raises" not in operation.summary
    assert operation.name.count(".") == 1
    assert all(field.words() for field in operation.fields())


@pytest.mark.parametrize("name", sorted(FIXED))
def test_fixed_operations_have_the_fields_that_were_promised(name):
    fields = {field.name: field.required for field in OPERATIONS.get(name).fields()}
    assert FIXED[name].items() <= fields.items()
    assert {name for name, required in fields.items() if required} == {n for n, r in FIXED[name].items() if r}


def test_every_type_is_read():
    assert SAMPLE.arguments(GOOD) == {
        "words": "w", "count": 3, "share": 0.5, "is_so": True, "kind": NoteKind.IDEA, "note": 9, "many": ("a", "b"),
    }  # fmt: skip


def test_a_whole_number_is_read_where_a_fraction_may_be():
    assert SAMPLE.arguments({**GOOD, "share": 2})["share"] == 2.0


@pytest.mark.parametrize("field", ["maybe", "key"])
def test_null_is_read_where_a_field_may_be_empty(field):
    assert SAMPLE.arguments({**GOOD, field: None})[field] is None


@pytest.mark.parametrize("field", sorted(GOOD))
def test_null_is_refused_where_a_field_may_not_be_empty(field):
    with pytest.raises((WrongKind, UnknownWord)):
        SAMPLE.arguments({**GOOD, field: None})


@pytest.mark.parametrize("field", sorted(GOOD))
def test_a_missing_field_is_refused_by_name(field):
    with pytest.raises(MissingField) as refusal:
        SAMPLE.arguments({name: part for name, part in GOOD.items() if name != field})
    assert refusal.value.details["field"] == field


def test_an_unknown_field_is_refused_with_those_there_are():
    with pytest.raises(UnknownField) as refusal:
        SAMPLE.arguments({**GOOD, "wrods": "w"})
    assert "words" in str(refusal.value.details["words"])


def test_an_unknown_operation_is_refused():
    with pytest.raises(UnknownOperation):
        OPERATIONS.get("note.shout")


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("words", 1), ("words", ["w"]), ("words", {}), ("words", "\ud800"), ("count", "3"), ("count", 1.5),
        ("count", True), ("share", "x"), ("share", False), ("is_so", 1), ("is_so", "true"), ("note", 9),
        ("note", "nine"), ("many", "ab"), ("many", [1]), ("many", [None]), ("many", ["\udfff"]),
    ],
)  # fmt: skip
def test_the_wrong_kind_is_refused(field, part):
    with pytest.raises(WrongKind):
        SAMPLE.arguments({**GOOD, field: part})


@pytest.mark.parametrize("part", ["IDEA", "", 3, ["idea"]])
def test_a_word_that_is_not_on_the_list_is_refused_with_the_list(part):
    with pytest.raises(UnknownWord) as refusal:
        SAMPLE.arguments({**GOOD, "kind": part})
    assert "idea" in str(refusal.value.details["words"])


@pytest.mark.parametrize(
    ("field", "part"),
    [("count", NUMBER_LIMIT), ("count", -NUMBER_LIMIT), ("share", float("inf")), ("share", float("nan"))],
)
def test_a_number_without_bounds_is_refused(field, part):
    with pytest.raises(OutOfRange):
        SAMPLE.arguments({**GOOD, field: part})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(EVERY), st.data())
def test_whatever_json_holds_is_read_or_refused(operation, data):
    names = [field.name for field in operation.fields()] or ["x"]
    fields = data.draw(st.dictionaries(st.sampled_from(names) | st.text(max_size=4), JSON, max_size=4))
    try:
        arguments = operation.arguments(fields)
    except Refused:
        return
    assert set(arguments) == set(fields)


def test_the_words_of_every_list_are_plain_json():
    for operation in EVERY:
        for field in operation.fields():
            if isinstance(field.kind, type) and issubclass(field.kind, Enum):
                assert json.loads(json.dumps([str(member.value) for member in field.kind]))


def test_fields_are_described_in_words():
    described = {field.name: field.words() for field in SAMPLE.fields()}
    assert described["many"] == "list of text"
    assert described["note"] == "id"
    assert described["is_so"] == "true|false"
    assert described["kind"].startswith("fact|concern")

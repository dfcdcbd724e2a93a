"""The record's schema: a valid JSON Schema that admits what we write and nothing else."""

import copy
import json

import jsonschema
import pytest

from t2desk.domain.agenda import ItemState, Phase
from t2desk.domain.floor import TurnKind
from t2desk.domain.notes import NoteKind
from t2desk.domain.people import RosterPerson
from t2desk.domain.points import PointState, Support
from t2desk.domain.record_schema import FORMAT, RECORD_SCHEMA, VERSION
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import SessionState

VALIDATOR = jsonschema.Draft202012Validator(RECORD_SCHEMA)
SESSION = {
    "title": "One", "id": "s01", "starts": "2026-05-04T09:00:00+02:00", "rule": "chatham_house", "state": "open",
    "agenda": [{"title": "Intro", "minutes": 10}],
    "turns": [{"start": "2026-05-04T09:00:00+02:00", "person": "p01", "seconds": None}],
    "notes": [{"text": "A line", "kind": "concern", "id": "0000000000a"}],
    "points": [{"text": "A point", "wordings": [{"text": "A point"}], "support": ["endorse"]}],
}  # fmt: skip
RECORD = {
    "format": FORMAT, "version": VERSION, "series": {"title": "Water"}, "parties": [{"name": "North"}],
    "people": [{"display_name": "Ana", "party": "North"}], "meetings": [{"title": "One", "sessions": [SESSION]}],
}  # fmt: skip


def objects_in(schema):
    """Yield every schema of an object, at any depth."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)


def session_words(*way):
    part = RECORD_SCHEMA["properties"]["meetings"]["items"]["properties"]["sessions"]["items"]
    for step in way:
        part = part["items"] if step == "items" else part["properties"][step]
    return set(part["enum"])


def test_schema_is_a_valid_schema():
    jsonschema.Draft202012Validator.check_schema(RECORD_SCHEMA)


def test_schema_is_plain_json():
    assert json.loads(json.dumps(RECORD_SCHEMA)) == RECORD_SCHEMA


def test_schema_admits_a_record():
    VALIDATOR.validate(RECORD)


def test_schema_admits_the_smallest_record():
    VALIDATOR.validate({"format": FORMAT, "version": VERSION, "series": {"title": "Water"}})


def test_no_object_takes_a_field_that_is_not_listed():
    found = list(objects_in(RECORD_SCHEMA))
    assert len(found) > 10
    assert all(schema["additionalProperties"] is False for schema in found)
    assert all(set(schema["required"]) <= set(schema["properties"]) for schema in found)


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (("rule",), set(PRESETS)),
        (("state",), set(SessionState)),
        (("agenda", "items", "phase"), set(Phase)),
        (("agenda", "items", "state"), set(ItemState)),
        (("turns", "items", "kind"), set(TurnKind)),
        (("notes", "items", "kind"), set(NoteKind)),
        (("points", "items", "state"), set(PointState)),
        (("points", "items", "support", "items"), set(Support)),
    ],
    ids=lambda part: "-".join(part) if isinstance(part, tuple) else "",
)
def test_schema_takes_exactly_our_words(way, words):
    assert session_words(*way) == {str(word) for word in words}


def test_people_have_the_columns_of_a_people_file():
    columns = set(RECORD_SCHEMA["properties"]["people"]["items"]["properties"])
    assert columns - {"seat"} == set(RosterPerson.__dataclass_fields__)


@pytest.mark.parametrize(
    ("way", "part"),
    [
        (("format",), "another"),
        (("version",), 2),
        (("series",), {}),
        (("people", 0, "passport"), "X1"),
        (("people", 0), {}),
        (("meetings", 0, "sessions", 0, "rule"), "no_such_rule"),
        (("meetings", 0, "sessions", 0, "notes", 0, "id"), "iiiiiiiiiii"),
        (("meetings", 0, "sessions", 0, "notes", 0, "at_desk"), 1),
        (("meetings", 0, "sessions", 0, "notes", 0, "sealed"), "00"),
        (("meetings", 0, "sessions", 0, "turns", 0, "seconds"), -1),
        (("meetings", 0, "sessions", 0, "agenda", 0, "minutes"), 1441),
        (("meetings", 0, "sessions", 0, "agenda", 0, "minutes"), 1.5),
        (("meetings", 0, "sessions", 0, "id"), "a b"),
    ],
)
def test_schema_refuses_what_is_not_ours(way, part):
    record = copy.deepcopy(RECORD)
    place = record
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = part
    assert not VALIDATOR.is_valid(record)

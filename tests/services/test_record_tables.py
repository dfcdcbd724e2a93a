"""No table is forgotten: each is in the record and comes back from it, or it is said here why it does not leave."""

import json

import jsonschema
import pytest

from t2desk.domain.desk_errors import BadRecord
from t2desk.domain.ground_kinds import GROUND_KINDS
from t2desk.domain.record_schema import RECORD_SCHEMA
from t2desk.services.operations import IMPORTED
from t2desk.services.record import whole_record
from t2desk.services.record_reading import read_record
from t2desk.services.registry import Operation
from t2desk.storage.tables import TABLE_NAMES
from tests.services.conftest import furnish
from tests.services.desks import id_of

# Who adds a table says here whether `show --json` knows it; design.md promises that the record is the whole of it.
STAYS = {
    "drafts": "what is being typed is in neither log nor record",
    "lately": "which rows words were put into in the last minutes, for forgetting them; not part of the dialogue",
    "releases": "the ledger says what left this very file",
    "release_texts": "and which wordings left in it",
    "holds": "a hold is laid on this very file",
    "destructions": "what was destroyed was destroyed here",
    "last_days": "a clock is doubted by what this file saw",
    "identities": "its fields stand with the person, and it is sealed anew",
}
_IMPORT = Operation(IMPORTED, read_record, undoable=False)


def counts(room):
    return {name: room.query(f"SELECT count(*) FROM {name}")[0][0] for name in TABLE_NAMES if name not in STAYS}


def record_of(room):
    return json.loads(json.dumps(room.desk.read(whole_record)))


def import_into(room, record):
    room.desk.write(_IMPORT, lambda work: read_record(work, record))


@pytest.fixture
def everything(sitting):
    """A dossier with a row in every table that the record holds."""
    sitting.do("rule.set", preset="on_the_record")
    furnish(sitting)
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    for title in ("One", "Two"):
        sitting.do("item.add", title=title, minutes=10)
    sitting.acts(
        "item.next",
        ("language.factor", {"language": "el", "percent": 150}),
        ("person.language", {"person": "p01", "language": "el"}),
        ("attendance.set", {"person": "p02", "presence": "substitute", "stands_for": "p03"}),
        ("limit.set", {"seconds": 90}), ("budget.set", {"scope": "party", "of": "party01", "seconds": 600}),
        ("budget.set", {"scope": "item", "seconds": 300}),
        ("budget.set", {"scope": "person", "of": "p06", "seconds": 60}),
        ("item.plan", {"item": "i05", "method": "round", "notes": "for the facilitator"}),
        ("agenda.recover", {"way": "extend", "minutes": 10}),
        ("turn.start", {"person": "p01"}), ("turn.extend", {"seconds": 60}),
        lambda room: room.clock.forward(5),
        ("interpreter.change", {"person": "p05"}), ("queue.add", {"person": "p04"}), "queue.close",
         ("turn.order", {"category": "close_debate"}), "turn.pause",
        ("note.add", {"text": "By name", "said_by": "p02"}),
        ("party.order", {"by": "seating"}), ("room.ground_rules", {"text": "One speaks at a time."}),
        ("room.choose", {"shown": "agenda", "parties": True}),
        "not_private.begin", "not_private.end", "not_private.begin",
    )  # fmt: skip
    return sitting


def test_every_table_has_a_row_here_or_a_reason_to_stay(everything):
    empty = {name for name, count in counts(everything).items() if not count}
    # A settled session has totals, and only one that is off the record a row that says so: each has its own test.
    # What stands beside points is read off one list of kinds: tests/domain/test_record_parts.py goes through it, and
    # the rehearsal has a row of each.
    assert empty - GROUND_KINDS.keys() == {"floor_totals", "off_record"}


def test_every_row_comes_back_from_the_record(everything, rooms):
    record = record_of(everything)
    jsonschema.validate(record, RECORD_SCHEMA)
    other = rooms()
    import_into(other, record)
    assert record_of(other) == record
    assert counts(other) == counts(everything)
    other.verify()


def session(record):
    return record["meetings"][0]["sessions"][1]


WRONG = {
    "a limit of no party": lambda one: one["limits"].append({"scope": "party", "of": "x", "seconds": 60}),
    "a limit of nobody": lambda one: one["limits"].append({"scope": "person", "of": "p99", "seconds": 60}),
    "a limit on another session's item": lambda one: one["limits"].append(
        {"scope": "item", "of": "i01", "seconds": 60}
    ),
    "a limit twice": lambda one: one["limits"].append(one["limits"][0]),
    "a list closed on another session's item": lambda one: one["closed_lists"].append({"item": "i01"}),
    "a list closed twice": lambda one: one["closed_lists"].append(one["closed_lists"][0]),
    "nobody interprets": lambda one: one["interpreter"].update(person="p99"),
    "somebody sits for nobody": lambda one: one["attendance"][0].update(stands_for="p99"),
    "terms after settling": lambda one: one.update(state="settled", turns=[], queue=[], interpreter={}, since=""),
}


@pytest.mark.parametrize("name", WRONG)
def test_terms_that_fit_nothing_are_refused_and_nothing_is_written(everything, rooms, name):
    record, other = record_of(everything), rooms()
    WRONG[name](session(record))
    before = other.image()
    with pytest.raises(BadRecord):
        import_into(other, record)
    assert other.image() == before


def test_what_stands_beside_a_turn_comes_with_it(everything):
    first, order = session(record_of(everything))["turns"]
    assert first["allowed"] == 195  # ninety seconds, half as much again for the language, and a minute more
    assert order["category"] == "close_debate"
    assert id_of(everything.note) in {
        note["id"] for note in record_of(everything)["meetings"][0]["sessions"][0]["notes"]
    }

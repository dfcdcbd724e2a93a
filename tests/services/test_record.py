"""The record: out and in again without loss; a hostile one is refused and writes nothing."""

import copy
import json

import jsonschema
import pytest

from t2desk.domain.desk_errors import BadRecord, NotEmpty, NotThere
from t2desk.domain.errors import DeskError
from t2desk.domain.record_schema import RECORD_SCHEMA
from t2desk.domain.sources import Source
from t2desk.services.operations import IMPORTED
from t2desk.services.record import whole_record
from t2desk.services.record_reading import read_record
from t2desk.services.registry import Operation
from tests.services.conftest import begin_sitting, furnish
from tests.services.desks import id_of
from tests.services.rehearsal.conftest import played

_IMPORT = Operation(IMPORTED, read_record, undoable=False)
BEFORE = {
    "open": (),
    "off the record": ("off_record.begin",),
    "adjourned": ("session.adjourn",),
    "settled": ("session.close",),
    "second open": ("session.close", ("session.open", {"title": "Second"}), ("note.add", {"text": "More"})),
    "interrupted": (("turn.start", {"kind": "point_of_order"}), "turn.pause"),
}


def record_of(room):
    return room.desk.read(whole_record)


def import_into(room, record):
    return room.desk.write(_IMPORT, lambda work: read_record(work, json.loads(json.dumps(record))))[0]


@pytest.mark.parametrize("state", BEFORE)
def test_a_record_read_back_is_the_same(furnished, rooms, state):
    furnished.acts(*BEFORE[state])
    record = record_of(furnished)
    jsonschema.validate(record, RECORD_SCHEMA)
    other = rooms()
    import_into(other, record)
    assert record_of(other) == record
    other.verify()


def test_a_persons_stance_is_read_back_with_its_person_where_the_rule_keeps_it(furnished, rooms):
    furnished.do("rule.set", preset="on_the_record")
    poll = furnished.do("poll.open", point=id_of(furnished.point), way="by_person", scale="four")
    furnished.do("poll.stance", poll=id_of(poll), step=2, person="p02")
    furnished.do("concern.meet", concern=id_of(furnished.concern))
    record = record_of(furnished)
    assert record["ground"]["stances"][0]["said_by"] == "p02"
    other = rooms()
    import_into(other, record)
    assert record_of(other) == record
    other.verify()


@pytest.mark.parametrize(
    "spoil",
    [lambda ground: ground["polls"][0].update(labels=["one"]), lambda ground: ground["stances"][0].update(step=9),
     lambda ground: ground["stances"].append(dict(ground["stances"][0])),
     lambda ground: ground["stances"][0].update(poll="00000000001"),
     lambda ground: ground["silences"][0].update(zone="Nowhere")],
)  # fmt: skip
def test_what_does_not_fit_beside_a_point_is_refused_whole(furnished, rooms, spoil):
    poll = furnished.do("poll.open", point=id_of(furnished.point), scale="four")
    furnished.do("poll.stance", poll=id_of(poll), step=2, party="party01")
    furnished.do("silence.begin", point=id_of(furnished.point), until="2026-05-05T12:00", zone="UTC")
    record = record_of(furnished)
    spoil(record["ground"])
    other = rooms()
    empty = other.image()
    with pytest.raises((BadRecord, NotThere)):
        import_into(other, record)
    assert other.image() == empty


def test_the_rehearsal_read_back_is_the_same(tmp_path, room):
    with played(tmp_path / "fiction", 1) as done:
        record = done.desk.read(whole_record)
    jsonschema.validate(record, RECORD_SCHEMA)
    import_into(room, record)
    assert record_of(room) == record
    room.verify()


def test_what_came_in_open_can_be_gone_on_with_and_settled(furnished, rooms):
    other = rooms()
    import_into(other, record_of(furnished))
    other.acts("turn.end", ("turn.start", {"person": "p03"}), "session.close")
    assert record_of(other)["meetings"][0]["sessions"][0]["turns"] == []
    other.verify()


def _session(record):
    return record["meetings"][0]["sessions"][0]


HOSTILE = {
    "a turn of nobody": lambda r: _session(r)["turns"][0].update(person="p99"),
    "a turn on no item": lambda r: _session(r)["turns"][0].update(item="i99"),
    "a turn that interrupts none": lambda r: _session(r)["turns"][0].update(interrupted="00000000011"),
    "a note on no item": lambda r: _session(r)["notes"][0].update(item="i99"),
    "a note said by nobody": lambda r: _session(r)["notes"][0].update(said_by="p99"),
    "a point on no item": lambda r: _session(r)["points"][0].update(item="i99"),
    "a current wording that is none": lambda r: _session(r)["points"][0].update(current="00000000011"),
    "a concern about no wording": lambda r: _session(r)["points"][0]["concerns"][0].update(wording="00000000011"),
    "an item under none": lambda r: _session(r)["agenda"][0].update(parent="i99"),
    "a section on no item": lambda r: _session(r)["sections"][0].update(item="i99"),
    "nobody in the queue": lambda r: _session(r)["queue"][0].update(person="p99"),
    "nobody attending": lambda r: _session(r)["attendance"][0].update(person="p99"),
    "a total of nobody": lambda r: _session(r)["floor"].append({"person": "p99", "turns": 1, "seconds": 1}),
    "a person twice": lambda r: r["people"].append(r["people"][0]),
    "a party twice": lambda r: r["parties"].append(r["parties"][0]),
    "a meeting twice": lambda r: r["meetings"].append({"id": r["meetings"][0]["id"], "title": "M", "sessions": []}),
    "a session twice": lambda r: r["meetings"][0]["sessions"].append({"id": "s01", "title": "S"}),
    "an item twice": lambda r: _session(r)["agenda"].append(_session(r)["agenda"][0]),
    "a note twice": lambda r: _session(r)["notes"].append(_session(r)["notes"][0]),
    "a turn twice": lambda r: _session(r)["turns"].append(_session(r)["turns"][0]),
    "a point twice": lambda r: _session(r)["points"].append(_session(r)["points"][0]),
    "a wording twice": lambda r: _session(r)["points"][0]["wordings"].append(_session(r)["points"][0]["wordings"][0]),
    "two open sessions": lambda r: r["meetings"][0]["sessions"].append({"title": "S", "state": "open"}),
    "a time without offset": lambda r: _session(r)["turns"][0].update(start="2026-05-04T06:30:00"),
    "a time that is none": lambda r: _session(r)["notes"][0].update(at="noon"),
    "a time before all": lambda r: _session(r)["turns"][0].update(start="1800-05-04T06:30:00+00:00"),
    "a start that is none": lambda r: _session(r).update(starts="tomorrow"),
    "a key beyond all": lambda r: _session(r)["notes"][0].update(id="zzzzzzzzzzz"),
    "a key of nought": lambda r: _session(r)["notes"][0].update(id="00000000000"),
    "an empty note": lambda r: _session(r)["notes"][0].update(text=""),
    "an empty name": lambda r: r["people"][0].update(display_name=" "),
    "an item of another session": lambda r: r["meetings"][0]["sessions"].append(
        {"id": "s02", "title": "S", "notes": [{"text": "on the item of the first", "item": "i01"}]}
    ),
    "a turn of another session interrupted": lambda r: r["meetings"][0]["sessions"].append(
        {"title": "S", "turns": [{"start": "2026-05-04T06:30:00+00:00", "seconds": 1,
                                  "interrupted": _session(r)["turns"][0]["id"]}]}
    ),
    "two turns that run": lambda r: _session(r)["turns"][0].update(seconds=None),
    "a settled session whose turn runs": lambda r: _session(r).update(state="settled"),
    "someone attending twice": lambda r: _session(r)["attendance"].append(_session(r)["attendance"][0]),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_record_is_refused_and_nothing_is_written(furnished, rooms, what):
    record = copy.deepcopy(record_of(furnished))
    HOSTILE[what](record)
    other = rooms()
    before = other.image()
    with pytest.raises(DeskError):
        import_into(other, record)
    assert other.image() == before
    assert other.query("SELECT count(*) FROM log") == [(0,)]


@pytest.mark.parametrize(
    "act", [("person.add", {"display_name": "A"}), ("session.add", {"title": "S"}), ("party.add", {"name": "P"})],
    ids=lambda act: act[0],
)  # fmt: skip
def test_a_record_is_refused_where_something_is_already(furnished, rooms, act):
    other = rooms()
    other.acts(("series.rename", {"title": "T"}), act)
    before = other.image()
    with pytest.raises(NotEmpty):
        import_into(other, record_of(furnished))
    assert other.image() == before


def test_a_refusal_says_where(furnished, room, rooms):
    record = record_of(furnished)
    _session(record)["turns"][1]["person"] = "p99"
    with pytest.raises(BadRecord) as refusal:
        import_into(rooms(), record)
    assert "turns[1]" in str(refusal.value.details)


def test_sealed_sources_are_never_shown(sealing_room):
    furnish(begin_sitting(sealing_room))
    for preset in ("not_for_attribution", "background"):
        sealing_room.do("rule.set", preset=preset)
        sealing_room.do("note.add", text="sealed", said_by="p02")
        sealing_room.do("point.propose", text="sealed", said_by="p02")
    sealed = [source.sealed for source in sealing_room.all(Source)]
    assert len(sealed) == 4
    shown = json.dumps(record_of(sealing_room))
    assert "said_by" not in shown
    assert not any(blob.hex() in shown or repr(blob)[2:-1] in shown for blob in sealed)


def test_a_source_on_the_record_is_shown_and_comes_back(sitting, rooms):
    sitting.acts(("rule.set", {"preset": "on_the_record"}), ("note.add", {"text": "Ours", "said_by": "p02"}))
    sitting.do("point.propose", text="All agree", said_by="p03")
    record = record_of(sitting)
    assert _session(record)["notes"][0]["said_by"] == "p02"
    assert _session(record)["points"][0]["said_by"] == "p03"
    other = rooms()
    import_into(other, record)
    assert record_of(other) == record

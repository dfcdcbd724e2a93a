"""Notes: captured, reworded, sorted, removed."""

import itertools

import pytest

from t2desk.domain.desk_errors import (
    EmptyText,
    NoOpenSession,
    NothingToSplit,
    NotOfOneSession,
    NotThere,
    SessionIsSettled,
    SourceStaysSealed,
    TextTooLong,
    UnknownWord,
)
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.operation_errors import WrongKind
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of


@pytest.mark.parametrize("kind", list(NoteKind))
def test_a_note_is_taken_down_as_it_was_said(sitting, kind):
    note = sitting.do("note.add", text="  The well\r\nis dry ", kind=kind.value)
    assert (note.own_words, note.kind, note.item, note.session) == ("The well\nis dry", kind, "i01", "s01")


def test_a_note_can_be_about_another_item(sitting):
    assert sitting.do("note.add", text="a line", item="i03").item == "i03"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"text": " "}, EmptyText), ({"text": "x" * 200_001}, TextTooLong), ({"kind": "rumour"}, UnknownWord),
     ({"item": "i77"}, NotThere), ({"said_by": "p77"}, NotThere)],
)  # fmt: skip
def test_a_note_is_refused_when_a_field_is_wrong(sitting, fields, refusal):
    with pytest.raises(refusal):
        sitting.do("note.add", **{"text": "a line", **fields})
    assert sitting.all(Note) == ()


def test_a_note_about_an_item_of_another_session_is_refused(sitting):
    note = sitting.do("note.add", text="a line")
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    with pytest.raises(NotThere):
        sitting.do("note.add", text="a line", item="i01")
    sitting.do("item.add", title="Other", minutes=5)
    with pytest.raises(NotThere):
        sitting.do("note.sort", note=id_of(note), item="i04")


def test_a_note_is_refused_without_a_session(room):
    with pytest.raises(NoOpenSession):
        room.do("note.add", text="a line")


def test_rewording_leaves_the_own_words(sitting):
    note = sitting.do("note.add", text="It is a scandal")
    sitting.do("note.reword", note=id_of(note), neutral="There is concern")
    changed = sitting.one(Note)
    assert (changed.own_words, changed.neutral_wording) == ("It is a scandal", "There is concern")


def test_sorting_leaves_what_is_not_named(sitting):
    note = sitting.do("note.add", text="a line", kind="idea")
    assert sitting.do("note.sort", note=id_of(note), item="i02").kind is NoteKind.IDEA
    assert sitting.do("note.sort", note=id_of(note), kind="fact").item == "i02"


def test_notes_can_be_sorted_out_after_adjourning(sitting):
    note = sitting.do("note.add", text="a line")
    sitting.do("session.adjourn")
    sitting.do("note.reword", note=id_of(note), neutral="x")
    sitting.do("note.remove", note=id_of(note))
    assert sitting.all(Note) == ()


@pytest.mark.parametrize("name", ["note.reword", "note.sort", "note.remove"])
def test_a_note_of_a_settled_session_stays_as_it_is(sitting, name):
    note = sitting.do("note.add", text="a line")
    sitting.do("session.close")
    fields = {"neutral": "x"} if name == "note.reword" else {}
    with pytest.raises(SessionIsSettled):
        sitting.do(name, note=id_of(note), **fields)
    assert sitting.one(Note) == note


def test_a_note_that_is_not_there_or_no_key_is_refused(sitting):
    with pytest.raises(NotThere):
        sitting.do("note.remove", note="00000000001")
    with pytest.raises(WrongKind):
        sitting.do("note.remove", note="1")


def test_the_key_of_a_note_is_its_place_in_the_file_and_follows_no_order(sitting):
    notes = [sitting.do("note.add", text=f"line {number}") for number in range(40)]
    rows = sitting.query("SELECT rowid, key FROM notes")
    assert all(rowid == key for rowid, key in rows)
    keys = [note.key for note in notes]
    climbs = sum(one < other for one, other in itertools.pairwise(keys))
    assert 5 < climbs < 35


def traced(room, note):
    return sorted(room.query(f"SELECT at, what FROM traces WHERE subject = 'note' AND subject_key = {note.key}"))


def sourced(room, note):
    return sorted(room.query(f"SELECT person FROM sources WHERE subject = 'note' AND subject_key = {note.key}"))


@pytest.fixture
def open_sitting(sitting):
    sitting.do("rule.set", preset="on_the_record")
    return sitting


def test_a_split_note_is_two_with_the_same_trace_and_source(open_sitting):
    room = open_sitting
    note = room.do(
        "note.add", text="The well is dry  and the road is closed", kind="concern", said_by="p01", item="i02"
    )
    rest = room.do("note.split", note=id_of(note), at=16)
    first = next(one for one in room.all(Note) if one.key == note.key)
    assert (first.own_words, rest.own_words) == ("The well is dry", "and the road is closed")
    assert (rest.kind, rest.item, rest.session, rest.rule) == (first.kind, first.item, first.session, first.rule)
    assert traced(room, rest) == traced(room, first) != []
    assert sourced(room, rest) == sourced(room, first) == [("p01",)]


@pytest.mark.parametrize("at", [-3, 0, 99])
def test_a_split_that_leaves_one_side_empty_is_refused(sitting, at):
    note = sitting.do("note.add", text="a line")
    with pytest.raises(NothingToSplit):
        sitting.do("note.split", note=id_of(note), at=at)
    assert sitting.all(Note) == (note,)


def test_a_merged_note_has_the_words_the_traces_and_the_sources_of_both(open_sitting):
    room = open_sitting
    one = room.do("note.add", text="The well is dry", kind="concern", said_by="p01", neutral="No water")
    room.clock.forward(60)
    two = room.do("note.add", text="The road is closed", kind="idea", said_by="p02", neutral="No road")
    times = sorted(traced(room, one) + traced(room, two))
    room.do("note.merge", note=id_of(one), other=id_of(two))
    merged = room.one(Note)
    assert (merged.own_words, merged.neutral_wording) == ("The well is dry\nThe road is closed", "No water No road")
    assert (merged.key, merged.kind) == (one.key, one.kind)
    assert (traced(room, merged), traced(room, two), sourced(room, two)) == (times, [], [])
    assert sourced(room, merged) == [("p01",), ("p02",)]


@pytest.mark.parametrize("act", ["split", "merge"])
def test_split_and_merge_are_undone_whole(open_sitting, act):
    room = open_sitting
    one = room.do("note.add", text="The well is dry", said_by="p01")
    two = room.do("note.add", text="The road is closed", said_by="p02")
    before = room.image()
    fields = {"at": 8} if act == "split" else {"other": id_of(two)}
    room.do(f"note.{act}", note=id_of(one), **fields)
    assert room.image() != before
    room.desk.undo()
    assert room.image() == before


def test_a_note_is_not_merged_with_itself_nor_across_sessions(sitting):
    note = sitting.do("note.add", text="a line")
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    other = sitting.do("note.add", text="another line")
    for second in (note, other):
        with pytest.raises(NotOfOneSession):
            sitting.do("note.merge", note=id_of(note), other=id_of(second))
    assert set(sitting.all(Note)) == {note, other}


def test_notes_taken_down_under_different_rules_stay_two(sitting):
    one = sitting.do("note.add", text="a line")
    sitting.do("rule.set", preset="on_the_record")
    two = sitting.do("note.add", text="another line")
    for first, second in ((one, two), (two, one)):
        with pytest.raises(NotOfOneSession):
            sitting.do("note.merge", note=id_of(first), other=id_of(second))


@pytest.mark.parametrize("act", ["split", "merge", "merge the other way"])
def test_a_note_with_a_sealed_source_is_neither_split_nor_merged(sealing_room, act):
    room = begin_sitting(sealing_room)
    room.do("rule.set", preset="not_for_attribution")
    sealed = room.do("note.add", text="The well is dry", said_by="p01")
    plain = room.do("note.add", text="The road is closed")
    one, two = (plain, sealed) if act.endswith("way") else (sealed, plain)
    before = room.image()
    fields = {"at": 8} if act == "split" else {"other": id_of(two)}
    with pytest.raises(SourceStaysSealed):
        room.do(f"note.{act.split()[0]}", note=id_of(one), **fields)
    assert room.image() == before


def test_notes_of_a_settled_session_are_neither_split_nor_merged(sitting):
    one, two = (sitting.do("note.add", text=text) for text in ("The well is dry", "another"))
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("note.split", note=id_of(one), at=8)
    with pytest.raises(SessionIsSettled):
        sitting.do("note.merge", note=id_of(one), other=id_of(two))

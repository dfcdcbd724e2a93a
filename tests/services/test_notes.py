"""Notes: captured, reworded, sorted, removed."""

import itertools

import pytest

from t2desk.domain.desk_errors import EmptyText, NoOpenSession, NotThere, SessionIsSettled, TextTooLong, UnknownWord
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.operation_errors import WrongKind
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

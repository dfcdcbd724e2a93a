"""The room is not private: words wait, the floor goes on, and how long it was is kept only where times are."""

import pytest

from t2desk.domain.desk_errors import NoOpenSession
from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
from t2desk.domain.room_errors import AlreadyPrivate, NotPrivateAlready, RoomNotPrivate
from t2desk.domain.room_rows import NotPrivate, RoomSetting
from t2desk.domain.rules import PRESETS, FloorKept
from t2desk.domain.sections import Draft
from t2desk.domain.word_families import takes_words
from t2desk.services.operations import OPERATIONS
from t2desk.services.room_settings import room_standing
from tests.services.acts import ACTS

ON_RECORD = next(name for name, preset in PRESETS.items() if preset.kept.floor is FloorKept.TURNS)
WORDS = [act for act in ACTS if takes_words(act.name)]
# What captures and may go on: the floor's clocks and who is there, and what was half typed already.
GOES_ON = ("turn.", "queue.", "attendance.", "budget.", "limit.", "interpretation.", "interpreter.", "hold.", "draft.")


def test_whatever_captures_is_either_words_or_the_floor():
    captures = [operation.name for operation in OPERATIONS.all() if operation.captures]
    assert [name for name in captures if takes_words(name) == name.startswith(GOES_ON)] == []


@pytest.mark.parametrize("act", WORDS, ids=lambda act: f"{act.name}-{ACTS.index(act)}")
def test_words_are_refused_and_nothing_is_stored(furnished, act):
    act.prepare(furnished)
    furnished.do("not_private.begin")
    before = furnished.image()
    with pytest.raises(RoomNotPrivate):
        act.perform(furnished)
    assert furnished.image() == before


def test_the_floor_goes_on_and_what_was_half_typed_is_kept(sitting):
    sitting.do("turn.start", person="p01")
    sitting.do("draft.save", id="capture", text="Half a")
    sitting.do("not_private.begin")
    sitting.clock.forward(60)
    sitting.acts("turn.end", ("draft.save", {"id": "capture", "text": "Half a line"}))
    assert [turn.seconds for turn in sitting.all(Turn)] == [60.0]
    assert sitting.one(Draft).text == "Half a line"


def test_words_are_taken_in_again_afterwards(sitting):
    sitting.acts("not_private.begin", "not_private.end", ("note.add", {"text": "among ourselves"}))
    assert [note.own_words for note in sitting.all(Note)] == ["among ourselves"]


def test_a_word_taken_back_is_not_done_again_before_strangers(sitting):
    sitting.do("note.add", text="among ourselves")
    sitting.desk.undo()
    sitting.do("not_private.begin")
    with pytest.raises(RoomNotPrivate):
        sitting.desk.redo()
    assert sitting.all(Note) == ()


def test_undo_leaves_the_mark_alone(sitting):
    sitting.acts(("turn.start", {"person": "p01"}), "not_private.begin")
    sitting.desk.undo()
    assert sitting.all(Turn) == ()
    assert not sitting.desk.read(room_standing).is_private


def test_how_long_it_was_is_told_in_order(sitting):
    sitting.do("not_private.begin")
    sitting.clock.forward(90)
    sitting.do("not_private.end")
    sitting.clock.forward(600)
    sitting.do("not_private.begin")
    standing = sitting.desk.read(room_standing)
    first, second = standing.intervals
    assert (first.since.seconds_until(first.until), second.until) == (90.0, None)
    assert not standing.is_private


def test_it_is_marked_once(sitting):
    with pytest.raises(AlreadyPrivate):
        sitting.do("not_private.end")
    sitting.do("not_private.begin")
    with pytest.raises(NotPrivateAlready):
        sitting.do("not_private.begin")


def test_without_a_session_there_is_nothing_to_mark(room):
    with pytest.raises(NoOpenSession):
        room.do("not_private.begin")


def test_the_mark_outlives_the_sitting_and_can_be_taken_away_at_the_break(sitting):
    sitting.acts("not_private.begin", "session.adjourn", "not_private.end")
    assert sitting.one(NotPrivate).until is not None


def test_settling_forgets_it_where_no_times_are_kept(furnished):
    furnished.acts("not_private.begin", ("room.choose", {"parties": True}), "session.close")
    assert furnished.all(NotPrivate) == ()
    assert furnished.all(RoomSetting) == ()


def test_settling_ends_it_where_times_are_kept(room):
    room.acts(("series.rename", {"title": "Water"}), ("session.add", {"title": "Hearing", "id": "s01"}))
    room.acts(("rule.set", {"preset": ON_RECORD, "session": "s01"}), ("session.open", {"session": "s01"}))
    room.do("not_private.begin")
    room.do("session.close")
    assert room.one(NotPrivate).until is not None
    assert room.desk.read(room_standing).is_private

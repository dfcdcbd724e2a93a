"""Off the record: nothing is taken in, nothing is stored, and what came before can still be undone."""

import pytest

from t2desk.domain.desk_errors import NothingToRedo, NotOffTheRecord, OffTheRecord, OutOfRange
from t2desk.domain.floor import Turn
from t2desk.domain.notes import Note
from t2desk.domain.sections import Draft
from t2desk.domain.series import OffRecord, Session, SessionState
from t2desk.services.operations import OPERATIONS
from tests.services.acts import ACTS

CAPTURES = [act for act in ACTS if OPERATIONS.get(act.name).captures]
TAKES_IN = {"note.add", "note.reword", "point.propose", "point.word", "turn.start", "queue.add", "attendance.set",
            "section.write", "step.add", "draft.save", "point.concern", "point.support"}  # fmt: skip


def test_everything_that_takes_something_in_is_marked():
    assert {operation.name for operation in OPERATIONS.all() if operation.captures} >= TAKES_IN


@pytest.mark.parametrize("act", CAPTURES, ids=lambda act: f"{act.name}-{ACTS.index(act)}")
def test_a_capture_is_refused_and_nothing_is_stored(furnished, act):
    act.prepare(furnished)
    furnished.do("off_record.begin")
    before, log = furnished.image(), furnished.query("SELECT * FROM log")
    with pytest.raises(OffTheRecord):
        act.perform(furnished)
    assert furnished.image() == before
    assert furnished.query("SELECT * FROM log") == log


def test_beginning_ends_the_turn_that_runs_and_the_one_that_waits(furnished):
    furnished.do("turn.start", person="p05", kind="point_of_order")
    furnished.clock.forward(5)
    furnished.do("off_record.begin")
    furnished.clock.forward(500)
    furnished.do("off_record.end")
    assert sorted(turn.seconds for turn in furnished.all(Turn)) == [5.0, 20.0, 30.0]


def test_beginning_drops_what_was_half_typed(furnished):
    furnished.do("off_record.begin")
    assert furnished.all(Draft) == ()


def test_beginning_is_refused_twice(sitting):
    sitting.do("off_record.begin")
    with pytest.raises(OffTheRecord):
        sitting.do("off_record.begin")


def test_ending_is_refused_on_the_record(sitting):
    with pytest.raises(NotOffTheRecord):
        sitting.do("off_record.end")


def test_captures_are_taken_in_again_afterwards(sitting):
    sitting.acts("off_record.begin", "off_record.end", ("note.add", {"text": "on the record"}))
    assert [note.own_words for note in sitting.all(Note)] == ["on the record"]


@pytest.mark.parametrize("inside", [True, False])
def test_undo_of_what_came_before_works_inside_and_after(sitting, inside):
    sitting.do("note.add", text="before")
    sitting.do("off_record.begin")
    if not inside:
        sitting.do("off_record.end")
    sitting.desk.undo()
    assert sitting.all(Note) == ()
    sitting.verify()


def test_redo_is_refused_inside_and_works_after(sitting):
    sitting.do("note.add", text="before")
    sitting.desk.undo()
    sitting.do("off_record.begin")
    with pytest.raises(OffTheRecord):
        sitting.desk.redo()
    assert sitting.all(Note) == ()
    sitting.do("off_record.end")
    sitting.desk.redo()
    assert len(sitting.all(Note)) == 1


def test_undo_that_would_set_a_turn_running_is_refused_inside(sitting):
    sitting.acts(("turn.start", {"person": "p01"}), "turn.end", "off_record.begin")
    with pytest.raises(OffTheRecord):
        sitting.desk.undo()
    assert sitting.all(Turn, seconds=None) == ()
    sitting.do("off_record.end")
    sitting.desk.undo()
    assert len(sitting.all(Turn, seconds=None)) == 1


def test_redo_does_not_bring_back_a_turn_that_going_off_the_record_ended(sitting):
    sitting.acts(("turn.start", {"person": "p01"}), "turn.pause")
    sitting.desk.undo()
    sitting.acts("off_record.begin", "off_record.end")
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()
    assert sitting.all(Turn, seconds=None) == ()


def test_undo_cannot_unmake_the_sitting_that_is_off_the_record(room):
    room.do("series.rename", title="Water")
    room.acts(("session.add", {"title": "One"}), ("session.open", {"title": "One"}), "off_record.begin")
    with pytest.raises(OffTheRecord):
        room.desk.undo()
    room.do("off_record.end")
    room.desk.undo()
    assert room.one(Session).state is SessionState.PLANNED


def test_adjourning_ends_it_and_undo_of_that_goes_back_into_it(sitting):
    sitting.acts("off_record.begin", "session.adjourn")
    assert sitting.all(OffRecord) == ()
    sitting.desk.undo()
    with pytest.raises(OffTheRecord):
        sitting.do("note.add", text="still off")


def test_once_ended_no_undo_goes_back_into_it(sitting):
    sitting.acts("off_record.begin", "session.adjourn")
    sitting.desk.undo()
    sitting.do("off_record.end")
    with pytest.raises(NothingToRedo):
        sitting.desk.redo()
    assert sitting.all(OffRecord) == ()


def test_words_refused_off_the_record_are_nowhere_in_the_file(sitting):
    sitting.do("off_record.begin")
    for name, field in (("note.add", "text"), ("point.propose", "text"), ("draft.save", "text"), ("step.add", "what")):
        with pytest.raises(OffTheRecord):
            sitting.do(name, **{field: "CANARYWORD"}, **({"id": "c"} if name == "draft.save" else {}))
    everything = repr(sitting.image()) + repr(sitting.query("SELECT * FROM log"))
    assert "CANARYWORD" not in everything
    sitting.do("off_record.end")
    sitting.do("note.add", text="CANARYWORD")
    assert "CANARYWORD" in repr(sitting.image())


def _sixty_then_ten_then_half_an_hour(room):
    room.do("turn.start", person="p01")
    room.clock.forward(60)
    room.do("turn.start", person="p02")
    room.clock.forward(10)
    room.do("off_record.begin")
    room.clock.forward(1800)
    room.do("off_record.end")


def lengths(room):
    return {turn.person: turn.seconds for turn in room.all(Turn)}


def test_undo_across_it_counts_no_second_of_it(sitting):
    _sixty_then_ten_then_half_an_hour(sitting)
    sitting.clock.forward(5)
    sitting.desk.undo()
    assert lengths(sitting) == {"p01": 70.0}
    sitting.desk.redo()
    assert lengths(sitting) == {"p01": 60.0, "p02": 10.0}
    sitting.verify()


def test_undo_of_a_turn_begun_afterwards_is_as_ever(sitting):
    _sixty_then_ten_then_half_an_hour(sitting)
    sitting.do("turn.start", person="p03")
    sitting.clock.forward(20)
    sitting.do("turn.pause")
    sitting.clock.forward(20)
    sitting.desk.undo()
    (running,) = sitting.all(Turn, seconds=None)
    assert running.elapsed(sitting.clock.now()) == 40.0


def test_redo_of_what_was_undone_before_it_does_not_run_through_it(sitting):
    sitting.do("turn.start", person="p01")
    sitting.desk.undo()
    sitting.clock.forward(60)
    sitting.do("off_record.begin")
    sitting.clock.forward(1800)
    sitting.do("off_record.end")
    sitting.desk.redo()
    assert lengths(sitting) == {"p01": 60.0}


def test_a_turn_cannot_have_begun_within_it(sitting):
    _sixty_then_ten_then_half_an_hour(sitting)
    sitting.clock.forward(30)
    sitting.do("turn.start", person="p03")
    with pytest.raises(OutOfRange):
        sitting.do("turn.began", seconds=31)
    sitting.do("turn.began", seconds=30)

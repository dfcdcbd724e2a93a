"""Repair of the floor: seconds are moved, never lost; every act is undone exactly."""

import pytest

from t2desk.domain.desk_errors import (
    FloorMoved,
    FloorNotIdle,
    ListMoved,
    NotInTheRoom,
    NotThere,
    OutOfRange,
    TurnHasPause,
    TurnsOverlap,
    TurnStillRuns,
)
from t2desk.domain.floor import QueueEntry, Turn
from t2desk.services.floor import queue_of
from t2desk.services.floor_hold import is_held
from t2desk.services.floor_queue import who_was_meant
from t2desk.services.floor_repair import idle_time
from tests.services.desks import id_of


def spoke(room, person, seconds, **fields):
    turn = room.do("turn.start", person=person, **fields)
    room.clock.forward(seconds)
    room.do("turn.end")
    return id_of(turn)


def total(room):
    return round(sum(turn.seconds for turn in room.all(Turn)), 3)


def waiting(room):
    return [entry.person for entry in room.desk.read(lambda work: queue_of(work, "s01"))]


def undone_and_redone(room, name, **fields):
    before = room.image()["turns"]
    made = room.do(name, **fields)
    after = room.image()["turns"]
    room.desk.undo()
    assert room.image()["turns"] == before
    room.desk.redo()
    assert room.image()["turns"] == after != before
    return made


def test_a_running_turn_that_began_earlier_is_longer(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    undone_and_redone(sitting, "turn.began", seconds=60)
    assert sitting.do("turn.end").seconds == 70.0


def test_an_ended_turn_that_began_earlier_is_longer_and_ends_when_it_did(sitting):
    turn = spoke(sitting, "p01", 10)
    before = sitting.one(Turn).until(sitting.clock.now())
    undone_and_redone(sitting, "turn.began", turn=turn, seconds=5.5)
    assert sitting.one(Turn).seconds == 15.5
    assert sitting.one(Turn).until(sitting.clock.now()) == before


def test_an_earlier_start_does_not_reach_into_the_turn_before(sitting):
    spoke(sitting, "p01", 10)
    sitting.clock.forward(5)
    sitting.do("turn.start", person="p02")
    with pytest.raises(TurnsOverlap):
        sitting.do("turn.began", seconds=6)
    assert sitting.do("turn.began", seconds=5).person == "p02"


def test_a_length_does_not_reach_into_the_next_turn_nor_the_future(sitting):
    first = spoke(sitting, "p01", 10)
    sitting.clock.forward(5)
    second = spoke(sitting, "p02", 10)
    with pytest.raises(TurnsOverlap):
        sitting.do("turn.length", turn=first, seconds=15.001)
    with pytest.raises(OutOfRange):
        sitting.do("turn.length", turn=second, seconds=10.001)
    undone_and_redone(sitting, "turn.length", turn=first, seconds=15)
    assert total(sitting) == 25.0


def test_a_running_turn_has_no_length_to_correct(sitting):
    turn = id_of(sitting.do("turn.start", person="p01"))
    sitting.clock.forward(9)
    with pytest.raises(TurnStillRuns):
        sitting.do("turn.length", turn=turn, seconds=3)


@pytest.mark.parametrize("running", [False, True])
def test_a_split_keeps_every_second(sitting, running):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10.003)
    if not running:
        sitting.do("turn.end")
    (turn,) = sitting.all(Turn)
    undone_and_redone(sitting, "turn.split", turn=id_of(turn), seconds=3.001, person="p02")
    if running:
        sitting.do("turn.end")
    assert {turn.person: turn.seconds for turn in sitting.all(Turn)} == {"p01": 3.001, "p02": 7.002}


def test_a_turn_with_a_pause_is_not_split_nor_an_interrupt(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    point = sitting.do("turn.start", person="p02", kind="point_of_order")
    sitting.clock.forward(10)
    with pytest.raises(TurnHasPause):
        sitting.do("turn.began", turn=id_of(point), seconds=1)
    sitting.do("turn.end")
    with pytest.raises(TurnHasPause):
        sitting.do("turn.split", seconds=3)


def test_a_merge_keeps_every_second_and_the_gap_is_a_pause(sitting):
    first = spoke(sitting, "p01", 10)
    sitting.clock.forward(4)
    second = spoke(sitting, "p01", 6)
    undone_and_redone(sitting, "turn.merge", turn=first, into=second)
    merged = sitting.one(Turn)
    assert (merged.seconds, merged.paused_seconds) == (16.0, 4.0)


def test_a_merge_does_not_swallow_a_turn_between(sitting):
    first, _, third = spoke(sitting, "p01", 10), spoke(sitting, "p02", 10), spoke(sitting, "p01", 10)
    with pytest.raises(TurnsOverlap):
        sitting.do("turn.merge", turn=first, into=third)
    with pytest.raises(NotThere):
        sitting.do("turn.merge", turn=first, into=first)
    assert total(sitting) == 30.0


def test_idle_time_is_counted_and_given(sitting):
    assert sitting.desk.read(idle_time) is None
    spoke(sitting, "p01", 10)
    sitting.clock.forward(7)
    assert sitting.desk.read(idle_time).seconds == 7.0
    undone_and_redone(sitting, "turn.fill", person="p02", seconds=5)
    assert total(sitting) == 15.0
    with pytest.raises(FloorNotIdle):
        sitting.do("turn.fill", person="p02")


def test_time_off_the_record_or_adjourned_or_paused_is_nobody_s_to_be_given(sitting):
    spoke(sitting, "p01", 10)
    sitting.clock.forward(3)
    sitting.do("off_record.begin")
    sitting.clock.forward(600)
    sitting.do("off_record.end")
    with pytest.raises(FloorNotIdle):
        sitting.do("turn.fill", person="p02")
    sitting.clock.forward(4)
    assert sitting.desk.read(idle_time).seconds == 4.0
    sitting.do("session.adjourn")
    sitting.clock.forward(3600)
    sitting.do("session.open", session="s01")
    sitting.clock.forward(5)
    with pytest.raises(OutOfRange):
        sitting.do("turn.fill", person="p02", seconds=6)
    assert sitting.do("turn.fill", person="p02").seconds == 5.0
    sitting.do("turn.start", person="p03")
    sitting.do("turn.pause")
    sitting.clock.forward(60)
    assert sitting.desk.read(idle_time) is None
    sitting.do("turn.end")
    sitting.clock.forward(2)
    assert sitting.desk.read(idle_time).seconds == 2.0


def test_a_second_press_skips_nobody(sitting):
    for person in ("p01", "p02"):
        sitting.do("queue.add", person=person)
    first, second = sitting.desk.read(lambda work: queue_of(work, "s01"))
    running = sitting.do("turn.next", seen=id_of(first))
    with pytest.raises(FloorMoved):
        sitting.do("turn.next", seen=id_of(first))
    with pytest.raises(ListMoved):
        sitting.do("turn.next", seen=id_of(first), running=id_of(running))
    assert waiting(sitting) == ["p02"]
    assert sitting.do("turn.next", seen=id_of(second), running=id_of(running)).person == "p02"


def test_who_is_away_is_not_put_on_the_list(sitting):
    sitting.do("attendance.set", person="p01", presence="left")
    with pytest.raises(NotInTheRoom):
        sitting.do("queue.add", person="p01")
    sitting.do("attendance.set", person="p01")
    assert sitting.do("queue.add", person="p01").person == "p01"


def test_a_round_asks_everybody_present_once(sitting):
    sitting.do("attendance.set", person="p02", presence="caucus")
    sitting.do("queue.add", person="p05")
    sitting.do("queue.round")
    assert waiting(sitting) == ["p05", "p01", "p03", "p04", "p06"]
    sitting.do("queue.take_back")
    assert waiting(sitting) == ["p05", "p01", "p03", "p04"]
    sitting.desk.undo()
    sitting.desk.undo()
    assert [entry.person for entry in sitting.all(QueueEntry)] == ["p05"]


def test_what_was_typed_finds_by_seat_initials_and_letters(sitting):
    def meant(typed):
        return [speaker.person for speaker in sitting.desk.read(lambda work: who_was_meant(work, typed))]

    assert meant("3") == ["p03"]
    assert meant("p4") == ["p04"]
    assert meant("pers") == [f"p0{number}" for number in range(1, 7)]
    assert meant("") == meant("zz") == []


def test_a_hold_is_set_and_released_twice(sitting):
    sitting.do("hold.set")
    assert sitting.desk.read(is_held)
    sitting.do("hold.release")
    sitting.do("hold.release")
    assert not sitting.desk.read(is_held)

"""The floor's services: one key for each act, interrupts that pause, a queue that is fair."""

import pytest

from t2desk.domain.desk_errors import (
    AlreadyPaused,
    NobodyHasTheFloor,
    NothingToInterrupt,
    NotPaused,
    NotThere,
    OutOfRange,
)
from t2desk.domain.floor import INTERRUPTS, QueueEntry, Turn, TurnKind
from t2desk.services.floor import queue_of, speaking
from tests.services.desks import id_of

ORDER = sorted(INTERRUPTS)


def seconds_by_person(room):
    return {turn.person: turn.seconds for turn in room.all(Turn)}


def holder(room):
    turn = room.desk.read(lambda work: speaking(work, "s01"))
    return turn and turn.person


def start(person, **fields):
    return ("turn.start", {"person": person, **fields})


def test_starting_ends_the_turn_before(sitting):
    sitting.acts(start("p01"))
    sitting.clock.forward(12.5)
    sitting.acts(start("p02"))
    assert seconds_by_person(sitting) == {"p01": 12.5, "p02": None}
    assert holder(sitting) == "p02"


def test_a_turn_belongs_to_the_item_under_discussion(sitting):
    first = sitting.acts(start("p01"))
    second = sitting.acts("item.next", start("p02"))
    assert (first.item, second.item) == ("i01", "i02")


@pytest.mark.parametrize("kind", ORDER)
def test_an_interrupt_stops_the_clock_and_its_end_lets_it_go_on(sitting, kind):
    sitting.acts(start("p01"))
    sitting.clock.forward(10)
    sitting.acts(start("p02", kind=kind))
    sitting.clock.forward(100)
    assert holder(sitting) == "p02"
    sitting.do("turn.end")
    assert holder(sitting) == "p01"
    sitting.clock.forward(5)
    sitting.do("turn.end")
    assert seconds_by_person(sitting) == {"p01": 15.0, "p02": 100.0}


def test_interrupts_stand_in_each_other(sitting):
    sitting.acts(start("p01"))
    sitting.clock.forward(1)
    sitting.acts(start("p02", kind="right_of_reply"))
    sitting.clock.forward(2)
    sitting.acts(start("p03", kind="point_of_order"))
    sitting.clock.forward(4)
    sitting.do("turn.end")
    sitting.clock.forward(8)
    sitting.do("turn.end")
    sitting.clock.forward(16)
    sitting.do("turn.end")
    assert seconds_by_person(sitting) == {"p01": 17.0, "p02": 10.0, "p03": 4.0}


def test_an_interrupt_does_not_start_a_clock_that_somebody_stopped(sitting):
    sitting.acts(start("p01"))
    sitting.clock.forward(10)
    sitting.do("turn.pause")
    sitting.clock.forward(5)
    sitting.acts(start("p02", kind="point_of_order"))
    sitting.clock.forward(5)
    sitting.do("turn.end")
    sitting.clock.forward(100)
    assert sitting.one(Turn, person="p01").paused is not None
    sitting.do("turn.resume")
    sitting.clock.forward(1)
    assert sitting.do("turn.end").seconds == 11.0


def test_an_interrupt_is_refused_when_nobody_speaks(sitting):
    with pytest.raises(NothingToInterrupt):
        sitting.acts(start("p01", kind="point_of_order"))


def test_a_new_turn_ends_what_was_interrupted_too(sitting):
    sitting.acts(start("p01"))
    sitting.clock.forward(3)
    sitting.acts(start("p02", kind="point_of_order"))
    sitting.clock.forward(4)
    sitting.acts(start("p03"))
    assert seconds_by_person(sitting) == {"p01": 3.0, "p02": 4.0, "p03": None}


def test_the_time_of_turns_adds_up_to_the_time_of_the_session(sitting):
    for person, kind in (("p01", "statement"), ("p02", "point_of_order"), ("p03", "question"), ("p04", "silence")):
        sitting.acts(start(person, kind=kind))
        sitting.clock.forward(7.25)
    sitting.do("turn.end")
    assert sum(turn.seconds for turn in sitting.all(Turn)) == 4 * 7.25


def test_a_pause_is_not_counted_even_when_the_clock_is_set_back(sitting):
    sitting.acts(start("p01"))
    sitting.clock.forward(10)
    sitting.do("turn.pause")
    sitting.clock.set_wall(-3600)
    sitting.clock.forward(50)
    sitting.do("turn.resume")
    sitting.clock.forward(5)
    assert sitting.do("turn.end").seconds == 15.0


@pytest.mark.parametrize("name", ["turn.end", "turn.pause", "turn.resume"])
def test_acts_on_a_turn_are_refused_when_nobody_speaks(sitting, name):
    with pytest.raises(NobodyHasTheFloor):
        sitting.do(name)


def test_assigning_is_refused_when_nobody_speaks(sitting):
    with pytest.raises(NobodyHasTheFloor):
        sitting.do("turn.assign", person="p01")


def test_pausing_is_refused_twice_and_resuming_when_not_paused(sitting):
    sitting.acts(start("p01"))
    with pytest.raises(NotPaused):
        sitting.do("turn.resume")
    sitting.do("turn.pause")
    with pytest.raises(AlreadyPaused):
        sitting.do("turn.pause")


def test_a_turn_starts_unnamed_and_is_assigned_later(sitting):
    unnamed = sitting.do("turn.start")
    sitting.clock.forward(5)
    sitting.do("turn.assign", person="p03")
    sitting.do("turn.end")
    assert seconds_by_person(sitting) == {"p03": 5.0}
    sitting.do("turn.assign", person="p04", turn=id_of(unnamed))
    assert seconds_by_person(sitting) == {"p04": 5.0}


def test_a_turn_of_another_session_is_not_assigned(sitting):
    turn = sitting.acts(start("p01"))
    sitting.acts("session.adjourn", ("session.open", {"title": "Second"}))
    with pytest.raises(NotThere):
        sitting.do("turn.assign", person="p02", turn=id_of(turn))


@pytest.mark.parametrize("name", ["turn.start", "queue.add", "turn.assign"])
def test_a_person_who_is_not_there_gets_no_floor(sitting, name):
    sitting.do("turn.start")
    with pytest.raises(NotThere):
        sitting.do(name, person="p77")


def test_the_queue_is_served_in_order(sitting):
    sitting.acts(("queue.add", {"person": "p03"}), ("queue.add", {"person": "p01"}))
    assert [sitting.do("turn.next").person, sitting.do("turn.next").person] == ["p03", "p01"]
    with pytest.raises(NotThere):
        sitting.do("turn.next")


def test_asking_twice_keeps_the_place_and_changes_the_kind(sitting):
    for person in ("p01", "p02"):
        sitting.do("queue.add", person=person)
    sitting.do("queue.add", person="p01", kind="question")
    turn = sitting.do("turn.next")
    assert (turn.person, turn.kind) == ("p01", TurnKind.QUESTION)


def test_speaking_takes_one_out_of_the_queue(sitting):
    sitting.do("queue.add", person="p01")
    sitting.acts(start("p01"))
    assert sitting.all(QueueEntry) == ()


def test_leaving_the_queue_is_refused_when_not_in_it(sitting):
    with pytest.raises(NotThere):
        sitting.do("queue.remove", person="p01")


def waiting(room):
    return [entry.person for entry in room.desk.read(lambda work: queue_of(work, "s01"))]


@pytest.mark.parametrize(
    ("person", "place", "order"),
    [
        ("p03", 1, ["p03", "p01", "p02"]),
        ("p01", 3, ["p02", "p03", "p01"]),
        ("p02", 2, ["p01", "p02", "p03"]),
    ],
)
def test_moving_in_the_queue_keeps_the_order_of_the_others(sitting, person, place, order):
    for one in ("p01", "p02", "p03"):
        sitting.do("queue.add", person=one)
    sitting.do("queue.move", person=person, place=place)
    assert waiting(sitting) == order
    assert sitting.do("turn.next").person == order[0]


def test_moving_is_refused_past_the_ends_and_for_who_does_not_wait(sitting):
    sitting.do("queue.add", person="p01")
    for place in (0, 2):
        with pytest.raises(OutOfRange):
            sitting.do("queue.move", person="p01", place=place)
    with pytest.raises(NotThere):
        sitting.do("queue.move", person="p02", place=1)

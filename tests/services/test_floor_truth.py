"""A laptop that lay still during a turn: the time is asked about, kept or left out, and never counted by itself."""

import pytest

from t2desk.domain.desk_errors import OutOfRange, TurnHasEnded, TurnIsSure, TurnStillRuns
from t2desk.domain.floor import Turn
from t2desk.services.floor_asks import floor_asks, limit_rows, limits_set, overrun
from t2desk.services.floor_truth import doubtful_turns
from t2desk.services.floor_turns import past_turns
from tests.services.desks import id_of


@pytest.fixture
def slept(sitting):
    """A turn of two minutes in which the laptop lay still for 80 seconds, which is asked about."""
    sitting.turn = sitting.do("turn.start", person="p01")
    sitting.clock.forward(120)
    sitting.do("turn.doubt", seconds=80)
    return sitting


def elapsed(room):
    return room.one(Turn).elapsed(room.clock.now())


def doubts(room):
    return [doubt.seconds for doubt in room.desk.read(doubtful_turns)]


def test_yes_keeps_the_time_and_no_leaves_it_out(slept):
    assert doubts(slept) == [80]
    slept.do("turn.confirm", turn=id_of(slept.turn))
    assert (doubts(slept), elapsed(slept)) == ([], 120)
    slept.desk.undo()
    slept.do("turn.leave_out", seconds=80)
    assert (doubts(slept), elapsed(slept)) == ([], 40)
    slept.do("turn.end")
    assert doubts(slept) == []


def test_what_was_not_answered_is_asked_of_the_whole_length_once_the_turn_has_ended(slept):
    slept.do("turn.end")
    assert doubts(slept) == [120]
    slept.do("turn.confirm", turn=id_of(slept.turn), seconds=40)
    assert slept.one(Turn).seconds == 40
    with pytest.raises(TurnHasEnded):
        slept.do("turn.leave_out", seconds=5, turn=id_of(slept.turn))


def test_the_one_that_waits_beneath_an_interrupt_is_put_right_too(slept):
    slept.do("turn.start", person="p02", kind="point_of_order")
    slept.clock.forward(5)
    slept.do("turn.leave_out", seconds=80, turn=id_of(slept.turn))
    slept.do("turn.end")
    slept.do("turn.end")
    assert sorted(turn.seconds for turn in slept.all(Turn)) == [5, 40]


def test_more_than_the_turn_lasted_is_refused(slept):
    for name in ("turn.doubt", "turn.leave_out"):
        with pytest.raises(OutOfRange):
            slept.do(name, seconds=121)
    with pytest.raises(TurnStillRuns):
        slept.do("turn.confirm", turn=id_of(slept.turn), seconds=5)
    slept.do("turn.confirm", turn=id_of(slept.turn))
    with pytest.raises(TurnIsSure):
        slept.do("turn.confirm", turn=id_of(slept.turn))


def test_the_floor_asks_about_doubts_and_about_who_interprets_too_long(slept):
    slept.do("person.change", person="p06", role="interpreter")
    slept.do("interpreter.change", person="p05")
    slept.clock.forward(20 * 60)
    asks = slept.desk.read(floor_asks)
    assert [asked.speaker.person for asked in asks.doubts] == ["p01"]
    assert (asks.interpreter.person, asks.duty.soon, asks.duty.due) == ("p05", True, False)
    assert [one.person for one in asks.relief] == ["p06"]


def test_limits_show_what_is_left_and_an_overrun_who_would_have_what(sitting):
    assert sitting.desk.read(limits_set) == ()
    sitting.do("budget.set", scope="party", of="party01", seconds=100)
    sitting.do("budget.set", scope="item", seconds=200)
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(120)
    sitting.do("queue.add", person="p04")
    rows = {row.name: row.left for row in sitting.desk.read(limit_rows)}
    assert rows == {"Opening": 80, "North": -20, "South": 0}
    assert [row.name for row in sitting.desk.read(limits_set)] == ["Opening", "North"]
    ((speaker, share),) = sitting.desk.read(overrun).shares
    assert (speaker.person, share.before, share.after) == ("p04", 180, 80)


def test_past_turns_come_latest_first_and_know_the_one_before(sitting):
    for person in ("p01", "p02"):
        sitting.do("turn.start", person=person)
        sitting.clock.forward(10)
    sitting.do("turn.start", person="p03", kind="point_of_order")
    sitting.clock.forward(5)
    sitting.acts("turn.end", "turn.end")
    turns = sitting.desk.read(past_turns)
    assert [one.speaker.person for one in turns] == ["p03", "p02", "p01"]
    assert [one.before for one in turns] == [None, turns[2].turn.key, None]

"""The order of the floor: closed lists, ranked points of order, questions with answers, several deep; who is away."""

import pytest

from t2desk.domain.desk_errors import (
    ListIsClosed,
    ListIsOpen,
    NoPointToRank,
    NoQuestionToAnswer,
    NothingToInterrupt,
    NotInTheRoom,
    OrderOutranked,
    TurnsDiffer,
)
from t2desk.domain.floor import QueueEntry, Turn
from t2desk.services.floor_order import list_is_closed
from t2desk.services.floor_views import tally
from tests.services.desks import id_of
from tests.services.test_floor_repair import undone_and_redone


def test_a_closed_list_takes_interrupts_only_and_only_on_its_item(sitting):
    sitting.do("queue.close")
    assert sitting.desk.read(list_is_closed)
    for name, fields in (("queue.add", {"person": "p01"}), ("queue.round", {}), ("queue.close", {})):
        with pytest.raises(ListIsClosed):
            sitting.do(name, **fields)
    assert sitting.do("queue.add", person="p01", kind="right_of_reply").person == "p01"
    sitting.do("item.next")
    assert sitting.do("queue.add", person="p02").person == "p02"
    sitting.do("queue.open", item="i01")
    with pytest.raises(ListIsOpen):
        sitting.do("queue.open", item="i01")
    sitting.desk.undo()
    assert [row[2] for row in sitting.image()["closed_lists"]] == ["i01"]


def test_a_point_of_order_waits_only_for_one_that_ranks_as_high(sitting):
    with pytest.raises(NothingToInterrupt):
        sitting.do("turn.order", category="procedure")
    sitting.do("turn.start", person="p01")
    sitting.do("turn.order", category="close_debate", person="p02")
    for category in ("close_debate", "procedure"):
        with pytest.raises(OrderOutranked):
            sitting.do("turn.order", category=category)
    sitting.do("turn.order", category="suspend_meeting", person="p03")
    sitting.clock.forward(5)
    assert sitting.do("turn.end").person == "p03"
    assert sitting.do("turn.end").person == "p02"
    sitting.clock.forward(7)
    assert sitting.do("turn.end").seconds == 7.0


def test_an_interposed_question_and_its_answer_cost_nobody_anything(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    with pytest.raises(NoQuestionToAnswer):
        sitting.do("turn.answer")
    sitting.do("turn.start", person="p04", kind="interposed_question")
    sitting.clock.forward(20)
    before = sitting.image()["turns"]
    answer = sitting.do("turn.answer")
    sitting.desk.undo()
    assert sitting.image()["turns"] == before
    sitting.desk.redo()
    assert (answer.person, answer.kind.value) == ("p01", "interposed_answer")
    sitting.clock.forward(40)
    assert sitting.do("turn.end").seconds == 40.0
    sitting.clock.forward(5)
    assert sitting.do("turn.end").seconds == 15.0
    assert {person: one.seconds for person, one in sitting.desk.read(tally).by_person.items()} == {"p01": 15.0}


def test_an_answer_does_not_let_a_turn_go_on_that_was_paused_by_hand(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    sitting.do("turn.pause")
    sitting.clock.forward(1)
    sitting.do("turn.start", person="p04", kind="interposed_question")
    sitting.do("turn.answer")
    sitting.clock.forward(1)
    sitting.do("turn.end")
    sitting.clock.forward(30)
    assert sitting.do("turn.end").seconds == 10.0


def test_interrupts_lie_several_deep_and_come_back_in_order(sitting):
    people = ["p01", "p02", "p03", "p04", "p05"]
    sitting.do("turn.start", person="p01")
    for person in people[1:]:
        sitting.clock.forward(3)
        sitting.do("turn.start", person=person, kind="right_of_reply")
    ended = []
    for _ in people:
        sitting.clock.forward(2)
        ended.append(sitting.do("turn.end"))
    assert [turn.person for turn in ended] == people[::-1]
    assert [turn.seconds for turn in ended] == [2.0, 5.0, 5.0, 5.0, 5.0]


def test_who_is_away_does_not_get_the_floor_and_is_named(sitting):
    sitting.do("queue.add", person="p01")
    sitting.do("attendance.set", person="p01", presence="left")
    for name, fields in (("turn.start", {"person": "p01"}), ("turn.next", {}), ("queue.add", {"person": "p01"})):
        with pytest.raises(NotInTheRoom) as refused:
            sitting.do(name, **fields)
        assert refused.value.details["person"] == "Person 1"
    assert not sitting.all(Turn)
    sitting.do("attendance.set", person="p01")
    assert sitting.do("turn.next").person == "p01"


def test_observers_are_not_asked_in_a_round(sitting):
    sitting.do("attendance.set", person="p02", presence="observing")
    asked = sitting.do("queue.round")
    assert [entry.person for entry in asked] == ["p01", "p03", "p04", "p05", "p06"]
    assert len(sitting.all(QueueEntry)) == 5


def test_a_merge_of_different_turns_is_said_to_be_meant(sitting):
    from_two = []
    for person in ("p01", "p02"):
        from_two.append(sitting.do("turn.start", person=person))
        sitting.clock.forward(10)
        sitting.do("turn.end")
    one, other = (id_of(turn) for turn in from_two)
    with pytest.raises(TurnsDiffer):
        sitting.do("turn.merge", turn=one, into=other)
    undone_and_redone(sitting, "turn.merge", turn=one, into=other, even_if_different=True)
    assert (sitting.one(Turn).person, sitting.one(Turn).seconds) == ("p02", 20.0)


@pytest.mark.parametrize("within", [("interpretation.begin", {}), ("turn.start", {"kind": "right_of_reply"})])
def test_a_turn_paused_by_hand_in_the_same_millisecond_stays_paused(sitting, within):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(10)
    sitting.acts("turn.pause", within)
    sitting.clock.forward(5)
    sitting.do("turn.end")
    sitting.clock.forward(30)
    sitting.do("turn.resume")
    sitting.acts(within, "turn.end")
    sitting.clock.forward(1)
    assert sitting.do("turn.end").seconds == 11.0


def test_the_rank_of_a_point_is_said_while_it_is_heard(sitting):
    with pytest.raises(NoPointToRank):
        sitting.do("turn.rank", category="procedure")
    sitting.do("turn.start", person="p01")
    sitting.do("turn.start", kind="point_of_order")
    sitting.do("turn.rank", category="adjourn_debate")
    sitting.do("turn.start", kind="point_of_order")
    for lower in ("adjourn_debate", "procedure"):
        with pytest.raises(OrderOutranked):
            sitting.do("turn.rank", category=lower)
    sitting.do("turn.rank", category="suspend_meeting")
    with pytest.raises(OrderOutranked):
        sitting.do("turn.order", category="close_debate")

"""The floor: no second lost or counted twice, and totals that name nobody in a small group."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from t2desk.domain.floor import INTERRUPTS, UNCHARGED, Turn, TurnKind, totals_by_party, totals_by_person
from t2desk.domain.moments import Moment

START = Moment(1_700_000_000_000, 1_000_000, "boot")


def later(moment, milliseconds, wall_step=0):
    return Moment(moment.wall + milliseconds + wall_step, moment.boot + milliseconds, moment.boot_id)


def turn(key=1, person="p1", item=None, kind=TurnKind.STATEMENT, seconds=10.0, since=START):
    return Turn(key, "s1", item, person, kind, since, seconds=seconds)


def spoken(*shares):
    """Return ended turns, one for each (person, item)."""
    return [turn(key, person, item, seconds=60.0) for key, (person, item) in enumerate(shares, start=1)]


def test_pause_is_not_counted():
    running = turn(seconds=None)
    paused = running.pause_at(later(START, 5_000))
    resumed = paused.resume_at(later(START, 65_000))
    assert resumed.end_at(later(START, 70_000)).seconds == 10.0


def test_clock_stands_still_while_paused():
    paused = turn(seconds=None).pause_at(later(START, 5_000))
    assert paused.elapsed(later(START, 5_000)) == paused.elapsed(later(START, 999_000)) == 5.0


def test_ending_a_paused_turn_ends_its_pause():
    ended = turn(seconds=None).pause_at(later(START, 5_000)).end_at(later(START, 9_000))
    assert (ended.seconds, ended.paused, ended.paused_seconds) == (5.0, None, 4.0)


def test_resuming_what_is_not_paused_changes_nothing():
    running = turn(seconds=None)
    assert running.resume_at(later(START, 5_000)) == running


def test_length_does_not_follow_a_wall_clock_that_is_set_back():
    assert turn(seconds=None).end_at(later(START, 3_000, wall_step=-3_600_000)).seconds == 3.0


def test_length_is_never_negative_across_a_restart_with_a_clock_set_back():
    assert turn(seconds=None).end_at(Moment(START.wall - 1, 0, "another")).seconds == 0.0


class FloorMachine(RuleBasedStateMachine):
    """One speaker whose clock is stopped and started again; a plain counter in milliseconds is the model."""

    def __init__(self):
        super().__init__()
        self.now = START
        self.turn = turn(seconds=None)
        self.model = 0
        self.others = 0

    @rule(milliseconds=st.integers(0, 3_600_000), wall_step=st.integers(-3_600_000, 3_600_000))
    def time_passes(self, milliseconds, wall_step):
        self.now = later(self.now, milliseconds, wall_step)
        if self.turn.paused is None:
            self.model += milliseconds
        else:
            self.others += milliseconds

    @precondition(lambda self: self.turn.paused is None)
    @rule()
    def pause(self):
        self.turn = self.turn.pause_at(self.now)

    @rule()
    def resume(self):
        self.turn = self.turn.resume_at(self.now)

    @invariant()
    def no_second_is_lost_or_counted_twice(self):
        assert self.turn.elapsed(self.now) == pytest.approx(self.model / 1000, abs=1e-6)
        ended = self.turn.end_at(self.now)
        assert ended.seconds == pytest.approx(self.model / 1000, abs=0.0006)
        assert ended.paused_seconds == pytest.approx(self.others / 1000, abs=1e-6)


TestFloor = FloorMachine.TestCase
TestFloor.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


@given(st.lists(st.integers(0, 600_000), min_size=1, max_size=8))
def test_turns_that_follow_each_other_fill_the_session(lengths):
    now, total = START, 0.0
    for length in lengths:
        running = turn(seconds=None, since=now)
        now = later(now, length)
        total += running.end_at(now).seconds
    assert total == pytest.approx(START.seconds_until(now), abs=0.0006 * len(lengths))


def test_totals_name_the_person_and_the_item_where_three_spoke():
    totals = totals_by_person(spoken(("p1", "i1"), ("p2", "i1"), ("p3", "i1"), ("p1", "i1")))
    assert totals == {
        ("i1", "p1", None): (2, 120.0),
        ("i1", "p2", None): (1, 60.0),
        ("i1", "p3", None): (1, 60.0),
    }


def test_totals_drop_the_item_where_two_spoke():
    big = [("p1", "i1"), ("p2", "i1"), ("p3", "i1")]
    totals = totals_by_person(spoken(*big, ("p1", "i2"), ("p2", "i2"), ("p3", "i3")))
    assert {item for item, _, _ in totals} == {"i1", None}
    assert totals[None, "p1", None] == (1, 60.0)
    assert totals[None, "p3", None] == (1, 60.0)


def test_totals_drop_the_person_too_where_fewer_than_three_are_left():
    totals = totals_by_person(spoken(("p1", "i1"), ("p2", "i1"), ("p3", "i1"), ("p1", "i2"), ("p2", "i2")))
    assert totals[None, None, None] == (2, 120.0)
    assert not any(person for item, person, _ in totals if item is None)


def test_totals_of_two_speakers_name_nobody():
    assert totals_by_person(spoken(("p1", "i1"), ("p2", "i2"))) == {(None, None, None): (2, 120.0)}


@pytest.mark.parametrize("kind", sorted(UNCHARGED))
def test_totals_charge_nobody_for_procedure(kind):
    assert totals_by_person([turn(kind=kind)]) == {}
    assert totals_by_party([turn(kind=kind)], {"p1": "north"}) == {}


def test_interrupts_are_never_charged():
    assert INTERRUPTS < UNCHARGED
    assert TurnKind.STATEMENT not in UNCHARGED


@pytest.mark.parametrize("change", [{"person": None}, {"seconds": None}])
def test_totals_leave_out_a_turn_without_a_name_or_an_end(change):
    assert totals_by_person([replace(turn(), **change)]) == {}


def test_totals_by_party_add_up_over_the_session():
    turns = spoken(*((f"p{number}", "i1") for number in range(1, 7)), ("p1", "i2"), ("p4", None))
    totals = totals_by_party(turns, SIDES)
    assert totals == {(None, None, "north"): (4, 240.0), (None, None, "south"): (4, 240.0)}


SIDES = {"p1": "north", "p2": "north", "p3": "north", "p4": "south", "p5": "south", "p6": "south", "p7": "east"}


def test_a_party_of_which_few_spoke_is_not_named():
    """Two small parties together are three candidates; the large one keeps its name."""
    turns = spoken(("p1", None), ("p2", None), ("p3", None), ("p4", None), ("p5", None), ("p7", None))
    assert totals_by_party(turns, SIDES) == {(None, None, "north"): (3, 180.0), (None, None, None): (3, 180.0)}


def test_a_party_of_one_does_not_stand_out_by_its_missing_name():
    """Left alone among the unnamed, its total would be known by subtraction: the smallest named one joins it."""
    turns = spoken(*((f"p{number}", None) for number in range(1, 8)), ("p4", None))
    assert totals_by_party(turns, SIDES) == {(None, None, "south"): (4, 240.0), (None, None, None): (4, 240.0)}


def test_people_of_no_party_are_candidates_too():
    turns = spoken(("p1", None), ("p2", None), ("p3", None), ("p8", None))
    assert totals_by_party(turns, SIDES) == {(None, None, None): (4, 240.0)}


SHARES = st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3", "p4", "p5"]), st.sampled_from(["i1", "i2", None])))


@given(SHARES)
def test_totals_lose_no_turn_and_no_second(shares):
    turns = spoken(*shares)
    for totals in (totals_by_person(turns), totals_by_party(turns, {"p1": "north", "p2": "south"})):
        assert sum(count for count, _ in totals.values()) == len(turns)
        assert sum(seconds for _, seconds in totals.values()) == pytest.approx(60.0 * len(turns))


SIDED = st.dictionaries(st.sampled_from(["p1", "p2", "p3", "p4", "p5"]), st.sampled_from(["north", "south", None]))


@given(SHARES, SIDED)
def test_no_total_of_a_party_is_that_of_fewer_than_three(shares, sides):
    """Nor is what is left over for the unnamed, unless fewer than three spoke at all."""
    speakers = {person for person, _ in shares}
    named = {party for _, _, party in totals_by_party(spoken(*shares), sides)} - {None}
    counts = [sum(sides.get(person) == party for person in speakers) for party in named]
    rest = len(speakers) - sum(counts)
    assert all(count >= 3 for count in counts)
    assert rest == 0 or rest >= 3 or not named


@given(SHARES)
def test_totals_never_name_one_of_fewer_than_three(shares):
    by_item = {}
    for item, person, _ in totals_by_person(spoken(*shares)):
        by_item.setdefault(item, set()).add(person)
    for people in by_item.values():
        assert people == {None} or len(people - {None}) >= 3

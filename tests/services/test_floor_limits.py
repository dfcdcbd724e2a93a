"""Limits of the floor: what holds for a turn, what is over, and an overrun shared out as the preview said."""

import pytest

from t2desk.domain.desk_errors import NobodyHasTheFloor, NothingOver, NotThere, OutOfRange
from t2desk.domain.floor_terms import FloorLimit, TurnMark
from t2desk.services.floor_limits import limits_standing, overrun_shares
from t2desk.services.floor_views import floor_view


def limit(room):
    return room.desk.read(floor_view).holding.limit


def standing(room):
    return [(one.scope.value, one.of, one.spent, one.over) for one in room.desk.read(limits_standing)]


def test_a_turn_has_its_own_limit_before_that_of_any_turn(sitting):
    sitting.do("turn.start", person="p01")
    assert limit(sitting) == 180
    sitting.do("limit.set", seconds=120)
    assert limit(sitting) == 120
    sitting.do("turn.extend")
    sitting.do("turn.extend", seconds=-90)
    assert limit(sitting) == 90
    sitting.desk.undo()
    assert limit(sitting) == 180
    sitting.do("turn.start", person="p02")
    assert limit(sitting) == 120
    sitting.do("limit.set", seconds=None)
    assert limit(sitting) == 180


def test_a_limit_stays_within_reason(sitting):
    with pytest.raises(NobodyHasTheFloor):
        sitting.do("turn.extend")
    sitting.do("turn.start", person="p01")
    with pytest.raises(OutOfRange):
        sitting.do("turn.extend", seconds=-180)
    with pytest.raises(OutOfRange):
        sitting.do("budget.set", scope="item", seconds=9)
    with pytest.raises(NotThere):
        sitting.do("budget.set", scope="party", seconds=60, of="nobody")
    with pytest.raises(NotThere):
        sitting.do("budget.set", scope="item", seconds=60, of="i99")


def test_what_is_over_counts_the_turn_that_runs_and_no_interrupt(sitting):
    sitting.do("budget.set", scope="party", seconds=60, of="party01")
    sitting.do("budget.set", scope="item", seconds=100)
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(50)
    sitting.do("turn.start", person="p04", kind="point_of_order")
    sitting.clock.forward(500)
    sitting.do("turn.end")
    sitting.clock.forward(30)
    assert standing(sitting) == [("party", "party01", 80, 20), ("item", "i01", 80, 0)]
    sitting.do("turn.start", person="p04")
    sitting.clock.forward(45)
    assert standing(sitting) == [("item", "i01", 125, 25), ("party", "party01", 80, 20)]


def test_an_overrun_is_shared_as_the_preview_says(sitting):
    sitting.do("budget.set", scope="item", seconds=400)
    sitting.do("budget.set", scope="person", seconds=60, of="p03")
    for person in ("p02", "p03"):
        sitting.do("queue.add", person=person)
    assert sitting.desk.read(overrun_shares) == ()
    with pytest.raises(NothingOver):
        sitting.do("budget.share")
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(280)
    before = sitting.image()
    shares = sitting.desk.read(overrun_shares)
    assert sitting.image() == before
    assert [(one.person, one.before, one.after) for one in shares] == [("p02", 180, 90), ("p03", 60, 30)]
    sitting.do("budget.share")
    sitting.do("turn.next")
    assert limit(sitting) == 90
    sitting.do("turn.next")
    assert limit(sitting) == 30
    assert not sitting.all(FloorLimit, scope="person")
    sitting.desk.undo()
    assert [row.of for row in sitting.all(FloorLimit, scope="person")] == ["p03"]


def test_somebody_who_leaves_the_list_leaves_the_share_too(sitting):
    sitting.do("queue.add", person="p02")
    sitting.do("budget.set", scope="person", seconds=60, of="p02")
    sitting.do("queue.remove", person="p02")
    assert not sitting.all(FloorLimit)


def test_what_is_settled_has_no_limits(sitting):
    sitting.do("limit.set", seconds=60)
    sitting.do("turn.start", person="p01")
    sitting.do("turn.extend")
    sitting.do("queue.close")
    sitting.do("session.close")
    assert not sitting.all(FloorLimit)
    assert not sitting.all(TurnMark)
    assert not sitting.image()["closed_lists"]
    assert not sitting.image()["floor_openings"]

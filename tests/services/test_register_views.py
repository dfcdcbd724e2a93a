"""What stands beside the points: what is missing in the register, gaps first, versions that differ, how it decides."""

import pytest

from t2desk.domain.deciding import Decision
from t2desk.domain.people import Party
from t2desk.services.register_views import register_view
from tests.services.desks import id_of


@pytest.fixture
def point(sitting):
    return sitting.do("point.propose", text="The wells are shared")


def register(room):
    return room.desk.read(register_view)


def test_without_a_session_there_is_nothing(room):
    assert register(room).session == ""


def test_what_divides_the_room_is_missing_until_it_is_entered(sitting, point):
    for state in ("drafted", "tested", "divergent"):
        sitting.do("point.move", point=id_of(point), state=state)
    assert [row.key for row in register(sitting).unregistered] == [id_of(point)]
    sitting.do("divergence.add", point=id_of(point), what="Which wells")
    assert register(sitting).unregistered == ()
    (entry,) = register(sitting).divergences
    assert register(sitting).row_of(entry.point).number == 1
    assert register(sitting).row_of(None) is None


def test_an_interest_that_nothing_serves_comes_first(sitting, point):
    north, south = (one.id for one in sitting.all(Party))
    served = sitting.do("interest.add", party=north, text="Water in August")
    sitting.do("interest.add", party=south, text="A say in the hours")
    sitting.do("interest.link", interest=id_of(served), point=id_of(point))
    lines = register(sitting).interests
    assert [(line.side, line.is_gap) for line in lines] == [("South", True), ("North", False)]
    assert [one.number for one in lines[1].served_by] == [1]
    ((left_out, sides),) = register(sitting).one_sided
    assert (left_out.key, sides) == (id_of(point), ("South",))


def test_sides_that_hold_different_versions_are_told_of(sitting, point):
    assert register(sitting).unequal == ()
    sitting.do("copy.give", point=id_of(point), parties=[sitting.all(Party)[0].id])
    assert [row.key for row in register(sitting).unequal] == [id_of(point)]


def test_a_change_of_the_rule_of_decision_keeps_its_reason(sitting, point):
    sitting.do("poll.open", point=id_of(point))
    sitting.do("decision.set", decision="unanimity", reason="The room asked for it")
    assert register(sitting).decision is Decision.UNANIMITY
    assert [one.reason for one in register(sitting).changes] == ["The room asked for it"]

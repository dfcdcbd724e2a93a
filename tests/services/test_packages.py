"""Packages: a point agreed without what it needs is not firm, and circles are refused."""

from itertools import pairwise

import pytest

from t2desk.domain.ground import Condition
from t2desk.domain.ground_errors import DependsOnItself
from t2desk.services.packages import needs_of, stands_firm
from tests.services.desks import id_of


@pytest.fixture
def three(sitting):
    return [sitting.do("point.propose", text=f"Point {number}") for number in range(3)]


def agree(room, point):
    room.acts(*(("point.move", {"point": id_of(point), "state": one}) for one in ("drafted", "tested", "agreed")))


def firm(room, point):
    return room.desk.read(lambda work: stands_firm(work, point.key))


def test_nothing_is_firm_until_everything_it_needs_is_agreed(sitting, three):
    first, second, third = three
    sitting.do("point.require", point=id_of(first), needs=id_of(second))
    sitting.do("point.require", point=id_of(second), needs=id_of(third))
    agree(sitting, first)
    agree(sitting, second)
    assert not firm(sitting, first)
    agree(sitting, third)
    assert firm(sitting, first)
    sitting.do("point.move", point=id_of(third), state="reopened")
    assert not firm(sitting, first)
    sitting.do("point.release", point=id_of(second), needs=id_of(third))
    assert firm(sitting, first)


def test_a_circle_is_refused_however_long(sitting, three):
    for one, other in pairwise(three):
        sitting.do("point.require", point=id_of(one), needs=id_of(other))
    for point in three:
        with pytest.raises(DependsOnItself):
            sitting.do("point.require", point=id_of(three[-1]), needs=id_of(point))


def test_needing_twice_is_needing_once(sitting, three):
    for _ in range(2):
        sitting.do("point.require", point=id_of(three[0]), needs=id_of(three[1]))
    assert len(sitting.all(Condition)) == 1
    assert sitting.desk.read(lambda work: needs_of(work, three[0].key)) == (three[1].key,)

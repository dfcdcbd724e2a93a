"""Lineage: a point taken up again is traced to its origin, over sessions and meetings."""

import pytest

from t2desk.domain.desk_errors import NoOpenSession
from t2desk.domain.ground import Descent, DescentKind
from t2desk.domain.ground_errors import DependsOnItself
from t2desk.domain.points import Point, PointState, Wording
from t2desk.services.lineage import origins_of
from tests.services.desks import id_of


def origins(room, point):
    return [one.key for one in room.desk.read(lambda work: origins_of(work, point.key))]


def test_a_point_is_taken_up_again_in_the_next_meeting(sitting, point):
    sitting.do("point.word", point=id_of(point), text="The wells are shared")
    sitting.acts("session.close", ("meeting.add", {"title": "Second"}), ("session.open", {"title": "Later"}))
    second = sitting.do("point.carry", point=id_of(point))
    sitting.acts("session.adjourn", ("session.open", {"title": "Later still"}))
    third = sitting.do("point.carry", point=id_of(second))
    assert origins(sitting, third) == [second.key, point.key]
    wording = sitting.one(Wording, point=third.key)
    assert (wording.number, wording.text) == (1, "The wells are shared")
    assert (third.state, sitting.one(Point, key=point.key).state) == (PointState.DRAFTED, PointState.CAPTURED)
    assert len({third.session, second.session, point.session}) == 3


def test_taking_up_needs_an_open_session(sitting, point):
    sitting.do("session.close")
    with pytest.raises(NoOpenSession):
        sitting.do("point.carry", point=id_of(point))


def test_a_point_that_is_replaced_is_superseded_and_named_by_its_successor(sitting, point):
    other = sitting.do("point.propose", text="All wells are shared")
    assert sitting.do("point.replace", point=id_of(point), by=id_of(other)).state is PointState.SUPERSEDED
    assert sitting.one(Descent).kind is DescentKind.REPLACES
    assert origins(sitting, other) == [point.key]


def test_nothing_replaces_itself_nor_its_own_successor(sitting, point):
    other = sitting.do("point.propose", text="All wells are shared")
    with pytest.raises(DependsOnItself):
        sitting.do("point.replace", point=id_of(point), by=id_of(point))
    sitting.do("point.replace", point=id_of(point), by=id_of(other))
    with pytest.raises(DependsOnItself):
        sitting.do("point.replace", point=id_of(other), by=id_of(point))

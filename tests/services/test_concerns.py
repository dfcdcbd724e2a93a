"""Concerns: an objection says what would mend it or is waived, and stands against agreement until then."""

import pytest

from t2desk.domain.desk_errors import EmptyText, NotThere
from t2desk.domain.ground import ConcernTerm
from t2desk.domain.ground_errors import NotAnObjection, ObjectionsStand
from t2desk.domain.points import PointConcern, PointState
from tests.services.desks import id_of


def object_to(room, point, **fields):
    return room.do("point.concern", point=id_of(point), text="No", kind="objection", **{"mend": "a road", **fields})


def agree(room, point):
    return room.do("point.move", point=id_of(point), state="agreed")


def test_an_objection_says_what_would_mend_it_or_is_waived(sitting, point):
    with pytest.raises(EmptyText):
        object_to(sitting, point, mend="")
    object_to(sitting, point, mend="", waived=True)
    assert sitting.one(ConcernTerm).waived


def test_a_concern_is_about_the_wording_it_was_said_of(sitting, point):
    concern = sitting.do("point.concern", point=id_of(point), text="Not in summer")
    sitting.do("point.word", point=id_of(point), text="Another")
    assert sitting.one(PointConcern).wording == concern.wording == point.current


@pytest.mark.parametrize("way", ["concern.waive", "concern.meet"])
def test_an_objection_blocks_until_it_is_waived_or_met(sitting, tested, way):
    objection = object_to(sitting, tested, party="party01")
    with pytest.raises(ObjectionsStand):
        agree(sitting, tested)
    sitting.do(way, concern=id_of(objection))
    assert agree(sitting, tested).state is PointState.AGREED
    assert sitting.one(ConcernTerm).party == "party01"


def test_a_waiver_can_be_taken_back(sitting, tested):
    objection = object_to(sitting, tested)
    sitting.do("concern.waive", concern=id_of(objection))
    sitting.do("concern.waive", concern=id_of(objection), waived=False)
    with pytest.raises(ObjectionsStand):
        agree(sitting, tested)
    sitting.do("concern.remove", concern=id_of(objection))
    assert sitting.all(ConcernTerm) == ()
    agree(sitting, tested)


def test_a_reservation_does_not_block_and_is_not_waived(sitting, tested):
    reservation = sitting.do("point.concern", point=id_of(tested), text="Not in summer")
    with pytest.raises(NotAnObjection):
        sitting.do("concern.waive", concern=id_of(reservation))
    with pytest.raises(NotAnObjection):
        sitting.do("point.concern", point=id_of(tested), text="x", waived=True)
    agree(sitting, tested)


def test_an_objection_to_an_earlier_wording_does_not_block_the_next(sitting, tested):
    object_to(sitting, tested)
    sitting.do("point.word", point=id_of(tested), text="The well is shared, and the road")
    agree(sitting, tested)


def test_a_side_that_is_not_there_is_refused(sitting, point):
    with pytest.raises(NotThere):
        object_to(sitting, point, party="nobody")
    assert sitting.all(PointConcern) == ()

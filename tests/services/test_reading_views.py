"""Read-back as the window shows it: numbers of the list, each side's word, and what may become joint."""

import pytest

from t2desk.domain.people import Party
from t2desk.domain.read_back import Answer
from t2desk.services.reading_views import reading_round
from tests.services.desks import id_of


@pytest.fixture
def points(sitting):
    return [sitting.do("point.propose", text=text) for text in ("The wells are shared", "The road is open")]


def the_round(room):
    return room.desk.read(reading_round)


def answered(room, point, answer="agree"):
    for party in room.all(Party):
        room.do("reading.answer", point=id_of(point), party=party.id, answer=answer)


def test_without_a_session_there_is_nothing_to_read(room):
    assert the_round(room).readings == ()


def test_every_side_is_there_before_anybody_was_asked(sitting, points):
    readings = the_round(sitting).readings
    assert [one.row.number for one in readings] == [1, 2]
    assert {side.name for side, _ in readings[0].answers} == {"North", "South"}
    assert readings[0].waiting() == 2
    assert len(readings[0].fingerprint.split()) == 4


def test_what_all_agree_to_is_read_and_joint_once_it_is_agreed_too(sitting, points):
    answered(sitting, points[0])

    def of_the_first():
        return next(one for one in the_round(sitting).readings if one.row.key == id_of(points[0]))

    assert (of_the_first().is_read, of_the_first().is_joint) == (True, False)
    for state in ("drafted", "tested", "agreed"):
        sitting.do("point.move", point=id_of(points[0]), state=state)
    assert of_the_first().is_joint
    assert {answer for _, answer in of_the_first().answers} == {Answer.AGREE}


def test_a_withdrawn_point_keeps_its_number_and_is_not_read_any_more(sitting, points):
    sitting.do("point.move", point=id_of(points[0]), state="withdrawn")
    now = the_round(sitting)
    assert len(now.readings) == 2
    assert [one.row.key for one in now.living()] == [id_of(points[1])]


def test_it_says_what_the_room_is_shown(sitting, points):
    sitting.do("room.choose", shown="point", point=2)
    assert (the_round(sitting).shown, the_round(sitting).place) == ("point", 2)


def test_brackets_are_told_of(sitting, points):
    sitting.do("bracket.open", point=id_of(points[0]), words="shared", alternatives=["metered"])
    assert [one.has_brackets for one in the_round(sitting).readings].count(True) == 1


def test_a_settled_session_says_so(sitting, points):
    sitting.do("session.adjourn")
    sitting.do("session.close")
    assert the_round(sitting).is_settled

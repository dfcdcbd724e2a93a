"""Who holds which wording; the alarm when sides hold different ones."""

from t2desk.services.distribution import distribution_of, unequal_points
from tests.services.desks import id_of


def held(room, point):
    return room.desk.read(lambda work: distribution_of(work, point.key))


def numbers(room, point):
    return [one.number for one in held(room, point).holdings]


def test_sides_that_hold_the_same_are_treated_equally(sitting, point):
    assert not held(sitting, point).is_unequal
    sitting.do("copy.give", point=id_of(point), parties=["party01", "party02"], recipients=["the ministry"])
    assert (numbers(sitting, point), held(sitting, point).is_unequal) == ([1, 1], False)
    assert [(one.recipient, one.party, one.copy) for one in held(sitting, point).others] == [("the ministry", None, 3)]


def test_a_version_for_one_side_only_raises_the_alarm(sitting, point):
    sitting.do("copy.give", point=id_of(point), parties=["party01", "party02"])
    sitting.do("point.word", point=id_of(point), text="The wells are shared")
    (copy,) = sitting.do("copy.give", point=id_of(point), parties=["party01"])
    assert (numbers(sitting, point), held(sitting, point).is_unequal) == ([2, 1], True)
    assert sitting.desk.read(lambda work: unequal_points(work, "s01")) == (point.key,)
    sitting.do("copy.return", handout=id_of(copy))
    assert not held(sitting, point).is_unequal


def test_a_side_that_was_given_nothing_counts(sitting, point):
    sitting.do("copy.give", point=id_of(point), parties=["party02"])
    assert held(sitting, point).is_unequal


def test_a_rendering_counts_as_the_version_it_renders(sitting, point):
    sitting.do("point.word", point=id_of(point), text="The wells are shared")
    french = sitting.do("point.word", point=id_of(point), text="Les puits", language="fr")
    assert french.number == 1
    sitting.do("copy.give", point=id_of(point), parties=["party01", "party02"])
    assert numbers(sitting, point) == [2, 2]

"""Interests by side, the points that serve them, and what is left out."""

from t2desk.domain.ground import Interest, InterestLink
from t2desk.services.interests import interest_gaps
from tests.services.desks import id_of


def gaps(room):
    return room.desk.read(interest_gaps)


def test_gaps_are_interests_without_a_point_and_points_that_serve_one_side_only(sitting, point):
    north = sitting.do("interest.add", party="party01", text="Water in summer")
    south = sitting.do("interest.add", party="party02", text="A road")
    assert {one.text for one in gaps(sitting).unserved} == {"Water in summer", "A road"}
    sitting.do("interest.link", interest=id_of(north), point=id_of(point))
    assert [one.text for one in gaps(sitting).unserved] == ["A road"]
    assert gaps(sitting).one_sided == ((point.key, ("party02",)),)
    sitting.do("interest.link", interest=id_of(south), point=id_of(point))
    assert gaps(sitting) == type(gaps(sitting))((), ())


def test_a_withdrawn_point_serves_nobody(sitting, point):
    north = sitting.do("interest.add", party="party01", text="Water")
    sitting.do("interest.link", interest=id_of(north), point=id_of(point))
    sitting.do("point.move", point=id_of(point), state="withdrawn")
    assert len(gaps(sitting).unserved) == 1


def test_links_go_with_the_interest_and_count_once(sitting, point):
    north = sitting.do("interest.add", party="party01", text="Water")
    for _ in range(2):
        sitting.do("interest.link", interest=id_of(north), point=id_of(point))
    assert len(sitting.all(InterestLink)) == 1
    assert sitting.do("interest.reword", interest=id_of(north), text="Clean water").text == "Clean water"
    sitting.do("interest.unlink", interest=id_of(north), point=id_of(point))
    assert sitting.all(InterestLink) == ()
    sitting.do("interest.link", interest=id_of(north), point=id_of(point))
    sitting.do("interest.remove", interest=id_of(north))
    assert (sitting.all(Interest), sitting.all(InterestLink)) == ((), ())

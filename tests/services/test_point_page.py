"""A point's page, and that what is offered is exactly what would be done."""

import pytest

from t2desk.domain.keys import RowKey
from t2desk.domain.points import Point, PointState, steps_from, way_to
from t2desk.services.point_page import point_page, sides_named, steps_to_try
from t2desk.services.point_views import point_view
from tests.services.desks import id_of

WALK = (
    "drafted tested converging bracketed divergent parked tested agreed cleared transferred reopened drafted withdrawn "
    "reopened superseded"
)


def tried(room, point):
    view = room.desk.read(lambda work: point_view(work, RowKey(point.key)))
    acts = steps_to_try(view)
    return dict(zip((fields["state"] for _, fields in acts), room.desk.refusals(acts), strict=True))


@pytest.fixture
def point(sitting):
    return sitting.do("point.propose", text="The wells are shared")


def states_reached(room, point):
    """Walk through every state once, by steps that are offered; yield at each."""
    for state in WALK.split():
        room.do("point.move", point=id_of(point), state=state)
        yield room.one(Point)


def test_what_is_offered_is_done_and_what_is_refused_is_refused(sitting, point):
    for now in states_reached(sitting, point):
        for state, refusal in tried(sitting, now).items():
            assert refusal is None, (now.state, state)
    sitting.do("point.move", point=id_of(point), state="reopened")
    sitting.do("point.move", point=id_of(point), state="tested")
    sitting.do("bracket.open", point=id_of(point), words="shared", alternatives=["metered"])
    before = sitting.one(Point)
    refusals = tried(sitting, before)
    assert [state for state, refusal in refusals.items() if refusal] == ["agreed"]
    assert type(refusals["agreed"]).__name__ == "BracketsStandOpen"
    assert sitting.one(Point) == before


def test_trying_writes_nothing_and_leaves_undo_as_it_was(sitting, point):
    step = sitting.desk.history.last_done()
    tried(sitting, point)
    assert sitting.one(Point).state is PointState.CAPTURED
    assert sitting.desk.history.last_done() is step


def test_off_the_record_everything_is_refused(sitting, point):
    sitting.do("off_record.begin")
    assert {type(one).__name__ for one in tried(sitting, point).values()} == {"OffTheRecord"}


def test_while_strangers_listen_everything_is_refused(sitting, point):
    sitting.do("not_private.begin")
    assert {type(one).__name__ for one in tried(sitting, point).values()} == {"RoomNotPrivate"}


def test_the_page_holds_the_sides_by_name_and_the_other_points(sitting, point):
    other = sitting.do("point.propose", text="The road is shared")
    page = sitting.desk.read(lambda work: point_page(work, RowKey(point.key)))
    assert [side.name for side in page.sides] == ["North", "South"]
    assert page.sides == sitting.desk.read(sides_named)
    assert [row.key for row in page.here] == [id_of(other)]
    assert {one.key for one in page.named} == {id_of(point), id_of(other)}
    assert not page.is_settled
    sitting.desk.undo()
    sitting.desk.undo()
    assert sitting.desk.read(lambda work: point_page(work, RowKey(point.key))) is None


@pytest.mark.parametrize("here", PointState)
def test_a_way_is_made_of_steps_that_are_allowed(here):
    for wanted in PointState:
        last = here
        for step in way_to(here, wanted):
            assert step in steps_from(last)
            last = step
        assert last is wanted or way_to(here, wanted) == ()


def test_no_way_leads_through_an_ending():
    assert way_to(PointState.CAPTURED, PointState.REOPENED) == (
        PointState.DRAFTED, PointState.TESTED, PointState.AGREED, PointState.REOPENED,
    )  # fmt: skip

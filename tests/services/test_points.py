"""Common ground: proposed, worded anew without losing a word, moved along its way, supported, objected to."""

from dataclasses import replace

import pytest

from t2desk.domain.desk_errors import EmptyText, NotThere, StepNotAllowed, UnknownWord
from t2desk.domain.points import Point, PointConcern, PointState, Support, Wording, steps_from
from t2desk.services.operations import OPERATIONS
from tests.services.desks import id_of


@pytest.fixture
def point(sitting):
    return sitting.do("point.propose", text="The well is shared")


def current(room):
    return next(w.text for w in room.all(Wording) if w.key == room.one(Point).current)


def test_a_proposed_point_is_captured_with_its_first_wording(sitting, point):
    wording = sitting.one(Wording)
    assert (point.state, point.item, point.current) == (PointState.CAPTURED, "i01", wording.key)
    assert (wording.number, wording.language, wording.text) == (1, "en", "The well is shared")


def test_a_new_wording_becomes_current_and_the_old_one_stays(sitting, point):
    first = sitting.one(Wording)
    second = sitting.do("point.word", point=id_of(point), text="The wells are shared")
    assert current(sitting) == "The wells are shared"
    assert second.number == 2
    assert set(sitting.all(Wording)) == {first, second}


def test_a_wording_in_another_language_counts_for_itself_and_is_not_current(sitting, point):
    french = sitting.do("point.word", point=id_of(point), text="Le puits est commun", language="fr")
    assert french.number == 1
    assert current(sitting) == "The well is shared"
    assert sitting.do("point.word", point=id_of(point), text="Les puits", language="fr").number == 2


@pytest.mark.parametrize("state", list(PointState))
def test_a_step_is_taken_or_refused_and_nothing_in_between(sitting, point, state):
    for wanted in PointState:
        sitting.desk.write(OPERATIONS.get("point.move"), lambda work: work.put(replace(point, state=state)))
        if wanted in steps_from(state):
            assert sitting.do("point.move", point=id_of(point), state=wanted.value).state is wanted
            continue
        with pytest.raises(StepNotAllowed) as refusal:
            sitting.do("point.move", point=id_of(point), state=wanted.value)
        assert sitting.one(Point).state is state
        assert refusal.value.details["wanted"] == wanted.value


def test_support_is_steps_in_their_order_without_counts(sitting, point):
    sitting.do("point.support", point=id_of(point), steps=["oppose", "endorse", "oppose"])
    assert sitting.one(Point).support == (Support.ENDORSE, Support.OPPOSE)
    sitting.do("point.support", point=id_of(point), steps=[])
    assert sitting.one(Point).support == ()


def test_a_step_of_support_that_is_not_ours_is_refused(sitting, point):
    with pytest.raises(UnknownWord):
        sitting.do("point.support", point=id_of(point), steps=["love"])


def test_an_objection_says_what_would_mend_it(sitting, point):
    with pytest.raises(EmptyText):
        sitting.do("point.concern", point=id_of(point), text="No", kind="objection")
    sitting.do("point.concern", point=id_of(point), text="No", kind="objection", mend="a road")
    assert sitting.one(PointConcern).mend == "a road"


def test_a_concern_is_about_the_wording_it_was_said_of(sitting, point):
    concern = sitting.do("point.concern", point=id_of(point), text="Not in summer")
    sitting.do("point.word", point=id_of(point), text="Another")
    assert sitting.one(PointConcern).wording == concern.wording == point.current


@pytest.mark.parametrize(
    ("name", "fields"),
    [("point.word", {"text": "x"}), ("point.move", {"state": "drafted"}), ("point.support", {"steps": []}),
     ("point.concern", {"text": "x"})],
)  # fmt: skip
def test_a_point_that_is_not_there_is_refused(sitting, name, fields):
    with pytest.raises(NotThere):
        sitting.do(name, point="00000000001", **fields)

"""Common ground: proposed, worded anew without losing a word, moved along its way, supported, objected to."""

from dataclasses import replace

import pytest

from t2desk.domain.desk_errors import NotThere, StepNotAllowed, UnknownWord
from t2desk.domain.ground import AgreedText, Rendering
from t2desk.domain.ground_errors import BracketsStandOpen, NotOfThisPoint, WordingIsAgreed
from t2desk.domain.keys import key_to_text
from t2desk.domain.points import SETTLED_TEXT, Point, PointState, Support, Wording, steps_from
from t2desk.domain.support import PointVerdict
from t2desk.services.operations import OPERATIONS
from tests.services.desks import id_of


def current(room):
    return next(w.text for w in room.all(Wording) if w.key == room.one(Point).current)


def test_a_proposed_point_is_captured_with_its_first_wording(sitting, point):
    wording = sitting.one(Wording)
    assert (point.state, point.item, point.current) == (PointState.CAPTURED, "i01", wording.key)
    assert (wording.number, wording.language, wording.text) == (1, "en", "The well is shared")


def test_what_was_only_heard_begins_there(sitting):
    heard = sitting.do("point.propose", text="Something about the road", heard=True)
    assert heard.state is PointState.HEARD
    assert sitting.do("point.move", point=id_of(heard), state="captured").state is PointState.CAPTURED


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


def test_an_earlier_wording_can_be_the_current_one_again(sitting, point):
    sitting.do("point.word", point=id_of(point), text="Another")
    sitting.do("point.current", point=id_of(point), wording=key_to_text(point.current))
    assert current(sitting) == "The well is shared"
    assert sitting.do("point.word", point=id_of(point), text="A third").number == 3


def test_a_wording_of_another_point_is_refused(sitting, point):
    other = sitting.do("point.propose", text="The road")
    with pytest.raises(NotOfThisPoint):
        sitting.do("point.current", point=id_of(point), wording=key_to_text(other.current))


def test_a_wording_in_another_language_says_which_text_it_renders(sitting, point):
    french = sitting.do("point.word", point=id_of(point), text="Le puits est commun", language="fr")
    sitting.do("point.word", point=id_of(point), text="The wells are shared")
    assert sitting.one(Rendering) == Rendering(french.key, point.current)
    assert sitting.one(Point).current != point.current


def test_what_is_agreed_is_kept_apart_until_the_point_is_reopened(sitting, tested):
    agreed = sitting.do("point.move", point=id_of(tested), state="agreed")
    assert sitting.one(AgreedText).wording == agreed.current
    sitting.do("point.move", point=id_of(tested), state="cleared")
    assert sitting.one(AgreedText).wording == agreed.current
    sitting.do("point.move", point=id_of(tested), state="reopened")
    assert sitting.all(AgreedText) == ()


@pytest.mark.parametrize("state", sorted(SETTLED_TEXT))
@pytest.mark.parametrize("way", ["point.word", "point.current", "bracket.open"])
def test_what_was_agreed_is_not_worded_anew_without_being_reopened(sitting, point, state, way):
    sitting.desk.write(OPERATIONS.get("point.move"), lambda work: work.put(replace(point, state=state)))
    fields = {"point.word": {"text": "x"}, "point.current": {"wording": key_to_text(point.current)},
              "bracket.open": {"words": "well"}}[way]  # fmt: skip
    with pytest.raises(WordingIsAgreed):
        sitting.do(way, point=id_of(point), **fields)
    assert sitting.do("point.word", point=id_of(point), text="Le puits", language="fr").number == 1


def test_brackets_stand_against_agreement(sitting, tested):
    sitting.do("bracket.open", point=id_of(tested), words="well", alternatives=["spring"])
    with pytest.raises(BracketsStandOpen):
        sitting.do("point.move", point=id_of(tested), state="agreed")
    sitting.do("bracket.close", point=id_of(tested), place=1, choice=2)
    sitting.do("point.move", point=id_of(tested), state="agreed")
    assert current(sitting) == "The spring is shared"


def test_what_was_agreed_ad_referendum_is_confirmed(sitting, tested):
    sitting.do("point.move", point=id_of(tested), state="agreed", ad_referendum=True)
    assert not sitting.do("point.confirm", point=id_of(tested)).ad_referendum
    assert sitting.one(Point).state is PointState.AGREED


def test_a_label_of_convergence_is_one_points_and_in_its_own_words(sitting, point):
    sitting.do("point.verdict", point=id_of(point), words="Near consensus")
    sitting.do("point.verdict", point=id_of(point), words="Divergence")
    assert sitting.one(PointVerdict) == PointVerdict(point.key, point.current, "Divergence")


@pytest.mark.parametrize(
    ("name", "fields"),
    [("point.word", {"text": "x"}), ("point.move", {"state": "drafted"}), ("point.support", {"steps": []}),
     ("point.concern", {"text": "x"})],
)  # fmt: skip
def test_a_point_that_is_not_there_is_refused(sitting, name, fields):
    with pytest.raises(NotThere):
        sitting.do(name, point="00000000001", **fields)

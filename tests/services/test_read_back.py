"""Read-back: each side's word, one key each; only what was read and agreed by all reaches a joint edition."""

from itertools import product

import pytest

from t2desk.domain.fingerprints import fingerprint
from t2desk.domain.ground_errors import WordingIsAgreed
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.read_back import Answer, ReadText
from t2desk.services.read_back import joint_wordings, readings
from tests.services.desks import id_of


def say(room, point, party, answer="agree", **fields):
    room.do("reading.answer", point=id_of(point), party=party, answer=answer, **fields)


def all_agree(room, point):
    for party in ("party01", "party02"):
        say(room, point, party)


def joint(room):
    return [wording.text for wording in room.desk.read(lambda work: joint_wordings(work, "s01"))]


def reading(room):
    return room.desk.read(lambda work: readings(work, "s01"))[0]


def test_a_captured_point_is_read_back_once_all_agree(sitting, point):
    say(sitting, point, "party01")
    shown = reading(sitting)
    assert (shown.answers, shown.not_asked, shown.is_read) == ((("party01", Answer.AGREE),), ("party02",), False)
    assert shown.fingerprint == fingerprint(shown.text)
    assert sitting.one(Point).state is PointState.CAPTURED
    say(sitting, point, "party02")
    assert reading(sitting).is_read
    assert sitting.one(Point).state is PointState.READ_BACK


def test_amended_words_are_read_to_everybody_anew(sitting, point):
    say(sitting, point, "party01")
    say(sitting, point, "party02", "amend", text="The wells are shared")
    assert reading(sitting).text == "The wells are shared"
    assert (reading(sitting).answers, reading(sitting).is_read) == ((), False)


def test_an_amendment_without_words_waits_for_them(sitting, point):
    all_agree(sitting, point)
    say(sitting, point, "party02", "amend")
    assert reading(sitting).answers == (("party01", Answer.AGREE), ("party02", Answer.AMEND))
    assert sitting.all(ReadText) == ()


def test_a_side_that_withdraws_withdraws_the_point(sitting, point):
    all_agree(sitting, point)
    say(sitting, point, "party01", "withdraw")
    assert sitting.one(Point).state is PointState.WITHDRAWN
    assert sitting.desk.read(lambda work: readings(work, "s01")) == ()


def test_an_answer_can_be_taken_back(sitting, point):
    all_agree(sitting, point)
    sitting.do("reading.take_back", point=id_of(point), party="party01")
    assert (reading(sitting).not_asked, reading(sitting).is_read) == (("party01",), False)


def test_what_was_agreed_is_not_amended_at_the_reading(sitting, tested):
    sitting.do("point.move", point=id_of(tested), state="agreed")
    with pytest.raises(WordingIsAgreed):
        say(sitting, tested, "party01", "amend", text="Another")
    assert reading(sitting).answers == ()


def test_what_is_not_yet_read_comes_first(sitting, point):
    all_agree(sitting, point)
    other = sitting.do("point.propose", text="The road is shared")
    assert reading(sitting).point == other.key


@pytest.mark.parametrize(("is_read", "is_agreed", "is_sure"), list(product((True, False), repeat=3)))
def test_only_what_is_read_and_agreed_reaches_a_joint_edition(sitting, tested, is_read, is_agreed, is_sure):
    if is_read:
        all_agree(sitting, tested)
    if is_agreed:
        sitting.do("point.move", point=id_of(tested), state="agreed", ad_referendum=not is_sure)
    assert joint(sitting) == (["The well is shared"] if is_read and is_agreed and is_sure else [])


def test_a_package_that_is_not_whole_reaches_no_joint_edition(sitting, tested):
    needed = sitting.do("point.propose", text="The road is shared")
    all_agree(sitting, tested)
    sitting.do("point.move", point=id_of(tested), state="agreed")
    sitting.do("point.require", point=id_of(tested), needs=id_of(needed))
    assert joint(sitting) == []
    sitting.acts(*(("point.move", {"point": id_of(needed), "state": one}) for one in ("drafted", "tested", "agreed")))
    assert joint(sitting) == ["The well is shared"]


def test_words_that_were_read_before_are_not_those_of_now(sitting, tested):
    all_agree(sitting, tested)
    sitting.do("point.word", point=id_of(tested), text="Another")
    sitting.do("point.move", point=id_of(tested), state="agreed")
    assert joint(sitting) == []
    assert len(sitting.all(Wording)) == 2

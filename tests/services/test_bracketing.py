"""Brackets on the desk: each opening and closing is a new wording, and reasons stay with what stands as it stood."""

import pytest

from t2desk.domain.ground import BracketReason, BracketTerm
from t2desk.domain.ground_errors import BracketNotThere
from t2desk.domain.points import Point, Wording
from t2desk.services.bracketing import reasons_of
from tests.services.desks import id_of


def current(room):
    return room.desk.read(lambda work: work.get(Wording, work.select(Point)[0].current))


def reasons(room):
    return room.desk.read(lambda work: reasons_of(work, work.get(Wording, work.select(Point)[0].current)))


def test_opening_and_closing_are_new_wordings(sitting, point):
    sitting.do("bracket.open", point=id_of(point), words="well", alternatives=["spring"], reason="tactical")
    assert current(sitting).text == "The [well] [spring] is shared"
    sitting.do("bracket.close", point=id_of(point), place=1, choice=1)
    assert [w.text for w in sorted(sitting.all(Wording), key=lambda w: w.number)] == [
        "The well is shared", "The [well] [spring] is shared", "The well is shared",
    ]  # fmt: skip


@pytest.mark.parametrize("reason", list(BracketReason))
def test_a_bracket_has_one_of_seven_reasons(sitting, point, reason):
    sitting.do("bracket.open", point=id_of(point), words="well", reason="weary")
    sitting.do("bracket.reason", point=id_of(point), place=1, reason=reason.value)
    assert reasons(sitting) == {1: reason}
    assert len(list(BracketReason)) == 7


def test_reasons_follow_their_brackets_into_the_next_wording(sitting, point):
    sitting.do("bracket.open", point=id_of(point), words="shared", reason="waiting")
    sitting.do("bracket.open", point=id_of(point), words="well", reason="contentious")
    assert reasons(sitting) == {1: BracketReason.CONTENTIOUS, 2: BracketReason.WAITING}
    sitting.do("bracket.close", point=id_of(point), place=1, choice=1)
    assert reasons(sitting) == {1: BracketReason.WAITING}
    sitting.do("point.word", point=id_of(point), text="The wells are [shared] [divided]")
    assert reasons(sitting) == {}
    assert len(sitting.all(BracketTerm)) == 4


def test_a_reason_for_no_bracket_is_refused(sitting, point):
    with pytest.raises(BracketNotThere):
        sitting.do("bracket.reason", point=id_of(point), place=1, reason="weary")

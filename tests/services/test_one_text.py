"""The single text: criticism only, no poll before the end, one yes or no, and agreed when every side said yes."""

import pytest

from t2desk.domain.deciding import Criticism, OneText, OneTextState
from t2desk.domain.ground_errors import NotAccepted, NotOneText
from t2desk.domain.points import PointState
from t2desk.domain.support import Poll, PollState
from tests.services.desks import id_of


@pytest.fixture
def single(sitting, tested):
    sitting.do("one_text.begin", point=id_of(tested))
    return tested


def finally_said(room, point, *answers):
    poll = room.do("one_text.ask", point=id_of(point))
    for party, step in zip(("party01", "party02"), answers, strict=False):
        room.do("poll.stance", poll=id_of(poll), step=step, party=party)
    room.do("poll.reveal", poll=id_of(poll))


def state(room):
    return room.one(OneText).state


def test_rounds_of_criticism_then_every_side_says_yes(sitting, single):
    sitting.do("one_text.criticise", point=id_of(single), text="Too vague", party="party01")
    sitting.do("point.word", point=id_of(single), text="The well is shared by both shores")
    sitting.do("one_text.criticise", point=id_of(single), text="Too long")
    assert len({one.wording for one in sitting.all(Criticism)}) == 2
    with pytest.raises(NotAccepted):
        sitting.do("point.move", point=id_of(single), state="agreed")
    finally_said(sitting, single, 1, 1)
    assert state(sitting) is OneTextState.ACCEPTED
    assert sitting.do("point.move", point=id_of(single), state="agreed").state is PointState.AGREED


@pytest.mark.parametrize("answers", [(), (1,), (1, 2), (1, 0), (2, 2)])
def test_without_every_sides_yes_it_is_open_to_criticism_again(sitting, single, answers):
    finally_said(sitting, single, *answers)
    assert state(sitting) is OneTextState.CRITICISM
    with pytest.raises(NotAccepted):
        sitting.do("point.move", point=id_of(single), state="agreed")


def test_nothing_is_criticised_once_the_last_question_is_put(sitting, single):
    sitting.do("one_text.ask", point=id_of(single))
    with pytest.raises(NotOneText):
        sitting.do("one_text.criticise", point=id_of(single), text="Too late")
    with pytest.raises(NotOneText):
        sitting.do("one_text.ask", point=id_of(single))


@pytest.mark.parametrize("is_said", [True, False])
def test_new_words_are_open_to_criticism(sitting, single, is_said):
    if is_said:
        finally_said(sitting, single, 1, 1)
    else:
        sitting.do("one_text.ask", point=id_of(single))
    sitting.do("point.word", point=id_of(single), text="Another")
    assert state(sitting) is OneTextState.CRITICISM
    assert not sitting.all(Poll, state=PollState.HIDDEN)


def test_it_begins_and_ends_without_open_questions(sitting, tested):
    sitting.do("poll.open", point=id_of(tested))
    sitting.do("one_text.begin", point=id_of(tested))
    assert sitting.one(Poll).state is PollState.WITHDRAWN
    sitting.do("one_text.end", point=id_of(tested))
    with pytest.raises(NotOneText):
        sitting.do("one_text.end", point=id_of(tested))
    sitting.do("point.move", point=id_of(tested), state="agreed")

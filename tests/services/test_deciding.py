"""The decision rule: by consensus unless said otherwise, changed only with a reason, and decisive for agreeing."""

import pytest

from t2desk.domain.deciding import Decision, DecisionChange, DecisionTerms
from t2desk.domain.desk_errors import SessionIsSettled
from t2desk.domain.ground import AgreedText
from t2desk.domain.ground_errors import DecisionNeedsReason, NotBySilence, ObjectionsStand, SidesUndecided
from t2desk.domain.points import PointState
from t2desk.domain.support import Poll, PollState, Stance
from tests.services.desks import id_of


def agree(room, point):
    return room.do("point.move", point=id_of(point), state="agreed")


def object_for(room, point, party=None):
    room.do("point.concern", point=id_of(point), text="No", kind="objection", mend="a road", party=party)


def ask(room, point, *steps):
    poll = room.do("poll.open", point=id_of(point), scale="four")
    for party, step in zip(("party01", "party02"), steps, strict=False):
        room.do("poll.stance", poll=id_of(poll), step=step, party=party)
    return poll


def test_the_rule_is_fixed_freely_before_it_is_used(sitting, point):
    sitting.do("decision.set", decision="unanimity")
    sitting.do("decision.set", decision="overwhelming")
    assert sitting.one(DecisionTerms).decision is Decision.OVERWHELMING
    assert sitting.all(DecisionChange) == ()


def test_a_change_after_use_needs_a_reason_and_is_kept(sitting, point):
    poll = ask(sitting, point, 1)
    with pytest.raises(DecisionNeedsReason):
        sitting.do("decision.set", decision="unanimity", reason=" ")
    sitting.do("decision.set", decision="consensus")
    sitting.do("decision.set", decision="unanimity", reason="All asked for it")
    change = sitting.one(DecisionChange)
    assert (change.before, change.after, change.reason) == (Decision.CONSENSUS, Decision.UNANIMITY, "All asked for it")
    assert sitting.one(Poll, key=poll.key).state is PollState.WITHDRAWN
    assert sitting.all(Stance) == ()


def test_consensus_minus_one_passes_over_one_side_only(sitting, tested):
    sitting.do("decision.set", decision="consensus_minus_one")
    object_for(sitting, tested, "party01")
    object_for(sitting, tested, "party01")
    assert agree(sitting, tested).state is PointState.AGREED
    assert sitting.one(AgreedText).decision is Decision.MINUS_ONE
    sitting.do("point.move", point=id_of(tested), state="reopened")
    sitting.do("point.move", point=id_of(tested), state="tested")
    object_for(sitting, tested)
    with pytest.raises(ObjectionsStand):
        agree(sitting, tested)


def test_unanimity_needs_every_side_in_favour_in_the_revealed_poll(sitting, tested):
    sitting.do("decision.set", decision="unanimity")
    with pytest.raises(SidesUndecided):
        agree(sitting, tested)
    for steps, is_agreed in (((1,), False), ((1, 3), False), ((1, 4), False), ((1, 2), True)):
        poll = ask(sitting, tested, *steps)
        with pytest.raises(SidesUndecided):
            agree(sitting, tested)
        sitting.do("poll.reveal", poll=id_of(poll))
        if not is_agreed:
            with pytest.raises(SidesUndecided):
                agree(sitting, tested)
    assert agree(sitting, tested).state is PointState.AGREED


def test_a_yes_to_the_words_before_is_no_yes_to_the_words_now(sitting, tested):
    sitting.do("decision.set", decision="unanimity")
    sitting.do("poll.reveal", poll=id_of(ask(sitting, tested, 1, 1)))
    sitting.do("point.word", point=id_of(tested), text="Another")
    with pytest.raises(SidesUndecided):
        agree(sitting, tested)


def test_under_silence_nothing_is_agreed_by_hand(sitting, tested):
    sitting.do("decision.set", decision="silence")
    with pytest.raises(NotBySilence):
        agree(sitting, tested)


def test_the_rule_of_a_settled_session_stays(sitting):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do("decision.set", decision="unanimity", session="s01")

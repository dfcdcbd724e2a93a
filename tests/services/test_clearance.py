"""Clearance rounds: nothing leaves while one is open; every yes clears, any no keeps out, silence where agreed."""

import pytest

from t2desk.domain.clearing import ClearanceAnswer, ClearanceText, Consent
from t2desk.domain.ground_errors import (
    ClearanceStillOpen,
    ClearanceUnanswered,
    NotADay,
    NothingToClear,
    NotInThisRound,
)
from t2desk.domain.keys import key_to_text
from t2desk.domain.points import Point, PointState
from t2desk.i18n import Phrases
from t2desk.services.consents import has_consent, is_withdrawn
from t2desk.services.editions.report import report
from tests.services.desks import id_of

DAY = 86_400


@pytest.fixture
def agreed(sitting, tested):
    return sitting.do("point.move", point=id_of(tested), state="agreed")


def opened(room, **fields):
    return room.do("clearance.open", **{"edition": "report", "until": "2026-05-06", **fields})


def say(room, asked, point, *answers, **fields):
    for party, answer in zip(("party01", "party02"), answers, strict=False):
        wording = key_to_text(point.current)
        room.do("clearance.answer", round=id_of(asked), wording=wording, party=party, answer=answer, **fields)


def close(room, asked):
    room.do("clearance.close", round=id_of(asked))


def built(room):
    return room.desk.read(lambda work: report(work, None, Phrases("en")))


def test_nothing_leaves_while_it_is_looked_at(sitting, agreed):
    assert built(sitting)
    asked = opened(sitting)
    with pytest.raises(ClearanceStillOpen):
        built(sitting)
    with pytest.raises(ClearanceStillOpen):
        opened(sitting)
    say(sitting, asked, agreed, "accept", "accept")
    close(sitting, asked)
    assert built(sitting)


def test_every_yes_clears_text_and_point(sitting, agreed):
    asked = opened(sitting)
    say(sitting, asked, agreed, "comment")
    with pytest.raises(ClearanceUnanswered):
        close(sitting, asked)
    say(sitting, asked, agreed, "accept", "accept", comment="As agreed")
    close(sitting, asked)
    assert sitting.one(Point).state is PointState.CLEARED
    assert sitting.desk.read(lambda work: has_consent(work, agreed.current, "report"))
    assert sitting.one(Consent).how == "clearance round"


def test_any_no_keeps_the_text_out_of_that_edition(sitting, agreed):
    asked = opened(sitting)
    say(sitting, asked, agreed, "accept", "reject")
    close(sitting, asked)
    assert sitting.one(Point).state is PointState.AGREED
    assert sitting.desk.read(lambda work: is_withdrawn(work, "report", wording=agreed.current))
    assert not sitting.desk.read(lambda work: is_withdrawn(work, "readout", wording=agreed.current))
    with pytest.raises(NothingToClear):
        opened(sitting)


@pytest.mark.parametrize("assents", [True, False])
def test_silence_is_assent_only_where_that_was_agreed_and_the_window_is_over(sitting, agreed, assents):
    asked = opened(sitting, silence_assents=assents)
    say(sitting, asked, agreed, "accept")
    for days, may_close in ((0, False), (2, False), (1, assents)):
        sitting.clock.forward(days * DAY)
        if may_close:
            close(sitting, asked)
            assert sitting.one(Point).state is PointState.CLEARED
        else:
            with pytest.raises(ClearanceUnanswered):
                close(sitting, asked)


def test_words_of_another_round_or_after_its_end_are_refused(sitting, agreed):
    asked = opened(sitting)
    other = sitting.do("point.propose", text="The road")
    with pytest.raises(NotInThisRound):
        say(sitting, asked, other, "accept")
    say(sitting, asked, agreed, "accept", "accept")
    close(sitting, asked)
    with pytest.raises(NotInThisRound):
        say(sitting, asked, agreed, "reject")


def test_a_round_needs_a_text_and_a_day(sitting, point):
    with pytest.raises(NothingToClear):
        opened(sitting)
    sitting.acts(*(("point.move", {"point": id_of(point), "state": one}) for one in ("drafted", "tested", "agreed")))
    with pytest.raises(NotADay):
        opened(sitting, until="soon")
    assert sitting.all(ClearanceText) == ()


def test_what_a_side_of_two_answered_is_forgotten_when_the_round_closes(sitting, agreed):
    for person in ("p01", "p02", "p04", "p05", "p06"):
        sitting.do("attendance.set", person=person)
    asked = opened(sitting)
    say(sitting, asked, agreed, "accept", "accept", comment="Fine")
    close(sitting, asked)
    assert [one.party for one in sitting.all(ClearanceAnswer)] == ["party02"]


def test_a_no_that_settling_forgets_still_keeps_the_text_out(sitting, agreed):
    for person in ("p01", "p04", "p05", "p06"):
        sitting.do("attendance.set", person=person)
    asked = opened(sitting, silence_assents=True)
    say(sitting, asked, agreed, "reject", "accept")
    sitting.do("session.close")
    assert [one.party for one in sitting.all(ClearanceAnswer)] == ["party02"]
    sitting.clock.forward(9 * DAY)
    close(sitting, asked)
    assert sitting.desk.read(lambda work: is_withdrawn(work, "report", wording=agreed.current))


def test_a_comment_that_settling_forgets_is_no_silence(sitting, agreed):
    for person in ("p01", "p04", "p05", "p06"):
        sitting.do("attendance.set", person=person)
    asked = opened(sitting, silence_assents=True)
    say(sitting, asked, agreed, "comment", "accept")
    sitting.do("session.close")
    sitting.clock.forward(9 * DAY)
    with pytest.raises(ClearanceUnanswered):
        close(sitting, asked)

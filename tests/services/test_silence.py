"""The silence procedure: kept, broken in time, too late, and overtaken by new words."""

import pytest

from t2desk.domain.deciding import Silence, SilenceState
from t2desk.domain.ground import AgreedText
from t2desk.domain.ground_errors import (
    DeadlineAhead,
    DeadlinePassed,
    DeadlineUnclear,
    NoSilenceRuns,
    ObjectionsStand,
)
from t2desk.domain.points import PointState
from tests.services.desks import id_of

UNTIL = {"until": "2026-05-04T12:00", "zone": "Europe/Athens"}  # 09:00 UTC, two and a half hours after the test began
HOURS = 3600


@pytest.fixture
def silent(sitting, tested):
    sitting.do("decision.set", decision="silence")
    sitting.do("silence.begin", point=id_of(tested), **UNTIL)
    return tested


def end(room, point):
    return room.do("silence.end", point=id_of(point))


def test_silence_that_is_kept_agrees_the_point(sitting, silent):
    sitting.clock.forward(2.4 * HOURS)
    with pytest.raises(DeadlineAhead):
        end(sitting, silent)
    sitting.clock.forward(0.1 * HOURS)
    assert end(sitting, silent).state is PointState.AGREED
    assert sitting.one(Silence).state is SilenceState.ADOPTED
    assert sitting.one(AgreedText).decision.value == "silence"


def test_an_objection_in_time_breaks_it(sitting, silent):
    sitting.do("silence.break", point=id_of(silent), text="No", mend="a road", party="party01")
    assert sitting.one(Silence).state is SilenceState.BROKEN
    sitting.clock.forward(3 * HOURS)
    with pytest.raises(NoSilenceRuns):
        end(sitting, silent)


def test_an_objection_too_late_does_not_break_it(sitting, silent):
    sitting.clock.forward(2.5 * HOURS)
    with pytest.raises(DeadlinePassed):
        sitting.do("silence.break", point=id_of(silent), text="No", mend="a road")


def test_new_words_are_not_under_the_old_silence(sitting, silent):
    sitting.do("point.word", point=id_of(silent), text="Another")
    assert sitting.all(Silence) == ()
    with pytest.raises(NoSilenceRuns):
        end(sitting, silent)


def test_a_deadline_that_has_passed_or_is_unclear_is_refused(sitting, tested):
    with pytest.raises(DeadlinePassed):
        sitting.do("silence.begin", point=id_of(tested), until="2026-05-04T09:00", zone="Europe/Athens")
    with pytest.raises(DeadlineUnclear):
        sitting.do("silence.begin", point=id_of(tested), until="2026-10-25T03:30", zone="Europe/Athens")


def test_under_another_rule_silence_is_noted_and_that_rule_decides(sitting, tested):
    sitting.do("silence.begin", point=id_of(tested), **UNTIL)
    sitting.do("point.concern", point=id_of(tested), text="No", kind="objection", mend="a road")
    sitting.clock.forward(3 * HOURS)
    assert end(sitting, tested).state is PointState.TESTED
    with pytest.raises(ObjectionsStand):
        sitting.do("point.move", point=id_of(tested), state="agreed")

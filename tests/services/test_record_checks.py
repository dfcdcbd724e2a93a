"""What is wrong with a session of a record is found before anything of it is written."""

import pytest

from t2desk.domain.desk_errors import BadRecord
from t2desk.domain.series import SessionState
from t2desk.services.record_checks import check_session

START = "2026-04-21T09:00:00.000+02:00"
FIRST, SECOND = "00000000001", "00000000002"


def turn(key, **fields):
    return {"id": key, "start": START, "seconds": 5.0, **fields}


WRONG = {
    "another session's item": ({"notes": [{"text": "a", "item": "i09"}]}, SessionState.OPEN),
    "another session's parent": ({"agenda": [{"id": "i01", "title": "a", "parent": "i02"}]}, SessionState.OPEN),
    "two items under discussion": (
        {"agenda": [{"id": "i01", "title": "a", "since": START}, {"id": "i02", "title": "b", "since": START}]},
        SessionState.OPEN,
    ),
    "a dangling interrupt": ({"turns": [turn(FIRST, interrupted=SECOND)]}, SessionState.OPEN),
    "a turn that interrupts itself": ({"turns": [turn(FIRST, interrupted=FIRST)]}, SessionState.OPEN),
    "a circle": (
        {"turns": [turn(FIRST, interrupted=SECOND), turn(SECOND, interrupted=FIRST)]},
        SessionState.OPEN,
    ),
    "two turns run": ({"turns": [turn(FIRST, seconds=None), turn(SECOND, seconds=None)]}, SessionState.OPEN),
    "two wordings with one id": (
        {"points": [{"wordings": [{"id": FIRST, "text": "a"}, {"id": FIRST, "text": "b"}]}]},
        SessionState.OPEN,
    ),
    "a concern elsewhere": (
        {"points": [{"wordings": [{"id": FIRST, "text": "a"}], "concerns": [{"text": "b", "wording": SECOND}]}]},
        SessionState.OPEN,
    ),
    "off the record while adjourned": ({"off_record": True}, SessionState.ADJOURNED),
    "a turn that runs while adjourned": ({"turns": [turn(FIRST, seconds=None)]}, SessionState.ADJOURNED),
    "turns after settling": ({"turns": [turn(FIRST)]}, SessionState.SETTLED),
    "times after settling": ({"notes": [{"text": "a", "at": START}]}, SessionState.SETTLED),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_session_that_contradicts_itself_is_refused(name):
    plain, state = WRONG[name]
    with pytest.raises(BadRecord) as refused:
        check_session(plain, state, "s01")
    assert refused.value.details["place"] == "s01"


def test_an_interrupt_that_stands_over_its_turn_fits():
    standing = [turn(FIRST, seconds=None), turn(SECOND, seconds=None, interrupted=FIRST)]
    check_session({"turns": standing}, SessionState.OPEN, "s01")


def test_a_settled_session_on_the_record_keeps_turns_and_times():
    plain = {"rule": "on_the_record", "turns": [turn(FIRST)], "notes": [{"text": "a", "at": START}]}
    check_session(plain, SessionState.SETTLED, "s01")

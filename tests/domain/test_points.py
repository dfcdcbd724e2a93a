"""Points: every pair of states, allowed or refused, as the study of common ground has it."""

from itertools import pairwise, product

import pytest

from t2desk.domain.points import PointState, steps_from

S = PointState
ENDINGS = {S.WITHDRAWN, S.SUPERSEDED}
OUTCOMES = {S.CONVERGING, S.BRACKETED, S.DIVERGENT}
WAY = [S.HEARD, S.CAPTURED, S.READ_BACK, S.DRAFTED, S.TESTED, S.AGREED, S.CLEARED, S.TRANSFERRED]

# The way of study/domain.md §c with its natural ways back; withdrawn and superseded are added for what is alive.
ONWARD = {
    S.HEARD: {S.CAPTURED},
    S.CAPTURED: {S.READ_BACK, S.DRAFTED},
    S.READ_BACK: {S.DRAFTED, S.CAPTURED},
    S.DRAFTED: {S.TESTED, S.READ_BACK},
    S.TESTED: {S.DRAFTED, *OUTCOMES, S.PARKED, S.AGREED},
    S.CONVERGING: {S.DRAFTED, S.TESTED, *OUTCOMES, S.PARKED, S.AGREED},
    S.BRACKETED: {S.DRAFTED, S.TESTED, *OUTCOMES, S.PARKED, S.AGREED},
    S.DIVERGENT: {S.DRAFTED, S.TESTED, *OUTCOMES, S.PARKED, S.AGREED},
    S.PARKED: {S.DRAFTED, S.TESTED},
    S.AGREED: {S.CLEARED, S.REOPENED},
    S.CLEARED: {S.TRANSFERRED, S.REOPENED},
    S.TRANSFERRED: {S.REOPENED},
    S.WITHDRAWN: {S.REOPENED},
    S.SUPERSEDED: {S.REOPENED},
    S.REOPENED: {S.DRAFTED, S.TESTED},
}


@pytest.mark.parametrize(("state", "wanted"), list(product(S, S)))
def test_every_step_is_allowed_or_refused_as_studied(state, wanted):
    alive = state not in ENDINGS
    assert (wanted in steps_from(state)) is (wanted in ONWARD[state] or (alive and wanted in ENDINGS))


@pytest.mark.parametrize("state", [state for state in S if state not in ENDINGS])
def test_a_point_can_be_withdrawn_or_superseded_while_it_is_alive(state):
    assert steps_from(state) >= ENDINGS


@pytest.mark.parametrize("state", sorted(ENDINGS))
def test_a_point_that_ended_can_only_be_reopened(state):
    assert steps_from(state) == {S.REOPENED}


def test_the_whole_way_can_be_walked():
    for state, following in pairwise(WAY):
        assert following in steps_from(state)


def test_nothing_is_agreed_that_was_not_tested():
    assert {state for state in S if S.AGREED in steps_from(state)} == {S.TESTED, *OUTCOMES}


def test_nothing_is_cleared_that_was_not_agreed():
    assert {state for state in S if S.CLEARED in steps_from(state)} == {S.AGREED}


def test_every_state_has_a_way_back_to_the_draft():
    for state in set(S) - {S.HEARD, S.CAPTURED, S.READ_BACK, S.DRAFTED}:
        reached = {state}
        while S.DRAFTED not in reached:
            further = reached.union(*(steps_from(one) for one in reached))
            assert further > reached
            reached = further


def test_nobody_goes_back_to_heard():
    assert all(S.HEARD not in steps_from(state) for state in S)

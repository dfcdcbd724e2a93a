"""Bands: as wide as promised, of those named alone, and the ends not told apart from what lies near them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.bands import WIDTH, Band, band_of, is_group, shares


@pytest.mark.parametrize(
    ("percent", "band"),
    [(0, (0, 10)), (9.99, (0, 10)), (10, (10, 20)), (37, (30, 40)), (99, (90, 100)), (100, (90, 100))],
)
def test_a_share_lies_in_its_band(percent, band):
    assert band_of(percent) == Band(*band)


def test_beyond_the_last_band_it_is_only_said_to_be_more():
    assert band_of(199, 200) == Band(190, 200)
    assert band_of(735, 200) == Band(200, None)


@given(st.dictionaries(st.text(min_size=1, max_size=2), st.floats(0, 1e6), min_size=1, max_size=6))
def test_shares_are_of_what_these_have_together(seconds):
    whole, found = sum(seconds.values()), shares(seconds)
    if not whole > 0:
        assert found == {}
        return
    for key, band in found.items():
        assert band.high is not None
        assert band.high - band.low == WIDTH
        assert band.low - 1e-6 <= 100 * seconds[key] / whole <= band.high + 1e-6


def test_what_is_silent_cannot_be_told_from_what_spoke_a_little():
    assert shares({"a": 0.0, "b": 95.0}) == shares({"a": 5.0, "b": 95.0})


def test_three_are_a_group_and_two_are_not():
    assert [is_group(people) for people in (2, 3)] == [False, True]

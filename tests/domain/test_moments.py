"""Moments: lengths survive a clock that is set and a laptop that restarts, and times survive being written down."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.moments import Moment

WALLS = st.integers(0, 250_000_000_000_000)
MOMENTS = st.builds(Moment, WALLS, st.integers(0, 10**12), st.sampled_from(["boot-a", "boot-b"]))


def test_length_is_that_of_the_boot_clock_when_the_wall_clock_is_set_back():
    assert Moment(10_000, 500, "b").seconds_until(Moment(0, 2_500, "b")) == 2.0


def test_length_is_that_of_the_boot_clock_when_the_wall_clock_leaps_ahead():
    assert Moment(10_000, 500, "b").seconds_until(Moment(99_999_999, 1_000, "b")) == 0.5


def test_length_is_that_of_the_wall_clock_across_a_restart():
    assert Moment(10_000, 900_000, "one").seconds_until(Moment(12_000, 3, "another")) == 2.0


def test_length_is_nothing_when_the_clock_went_back_across_a_restart():
    assert Moment(10_000, 0, "one").seconds_until(Moment(0, 5_000, "another")) == 0.0


@given(MOMENTS, MOMENTS)
def test_no_length_is_negative(one, other):
    assert one.seconds_until(other) >= 0


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=8).map(sorted), st.lists(WALLS, min_size=8, max_size=8))
def test_lengths_add_up_within_one_boot_whatever_the_wall_clock_says(boots, walls):
    moments = [Moment(wall, boot, "b") for boot, wall in zip(boots, walls, strict=False)]
    parts = sum(one.seconds_until(other) for one, other in pairwise(moments))
    assert parts == pytest.approx(moments[0].seconds_until(moments[-1]))


@given(MOMENTS)
def test_text_reads_back_as_it_was(moment):
    assert Moment.from_text(moment.to_text()) == moment


@given(MOMENTS, MOMENTS)
def test_text_sorts_by_wall_time(one, other):
    if one.wall < other.wall:
        assert one.to_text() < other.to_text()


@given(WALLS)
def test_iso_reads_back_to_the_millisecond(wall):
    assert Moment.from_iso(Moment(wall, 0, "b").to_iso(), "b").wall == wall


@pytest.mark.parametrize("text", ["2026-05-04T09:00:00+02:00", "2026-05-04T07:00:00Z", "2026-05-04T07:00:00.000+00:00"])
def test_iso_is_one_time_whatever_its_offset(text):
    assert Moment.from_iso(text, "b").to_iso() == "2026-05-04T07:00:00.000+00:00"


@pytest.mark.parametrize(
    "text",
    ["2026-05-04T09:00:00", "yesterday", "", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00",
     "9999-12-31T23:59:59-14:00"],
)  # fmt: skip
def test_iso_is_refused_without_offset_or_outside_the_calendar(text):
    with pytest.raises(ValueError):
        Moment.from_iso(text, "b")


@given(st.datetimes(timezones=st.timezones()))
def test_iso_that_is_accepted_can_be_written_again(stamp):
    try:
        moment = Moment.from_iso(stamp.isoformat(), "b")
    except ValueError:
        return
    assert Moment.from_iso(moment.to_iso(), "b") == moment


def test_a_foreign_moment_knows_its_wall_time_only():
    moment = Moment.from_iso("2026-05-04T07:00:00Z", "elsewhere")
    assert (moment.boot, moment.boot_id) == (moment.wall, "elsewhere")

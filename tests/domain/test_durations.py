"""How long a turn may be, as people type it."""

import pytest

from t2desk.domain.durations import seconds_of


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("3", 180), ("3:00", 180), ("2:30", 150), (" 0:45 ", 45), ("90 s", 90), ("90″", 90), ("3 min", 180), ("4 د", 240),
     ("0", 0), ("0:00", 0), ("120", 7200), ("1h30", 5400)],
)  # fmt: skip
def test_a_turn_s_length_is_minutes_or_minutes_and_seconds(typed, seconds):
    assert seconds_of(typed) == seconds


@pytest.mark.parametrize("typed", ["", "soon", "-3", "2:60", "121", "7201 s", "3:00:00", "3.5"])
def test_anything_else_is_none(typed):
    assert seconds_of(typed) is None

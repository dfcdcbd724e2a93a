"""Shortening keeps proportions, breaks and floors; what is put off is the least that is enough, and never the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.agenda_recovery import Ahead, shrunk, to_put_off


def ahead(*minutes, breaks=()):
    return [Ahead(str(at), length, length, at in breaks) for at, length in enumerate(minutes)]


@pytest.mark.parametrize(
    ("items", "save", "expected"),
    [
        (ahead(60, 30, 30), 12, [54, 27, 27]),
        (ahead(60, 15, 60, breaks=(1,)), 20, [50, 15, 50]),
        (ahead(20, 20), 5, [18, 17]),
        (ahead(20, 20), 50, [10, 10]),
        (ahead(4, 8, 20), 100, [4, 5, 10]),
        (ahead(30), 0, [30]),
        ([Ahead("a", 12, 20)], 9, [10]),
    ],
)
def test_the_rest_is_shortened_in_proportion(items, save, expected):
    assert list(shrunk(items, save).values()) == expected


@given(st.lists(st.tuples(st.integers(0, 90), st.booleans()), max_size=12), st.integers(0, 400))
def test_no_minute_is_lost_and_nobody_falls_below_the_floor(drawn, save):
    items = [Ahead(str(at), minutes, minutes, is_break) for at, (minutes, is_break) in enumerate(drawn)]
    lengths = shrunk(items, save)
    can_give = sum(one.minutes - one.least for one in items)
    assert sum(one.minutes - lengths[one.id] for one in items) == min(save, can_give)
    assert all(one.least <= lengths[one.id] <= one.minutes for one in items)


@pytest.mark.parametrize(
    ("items", "save", "expected"),
    [
        (ahead(30, 15, 45, 10), 12, "1"),
        (ahead(30, 15, 45, 10), 40, "2"),
        (ahead(30, 15, 20, 10), 50, "0"),
        (ahead(15, 60, breaks=(0,)), 5, None),
        (ahead(60), 5, None),
        ([], 5, None),
    ],
)
def test_what_is_put_off_is_the_least_that_is_enough(items, save, expected):
    assert to_put_off(items, save) == expected

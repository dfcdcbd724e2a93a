"""Screens as values: the one that bears a name, and what is seen where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.screens import SeenScreen, screen_for, screens_under, shared
from tests.domain.desktops import NAMES, desktops, places

LAPTOP, PROJECTOR = SeenScreen("LAPTOP", (0, 0, 800, 600)), SeenScreen("PROJ", (800, 0, 640, 480))


@given(desktops, st.sampled_from(NAMES))
def test_a_mirrored_or_doubtful_screen_is_never_chosen(there, name):
    found = screen_for(name, there)
    if found is not None:
        assert found.name == name
        assert [one for one in there if one.overlaps(found)] == [found]


def test_a_screen_is_found_by_its_name():
    assert screen_for("PROJ", (LAPTOP, PROJECTOR)) == PROJECTOR
    assert screen_for("TV", (LAPTOP, PROJECTOR)) is None


@pytest.mark.parametrize(
    ("place", "under"),
    [
        ((0, 0, 800, 600), (LAPTOP,)),
        ((799, 0, 2, 2), (LAPTOP, PROJECTOR)),
        ((800, 0, 10, 10), (PROJECTOR,)),
        ((0, 600, 800, 600), ()),
        ((10, 10, 0, 0), ()),
    ],
)
def test_a_window_is_seen_on_every_screen_that_it_reaches_into(place, under):
    assert screens_under(place, (LAPTOP, PROJECTOR)) == under


@given(places, places)
def test_what_two_places_share_is_the_same_from_either_side(one, other):
    assert shared(one, other) == shared(other, one)
    assert shared(one, one) == one[2] * one[3]

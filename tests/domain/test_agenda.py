"""The agenda: which item comes next."""

import random

import pytest

from t2desk.domain.agenda import AgendaItem, ItemState, following


def item(place, state=ItemState.PLANNED):
    return AgendaItem(f"i{place}", "s1", place, "title", 10, state=state)


def test_following_is_the_first_item_when_none_is_current():
    assert following((item(2), item(1)), None).id == "i1"


def test_following_goes_by_place_and_not_by_the_order_given():
    items = [item(place) for place in (1, 2, 3, 4)]
    random.Random(7).shuffle(items)
    assert following(tuple(items), "i2").id == "i3"


@pytest.mark.parametrize("state", [ItemState.DONE, ItemState.PARKED, ItemState.CURRENT])
def test_following_passes_over_what_is_not_planned(state):
    assert following((item(1), item(2, state), item(3)), "i1").id == "i3"


def test_following_does_not_go_back():
    assert following((item(1), item(2)), "i2") is None


def test_following_begins_again_when_the_current_item_is_gone():
    assert following((item(1), item(2)), "i9").id == "i1"


def test_following_is_nothing_when_the_agenda_is_empty():
    assert following((), None) is None

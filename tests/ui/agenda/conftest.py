"""A desk with a session of three items under way."""

import pytest

from tests.ui.floor.conftest import SITTING, hands

__all__ = ["hands"]


@pytest.fixture
def running(hands):
    """Opening (10) is under discussion; Sources 30, Wells, Rivers and Way forward 20 each are to come."""
    desk = hands(*SITTING)
    for title in ("Wells", "Rivers", "Way forward"):
        desk.room.do("item.add", title=title, minutes=20)
    desk.window.go("desk")
    return desk


@pytest.fixture
def late(running):
    """The same desk, eight minutes late."""
    running.room.clock.forward(18 * 60)
    running.find("agendaPanel")._on_ticked()
    return running

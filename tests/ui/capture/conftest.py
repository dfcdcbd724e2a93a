"""Fixtures of the rapporteur's half."""

import pytest

from tests.services.desks import Room
from tests.ui.rapporteur import make_desk


@pytest.fixture
def room(tmp_path):
    """An empty dossier."""
    made = Room(tmp_path / "room.t2d")
    yield made
    made.close()


@pytest.fixture
def desk(room, surroundings, qtbot):
    """A window at the desk, with a session under way."""
    made = make_desk(room, surroundings, qtbot)
    yield made
    made.window.close()

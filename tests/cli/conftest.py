"""A home for the program and dossiers in it."""

import pytest

from tests.storage.dossiers import make, note, session


@pytest.fixture
def home(tmp_path):
    """Where the program lives: its home, its temporary files, its settings."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def empty(home):
    """A dossier with nothing in it."""
    return make(home / "empty.t2d")


@pytest.fixture
def dossier(home):
    """A dossier with people, an agenda, and a session that runs."""
    return make(
        home / "series.t2d",
        ("party.add", {"id": "north", "name": "Northern side"}),
        ("person.add", {"id": "p01", "display_name": "Nadia Ferro", "party": "north", "email": "nadia@example.org"}),
        ("person.add", {"id": "p02", "display_name": "Omar Bellwether"}),
        ("item.add", {"title": "Shared wells", "minutes": 40}),
        session(),
        ("item.next", {}),
        ("turn.start", {"person": "p01"}),
        note("The upper wells are metered twice a year.", kind="concern"),
        ("point.propose", {"text": "Both sides publish the meter readings."}),
    )

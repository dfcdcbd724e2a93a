"""A home for the program, as in the tests of the command line."""

import pytest


@pytest.fixture
def home(tmp_path):
    """Where the program lives: its home, its temporary files, its settings."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder

"""A dossier for each test that asks for one."""

import pytest

from tests.storage.dossiers import make, note, opening, perform, session


@pytest.fixture
def path(tmp_path):
    """A closed dossier with an open session in it."""
    return make(tmp_path / "series.t2d", session())


@pytest.fixture
def dossier(path):
    """The dossier, open, with three notes."""
    with opening(path) as opened:
        perform(opened, note("first"), note("second"), note("third"))
        yield opened

"""A session that is adjourned, with people, items, notes and points; made once, copied for each test."""

import pytest

from tests.storage.dossiers import make, opening
from tests.ui.editions.windows import furnish, opened

PEOPLE = (
    ("person.add", {"display_name": "Zoran Vukelić", "party": "North", "descriptor": "a hydrologist"}),
    ("person.add", {"display_name": "فاطمة الزهراء", "party": "South"}),
    ("person.add", {"display_name": "Борис Ковач", "party": "South"}),
)


@pytest.fixture(scope="session")
def adjourned(tmp_path_factory):
    path = make(tmp_path_factory.mktemp("adjourned") / "d.t2d", ("session.open", {"title": "Morning"}), *PEOPLE)
    with opening(path) as dossier:
        furnish(dossier)
    return path


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    return make(tmp_path_factory.mktemp("blank") / "d.t2d")


@pytest.fixture
def after(surroundings, qapp, adjourned, tmp_path):
    """The window at After, on an adjourned session."""
    with opened(surroundings, adjourned, tmp_path) as one:
        one.go("after")
        yield one


@pytest.fixture
def empty(surroundings, qapp, blank, tmp_path):
    """The window on a dossier without any session."""
    with opened(surroundings, blank, tmp_path) as one:
        yield one

"""A session that is adjourned, with people, items, notes and points."""

import pytest

from tests.ui.editions.windows import opened, point_key

PEOPLE = (
    ("person.add", {"display_name": "Zoran Vukelić", "party": "North", "descriptor": "a hydrologist"}),
    ("person.add", {"display_name": "فاطمة الزهراء", "party": "South"}),
    ("person.add", {"display_name": "Борис Ковач", "party": "South"}),
)


@pytest.fixture
def after(surroundings, qapp, tmp_path):
    """The window at After, on an adjourned session."""
    with opened(surroundings, tmp_path, ("session.open", {"title": "Morning"}), *PEOPLE) as one:
        one.do("item.add", title="Dry season", minutes=20)
        one.do("item.add", title="Wells", minutes=20)
        one.do("item.next")
        one.do("turn.start", person="p01")
        one.do("note.add", text="The well is dry, I tell you", kind="concern", neutral="A well may fall dry")
        one.do("note.add", text="No neutral words yet")
        point_key(one, "Drinking water comes first", "drafted", "tested", "agreed")
        point_key(one, "Half a thought")
        one.do("step.add", what="Count the wells", by="June", holder="North")
        one.do("session.adjourn")
        one.go("after")
        yield one


@pytest.fixture
def empty(surroundings, qapp, tmp_path):
    """The window on a dossier without any session."""
    with opened(surroundings, tmp_path) as one:
        yield one

"""Fixtures of the services: a new room for each test, empty or furnished."""

import pytest

from tests.services.desks import Room, id_of, sealed_source


@pytest.fixture
def rooms(tmp_path):
    """Make rooms, each on a file of its own; all are closed at the end."""
    made = []

    def make(**how):
        made.append(Room(tmp_path / f"room{len(made)}.t2d", **how))
        return made[-1]

    yield make
    for room in made:
        room.close()


@pytest.fixture
def room(rooms):
    """An empty dossier."""
    return rooms()


@pytest.fixture
def sealing_room(rooms):
    """An empty dossier with a key for sealed sources."""
    return rooms(seal_source=sealed_source)


@pytest.fixture
def desk(room):
    """The desk of an empty dossier."""
    return room.desk


@pytest.fixture
def sitting(room):
    """A session under way: six people of two parties, three items of which the first is on."""
    return begin_sitting(room)


@pytest.fixture
def furnished(sitting):
    """A session with something of everything in it."""
    return furnish(sitting)


def begin_sitting(room):
    room.do("series.rename", title="Water")
    for number in range(1, 7):
        room.do("person.add", display_name=f"Person {number}", party="North" if number < 4 else "South")
    room.do("session.open", title="First")
    for title in ("Opening", "Sources", "Steps"):
        room.do("item.add", title=title, minutes=20)
    room.do("item.next")
    return room


def furnish(room):
    room.do("attendance.set", person="p01")
    room.do("turn.start", person="p01")
    room.clock.forward(30)
    room.do("turn.start", person="p02")
    room.clock.forward(20)
    room.do("queue.add", person="p03")
    room.do("queue.add", person="p04", kind="response")
    room.note = room.do("note.add", text="The well is dry", kind="concern", said_by="p01")
    room.point = room.do("point.propose", text="The well is shared")
    room.concern = room.do("point.concern", point=id_of(room.point), text="Not in summer")
    room.section = room.do("section.write", text="They met.", kind="context")
    room.step = room.do("step.add", what="Count the wells", by="June")
    room.second_step = room.do("step.add", what="Share the count")
    room.do("draft.save", id="capture", text="half a li")
    return room


@pytest.fixture
def point(sitting):
    """A point of the sitting, captured."""
    return sitting.do("point.propose", text="The well is shared")


@pytest.fixture
def tested(sitting, point):
    """A point that was put to the room."""
    return sitting.acts(*(("point.move", {"point": id_of(point), "state": one}) for one in ("drafted", "tested")))

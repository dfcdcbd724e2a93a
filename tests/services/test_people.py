"""People, parties and the identity book; and who is in the room."""

import pytest

from t2desk.domain.attendance import Attendance, Presence
from t2desk.domain.desk_errors import AlreadyThere, EmptyText, NotThere, StillReferred, UnfitCharacter
from t2desk.domain.people import Identity, Party, Person, Role, RosterPerson
from t2desk.domain.sources import Trace
from t2desk.services.operations import IMPORTED
from t2desk.services.people import add_roster, roster
from t2desk.services.registry import Operation
from tests.services.conftest import begin_sitting
from tests.services.desks import id_of


def bring_in(room, *rows):
    act = Operation(IMPORTED, add_roster, undoable=False)
    return room.desk.write(act, lambda work: add_roster(work, rows))[0]


def test_people_have_seats_in_the_order_they_came(room):
    seats = [room.do("person.add", display_name=name).seat for name in ("Ana", "Bob", "Cy")]
    assert seats == [1, 2, 3]


@pytest.mark.parametrize("named", ["North", "north", " NORTH ", "party01"])
def test_a_party_is_found_by_name_or_id(room, named):
    room.do("party.add", name="North")
    assert room.do("person.add", display_name="Ana", party=named).party == "party01"
    assert len(room.all(Party)) == 1


def test_a_party_is_made_when_nobody_was_of_it_yet(room):
    room.do("person.add", display_name="Ana", party="North")
    room.do("person.add", display_name="Bob", party="North")
    assert [party.name for party in room.all(Party)] == ["North"]


@pytest.mark.parametrize("party", ["", "   ", None])
def test_a_person_may_be_of_no_party(room, party):
    assert room.do("person.add", display_name="Ana", party=party).party is None
    assert room.all(Party) == ()


@pytest.mark.parametrize("name", ["North", "NORTH", "  north "])
def test_a_party_is_refused_when_its_name_is_taken(room, name):
    room.do("party.add", name="North")
    with pytest.raises(AlreadyThere):
        room.do("party.add", name=name)


def test_a_party_is_refused_when_its_name_is_anothers_id(room):
    room.do("party.add", name="North", id="south")
    with pytest.raises(AlreadyThere):
        room.do("party.add", name="South")
    with pytest.raises(AlreadyThere):
        room.do("party.add", name="East", id="north")


@pytest.mark.parametrize("name", ["party.add", "person.add"])
def test_an_id_is_refused_when_taken(room, name):
    field = "name" if name == "party.add" else "display_name"
    room.do(name, **{field: "Ana"}, id="a")
    with pytest.raises(AlreadyThere):
        room.do(name, **{field: "Bob"}, id="a")


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"display_name": " "}, EmptyText), ({"display_name": "A\u202ena"}, UnfitCharacter),
     ({"aliases": ["ok", ""]}, EmptyText), ({"email": "a\x00b"}, UnfitCharacter)],
)  # fmt: skip
def test_a_person_is_refused_when_a_field_is_wrong(room, fields, refusal):
    with pytest.raises(refusal):
        room.do("person.add", **{"display_name": "Ana", "party": "North", **fields})
    assert room.all(Person) == room.all(Party) == ()


@pytest.mark.parametrize(
    ("role", "expected"), [("chair", Role.CHAIR), ("Chair", Role.CHAIR), ("colonel", Role.PARTICIPANT)]
)
def test_a_role_is_a_room_role_or_what_somebody_is(room, role, expected):
    room.do("person.add", display_name="Ana", role=role)
    assert (room.one(Person).role, room.one(Identity).occupation) == (expected, role)


def test_names_are_in_the_identity_book_only(room):
    room.do("person.add", display_name="Anastasia", email="ana@example.org", party="North", descriptor="a chemist")
    plain = {name: rows for name, rows in room.image().items() if name != "identities"}
    assert "Anastasia" not in repr(plain)
    assert "example.org" not in repr(plain)
    assert b"Anastasia" not in room.query("SELECT sealed FROM identities")[0][0]
    assert room.one(Identity).display_name == "Anastasia"


def test_sealed_pages_come_in_whole_units_whatever_the_name(room):
    for name in ("Jo", "Joan", "Anastasia", "Anastasia Konstantinopolitanskaya"):
        room.do("person.add", display_name=name)
    sizes = [len(sealed) - 1 for (sealed,) in room.query("SELECT sealed FROM identities")]
    assert all(size % 256 == 0 for size in sizes)
    assert len(set(sizes)) < 4


def test_the_roster_gives_back_the_row_it_was_made_from(room):
    row = RosterPerson("ana", "Ana", "Ana", "Ivic", "Ана", ("Ani", "A."), "North", "HR", "University", "U", "chair",
                       "Dr", "f", "a@b.org", "+385 1", "@ana", "a chemist")  # fmt: skip
    assert bring_in(room, row) == 1
    assert room.desk.read(roster) == (row,)


def test_a_people_file_is_refused_whole_when_one_id_is_taken(room):
    room.do("person.add", display_name="Ana", id="b")
    with pytest.raises(AlreadyThere):
        bring_in(room, RosterPerson("a", "Bob"), RosterPerson("b", "Cy"))
    assert [person.id for person in room.all(Person)] == ["b"]


def test_a_person_is_taken_off_with_the_identity(room):
    person = room.do("person.add", display_name="Ana")
    room.do("person.remove", person=person.id)
    assert room.all(Person) == room.all(Identity) == ()


@pytest.mark.parametrize(
    "act", [("turn.start", {"person": "p01"}), ("queue.add", {"person": "p01"})], ids=lambda act: act[0]
)
def test_a_person_who_is_referred_to_is_not_taken_off(sitting, act):
    sitting.acts(act)
    with pytest.raises(StillReferred):
        sitting.do("person.remove", person="p01")
    assert len(sitting.all(Person)) == len(sitting.all(Identity)) == 6


def test_nobody_is_taken_off_while_a_sealed_source_may_be_theirs(sealing_room):
    """The id would be given again, and whoever got it be named as the speaker once the source is opened."""
    room = begin_sitting(sealing_room)
    room.do("rule.set", preset="not_for_attribution")
    note = room.do("note.add", text="a line", said_by="p06")
    before = room.image()
    for person in ("p06", "p05"):
        with pytest.raises(StillReferred):
            room.do("person.remove", person=person)
    assert room.image() == before
    room.do("note.remove", note=id_of(note))
    room.do("person.remove", person="p06")


def test_nobody_is_taken_off_or_described_who_is_not_there(room):
    with pytest.raises(NotThere):
        room.do("person.remove", person="p77")
    with pytest.raises(NotThere):
        room.do("person.describe", person="p77", descriptor="x")


def test_descriptor_is_set(room):
    room.do("person.add", display_name="Ana")
    room.do("person.describe", person="p01", descriptor=" a chemist ")
    assert room.one(Person).descriptor == "a chemist"


@pytest.mark.parametrize("presence", list(Presence))
def test_attendance_is_one_row_for_each_person_with_a_trace_for_each_change(sitting, presence):
    sitting.do("attendance.set", person="p01")
    sitting.do("attendance.set", person="p01", presence=presence.value)
    assert sitting.one(Attendance).presence is presence
    assert [trace.what for trace in sitting.all(Trace)].count(presence.value) >= 1
    assert len(sitting.all(Trace)) == 2


def test_attendance_of_nobody_is_refused(sitting):
    with pytest.raises(NotThere):
        sitting.do("attendance.set", person="p77")

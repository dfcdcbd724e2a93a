"""People and parties changed after they came in."""

import pytest

from t2desk.domain.desk_errors import AlreadyThere, EmptyText, OutOfRange, StillReferred
from t2desk.domain.people import Identity, Party, Person, Role


def seats(room):
    return [person.id for person in sorted(room.all(Person), key=lambda person: person.seat)]


def test_what_is_left_out_stays(sitting):
    sitting.do("person.change", person="p01", email="a@example.org", role="chair")
    person, identity = sitting.one(Person, id="p01"), sitting.one(Identity, person="p01")
    assert (person.role, person.party, person.seat) == (Role.CHAIR, "party01", 1)
    assert (identity.display_name, identity.email) == ("Person 1", "a@example.org")


def test_a_change_of_the_identity_alone_touches_nothing_else(sitting):
    _, changes = sitting.desk.perform("person.change", {"person": "p01", "given": "Ana", "aliases": ["An", "Anna"]})
    assert {row.kind for row in changes} == {"identities"}
    assert sitting.one(Identity, person="p01").aliases == ("An", "Anna")


@pytest.mark.parametrize(("named", "party"), [("", None), ("South", "party02"), ("East", "party03")])
def test_a_party_is_found_made_or_none(sitting, named, party):
    assert sitting.do("person.change", person="p01", party=named).party == party


def test_a_name_cannot_be_taken_away(sitting):
    with pytest.raises(EmptyText):
        sitting.do("person.change", person="p01", display_name=" ")


@pytest.mark.parametrize(
    ("person", "seat", "after"),
    [
        ("p01", 3, "p02 p03 p01 p04 p05 p06"),
        ("p06", 1, "p06 p01 p02 p03 p04 p05"),
        ("p02", 2, "p01 p02 p03 p04 p05 p06"),
    ],
)
def test_somebody_takes_a_seat_and_the_others_move_up(sitting, person, seat, after):
    sitting.do("person.seat", person=person, seat=seat)
    assert " ".join(seats(sitting)) == after
    assert sorted(person.seat for person in sitting.all(Person)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("seat", [0, 7])
def test_there_are_as_many_seats_as_people(sitting, seat):
    with pytest.raises(OutOfRange):
        sitting.do("person.seat", person="p01", seat=seat)


def test_a_party_takes_another_name_but_not_anothers(sitting):
    assert sitting.do("party.rename", party="party01", name="Far North").name == "Far North"
    assert sitting.do("party.rename", party="party01", name="FAR NORTH").name == "FAR NORTH"
    for taken in ("south", "PARTY02"):
        with pytest.raises(AlreadyThere):
            sitting.do("party.rename", party="party01", name=taken)


def test_a_party_with_people_stays(sitting):
    with pytest.raises(StillReferred):
        sitting.do("party.remove", party="party01")
    assert len(sitting.all(Party)) == 2

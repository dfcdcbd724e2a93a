"""People and agendas taken in from foreign files, in one act that can be undone."""

import pytest

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.desk_errors import AlreadyThere, UnknownWord
from t2desk.domain.intake_rows import AgendaRead, AgendaRow, PeopleRead
from t2desk.domain.people import Identity, Person, RosterPerson
from t2desk.services.imports import take_in_agenda, take_in_people


def people(*rows):
    return PeopleRead(tuple(RosterPerson(id, name, party="East") for id, name in rows))


def test_a_list_without_ids_comes_in_beside_those_who_are_there(sitting):
    count, changes = take_in_people(sitting.desk, people(("p01", "Ana"), ("p02", "Bob")))
    assert (count, changes.touches("people", "identities", "parties")) == (2, True)
    assert len(sitting.all(Person)) == 8
    assert {identity.display_name for identity in sitting.all(Identity)} >= {"Person 1", "Ana", "Bob"}
    sitting.desk.undo()
    assert len(sitting.all(Person)) == 6


def test_somebody_who_is_on_the_list_refuses_them_all(sitting):
    with pytest.raises(AlreadyThere):
        take_in_people(sitting.desk, people(("new", "Ana"), ("p01", "Person 1")))
    assert len(sitting.all(Person)) == 6


def test_an_agenda_comes_into_the_session_that_was_chosen(sitting):
    sitting.do("session.add", title="Next")
    read = AgendaRead((AgendaRow("Wells", 30, phase="options"), AgendaRow("North well", 10, level=1)))
    assert take_in_agenda(sitting.desk, read, "s02")[0] == 2
    first, second = sitting.all(AgendaItem, session="s02")
    assert (first.title, second.parent) == ("Wells", first.id)
    sitting.desk.undo()
    assert sitting.all(AgendaItem, session="s02") == ()


def test_a_phase_that_nobody_knows_refuses_the_agenda(sitting):
    with pytest.raises(UnknownWord):
        take_in_agenda(sitting.desk, AgendaRead((AgendaRow("A", 5), AgendaRow("B", 5, phase="waltz"))), "s01")
    assert len(sitting.all(AgendaItem)) == 3

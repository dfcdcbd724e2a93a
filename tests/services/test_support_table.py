"""The support of all points by the names and numbers of the list, and who is asked by name."""

import pytest

from t2desk.domain.keys import RowKey
from t2desk.domain.people import Party
from t2desk.services.support_table import CARDS, people_to_ask, support_table
from tests.services.desks import id_of


@pytest.fixture
def point(sitting):
    return sitting.do("point.propose", text="The wells are shared")


def cells(room):
    (row,) = room.desk.read(support_table).rows
    return row.cells


def asked(room, point, **fields):
    return room.do("poll.open", point=id_of(point), **fields)


def parties(room):
    return [one.id for one in room.all(Party)]


def test_without_a_session_the_table_is_empty(room):
    assert room.desk.read(support_table).rows == ()


def test_a_point_that_nobody_was_asked_about(sitting, point):
    assert cells(sitting) == ("", "")


def test_what_is_hidden_is_hidden_and_the_weakest_is_named_once_it_is_shown(sitting, point):
    poll = asked(sitting, point)
    north, south = parties(sitting)
    sitting.do("poll.stance", poll=id_of(poll), party=north, step=1)
    assert cells(sitting) == ("hidden", "")
    assert sitting.desk.read(support_table).rows[0].weakest == ()
    sitting.do("poll.stance", poll=id_of(poll), party=south, step=8)
    sitting.do("poll.reveal", poll=id_of(poll))
    assert cells(sitting) == ("in_favour", "against")
    assert sitting.desk.read(support_table).rows[0].weakest == ("South",)


def test_where_all_agree_as_much_none_is_called_the_weakest(sitting, point):
    poll = asked(sitting, point)
    for party in parties(sitting):
        sitting.do("poll.stance", poll=id_of(poll), party=party, step=1)
    sitting.do("poll.reveal", poll=id_of(poll))
    assert sitting.desk.read(support_table).rows[0].weakest == ()


def test_cards_say_nothing_of_sides(sitting, point):
    poll = asked(sitting, point, scale="three", way="cards")
    sitting.do("poll.cards", poll=id_of(poll), cards=[3, 2, 1])
    sitting.do("poll.reveal", poll=id_of(poll))
    assert cells(sitting) == (CARDS, CARDS)


def test_a_new_wording_was_asked_about_by_nobody(sitting, point):
    poll = asked(sitting, point)
    sitting.do("poll.reveal", poll=id_of(poll))
    sitting.do("point.word", point=id_of(point), text="The wells are metered")
    assert cells(sitting) == ("", "")
    assert sitting.desk.read(support_table).rows[0].weakest == ()


def test_who_was_asked_by_name_is_told_and_not_what_they_said(sitting):
    sitting.do("rule.set", preset="on_the_record")
    point = sitting.do("point.propose", text="The road is open")
    poll = asked(sitting, point, way="by_person")
    sitting.do("poll.stance", poll=id_of(poll), person="p02", step=7)
    people = sitting.desk.read(lambda work: people_to_ask(work, RowKey(poll.key)))
    assert [one.id for one in people if one.is_asked] == ["p02"]
    assert [one.party for one in people] == ["North"] * 3 + ["South"] * 3

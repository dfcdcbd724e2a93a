"""Parties stand by alphabet or seat wherever they are listed, and turn with the document where that was chosen."""

import pytest

from t2desk.domain.desk_errors import UnknownWord
from t2desk.services.floor_views import balance, tally
from t2desk.services.operations import IMPORTED
from t2desk.services.party_orders import order_chosen, parties_in_order
from t2desk.services.preparation import people_by_seat
from t2desk.services.record import whole_record
from t2desk.services.record_reading import read_record
from t2desk.services.registry import Operation
from tests.services.desks import Room


def order(room, document=1):
    return [one.name for one in room.desk.read(lambda work: parties_in_order(work, document))]


def test_without_a_choice_the_alphabet_decides_and_nothing_turns(sitting):
    sitting.do("party.add", name="East")
    assert order(sitting) == order(sitting, 2) == ["East", "North", "South"]


def test_the_order_turns_with_each_document_once_chosen(sitting):
    sitting.do("party.add", name="East")
    sitting.do("party.order", rotates=True)
    assert order(sitting, 2) == ["North", "South", "East"]
    sitting.do("party.order", by="seating")
    assert order(sitting, 1) == ["North", "South", "East"]
    assert order(sitting, 3) == ["East", "North", "South"]


def test_the_alphabet_is_that_of_the_language_chosen(sitting):
    sitting.do("party.rename", party="party01", name="Österland")
    assert order(sitting) == ["Österland", "South"]
    sitting.do("party.order", language="sv")
    assert order(sitting) == ["South", "Österland"]
    with pytest.raises(UnknownWord):
        sitting.do("party.order", language="xx")


def test_lists_follow_the_order_and_every_party_keeps_its_shape(sitting):
    sitting.do("party.add", name="East")
    sitting.do("party.order", by="alphabet")
    lines = sitting.desk.read(people_by_seat).parties
    assert [(one.name, one.number) for one in lines] == [("East", 2), ("North", 0), ("South", 1)]
    rows = balance(sitting.desk.read(tally), None, sitting.clock.now()).rows
    assert [(one.name, one.number) for one in rows] == [("East", 2), ("North", 0), ("South", 1)]


def test_a_round_by_parties_follows_the_order(sitting):
    sitting.do("party.rename", party="party01", name="Österland")
    sitting.do("party.order", language="sv")
    entries = sitting.do("queue.round", order="parties")
    assert [one.person for one in entries] == ["p04", "p05", "p06", "p01", "p02", "p03"]


def test_the_order_is_in_the_record_and_comes_back_with_it(sitting, tmp_path):
    sitting.do("party.order", by="seating", rotates=True)
    record = sitting.desk.read(whole_record)
    assert record["party_order"] == {"by": "seating", "language": "en", "rotates": True}
    other = Room(tmp_path / "other.t2d")
    other.desk.write(Operation(IMPORTED, read_record, undoable=False), lambda work: read_record(work, record))
    assert other.desk.read(order_chosen) == sitting.desk.read(order_chosen)
    other.close()

"""The agenda's services: items added, changed, moved, parked, removed, and gone through."""

import pytest

from t2desk.domain.agenda import AgendaItem, ItemClock, ItemState, Phase
from t2desk.domain.desk_errors import (
    AgendaIsDone,
    AlreadyThere,
    EmptyText,
    NotThere,
    OutOfRange,
    SessionIsSettled,
    StillReferred,
    UnknownWord,
)
from t2desk.domain.series import Session, SessionState
from t2desk.services.agenda import add_items, agenda_of
from t2desk.services.operations import IMPORTED
from t2desk.services.registry import Operation


def titles(room, session="s01"):
    return [item.title for item in room.desk.read(lambda work: agenda_of(work, session))]


def test_items_come_in_the_order_they_were_added(sitting):
    assert titles(sitting) == ["Opening", "Sources", "Steps"]


def test_an_item_plans_a_session_when_there_is_none(room):
    room.do("series.rename", title="Water")
    room.do("item.add", title="Opening", minutes=10)
    assert room.one(Session).state is SessionState.PLANNED


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_an_item_is_refused_with_an_impossible_length(sitting, minutes):
    with pytest.raises(OutOfRange):
        sitting.do("item.add", title="Long", minutes=minutes)
    with pytest.raises(OutOfRange):
        sitting.do("item.change", item="i01", minutes=minutes)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"title": " "}, EmptyText), ({"parent": "i77"}, NotThere), ({"phase": "lunch"}, UnknownWord),
     ({"id": "i01"}, AlreadyThere), ({"session": "s77"}, NotThere)],
)  # fmt: skip
def test_an_item_is_refused_when_a_field_is_wrong(sitting, fields, refusal):
    with pytest.raises(refusal):
        sitting.do("item.add", **{"title": "More", "minutes": 5, **fields})
    assert len(sitting.all(AgendaItem)) == 3


def test_an_item_is_refused_under_a_parent_of_another_session(sitting):
    sitting.do("session.add", title="Second")
    with pytest.raises(NotThere):
        sitting.do("item.add", title="Part", minutes=5, parent="i01", session="s02")


@pytest.mark.parametrize(
    ("item", "place", "expected"),
    [("i03", 1, ["Steps", "Opening", "Sources"]), ("i01", 3, ["Sources", "Steps", "Opening"]),
     ("i02", 2, ["Opening", "Sources", "Steps"])],
)  # fmt: skip
def test_an_item_is_moved_to_a_place(sitting, item, place, expected):
    sitting.do("item.move", item=item, place=place)
    assert titles(sitting) == expected


@pytest.mark.parametrize("place", [0, 4])
def test_an_item_is_not_moved_beyond_the_agenda(sitting, place):
    with pytest.raises(OutOfRange):
        sitting.do("item.move", item="i01", place=place)


def test_changing_leaves_what_is_not_named(sitting):
    changed = sitting.do("item.change", item="i01", title="Welcome")
    assert (changed.title, changed.minutes) == ("Welcome", 20)


def test_an_item_that_something_refers_to_is_not_removed(furnished):
    with pytest.raises(StillReferred):
        furnished.do("item.remove", item="i01")
    assert len(furnished.all(AgendaItem)) == 3


def test_going_on_adds_up_the_time_of_the_item_before(sitting):
    sitting.clock.forward(90)
    sitting.clock.set_wall(-7200)
    sitting.do("item.next")
    first, second, third = sitting.desk.read(lambda work: agenda_of(work, "s01"))
    assert (first.state, first.seconds) == (ItemState.DONE, 90.0)
    assert (second.state, third.state) == (ItemState.CURRENT, ItemState.PLANNED)
    assert sitting.one(ItemClock).item == second.id


def test_going_on_passes_over_a_parked_item(sitting):
    sitting.acts(("item.park", {"item": "i02"}), "item.next")
    assert sitting.one(ItemClock).item == "i03"


def test_parking_the_item_under_discussion_stops_its_clock_and_leaves_it_parked(sitting):
    sitting.clock.forward(60)
    sitting.do("item.park", item="i01")
    sitting.clock.forward(60)
    assert sitting.all(ItemClock) == ()
    sitting.do("item.next")
    first = sitting.one(AgendaItem, id="i01")
    assert (first.state, first.seconds) == (ItemState.PARKED, 60.0)


def test_going_on_is_refused_at_the_end_and_the_last_item_goes_on(sitting):
    sitting.acts("item.next", "item.next")
    with pytest.raises(AgendaIsDone):
        sitting.do("item.next")
    assert sitting.one(ItemClock).item == "i03"


@pytest.mark.parametrize(
    ("name", "fields"),
    [("item.add", {"title": "x", "minutes": 1, "session": "s01"}), ("item.change", {"item": "i01"}),
     ("item.move", {"item": "i01", "place": 1}), ("item.park", {"item": "i01"}), ("item.remove", {"item": "i01"})],
)  # fmt: skip
def test_the_agenda_of_a_settled_session_does_not_change(sitting, name, fields):
    sitting.do("session.close")
    with pytest.raises(SessionIsSettled):
        sitting.do(name, **fields)


def test_rows_of_an_agenda_file_become_items_with_parts(room):
    room.do("series.rename", title="Water")
    rows = [("Morning", 60, 0, "", ""), ("Wells", 20, 1, "options", "to count"), ("Evening", 30, 0, "steps", "")]
    act = Operation(IMPORTED, add_items, undoable=False)
    count, _ = room.desk.write(act, lambda work: add_items(work, rows))
    items = room.desk.read(lambda work: agenda_of(work, "s01"))
    assert count == 3
    assert [(item.title, item.parent, item.phase) for item in items] == [
        ("Morning", None, Phase.NONE), ("Wells", "i01", Phase.OPTIONS), ("Evening", None, Phase.STEPS),
    ]  # fmt: skip

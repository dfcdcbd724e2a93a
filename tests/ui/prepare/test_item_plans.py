"""How an item is run, what is parked, the days and the order of the parties: prepared by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from t2desk.domain.agenda import AgendaItem, ItemKind, ItemPlan, ItemState
from t2desk.domain.party_order import NeutralOrder, PartyOrder


@pytest.fixture
def shown(prepared, room):
    """The agenda of two planned sessions, three items in the first, of which the first is chosen."""
    room.do("session.add", title="First", starts="2026-05-04T09:00:00+02:00")
    room.do("session.add", title="Second", starts="2026-05-05T09:00:00+02:00")
    for title in "ABC":
        room.do("item.add", title=title, minutes=20, session="s01")
    view = prepared("agenda")
    view.key("agendaList", Qt.Key.Key_Down)
    return view


def plan(room):
    return room.one(ItemPlan, item="i01")


def test_method_and_private_notes_are_written_as_they_are_typed(shown, room, qtbot):
    shown.type("itemMethod", "In pairs")
    assert plan(room).method == "In pairs"
    notes = shown.find("itemNotes")
    notes.setFocus()
    QTest.keyClicks(notes, "Mind the minister")
    qtbot.waitUntil(lambda: plan(room).notes == "Mind the minister", timeout=2000)


def test_notes_are_written_for_the_item_they_were_typed_on(shown, room):
    notes = shown.find("itemNotes")
    notes.setFocus()
    QTest.keyClicks(notes, "Of A")
    shown.key("agendaList", Qt.Key.Key_Down)
    assert (plan(room).notes, notes.toPlainText()) == ("Of A", "")


def test_an_item_becomes_a_break_by_keys(shown, room):
    shown.key("itemKind", Qt.Key.Key_Down)
    assert plan(room).kind is ItemKind.BREAK
    assert shown.rows("agendaList")[1].endswith("break")


def test_an_item_is_parked_gets_its_hour_and_comes_back(shown, room):
    shown.commands.give("item.park")
    assert room.one(AgendaItem, id="i01").state is ItemState.PARKED
    assert shown.rows("agendaList")[1].endswith("parked")
    shown.type("itemDue", "2026-05-05 10:00", enter=False)
    assert shown.find("itemDueHint").text().startswith("Comes back")
    QTest.keyClick(shown.find("itemDue"), Qt.Key.Key_Return)
    assert plan(room).due.startswith("2026-05-05T10:00:00")
    shown.type("itemDue", "soon")
    assert shown.find("itemDueError").text().startswith("This is no time")
    shown.commands.give("item.unpark")
    assert [one.state for one in room.all(AgendaItem)] == [ItemState.PLANNED] * 3
    assert shown.rows("agendaList")[1].endswith("A, 20 min")


def test_an_item_is_carried_to_another_day(shown, room):
    shown.key("itemSession", Qt.Key.Key_Down)
    assert room.one(AgendaItem, id="i01").session == "s02"


@pytest.mark.parametrize(
    ("typed", "minutes", "said"),
    [("90", 90, "90 min, that is 1:30 h"), ("1h30", 90, "90 min, that is 1:30 h"), ("0:30", 30, "30 min"),
     ("1:00", 60, "60 min, that is 1:00 h"), ("30", 30, "")],
)  # fmt: skip
def test_a_length_is_understood_as_typed_and_said_before_it_is_written(shown, room, typed, minutes, said):
    line = shown.find("itemMinutes")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, typed)
    hint = shown.find("itemMinutesHint").text()
    assert said in hint if said else not hint
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert room.one(AgendaItem, id="i01").minutes == minutes


@pytest.mark.parametrize(("typed", "said"), [("2:30", "2:30 minutes a turn"), ("90 s", "1:30"), ("0", "as long as it")])
def test_the_time_for_a_turn_is_said_before_it_is_written(shown, typed, said):
    shown.type("itemTurnLimit", typed, enter=False)
    assert said in shown.find("itemTurnLimitHint").text()


def test_an_item_edited_where_it_stands_says_how_it_is_understood(shown):
    shown.activate()
    shown.key("agendaList", Qt.Key.Key_F2)
    shown.type("itemInline", "Wells 1h30", enter=False)
    assert "90 min" in shown.find("itemHint").text()


def test_the_days_show_every_session_with_its_breaks_and_what_is_parked(shown):
    shown.bridge.write("item.plan", {"item": "i02", "kind": "break"})
    shown.bridge.write("item.defer", {"item": "i03", "due": "2026-05-05T08:00:00+02:00"})
    shown.key("agenda-days", Qt.Key.Key_Space)
    rows = shown.rows("dayList")
    assert [row.split(",")[0] for row in rows] == [
        "Monday 4 May", "\u2068First\u2069", "Tuesday 5 May", "\u2068Second\u2069", "Parked", "\u2068C\u2069",
    ]  # fmt: skip
    assert rows[1].endswith("40 min, 1 item, 1 break")
    assert "back" in rows[5]


def test_from_a_day_enter_goes_to_its_session_or_parked_item(shown):
    shown.bridge.write("item.park", {"item": "i03"})
    shown.key("agenda-days", Qt.Key.Key_Space)
    days, listed = shown.find("dayList"), shown.find("agendaList")
    for row, wanted in ((3, ("session", "s02")), (5, ("item", "i03"))):
        days.setCurrentIndex(days.model().index(row, 0))
        QTest.keyClick(days, Qt.Key.Key_Return)
        assert listed.current().key == wanted


def test_the_order_of_the_parties_is_chosen_by_keys_and_the_list_follows(prepared, room):
    for seat, party in ((1, "South"), (2, "North")):
        room.do("person.add", display_name=f"Person {seat}", party=party)
    view = prepared("people")
    view.key("people-parties", Qt.Key.Key_Space)
    assert view.rows("partyList") == ["North, 1", "South, 1"]
    view.key("partyOrderBy-seating", Qt.Key.Key_Space)
    assert view.rows("partyList") == ["South, 1", "North, 1"]
    view.key("partyOrderTurns", Qt.Key.Key_Space)
    assert room.one(NeutralOrder) == NeutralOrder("series", PartyOrder.SEATING, "en", rotates=True)

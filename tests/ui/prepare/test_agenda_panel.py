"""The agenda by keys and by hand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from t2desk.domain.agenda import AgendaItem
from t2desk.domain.floor import TurnLimit
from t2desk.domain.series import Session
from t2desk.services.agenda import agenda_of

ALT = Qt.KeyboardModifier.AltModifier


def order(room, session="s01"):
    items = room.desk.read(lambda work: agenda_of(work, session))
    return " ".join(("-" if item.parent else "") + item.title for item in items)


@pytest.fixture
def shown(prepared, room):
    """The agenda of one planned session of three items, the first chosen."""
    room.do("session.add", title="First", starts="2026-05-04T09:00:00+02:00")
    for title in "ABC":
        room.do("item.add", title=title, minutes=20)
    view = prepared("agenda")
    view.key("agendaList", Qt.Key.Key_Down)
    return view


def test_an_empty_agenda_begins_with_a_typed_line(prepared, room):
    view = prepared("agenda")
    view.commands.give("prepare.add")
    view.type("itemAdd", "Options 1h30")
    item = room.one(AgendaItem)
    assert (item.title, item.minutes) == ("Options", 90)
    assert view.find("itemAdd").text() == ""


def test_a_line_without_a_length_gets_the_usual_one_and_says_so_before(shown, room):
    shown.type("itemAdd", "Tea", enter=False)
    assert "15" in shown.find("itemHint").text()
    QTest.keyClick(shown.find("itemAdd"), Qt.Key.Key_Return)
    assert room.one(AgendaItem, title="Tea").minutes == 15


@pytest.mark.parametrize(
    ("key", "after"), [(Qt.Key.Key_Down, "B A C"), (Qt.Key.Key_Up, "A B C"), (Qt.Key.Key_Right, "A B C")]
)
def test_items_are_moved_by_alt_and_an_arrow(shown, room, key, after):
    shown.key("agendaList", key, ALT)
    assert order(room) == after


def test_an_item_becomes_a_part_and_is_freed(shown, room):
    shown.key("agendaList", Qt.Key.Key_Down)
    shown.key("agendaList", Qt.Key.Key_Right, ALT)
    assert order(room) == "A -B C"
    shown.key("agendaList", Qt.Key.Key_Left, ALT)
    assert order(room) == "A B C"


def test_an_item_is_dragged_before_another(shown, room):
    listed = shown.find("agendaList")
    model = listed.model()
    last, first = (listed.visualRect(model.index(row, 0)) for row in (3, 1))
    port = listed.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=last.center())
    QTest.mouseMove(port, last.center() - QPoint(0, 20))
    QTest.mouseMove(port, QPoint(first.center().x(), first.top() + 3))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(first.center().x(), first.top() + 3))
    assert order(room) == "C A B"


def test_an_item_is_edited_where_it_stands(shown, room):
    shown.activate()
    shown.key("agendaList", Qt.Key.Key_F2)
    shown.type("itemInline", "Wells 0:45")
    assert (room.one(AgendaItem, id="i01").title, room.one(AgendaItem, id="i01").minutes) == ("Wells", 45)
    assert shown.find("agendaList").hasFocus()


def test_a_length_that_is_none_is_refused_under_its_field(shown, room):
    shown.type("itemMinutes", "long")
    assert shown.find("itemMinutesError").isVisible()
    shown.type("itemMinutes", "1:00")
    assert not shown.find("itemMinutesError").isVisible()
    assert room.one(AgendaItem, id="i01").minutes == 60


def test_a_removed_item_comes_back(shown, room):
    shown.key("agendaList", Qt.Key.Key_Delete)
    assert order(room) == "B C"
    shown.key("undoButton", Qt.Key.Key_Space)
    assert order(room) == "A B C"


def test_a_template_is_put_in_and_undone_at_once(shown, room):
    shown.key("agenda-templates", Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        shown.key("templateList", key)
    assert shown.rows("templatePreview")[0].startswith("What the text is for, 15 min")
    assert len(room.all(AgendaItem)) == 3
    shown.key("templateList", Qt.Key.Key_Return)
    assert len(room.all(AgendaItem)) == 9
    shown.key("undoButton", Qt.Key.Key_Space)
    assert len(room.all(AgendaItem)) == 3


def test_a_session_is_planned_and_given_its_start(shown, room):
    shown.key("sessionAdd", Qt.Key.Key_Space)
    shown.type("sessionTitle", "Second")
    shown.type("sessionStarts", "tomorrow")
    assert shown.find("sessionStartsError").isVisible()
    shown.type("sessionStarts", "2026-05-05 14:00")
    second = room.one(Session, id="s02")
    assert (second.title, second.starts[:16]) == ("Second", "2026-05-05T14:00")


def test_an_agenda_file_comes_into_the_chosen_session(shown, room, tmp_path):
    path = tmp_path / "agenda.md"
    path.write_text("- Wells 30 min\n  - North well 10 min\n", "utf-8")
    shown.find("agendaPanel").preview(path)
    assert len(room.all(AgendaItem)) == 3
    shown.key("importAccept", Qt.Key.Key_Space)
    assert order(room) == "A B C Wells -North well"


def test_nothing_but_the_window_is_shown_while_the_panel_is_built(prepared):
    view = prepared("people")
    view.activate()
    view.commands.give("prepare.agenda")
    assert view.window.isActiveWindow()
    assert view.find("itemAdd").hasFocus()


def limits(room):
    return {(one.session, one.item): one.seconds for one in room.all(TurnLimit)}


@pytest.mark.parametrize(("typed", "seconds"), [("4", 240), ("2:30", 150), ("90 s", 90), ("0", 0)])
def test_the_time_for_a_turn_is_set_for_a_session_and_for_an_item(shown, room, typed, seconds):
    item = room.all(AgendaItem)[0].id
    shown.type("itemTurnLimit", typed)
    shown.key("agendaList", Qt.Key.Key_Home)
    shown.type("sessionTurnLimit", typed)
    assert limits(room) == {("s01", None): seconds, ("s01", item): seconds}


def test_an_empty_time_for_a_turn_is_none_of_its_own(shown, room):
    shown.type("itemTurnLimit", "4")
    assert list(limits(room).values()) == [240]
    shown.find("itemTurnLimit").clear()
    QTest.keyClick(shown.find("itemTurnLimit"), Qt.Key.Key_Return)
    assert limits(room) == {}


def test_what_is_no_time_for_a_turn_is_refused_beside_the_field(shown, room):
    shown.type("itemTurnLimit", "soon")
    assert shown.find("itemTurnLimitError").text().startswith("This is no time for a turn")
    assert limits(room) == {}


def rect_of(listed, row):
    return listed.visualRect(listed.model().index(row, 0))


def drag(listed, start, end):
    """Drag from the middle of a row to a point."""
    port = listed.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=rect_of(listed, start).center())
    QTest.mouseMove(port, rect_of(listed, start).center() - QPoint(0, 20))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_a_part_says_what_it_is_part_of(shown):
    shown.key("agendaList", Qt.Key.Key_Down)
    shown.key("agendaList", Qt.Key.Key_Right, ALT)
    assert shown.rows("agendaList")[2].endswith("B, 20 min, part of A")
    assert "part of" not in shown.rows("agendaList")[1]


def test_a_length_alone_is_not_taken_for_a_title(shown, room):
    shown.type("itemAdd", "1h30")
    assert len(room.all(AgendaItem)) == 3
    assert "only a length" in shown.find("itemHint").text()


def test_a_length_alone_changes_only_the_length(shown, room):
    shown.activate()
    shown.key("agendaList", Qt.Key.Key_F2)
    shown.type("itemInline", "90")
    assert (room.one(AgendaItem, id="i01").title, room.one(AgendaItem, id="i01").minutes) == ("A", 90)


def test_a_year_stays_in_the_title(shown, room):
    shown.type("itemAdd", "Goals 2030")
    assert room.one(AgendaItem, title="Goals 2030").minutes == 15


def test_dropped_above_its_own_heading_an_item_is_the_first(shown, room):
    listed = shown.find("agendaList")
    drag(listed, 3, QPoint(rect_of(listed, 0).center().x(), rect_of(listed, 0).top() + 3))
    assert order(room) == "C A B"


def test_dropped_above_the_next_heading_an_item_is_the_last(shown, prepared, room):
    room.do("session.add", title="Second")
    shown = prepared("agenda")
    listed = shown.find("agendaList")
    drag(listed, 1, QPoint(rect_of(listed, 4).center().x(), rect_of(listed, 4).top() + 3))
    assert order(room) == "B C A"


def test_dropped_in_another_session_an_item_stays_and_it_is_said(shown, prepared, room):
    room.do("session.add", title="Second")
    room.do("item.add", title="D", minutes=10, session="s02")
    shown = prepared("agenda")
    listed = shown.find("agendaList")
    drag(listed, 1, QPoint(rect_of(listed, 5).center().x(), rect_of(listed, 5).bottom() - 2))
    assert order(room) == "A B C"
    assert shown.said == ["Items are moved within their session."]


def test_nesting_and_moving_are_taken_back_one_by_one(shown, room):
    shown.key("agendaList", Qt.Key.Key_Down)
    shown.key("agendaList", Qt.Key.Key_Right, ALT)
    shown.key("agendaList", Qt.Key.Key_Up)
    shown.key("agendaList", Qt.Key.Key_Down, ALT)
    assert order(room) == "C A -B"
    shown.bridge.undo()
    assert order(room) == "A -B C"
    shown.bridge.undo()
    assert order(room) == "A B C"

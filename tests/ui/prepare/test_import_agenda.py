"""An agenda brought in by keys: its columns said again, its problems beside their rows, all or nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from t2desk.domain.agenda import AgendaItem
from tests.ui.prepare.test_import_people import row, walk_to


@pytest.fixture
def bring(prepared, tmp_path):
    """The preview of an agenda."""

    def show(text, name="agenda.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        shown = prepared("agenda")
        shown.activate()
        shown.find("agendaPanel").preview(path)
        return shown

    return show


def said(shown):
    return [shown.find(f"importColumn{number}").currentText() for number in (1, 2, 3)]


def test_a_column_is_said_to_be_something_else_by_keys_alone(bring, room, qtbot):
    shown = bring("Uhrzeit;Thema;Vorgesehen\n9:00;Wells;30\n9:30;Gates;1h30\n")
    assert said(shown) == ["Passed over", "Title", "Passed over"]
    assert "Minutes" in shown.find("importSaid").text()
    assert not shown.find("importAccept").isEnabled()
    walk_to(shown, "importColumn3")
    QTest.keyClicks(shown.find("importColumn3"), "Min")
    qtbot.waitUntil(shown.find("importAccept").isEnabled)
    assert shown.foreign.asked == [(), ("", "title", "minutes")]
    before = len(room.all(AgendaItem))
    walk_to(shown, "importAccept")
    QTest.keyClick(shown.find("importAccept"), Qt.Key.Key_Space)
    came = sorted(room.all(AgendaItem), key=lambda item: item.place)[before:]
    assert [(item.title, item.minutes) for item in came] == [("Wells", 30), ("Gates", 90)]
    room.desk.undo()
    assert len(room.all(AgendaItem)) == before


def test_problems_stand_beside_their_rows_and_nothing_comes_in(bring, room):
    before = room.all(AgendaItem)
    shown = bring("title,minutes\nWells,30\nGates,soon\n,20\n")
    assert [row(shown, at)[0] for at in range(3)] == ["2", "3", "4"]
    assert row(shown, 0)[1] == ""
    assert "1 to 1440" in row(shown, 1)[1]
    assert "no title" in row(shown, 2)[1]
    table = shown.find("importTable")
    assert table.currentRow() == 1
    assert table.hasFocus()
    assert table.item(1, 3).background() != table.item(0, 3).background()
    assert not shown.find("importAccept").isEnabled()
    shown.key("importTable", Qt.Key.Key_Escape)
    assert room.all(AgendaItem) == before


def test_the_parts_of_a_text_come_in_flat_where_their_level_is_passed_over(bring, room, qtbot):
    shown = bring("## Opening\n- Welcome 10 min\n## Talk (20 min)\n", "agenda.md")
    assert said(shown) == ["Title", "Minutes", "Level"]
    assert row(shown, 1) == ["2", "Welcome", "10", "1"]
    walk_to(shown, "importColumn3")
    QTest.keyClick(shown.find("importColumn3"), Qt.Key.Key_Home)
    qtbot.waitUntil(shown.find("importAccept").isEnabled)
    walk_to(shown, "importAccept")
    QTest.keyClick(shown.find("importAccept"), Qt.Key.Key_Space)
    assert [item.parent for item in room.all(AgendaItem) if item.title == "Welcome"] == [None]

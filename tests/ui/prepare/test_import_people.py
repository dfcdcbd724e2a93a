"""A list of people brought in by keys: columns said again, problems beside their rows, all or nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from t2desk.domain.people import Identity, Party, Person


@pytest.fixture
def bring(prepared, tmp_path):
    """The preview of a CSV file."""

    def show(text):
        path = tmp_path / "people.csv"
        path.write_text(text, "utf-8")
        shown = prepared("people")
        shown.activate()
        shown.find("peoplePanel").preview(path)
        return shown

    return show


def row(shown, at):
    table = shown.find("importTable")
    items = [table.item(at, place) for place in range(table.columnCount())]
    return [item.text() if item else "" for item in items]


def walk_to(shown, name):
    """Press Tab until a widget has the keyboard."""
    for _step in range(30):
        if shown.find(name).hasFocus():
            return
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_the_guess_is_shown_and_the_list_comes_in_whole(bring, room):
    shown = bring("Nom complet;Délégation;Chapeau\nAna Öz;Nord;bleu\nBo;Sud;vert\n")
    said = [shown.find(f"importColumn{number}").currentText() for number in (1, 2, 3)]
    assert said == ["Name", "Party", "Passed over"]
    assert row(shown, 0) == ["2", "Ana Öz", "Nord", "bleu"]
    assert room.all(Person) == ()
    assert shown.find("importAccept").hasFocus()
    shown.key("importAccept", Qt.Key.Key_Space)
    assert len(room.all(Person)) == 2
    room.desk.undo()
    assert room.all(Person) == ()


def test_a_column_is_said_to_be_something_else_by_keys_alone(bring, room, qtbot):
    shown = bring("display_name,hat\nNorth,Ana\n")
    walk_to(shown, "importColumn1")
    QTest.keyClick(shown.find("importColumn1"), Qt.Key.Key_Down)
    assert not shown.find("importAccept").isEnabled()
    qtbot.waitUntil(lambda: len(shown.foreign.asked) == 2)
    # Now nobody has a name, and the second column is told to be it.
    assert "Name" in shown.find("importSaid").text()
    assert shown.find("importColumn1").hasFocus()
    walk_to(shown, "importColumn2")
    QTest.keyClick(shown.find("importColumn2"), Qt.Key.Key_Down)
    qtbot.waitUntil(shown.find("importAccept").isEnabled)
    assert shown.foreign.asked == [(), ("party", ""), ("party", "display_name")]
    walk_to(shown, "importAccept")
    QTest.keyClick(shown.find("importAccept"), Qt.Key.Key_Space)
    assert room.one(Identity).display_name == "Ana"
    assert room.one(Party).name == "North"


def test_two_columns_with_one_field_are_told_beside_each_and_not_read(bring, qtbot):
    shown = bring("display_name,hat\nAna,North\n")
    walk_to(shown, "importColumn2")
    QTest.keyClick(shown.find("importColumn2"), Qt.Key.Key_Down)
    assert shown.find("importColumn1Note").text() == "the same as column 2"
    assert shown.find("importColumn2Note").text() == "the same as column 1"
    assert shown.find("importColumn2").accessibleDescription() == "the same as column 1"
    assert not shown.find("importAccept").isEnabled()
    QTest.keyClick(shown.find("importColumn2"), Qt.Key.Key_Down)
    assert shown.find("importColumn1Note").text() == ""
    qtbot.waitUntil(shown.find("importAccept").isEnabled)
    assert shown.foreign.asked == [(), ("display_name", "party")]


def test_a_header_that_says_one_field_twice_is_shown_with_its_rows(bring):
    shown = bring("email,e_mail,name,email\nx,y,Ana,z\n")
    assert shown.find("importColumn4Note").text() == "the same as column 1"
    assert row(shown, 0) == ["2", "x", "y", "Ana", "z"]
    assert shown.find("importColumn1").hasFocus()


def test_problems_stand_beside_their_rows(bring, room):
    shown = bring("name,present\nAna,yes\n,yes\nBo,perhaps\n")
    assert [row(shown, at)[:3] for at in range(3)] == [
        ["2", "", "Ana"],
        ["3", "Line 3 has no name; write one.", ""],
        ["4", "Line 4, present: write yes or no.", "Bo"],
    ]
    table = shown.find("importTable")
    assert table.currentRow() == 1
    assert table.hasFocus()
    # What is wrong is marked where it stands.
    assert table.item(2, 3).background() != table.item(0, 3).background()
    assert not shown.find("importAccept").isEnabled()
    shown.key("importTable", Qt.Key.Key_Escape)
    assert room.all(Person) == ()
    # There is nobody to list yet: the keyboard goes to the line for adding.
    assert shown.find("personName").hasFocus()


def test_a_table_that_breaks_off_shows_what_was_read(bring):
    shown = bring('name\nAna\n"Bo\n')
    assert "line 3" in shown.find("importSaid").text()
    assert row(shown, 0) == ["2", "Ana"]


def test_an_answer_to_an_older_question_is_dropped(bring):
    shown = bring("display_name,hat\nAna,North\n")
    preview = shown.find("importPreview")
    before = preview._asked
    walk_to(shown, "importColumn2")
    QTest.keyClick(shown.find("importColumn2"), Qt.Key.Key_End)
    preview._on_read(before, shown.foreign.people(preview._path, ()))
    assert not shown.find("importAccept").isEnabled()

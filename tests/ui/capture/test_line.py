"""The capture line with real keys: from a chord to a row on the disk, and nothing lost on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from t2desk.domain.capture import PREFIXES
from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.points import Point, Wording
from t2desk.domain.sections import Draft
from t2desk.ui.capture import line

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def write(desk, text):
    desk.press("F2")
    desk.type(text)
    desk.key(ENTER)


def draft(desk):
    return [one.text for one in desk.room.all(Draft)]


def test_a_chord_a_line_and_enter_are_a_note_on_the_disk(desk):
    write(desk, "The wells are dry")
    note = desk.room.one(Note)
    assert (note.own_words, note.kind, note.item, desk.line) == ("The wells are dry", NoteKind.FACT, "i01", "")
    assert desk.focused() == "captureBox"


def test_saved_is_spoken_once_a_line_and_only_when_it_is_on_the_disk(desk, monkeypatch):
    spoken = []
    monkeypatch.setattr(line, "announce", lambda _widget, words: spoken.append((words, len(desk.room.all(Note)))))
    for count, text in enumerate(("The wells are dry", "The ferry stops"), 1):
        desk.press("F2")
        desk.type(text)
        assert len(spoken) == count - 1
        desk.key(ENTER)
        assert spoken[count - 1 :] == [("Saved", count)]


@pytest.mark.parametrize("prefix", [prefix for prefix in PREFIXES if prefix.kind], ids=lambda prefix: prefix.words)
def test_the_first_character_decides_the_kind(desk, prefix):
    write(desk, f"{prefix.sign} the wells")
    note = desk.room.one(Note)
    assert (note.own_words, note.kind) == ("the wells", prefix.kind)


@pytest.mark.parametrize("keys", ["G", "Ctrl+G"])
def test_a_point_begins_with_its_key(desk, keys):
    desk.press(keys)
    assert desk.line == "+ "
    desk.type("Water comes first")
    desk.key(ENTER)
    assert desk.room.one(Wording).text == "Water comes first"
    assert desk.room.all(Note) == ()


def test_a_line_half_typed_becomes_a_point_with_the_chord(desk):
    desk.press("F2")
    desk.type("Water comes first")
    desk.press("Ctrl+G")
    assert desk.line == "+ Water comes first"


def test_an_item_and_a_party_are_resolved_and_what_is_unknown_stays(desk):
    write(desk, "! @nor fears #3 and #9 of @nobody")
    note = desk.room.one(Note)
    assert (note.own_words, note.item) == ("North fears and #9 of @nobody", "i03")


def test_shift_enter_does_nothing_and_a_paste_is_one_line(desk):
    desk.press("F2")
    desk.type("one")
    desk.key(ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.line, desk.room.all(Note)) == ("one", ())


def test_an_empty_line_is_not_kept(desk):
    write(desk, "  ! ")
    assert desk.room.all(Note) == ()


def test_escape_gives_the_focus_back(desk):
    desk.window._view.setFocus()
    desk.press("F2")
    desk.key(ESCAPE)
    assert desk.focused() != "captureBox"
    desk.press("G")
    assert desk.focused() == "captureBox"


def test_what_is_half_typed_is_a_draft_within_a_second(desk):
    desk.press("F2")
    desk.type("half a li")
    desk.qtbot.waitUntil(lambda: draft(desk) == ["half a li"], timeout=1000)
    desk.key(ENTER)
    assert draft(desk) == []


@pytest.mark.parametrize("way", ["curtain", "another view"])
def test_a_draft_survives_that_the_page_is_built_again(desk, way):
    desk.press("F2")
    desk.type("half a li")
    if way == "curtain":
        desk.press("F12", "F12")
    else:
        desk.window.go("after")
        desk.window.go("desk")
    assert desk.line == "half a li"


def test_a_refused_line_stays_and_says_why(desk):
    desk.room.do("rule.set", preset="off_the_record")
    desk.press("F2")
    desk.type("said in confidence")
    desk.key(ENTER)
    assert desk.line == "said in confidence"
    assert "lets nothing be written down" in desk.find("captureNotice").findChild(QLabel, "captureNoticeText").text()
    assert desk.find("captureNotice").isVisible()
    assert draft(desk) == []


def test_off_the_record_the_line_is_empty_and_takes_nothing(desk):
    desk.press("F2")
    desk.type("half a li")
    desk.window._bridge.write("off_record.begin")
    box = desk.find("captureBox")
    assert (box.toPlainText(), box.deaf, box.placeholderText()) == ("", True, "Off the record: nothing is taken in.")
    assert QApplication.focusWidget() is box
    desk.press("Ctrl+G")
    assert (box.toPlainText(), draft(desk)) == ("", [])
    said = desk.find("captureNotice").findChild(QLabel, "captureNoticeText")
    assert said.text() == "What was half typed is gone: off the record nothing is kept."
    desk.window.findChild(QWidget, "captureLine")._marks.rehighlight()  # as it does by itself, a moment later
    QApplication.processEvents()
    assert desk.find("captureNotice").isVisible()
    desk.window._bridge.write("off_record.end")
    write(desk, "on again")
    assert desk.room.one(Note).own_words == "on again"


def test_what_is_typed_off_the_record_is_neither_kept_nor_a_command(desk):
    desk.window._bridge.write("queue.add", {"person": "p01"})
    desk.window._bridge.write("off_record.begin")
    before = desk.room.image()
    desk.press("F2")
    box = desk.find("captureBox")
    QApplication.clipboard().setText("pasted")
    desk.type("No one is to go on")
    desk.press("Ctrl+V")
    desk.key(ENTER)
    assert box.toPlainText() == ""
    assert desk.room.image() == before
    said = desk.find("captureNotice").findChild(QLabel, "captureNoticeText")
    assert said.text() == "Off the record: nothing is taken in. F10 ends it."
    desk.window._bridge.write("off_record.end")
    desk.type("on again")
    assert desk.line == "on again"


def test_without_a_session_the_line_says_what_to_do(desk):
    desk.window._bridge.write("session.adjourn")
    box = desk.find("captureBox")
    assert not box.isEnabled()
    assert box.placeholderText().startswith("Open a session")


def test_one_key_undoes_the_text_first_and_then_the_last_act(desk):
    write(desk, "kept")
    desk.type("typed")
    desk.press("Ctrl+Z")
    assert (desk.line, len(desk.room.all(Note))) == ("", 1)
    desk.press("Ctrl+Z")
    assert desk.room.all(Note) == ()


def test_a_party_is_completed_with_tab(desk):
    desk.press("F2")
    desk.type("if @so")
    desk.key(TAB)
    assert (desk.line, desk.focused()) == ("if @South ", "captureBox")
    desk.key(TAB)
    assert desk.focused() != "captureBox"


def test_an_issue_word_is_completed_and_a_name_never(desk):
    for text in ("metering of Personalities and monitoring", "Person metering"):
        write(desk, text)
    desk.find("captureLine")._read_words()
    desk.type("met")
    desk.key(TAB)
    assert desk.line == "metering "
    desk.type("Per")
    assert not desk.find("captureBox").offering


def test_escape_lets_go_of_an_offer_before_the_line(desk):
    desk.press("F2")
    desk.type("if @so")
    desk.key(ESCAPE)
    assert (desk.focused(), desk.find("captureBox").offering) == ("captureBox", False)


@pytest.fixture
def named(desk):
    desk.room.do("person.add", display_name="Radovan Kelmirov", given="Radovan", family="Kelmirov",
                 descriptor="a practitioner from the fishing trade")  # fmt: skip
    desk.press("F2")
    return desk


def notice(desk):
    return desk.find("captureNotice")


def test_a_name_is_marked_as_it_is_typed_and_alt_enter_writes_the_neutral_words(named):
    named.type("𐐷 Radovan Kelmirov fears")
    named.qtbot.waitUntil(lambda: notice(named).isVisible(), timeout=2000)
    marked = [f for f in named.find("captureBox").document().firstBlock().layout().formats() if f.start == 3]
    assert [f.length for f in marked] == [len("Radovan Kelmirov")]
    named.key(ENTER, Qt.KeyboardModifier.AltModifier)
    assert named.line == "𐐷 a practitioner from the fishing trade fears"
    named.press("Ctrl+Z")
    assert named.line == "𐐷 Radovan Kelmirov fears"


def test_the_mark_goes_with_the_name(named):
    named.type("Radovan Kelmirov")
    named.qtbot.waitUntil(lambda: notice(named).isVisible(), timeout=2000)
    for _ in range(len("Radovan Kelmirov")):
        named.key(Qt.Key.Key_Backspace)
    assert not notice(named).isVisible()


def test_on_the_record_names_may_stand(named):
    named.window._bridge.write("rule.set", {"preset": "on_the_record"})
    named.type("Radovan Kelmirov fears")
    assert not named.find("captureLine")._watch.is_looking
    assert named.find("captureAttribution").text() == "On the record"
    named.window._bridge.write("rule.set", {"preset": "chatham_house"})
    assert named.find("captureAttribution").text() == "Not attributed"


def test_a_point_is_shown_among_the_points(desk):
    desk.press("G")
    desk.type("Water comes first")
    desk.key(ENTER)
    assert desk.find("pointList").model().rowCount() == len(desk.room.all(Point)) == 1


def test_a_fresh_line_has_nothing_to_take_back(desk):
    desk.press("F2")
    assert not QApplication.focusWidget().document().isUndoAvailable()


@pytest.mark.parametrize("line", ["! يخشى الجانبان الشتاء", "! " + "يخشى الجانبان إغلاق الممر في الشتاء " * 8])
def test_the_caret_of_an_arabic_line_is_seen_and_stands_left_of_its_beginning(desk, line):
    desk.press("F2")
    field = QApplication.focusWidget()
    field.setPlainText(line)
    field.moveCursor(QTextCursor.MoveOperation.End)
    assert 0 <= field.cursorRect().left() < field.viewport().width() - 100
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert field.viewport().width() - 20 < field.cursorRect().left() <= field.viewport().width() + 1


def test_a_line_without_letters_begins_where_the_window_begins(desk):
    desk.press("F2")
    field = QApplication.focusWidget()
    field.setPlainText("! ")
    assert field.cursorRect().left() < 20
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.setPlainText("! …")
    assert field.cursorRect().left() > field.viewport().width() - 40

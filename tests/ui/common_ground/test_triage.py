"""The notes at the break, sorted out by keys alone."""

import pytest
from PySide6.QtCore import Qt

from t2desk.domain.notes import Note, NoteKind
from t2desk.domain.sections import Draft
from tests.services.desks import id_of

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def triage(desk):
    for text in ("The wells are dry", "Crème for the road", "الآبار جافة"):
        desk.room.clock.forward(5)
        desk.room.do("note.add", text=text)
    desk.window._bridge.write("session.adjourn")
    desk.window.go("after")
    desk.list = desk.find("noteList")
    desk.list.setFocus()
    return desk


def words(desk):
    rows = range(desk.list.model().rowCount())
    return [desk.list.model().values()[row].own_words for row in rows]


def note(desk, text):
    (found,) = [one for one in desk.room.all(Note) if one.own_words == text]
    return found


def test_notes_stand_in_the_order_they_were_taken_down(triage):
    assert words(triage) == ["The wells are dry", "Crème for the road", "الآبار جافة"]


@pytest.mark.parametrize(
    ("key", "kind"),
    [("2", NoteKind.CONCERN), ("7", NoteKind.PROCESS), ("*", NoteKind.IDEA), ("!", NoteKind.CONCERN)],
)
def test_a_key_sets_the_kind(triage, key, kind):
    triage.type(key)
    assert note(triage, "The wells are dry").kind is kind


def test_the_neutral_wording_is_written_below_the_own_words(triage):
    triage.key(ENTER)
    assert triage.focused() == "noteNeutral"
    triage.type("Water is short")
    triage.key(ENTER, CONTROL)
    changed = note(triage, "The wells are dry")
    assert (changed.neutral_wording, triage.focused()) == ("Water is short", "noteList")


def test_a_name_in_a_neutral_wording_is_told_of_and_alt_enter_writes_the_neutral_words(triage):
    triage.room.do("person.add", display_name="Radovan Kelmirov", descriptor="a practitioner")
    triage.key(ENTER)
    triage.type("As Radovan Kelmirov fears")
    triage.qtbot.waitUntil(lambda: triage.find("noteNotice").isVisible(), timeout=2000)
    triage.key(ENTER, Qt.KeyboardModifier.AltModifier)
    assert triage.find("noteNeutral").toPlainText() == "As a practitioner fears"
    triage.qtbot.waitUntil(lambda: not triage.find("noteNotice").isVisible(), timeout=2000)
    assert triage.focused() == "noteNeutral"


def test_going_to_another_note_keeps_what_was_written(triage):
    triage.key(ENTER)
    triage.type("Water is short")
    triage.list.setFocus()
    triage.key(Qt.Key.Key_Down)
    assert note(triage, "The wells are dry").neutral_wording == "Water is short"
    assert triage.find("noteNeutral").toPlainText() == ""
    assert note(triage, "Crème for the road").neutral_wording == ""


def test_a_note_is_split_where_the_caret_stands(triage):
    triage.type("x")
    assert triage.focused() == "noteOwnWords"
    for _ in range(len("The wells")):
        triage.key(Qt.Key.Key_Right)
    triage.key(ENTER)
    assert words(triage)[:1] == ["The wells"] or "The wells" in words(triage)
    assert sorted(one.own_words for one in triage.room.all(Note))[:1] == ["Crème for the road"]
    assert note(triage, "are dry").session == "s01"
    triage.press("Ctrl+Z")
    assert words(triage) == ["The wells are dry", "Crème for the road", "الآبار جافة"]


def test_a_note_is_merged_with_the_next(triage):
    triage.type("m")
    assert words(triage) == ["The wells are dry\nCrème for the road", "الآبار جافة"]
    assert triage.find("triageSaid").text() == "The two notes are one."
    triage.find("triageUndo").click()
    assert len(words(triage)) == 3


def test_a_removed_note_comes_back_with_the_button_beside_it(triage):
    triage.key(Qt.Key.Key_Delete)
    assert words(triage) == ["Crème for the road", "الآبار جافة"]
    triage.find("triageUndo").setFocus()
    triage.key(Qt.Key.Key_Space)
    assert "The wells are dry" in words(triage)
    assert not triage.find("triageBar").isVisible()


def test_the_item_is_chosen_by_keys(triage):
    triage.type("t")
    assert triage.focused() == "noteItem"
    triage.key(Qt.Key.Key_Down)
    assert note(triage, "The wells are dry").item == "i02"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("CREME", ["Crème for the road"]), ("الابار", ["الآبار جافة"]), ("dry wells", ["The wells are dry"])],
)
def test_the_search_folds_accents_and_finds_every_script(triage, typed, found):
    triage.press("Ctrl+F")
    assert triage.focused() == "noteSearch"
    triage.type(typed)
    assert words(triage) == found
    triage.key(ESCAPE)
    assert (triage.focused(), len(words(triage))) == ("noteList", 3)


def test_the_list_is_filtered_by_kind(triage):
    triage.type("2")
    triage.find("noteKindFilter").setCurrentIndex(2)
    assert words(triage) == ["The wells are dry"]
    assert triage.find("noteCardAside").text() == "1 of 3 shown"


def test_a_settled_session_is_refused_in_a_sentence(triage):
    triage.window._bridge.write("session.close")
    triage.type("2")
    assert "settled" in triage.find("triageSaid").text()
    assert not triage.find("triageUndo").isVisible()


def test_a_wording_half_written_is_a_draft_within_a_second_and_gone_once_it_is_kept(triage):
    triage.key(ENTER)
    triage.type("Water is sh")
    triage.qtbot.waitUntil(lambda: [one.text for one in triage.room.all(Draft)] == ["Water is sh"], timeout=1000)
    triage.key(ENTER, CONTROL)
    assert triage.room.all(Draft) == ()
    assert note(triage, "The wells are dry").neutral_wording == "Water is sh"


def test_a_draft_of_a_killed_desk_is_there_again(triage):
    key = id_of(note(triage, "The wells are dry"))
    triage.room.do("draft.save", id=f"neutral:{key}", text="Water is sh")
    triage.window.go("after")
    assert triage.find("noteNeutral").toPlainText() == "Water is sh"


def test_off_the_record_a_wording_falls_back_to_what_was_kept(triage):
    bridge = triage.window._bridge
    bridge.write("note.reword", {"note": id_of(note(triage, "The wells are dry")), "neutral": "kept"})
    bridge.write("session.open", {"session": "s01"})
    triage.list.setFocus()
    triage.key(ENTER)
    triage.type("said in confidence")
    bridge.write("off_record.begin")
    assert triage.find("noteNeutral").toPlainText() == "kept"
    bridge.write("off_record.end")
    triage.list.setFocus()
    assert note(triage, "The wells are dry").neutral_wording == "kept"

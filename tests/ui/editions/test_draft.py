"""The draft: prose is written where it is read, and is durable without anybody saving it."""

from dataclasses import replace

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit

from t2desk.domain.sections import Draft, DraftSection, NextStep
from t2desk.ui.editions.steps_table import StepsModel, StepsView
from tests.ui.editions.windows import settle


def write(after, words):
    after.press("Return")
    assert after.focused == "sectionText"
    after.type(words)


def test_a_section_is_written_after_a_pause(after, qtbot):
    write(after, "They met and spoke of water.")
    assert after.all(DraftSection) == ()
    qtbot.waitUntil(lambda: bool(after.all(DraftSection)), timeout=4000)
    (section,) = after.all(DraftSection)
    assert (section.kind, section.item, section.text) == ("context", None, "They met and spoke of water.")
    assert after.find("sectionState").text() == "Saved"


def test_a_section_is_written_on_going_to_another(after):
    write(after, "They met.")
    after.focus("draftSections")
    after.press("Down")
    assert [section.text for section in after.all(DraftSection)] == ["They met."]
    assert after.find("sectionText").toPlainText() == ""


def test_a_section_is_written_under_the_curtain_and_when_the_tab_is_left(after):
    write(after, "They met.")
    after.press("F12")
    assert [section.text for section in after.all(DraftSection)] == ["They met."]
    after.press("F12")
    after.press("Return")
    after.press("Ctrl+End")
    after.type(" Again.")
    after.press("Ctrl+3")
    assert [section.text for section in after.all(DraftSection)] == ["They met. Again."]


def test_what_is_typed_without_a_pause_is_a_draft_within_a_second_and_taken_up_again(after):
    write(after, "Half a sen")
    after.find("sectionEditor")._save_draft()
    (draft,) = after.all(Draft)
    assert draft.text == "Half a sen"
    # As after a kill: nothing was flushed, and the draft row is all there is.
    after.find("sectionEditor")._dirty = False
    after.go("after")
    assert after.find("sectionText").toPlainText() == "Half a sen"


def test_an_emptied_section_is_removed_and_undo_brings_it_back(after):
    after.do("section.write", text="They met.", kind="context")
    after.go("after")
    after.press("Return")
    after.press("Ctrl+A")
    after.press("Del")
    after.focus("draftSections")
    after.press("Down")
    assert after.all(DraftSection) == ()
    after.press("Ctrl+Z")
    assert [section.text for section in after.all(DraftSection)] == ["They met."]


def test_undo_in_the_prose_is_its_own_first(after):
    after.do("section.write", text="They met.", kind="context")
    after.go("after")
    after.press("Return")
    after.type("X")
    after.press("Ctrl+Z")
    assert after.find("sectionText").toPlainText() == "They met."
    assert [section.text for section in after.all(DraftSection)] == ["They met."]


def test_a_neutral_wording_goes_into_the_prose_and_own_words_never_do(after):
    after.press("Down")
    after.press("Down")
    notes = after.focus("draftNotes")
    assert notes.model().rowCount() == 2
    for line in range(2):
        notes.setCurrentIndex(notes.model().index(line, 0))
        QTest.keyClick(notes, Qt.Key.Key_Return)
    assert after.find("sectionText").toPlainText() == "A well may fall dry"


def test_a_step_is_changed_added_and_removed_in_the_table(after):
    after.press("End")
    after.press("Return")
    assert after.focused == "stepsTable"
    after.press("Return")
    after.press("Ctrl+A")
    after.type("Share the count")
    after.press("Return")
    assert [step.what for step in after.all(NextStep)] == ["Share the count"]
    after.focus("stepsTable")
    after.press("Down")
    after.press("Return")
    after.type("Meet again")
    after.press("Return")
    steps = sorted(after.all(NextStep), key=lambda step: step.place)
    assert [(step.what, step.holder) for step in steps] == [("Share the count", "North"), ("Meet again", "")]
    table = after.focus("stepsTable")
    table.setCurrentIndex(table.model().index(0, 0))
    after.press("Del")
    assert [step.what for step in after.all(NextStep)] == ["Meet again"]


def test_without_a_session_the_view_says_what_to_do_first(empty):
    empty.go("after")
    assert empty.find("afterPrepare") is not None
    assert not empty.find("after-draft").isEnabled()


def test_tab_goes_from_the_places_through_heading_and_prose_to_the_notes(after):
    reached = [after.focused]
    for _ in range(3):
        after.press("Tab")
        reached.append(after.focused)
    assert reached == ["draftSections", "sectionHeading", "sectionText", "draftNotes"]


def test_a_tab_comes_back_to_the_place_where_it_was_left(after):
    after.press("Down")
    after.press("Ctrl+3")
    after.press("Ctrl+2")
    assert after.find("draftSections").current().key == "brief:"


def test_escape_leads_from_the_text_back_to_the_places(after):
    write(after, "They met.")
    after.press("Esc")
    assert after.focused == "draftSections"
    after.press("Down")
    assert [section.text for section in after.all(DraftSection)] == ["They met."]


def test_a_whole_step_is_typed_from_field_to_field_with_tab(after):
    after.press("End")
    after.press("Return")
    after.press("Down")
    after.press("Return")
    for words in ("Compare the readings", "1 March", "South"):
        after.type(words)
        after.press("Tab")
        if not isinstance(after.window.focusWidget(), QLineEdit):
            after.press("Return")  # the cells of a new step can be edited once it is there
    step = max(after.all(NextStep), key=lambda one: one.place)
    assert (step.what, step.by, step.holder) == ("Compare the readings", "1 March", "South")


def test_an_answer_closes_no_cell_that_somebody_types_into(qtbot, surroundings):
    """With the lane a thread, what was written is read again while the next field is already being typed."""
    model = StepsModel(surroundings.phrases, "#777777")
    table = StepsView(model, 40)
    qtbot.addWidget(table)
    table.show()
    step = NextStep(7, "s01", 1, "Compare the readings")
    model.set_steps((step,))
    table.setCurrentIndex(model.index(0, 2))
    table.edit(model.index(0, 2))
    editor = table.findChild(QLineEdit)
    QTest.keyClicks(editor, "Sou")
    model.set_steps((replace(step, by="1 March"), NextStep(8, "s01", 2, "Meet again")))
    settle()
    assert shiboken6.isValid(editor)
    assert table.state() == QAbstractItemView.State.EditingState
    assert editor.text() == "Sou"
    assert [model.index(0, place).data() for place in range(3)] == ["Compare the readings", "1 March", ""]
    assert model.rowCount() == 3


def test_a_note_changes_no_text_that_is_not_seen(after):
    write(after, "They met.")
    after.press("Esc")
    after.press("End")
    notes = after.focus("draftNotes")
    for line in range(notes.model().rowCount()):
        notes.setCurrentIndex(notes.model().index(line, 0))
        QTest.keyClick(notes, Qt.Key.Key_Return)
    after.focus("draftSections")
    after.press("Home")
    assert after.find("sectionText").toPlainText() == "They met."
    assert [section.text for section in after.all(DraftSection)] == ["They met."]


def notice(after):
    return after.find("sectionNotice")


def marked(after):
    """Return the words that stand out, by line."""
    lines, block = [], after.find("sectionText").document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        parts = [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in block.layout().formats()]
        lines.append(parts)
        block = block.next()
    return lines


def test_a_name_in_the_prose_is_marked_as_it_is_typed_and_alt_enter_writes_the_neutral_words(after, qtbot):
    write(after, "")
    after.find("sectionText").insertPlainText("𐐷 They met.\n")
    after.type("It was Zoran Vukelic who said so.")
    qtbot.waitUntil(lambda: notice(after).isVisible(), timeout=2000)
    assert marked(after) == [[], ["Zoran Vukelic"]]
    assert "a hydrologist" in after.find("sectionNoticeText").text()
    # What is typed before it moves the mark along, and what is typed into it takes the mark away at once.
    after.press("Ctrl+Home")
    after.type("Early on. ")
    assert marked(after) == [[], ["Zoran Vukelic"]]
    after.press("Alt+Return")
    assert after.find("sectionText").toPlainText() == "Early on. 𐐷 They met.\nIt was a hydrologist who said so."
    qtbot.waitUntil(lambda: not notice(after).isVisible(), timeout=2000)
    assert marked(after) == [[], []]
    after.press("Ctrl+Z")
    assert "Zoran Vukelic" in after.find("sectionText").toPlainText()


def test_a_name_without_neutral_words_is_told_of_without_a_key_and_left_alone(after, qtbot):
    write(after, "So ")
    after.find("sectionText").insertPlainText("Борис Ковач")
    qtbot.waitUntil(lambda: notice(after).isVisible(), timeout=2000)
    assert "say it without the name" in after.find("sectionNoticeText").text()
    assert not any(cap.isVisible() and cap.text() == "Alt+Enter" for cap in notice(after).findChildren(QLabel))
    after.press("Alt+Return")
    assert after.find("sectionText").toPlainText() == "So Борис Ковач"


def test_a_name_across_a_lines_end_is_marked_on_both_lines(after, qtbot):
    after.do("section.write", text="It was Zoran\nVukelić who spoke.", kind="context")
    after.go("after")
    assert marked(after) == [["Zoran"], ["Vukelić"]]
    assert notice(after).isVisible()


def test_a_section_without_names_has_no_notice_after_one_with(after):
    after.do("section.write", text="It was Zoran Vukelić.", kind="context")
    after.go("after")
    assert notice(after).isVisible()
    after.focus("draftSections")
    after.press("Down")
    assert not notice(after).isVisible()


def test_somebody_who_is_described_is_offered_under_the_new_words(after):
    after.do("section.write", text="It was Борис Ковач.", kind="context")
    after.go("after")
    after.window._bridge.write("person.describe", {"person": "p03", "descriptor": "a lawyer"})
    assert "a lawyer" in after.find("sectionNoticeText").text()

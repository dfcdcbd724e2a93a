"""The rule's page by keys: text and assent, where rules hold, what is told of who attended, and the ground rules."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from t2desk.domain.rules import PRESETS
from t2desk.domain.scopes import Assent, AssentOf, AttendanceShown, Credit, RuleChange, RuleDates, RuleText, ScopedRule
from t2desk.domain.sections import Draft
from t2desk.services.room_card import room_card
from tests.services.conftest import begin_sitting

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(prepared, room):
    """The page of an open session of two sides."""
    begin_sitting(room)
    return prepared("rule")


def tab(page, name):
    page.key(f"rule-{name}", Qt.Key.Key_Space)


def write(page, name, text):
    box = page.find(name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def choose(page, name, value):
    """Choose by the keyboard, as far down as the value stands."""
    box = page.find(name)
    while box.currentData() != value:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, value


def put_in_force(page, preset):
    choose(page, "scopePreset", preset)
    page.key("scopeSet", Qt.Key.Key_Space)


def test_four_axes_are_said_in_one_plain_sentence_each(page):
    said = [one.text() for one in page.find("ruleAxes").findChildren(QLabel)]
    assert "Notes are taken without their source." in said
    assert {"Recording", "Attribution", "Dissemination", "Time"} <= set(said)
    page.key("ruleList", Qt.Key.Key_End)
    said = [one.text() for one in page.find("ruleAxes").findChildren(QLabel)]
    assert "Nothing is attributed to anybody, not even to a participant." in said


def test_an_own_text_is_kept_and_what_nobody_can_promise_is_marked(page, room):
    tab(page, "text")
    assert page.find("ruleTextBox").toPlainText() == PRESETS["chatham_house"].text
    assert not page.find("ruleTextKeep").isEnabled()
    write(page, "ruleTextBox", "This stays secret forever.")
    assert "forever" in page.find("rulePromises").text()
    assert len(page.find("ruleTextBox").extraSelections()) == 1
    page.key("ruleTextBox", Qt.Key.Key_Return, _CONTROL)
    assert room.one(RuleText).text == "This stays secret forever."
    assert page.find("ruleVersion").text() == "Version 1"
    write(page, "ruleTextBox", "This stays in the room.")
    assert not page.find("rulePromises").isVisible()
    page.key("ruleTextBox", Qt.Key.Key_Escape)
    assert page.find("ruleTextBox").toPlainText() == "This stays secret forever."
    assert room.all(Draft) == ()


def test_half_a_text_outlives_the_page(page, prepared, room, qtbot):
    tab(page, "text")
    write(page, "ruleTextBox", "Half a te")
    qtbot.waitUntil(lambda: bool(room.all(Draft)))
    again = prepared("rule")
    tab(again, "text")
    assert again.find("ruleTextBox").toPlainText() == "Half a te"


def test_the_room_accepts_and_the_version_day_and_time_are_shown(page, room):
    tab(page, "text")
    page.type("assentHow", "By nodding", enter=False)
    page.key("assentRoom", Qt.Key.Key_Space)
    assent = room.one(Assent)
    assert (assent.how, assent.day) == ("By nodding", "2026-05-04")
    line = [one.text() for one in page.find("assentLines").findChildren(QLabel)][-1]
    assert line.startswith("The room · ")
    assert "2026-05-04 " in line
    assert "By nodding" in line
    assert not page.find("assentRoom").isVisible()


def test_each_side_accepts_by_itself_until_all_have(page, room):
    tab(page, "text")
    page.key("assent-party01", Qt.Key.Key_Space)
    assert not page.find("assent-party01").isVisible()
    assert page.find("assentRoom").isVisible()
    page.key("assent-party02", Qt.Key.Key_Space)
    assert {one.party for one in room.all(AssentOf)} == {"party01", "party02"}
    assert not page.find("assentRoom").isVisible()


def test_a_text_that_was_not_kept_is_not_accepted(page, room):
    tab(page, "text")
    write(page, "ruleTextBox", "Other words")
    page.key("assentRoom", Qt.Key.Key_Space)
    assert room.all(Assent) == ()
    assert "Keep the text first" in page.find("ruleTextError").text()


def test_one_key_shows_the_text_to_the_room(page, room):
    given = []
    page.commands.take_on("room.rule", lambda: given.append("room.rule"))
    tab(page, "text")
    page.key("ruleToRoom", Qt.Key.Key_Space)
    assert given == ["room.rule"]
    room.acts(("rule.text", {"text": "What is said here stays here."}), ("room.choose", {"shown": "rule"}))
    card = room.desk.read(lambda work: room_card(work, 0, room.clock.now(), str))
    assert card.text == "What is said here stays here."


def test_a_stricter_rule_holds_at_once_and_says_what_it_decides(page, room):
    tab(page, "scope")
    places = [row.split(",")[0].split(":")[0] for row in page.rows("scopeList")]
    assert places == ["The whole series", "This meeting", "This session", "This part of the session"]
    room.do("note.add", text="said already")
    put_in_force(page, "off_the_record")
    (set_for,) = room.all(ScopedRule)
    assert (set_for.preset, set_for.held) == ("off_the_record", ("off_the_record",))
    rows = page.rows("scopeList")
    assert rows[0].endswith("Off the record · decides: Recording, Attribution, Dissemination")
    assert "decides" not in rows[2]
    assert "It stays in the room." in page.find("scopeSum").text()


def loosen(page):
    choose(page, "scopeGroup", "item")
    box = page.find("scopePreset")
    put_in_force(page, "off_the_record")
    QTest.keyClick(box, Qt.Key.Key_Home)
    page.key("scopeSet", Qt.Key.Key_Space)


def test_a_less_strict_rule_waits_for_how_it_was_agreed(page, room):
    tab(page, "scope")
    room.do("note.add", text="said already")
    loosen(page)
    assert room.one(ScopedRule).preset == "off_the_record"
    assert page.find("scopeHow").isVisible()
    page.type("scopeHow", "By every side")
    assert room.one(ScopedRule).preset == ""
    assert room.one(RuleChange).how == "By every side"
    assert not page.find("scopeHow").isVisible()


def test_leaving_it_strict_changes_nothing(page, room):
    tab(page, "scope")
    room.do("note.add", text="said already")
    loosen(page)
    page.key("scopeBack", Qt.Key.Key_Space)
    assert room.one(ScopedRule).preset == "off_the_record"
    assert page.find("scopePreset").currentData() == "off_the_record"
    assert room.all(RuleChange) == ()


def test_days_are_set_for_a_place_and_a_person_has_none(page, room):
    tab(page, "scope")
    page.type("scopeDestroy", "2031-12-31")
    assert room.one(RuleDates).destroy_on == "2031-12-31"
    page.type("scopeEmbargo", "soon")
    assert page.find("scopeSaid").isVisible()
    choose(page, "scopeGroup", "person")
    assert len(page.rows("scopeList")) == 6
    assert not page.find("scopeEmbargo").isVisible()
    put_in_force(page, "deep_background")
    assert {one.scope for one in room.all(ScopedRule)} == {"person"}


def test_six_switches_say_what_is_told_of_attendance(page, room):
    tab(page, "told")
    for name in ("number", "dates"):
        page.key(f"told-{name}", Qt.Key.Key_Space)
    page.type("toldVenue", "A house by the sea")
    shown = room.one(AttendanceShown)
    assert ([part.value for part in shown.shown], shown.place) == (["number", "dates"], "A house by the sea")


def test_only_who_asks_is_named_and_may_think_again(page, room):
    tab(page, "told")
    assert page.find("creditNobody").isVisible()
    choose(page, "creditWho", "p03")
    page.key("creditAsk", Qt.Key.Key_Space)
    assert [(one.person, one.edition) for one in room.all(Credit)] == [("p03", "report")]
    page.key("creditDrop-p03-report", Qt.Key.Key_Space)
    assert room.all(Credit) == ()


def test_ground_rules_are_written_and_the_usual_ones_come_back(page, room):
    tab(page, "ground")
    write(page, "groundRulesBox", "One speaks.")
    page.key("groundRulesBox", Qt.Key.Key_Return, _CONTROL)
    room.do("room.choose", shown="ground_rules")
    card = room.desk.read(lambda work: room_card(work, 0, room.clock.now(), str))
    assert card.text == "One speaks."
    page.key("groundRulesUsual", Qt.Key.Key_Space)
    assert page.find("groundRulesBox").toPlainText().startswith("One person speaks at a time.")
    assert not page.find("groundRulesUsual").isVisible()

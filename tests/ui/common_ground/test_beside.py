"""What stands beside points, by keys: brackets, packages, links, the single text, silence, register and decision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from t2desk.domain.deciding import Criticism, DecisionTerms, OneText, OneTextState, Silence, SilenceState
from t2desk.domain.ground import (
    BracketReason,
    BracketTerm,
    Condition,
    Divergence,
    Handout,
    Interest,
    InterestLink,
)
from t2desk.domain.points import Point, PointState, Wording
from t2desk.domain.sections import Draft
from tests.services.desks import id_of
from tests.ui.rapporteur import Desk

ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
A, D, K, L = (getattr(Qt.Key, f"Key_{letter}") for letter in "ADKL")


@pytest.fixture
def opened(desk):
    desk.point = desk.room.do("point.propose", text="The wells are shared for six weeks")
    desk.window.go("desk")
    desk.find("pointList").setFocus()
    desk.key(ENTER)
    return desk


@pytest.fixture
def register(desk):
    desk.point = desk.room.do("point.propose", text="The wells are shared")
    desk.window.go("desk")
    desk.find("pointList").setFocus()
    desk.press("Shift+E")
    return desk


def current(desk):
    return desk.room.desk.read(lambda work: work.get(Wording, work.get(Point, desk.point.key).current)).text


def shown(desk, page):
    return [one.text() for one in desk.find(page).findChildren(QLabel) if one.isVisible()]


def act(desk, beginning):
    """Press the one button whose name begins so, with the keyboard."""
    desk.find("topBar")  # what was deleted is gone
    (button,) = [one for one in desk.window.findChildren(QAbstractButton) if one.objectName().startswith(beginning)]
    button.setFocus()
    desk.key(SPACE)


def select(desk, words):
    box = desk.find("bracketText")
    cursor = box.textCursor()
    at = box.toPlainText().index(words)
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def test_selected_words_are_put_into_brackets_with_an_alternative_and_a_reason(opened):
    opened.key(K)
    select(opened, "six")
    opened.find("bracketOthers").setPlainText("ten\ntwelve")
    reason = opened.find("bracketReason")
    reason.setCurrentIndex(reason.findData("waiting"))
    opened.find("bracketOpen").setFocus()
    opened.key(SPACE)
    assert current(opened) == "The wells are shared for [six] [ten] [twelve] weeks"
    assert opened.room.one(BracketTerm).reason is BracketReason.WAITING
    words = [opened.find(f"bracketClose1_{choice}").text() for choice in (1, 2, 3)]
    assert words == ["Keep “\u2068six\u2069”", "Keep “\u2068ten\u2069” bis", "Keep “\u2068twelve\u2069” ter"]
    assert opened.room.all(Draft) == ()
    act(opened, "bracketClose1_2")
    assert current(opened) == "The wells are shared for ten weeks"
    assert "no bracket" in opened.find("bracketNone").text()


def test_without_selected_words_no_bracket_is_opened_and_it_says_why(opened):
    opened.key(K)
    opened.find("bracketOpen").click()
    assert current(opened) == "The wells are shared for six weeks"
    assert "exactly once" in opened.window.messages.findChild(QLabel, "messageText").text()


def test_an_agreed_text_takes_no_bracket(opened):
    for state in ("drafted", "tested", "agreed"):
        opened.write("point.move", point=id_of(opened.point), state=state)
    opened.key(K)
    assert not opened.find("bracketOpen").isVisible()
    assert "reopen" in opened.find("bracketWhy").text()


def test_a_package_is_made_and_released(opened):
    opened.write("point.propose", text="The road is open")
    (road,) = [one for one in opened.room.all(Point) if one.key != opened.point.key]
    opened.key(L)
    opened.find("pointRequire").setFocus()
    opened.key(SPACE)
    assert opened.room.one(Condition).needs == road.key
    assert "Provisional" in opened.find("pointFirm").text()
    act(opened, "pointRelease_")
    assert opened.room.all(Condition) == ()


def test_an_interest_is_linked_and_unlinked(opened):
    opened.write("interest.add", party=opened.room.desk.read(_first_side), text="Water in August")
    opened.key(L)
    act(opened, "pointLink")
    assert opened.room.one(InterestLink).point == opened.point.key
    act(opened, "pointUnlink_")
    assert opened.room.all(InterestLink) == ()


def _first_side(work):
    return work.select(Interest)[0].party if work.count(Interest) else "party01"


def test_where_the_room_differs_is_entered_from_the_point(opened):
    opened.key(L)
    opened.find("pointDivergenceWhat").setFocus()
    opened.type("How long")
    opened.key(ENTER)
    entered = opened.room.one(Divergence)
    assert (entered.what, entered.point) == ("How long", opened.point.key)
    assert "How long" in shown(opened, "pointDivergence")


def test_a_point_of_the_open_session_is_not_carried_but_copies_are_given(opened):
    opened.key(L)
    act(opened, "pointGive")
    assert len(opened.room.all(Handout)) == 2
    assert any("wording 1" in text for text in shown(opened, "pointCopies"))


def test_a_single_text_is_criticised_and_asked_about_once(opened):
    for state in ("drafted", "tested"):
        opened.write("point.move", point=id_of(opened.point), state=state)
    opened.key(D)
    act(opened, "oneTextBegin")
    assert opened.room.one(OneText).state is OneTextState.CRITICISM
    opened.find("oneTextCriticism").setFocus()
    opened.type("Six weeks are short")
    opened.key(ENTER)
    assert opened.room.one(Criticism).text == "Six weeks are short"
    assert "Six weeks are short" in shown(opened, "oneTextCriticisms")
    act(opened, "oneTextAsk")
    assert opened.room.one(OneText).state is OneTextState.FINAL
    opened.find("pointTab-support").setFocus()
    opened.key(Qt.Key.Key_S)
    for _ in range(2):
        opened.key(Qt.Key.Key_1)
    opened.key(Qt.Key.Key_R)
    assert opened.room.one(OneText).state is OneTextState.ACCEPTED


def test_silence_runs_until_a_time_in_a_zone_and_is_broken_in_time(opened):
    opened.key(D)
    for name, text in (("silenceUntil", "2026-05-06T12:00"), ("silenceZone", "Europe/Athens")):
        opened.find(name).setFocus()
        opened.type(text)
    act(opened, "silenceBegin")
    assert opened.room.one(Silence).state is SilenceState.RUNNING
    assert not opened.find("silenceEnd").isEnabled()
    assert "has not passed yet" in opened.find("silenceWhy").text()
    for name, text in (("silenceText", "Too short"), ("silenceMend", "Eight weeks")):
        opened.find(name).setFocus()
        opened.type(text)
    act(opened, "silenceBreak")
    assert opened.room.one(Silence).state is SilenceState.BROKEN


def test_a_time_without_a_zone_says_what_is_needed(opened):
    opened.key(D)
    opened.find("silenceBegin").click()
    assert opened.room.all(Silence) == ()
    assert opened.window.messages.findChild(QLabel, "messageText").text()


def test_a_divergence_is_entered_said_in_other_words_and_closed(register):
    for field, text in (("what", "Which wells"), ("mend", "A map")):
        register.find(f"divergence-{field}").setFocus()
        register.type(text)
    register.key(ENTER)
    assert (register.room.one(Divergence).what, register.room.one(Divergence).mend) == ("Which wells", "A map")
    act(register, "divergenceEdit_")
    assert register.focused() == "divergence-what"
    register.find("divergence-what").setText("Which wells, and whose")
    register.key(ENTER)
    assert register.room.one(Divergence).what == "Which wells, and whose"
    act(register, "divergenceOpen_")
    assert not register.room.one(Divergence).is_open
    act(register, "divergenceRemove_")
    assert register.room.all(Divergence) == ()


def test_a_point_that_divides_the_room_is_offered_for_the_register(register):
    for state in ("drafted", "tested", "divergent"):
        register.write("point.move", point=id_of(register.point), state=state)
    act(register, "divergenceOf_")
    assert register.room.one(Divergence).point == register.point.key
    act(register, "divergencePoint_")
    assert register.find("pointTitle").text() == "Point 1"


def test_gaps_come_first_and_are_counted(register):
    register.find("interestText").setFocus()
    register.type("Water in August")
    register.key(ENTER)
    assert register.room.one(Interest).text == "Water in August"
    assert register.find("interestCardAside").text() == "1 gap"
    register.write("interest.link", interest=id_of(register.room.one(Interest)), point=id_of(register.point))
    assert register.find("interestCardAside").text() == ""
    assert "session 1, point 1" in shown(register, "interestEntries")


def test_the_rule_of_decision_is_fixed_and_once_used_changes_only_with_a_reason(register):
    choice = register.find("decisionChoice")
    choice.setCurrentIndex(choice.findData("unanimity"))
    act(register, "decisionSet")
    assert register.room.one(DecisionTerms).decision.value == "unanimity"
    register.write("poll.open", point=id_of(register.point), scale="three")
    choice.setCurrentIndex(choice.findData("consensus"))
    act(register, "decisionSet")
    assert register.room.one(DecisionTerms).decision.value == "unanimity"
    register.find("decisionReason").setFocus()
    register.type("The room asked for it")
    register.key(ENTER)
    assert register.room.one(DecisionTerms).decision.value == "consensus"
    assert "The room asked for it" in shown(register, "decisionChanges")


def test_sides_that_hold_different_versions_are_told_of(register):
    register.write("copy.give", point=id_of(register.point), parties=["party01"])
    assert any("The wells" in text for text in shown(register, "unequalCopies"))
    act(register, "unequal_")
    register.key(L)
    assert "Sides hold different versions: give all of them the same." in shown(register, "pointCopies")


def test_a_half_typed_interest_outlives_the_curtain(register):
    register.find("interestText").setFocus()
    register.type("Water in Aug")
    register.press("F12", "F12")
    register.window.activateWindow()
    register.press("Shift+E")
    assert register.find("interestText").text() == "Water in Aug"


def test_no_word_of_the_register_is_left_behind_the_curtain(register):
    register.press("F12")
    register.qtbot.waitUntil(lambda: not register.window.findChildren(QWidget, "registerPage"))


def test_escape_leads_back(register):
    register.key(ESCAPE)
    assert register.focused() == "pointList"
    assert register.room.one(Point).state is PointState.CAPTURED


def test_off_the_record_the_register_takes_nothing_and_says_why(register):
    register.write("off_record.begin")
    assert not register.find("divergenceKeep").isEnabled()
    assert not register.find("interestKeep").isEnabled()
    assert "off the record" in register.find("divergenceCardWhy").text()


def test_off_the_record_no_concern_is_taken_and_it_says_why(opened):
    opened.key(A)
    opened.write("off_record.begin")
    assert not opened.find("concernForm").isVisible()
    assert "off the record" in opened.find("concernWhy").text()


def test_a_package_in_a_circle_is_not_offered(opened):
    opened.write("point.propose", text="The road is open")
    (road,) = [one for one in opened.room.all(Point) if one.key != opened.point.key]
    opened.key(L)
    assert opened.find("pointRequire").isEnabled()
    opened.write("point.require", point=id_of(road), needs=id_of(opened.point))
    assert not opened.find("pointRequire").isEnabled()


def test_off_the_record_nothing_becomes_of_an_objection(opened):
    opened.write("point.concern", point=id_of(opened.point), text="Far", kind="objection", mend="a road")
    opened.key(A)
    names = ["concern_meet_", "concern_waive_", "concern_remove_"]

    def offered():
        buttons = opened.find("pointDetail").findChildren(QAbstractButton)
        return [name for name in names if any(one.objectName().startswith(name) and one.isEnabled() for one in buttons)]

    assert offered() == names
    opened.write("off_record.begin")
    assert offered() == ["concern_remove_"]


def test_without_sides_no_interest_is_taken_and_it_says_what_to_do(room, surroundings, qtbot):
    room.do("series.rename", title="Water")
    room.do("session.open", title="First")
    desk = Desk(room, surroundings, qtbot)
    desk.window.go("desk")
    desk.press("Shift+E")
    assert not desk.find("interestKeep").isEnabled()
    assert "add participants" in desk.find("interestCardWhy").text()
    desk.window.close()

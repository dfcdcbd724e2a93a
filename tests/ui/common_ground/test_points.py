"""The points on the desk, and one of them whole: opened, moved on, worded anew and objected to by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from t2desk.domain.ground import ConcernTerm, Descent
from t2desk.domain.points import Point, PointConcern, PointState, Support, Wording, steps_from
from t2desk.domain.sections import Draft
from t2desk.services.point_views import offered_steps
from tests.services.desks import id_of

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(desk):
    desk.point = desk.room.do("point.propose", text="The wells are shared")
    desk.window.go("desk")
    desk.find("pointList").setFocus()
    desk.key(ENTER)
    return desk


def test_without_points_the_card_says_what_to_do(desk):
    assert desk.find("pointNew").isVisible()
    desk.find("pointNew").setFocus()
    desk.key(Qt.Key.Key_Space)
    assert (desk.focused(), desk.line) == ("captureBox", "+ ")


def test_the_card_counts_points_and_what_is_open(opened):
    assert opened.find("commonGroundAside").text() == "1 point, 1 still open"


def test_enter_opens_a_point_and_escape_leads_back(opened):
    assert opened.find("pointDetail").isVisible()
    assert opened.focused().startswith("pointStep_")
    opened.key(ESCAPE)
    assert (
        opened.window.findChildren(QWidget, "pointDetail") == []
        or not opened.window.findChild(QWidget, "pointDetail").isVisible()
    )
    assert opened.focused() == "pointList"


def test_only_the_allowed_steps_are_offered_and_a_number_takes_one(opened):
    def offered():
        shown = opened.find("pointDetail").findChildren(QWidget)
        names = {w.objectName().removeprefix("pointStep_") for w in shown if w.objectName().startswith("pointStep_")}
        return {PointState(name) for name in names}

    assert offered() == steps_from(PointState.CAPTURED)
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).state is PointState.READ_BACK
    opened.find("pointState")
    assert offered() == steps_from(PointState.READ_BACK)
    assert opened.find("pointState").text() == "read back"
    opened.key(Qt.Key.Key_Space)
    assert opened.room.one(Point).state in steps_from(PointState.READ_BACK)


@pytest.mark.parametrize("state", PointState)
def test_every_step_that_leads_elsewhere_is_offered_once(state):
    assert sorted(offered_steps(state)) == sorted(steps_from(state) - {state})


def test_the_first_number_leads_from_a_thought_to_an_agreement():
    way = [PointState.CAPTURED]
    while way[-1] is not PointState.AGREED:
        way.append(offered_steps(way[-1])[0])
        assert len(set(way)) == len(way)
    assert [state.value for state in way] == ["captured", "read_back", "drafted", "tested", "converging", "agreed"]


def test_a_number_pressed_twice_goes_two_steps_on(opened):
    opened.key(Qt.Key.Key_1)
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).state is PointState.DRAFTED


def test_a_new_wording_stands_beside_the_old_one_with_what_changed(opened):
    before = opened.find("pointFingerprint").text()
    opened.find("pointNewWording").setFocus()
    opened.type("The wells are metered")
    opened.key(ENTER, CONTROL)
    wordings = sorted((one.number, one.text) for one in opened.room.all(Wording))
    assert wordings == [(1, "The wells are shared"), (2, "The wells are metered")]
    assert opened.find("pointNewWording").toPlainText() == ""
    assert opened.find("pointFingerprint").text() != before
    diff = opened.find("pointChanges").text()
    assert "line-through" in diff
    assert "underline" in diff
    assert opened.room.all(Draft) == ()


def test_a_half_written_wording_survives_the_curtain(opened):
    opened.find("pointNewWording").setFocus()
    opened.type("The wells are met")
    opened.press("F12", "F12")
    opened.find("pointList").setFocus()
    opened.key(ENTER)
    assert opened.find("pointNewWording").toPlainText() == "The wells are met"


def test_no_private_word_of_a_point_is_left_behind_the_curtain(opened):
    opened.press("F12")
    opened.qtbot.waitUntil(lambda: not opened.window.findChildren(QWidget, "pointDetail"))


def test_an_objection_needs_what_would_mend_it(opened):
    opened.key(Qt.Key.Key_A)
    opened.find("concernText").setFocus()
    opened.type("Too far")
    opened.find("concernObjection").setFocus()
    opened.key(Qt.Key.Key_Space)
    assert opened.room.all(PointConcern) == ()
    assert opened.focused() == "concernMend"
    assert opened.find("concernWrong").isVisible()
    opened.type("a road")
    opened.find("concernObjection").click()
    concern = opened.room.one(PointConcern)
    assert (concern.text, concern.mend, concern.kind.value) == ("Too far", "a road", "objection")
    assert opened.find("concernText").toPlainText() == ""


def test_support_is_set_step_by_step(opened):
    opened.key(Qt.Key.Key_S)
    for step in (Support.LIVE_WITH, Support.ENDORSE):
        opened.find(f"pointSupport_{step.value}").setFocus()
        opened.key(Qt.Key.Key_Space)
    assert opened.room.one(Point).support == (Support.ENDORSE, Support.LIVE_WITH)


def test_a_key_that_leads_to_the_capture_line_uncovers_it(opened):
    opened.press("F2")
    assert opened.focused() == "captureBox"
    opened.qtbot.waitUntil(lambda: not opened.window.findChildren(QWidget, "pointDetail"))


def test_a_point_that_is_undone_closes(opened):
    opened.press("Ctrl+Z")
    assert opened.room.all(Point) == ()
    opened.qtbot.waitUntil(lambda: not opened.window.findChildren(QWidget, "pointDetail"))


def test_an_undone_step_is_shown_at_once(opened):
    opened.key(Qt.Key.Key_1)
    opened.press("Ctrl+Z")
    assert opened.find("pointState").text() == "captured"
    assert opened.room.one(Point) == opened.room.desk.read(lambda work: work.get(Point, opened.point.key))
    assert id_of(opened.point)


def closed(opened):
    found = opened.find("pointDetail").findChildren(QLabel)
    names = {one.objectName(): one.text() for one in found if one.objectName().startswith("pointClosed_")}
    return {PointState(name.removeprefix("pointClosed_")): text for name, text in names.items()}


def lead_to(opened, *states):
    for state in states:
        opened.write("point.move", point=id_of(opened.point), state=state)


def test_agreeing_over_an_objection_is_not_offered_and_its_number_says_why(opened):
    lead_to(opened, "drafted", "tested", "converging")
    opened.write("point.concern", point=id_of(opened.point), text="Too far", kind="objection", mend="a road")
    names = {one.objectName() for one in opened.find("pointDetail").findChildren(QWidget)}
    assert "pointStep_agreed" not in names
    assert "1 objection(s) stand" in closed(opened)[PointState.AGREED]
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).state is PointState.CONVERGING
    assert "objection" in opened.window.messages.findChild(QLabel, "messageText").text()
    opened.write("concern.meet", concern=id_of(opened.room.one(PointConcern)))
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).state is PointState.AGREED


def test_a_state_that_is_no_next_step_says_what_comes_first(opened):
    assert closed(opened)[PointState.AGREED] == "\u2068Agreed\u2069: first Take into drafting, Test with the room"


def test_a_withdrawn_point_offers_to_be_reopened(opened):
    lead_to(opened, "withdrawn")
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).state is PointState.REOPENED


def test_off_the_record_no_step_is_offered(opened):
    opened.write("off_record.begin")
    names = {one.objectName() for one in opened.find("pointDetail").findChildren(QWidget) if one.isVisible()}
    assert [name for name in names if name.startswith("pointStep_")] == []
    assert "off the record" in closed(opened)[PointState.DRAFTED]


def test_a_point_agreed_ad_referendum_waits_for_those_outside(opened):
    lead_to(opened, "drafted", "tested", "converging")
    opened.find("pointReferendum").click()
    opened.key(Qt.Key.Key_1)
    assert opened.room.one(Point).ad_referendum
    assert opened.find("pointAdReferendum").isVisible()
    opened.find("pointConfirm").click()
    assert not opened.room.one(Point).ad_referendum


def test_another_point_is_put_in_its_place(opened):
    opened.write("point.propose", text="The wells are everybody’s")
    (other,) = [one for one in opened.room.all(Point) if one.key != opened.point.key]
    opened.find("pointStep_superseded").click()
    assert opened.focused() == "pointReplacedBy"
    opened.find("pointReplace").click()
    (descent,) = opened.room.all(Descent)
    assert (descent.point, descent.origin) == (other.key, opened.point.key)


def test_an_earlier_wording_is_compared_and_made_current_again(opened):
    opened.write("point.word", point=id_of(opened.point), text="The wells are metered")
    opened.write("point.word", point=id_of(opened.point), text="The wells are free")
    after = opened.find("pointCompareTo")
    after.setFocus()
    after.setCurrentIndex(after.findText("Wording 1 · English"))
    after.activated.emit(after.currentIndex())
    said = opened.find("pointChanges").accessibleName()
    assert said == "The wells are; removed: metered; added: shared"
    opened.find("pointMakeCurrent").click()
    point = opened.room.one(Point)
    assert opened.room.desk.read(lambda work: work.get(Wording, point.current)).number == 1


def test_an_agreed_wording_offers_no_box_for_another(opened):
    lead_to(opened, "drafted", "tested", "agreed")
    assert not opened.find("pointNewWording").isVisible()
    assert "reopen" in opened.find("pointWordingClosed").text()


def test_an_objection_is_waived_and_stands_again(opened):
    opened.write("point.concern", point=id_of(opened.point), text="Far", kind="objection", mend="a road")
    opened.key(Qt.Key.Key_A)
    name = f"concern_waive_{id_of(opened.room.one(PointConcern))}"
    opened.find(name).setFocus()
    opened.key(Qt.Key.Key_Space)
    assert opened.room.one(ConcernTerm).waived
    assert opened.focused() == name
    opened.key(Qt.Key.Key_Space)
    assert not opened.room.one(ConcernTerm).waived


def test_an_objection_is_waived_at_once_and_its_side_named(opened):
    opened.key(Qt.Key.Key_A)
    opened.find("concernText").setPlainText("Too far")
    opened.find("concernWaived").click()
    opened.find("concernSide").setCurrentIndex(1)
    opened.find("concernObjection").click()
    term = opened.room.one(ConcernTerm)
    assert (term.waived, term.party) == (True, opened.find("concernSide").itemData(1))


def test_a_step_that_was_taken_says_how_it_is_taken_back(opened):
    opened.key(Qt.Key.Key_1)
    said = opened.window.messages.findChild(QLabel, "messageText").text()
    assert said == "Now: \u2068read back\u2069. Ctrl+Z takes that back."
    opened.press("Ctrl+Z")
    assert opened.room.one(Point).state is PointState.CAPTURED


def test_from_a_point_one_goes_to_its_reading(opened):
    opened.find("pointRead").click()
    assert opened.focused() == "readingSides"

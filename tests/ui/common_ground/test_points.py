"""The points on the desk, and one of them whole: opened, moved on, worded anew and objected to by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

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
    shown = opened.find("wording2en").findChildren(QLabel)
    (diff,) = [label.text() for label in shown if "shared" in label.text()]
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

"""The rule, the check before a session, and the door to the desk."""

import pytest
from PySide6.QtCore import QRect, Qt

from t2desk.domain.checks import Verdict
from t2desk.domain.people import Person
from t2desk.domain.rules import PRESETS
from t2desk.domain.series import Session, SessionState
from t2desk.ui.prepare.preflight import judge_screens


def test_without_a_session_there_is_no_rule_to_set(prepared):
    shown = prepared("rule")
    assert not shown.find("ruleList").isVisible()


def test_a_rule_is_chosen_for_a_planned_session_by_keys(prepared, room):
    room.do("session.add", title="First")
    shown = prepared("rule")
    assert shown.find("ruleText").text() == PRESETS["chatham_house"].text
    shown.key("ruleList", Qt.Key.Key_End)
    assert shown.find("ruleKept3").text() == "Notes are destroyed; only agreed wordings stay."
    shown.key("ruleList", Qt.Key.Key_Return)
    assert room.one(Session).rule == "joint_text_only"
    assert shown.find("ruleInForce").isVisible()
    assert not shown.find("ruleSet").isVisible()


def test_rules_that_bind_too_are_told_with_what_they_leave(prepared, room):
    room.do("session.open", title="First")
    room.acts(("note.add", {"text": "a line"}), ("rule.set", {"preset": "on_the_record"}))
    shown = prepared("rule")
    assert "Chatham House Rule" in shown.find("ruleHeld").text()
    assert shown.find("ruleKept4").text() == "When things were noted is not kept."


def test_the_text_is_read_aloud_and_left_by_escape(prepared, room):
    room.do("session.add", title="First")
    shown = prepared("rule")
    shown.key("ruleAloud", Qt.Key.Key_Space)
    assert shown.find("aloudText").text() == PRESETS["chatham_house"].text
    shown.key("readAloud", Qt.Key.Key_Escape)
    assert shown.find("ruleList").isVisible()


def test_the_check_tells_what_to_mend_first_and_looks_again_after_a_change(prepared, room):
    shown = prepared("check")
    rows = shown.rows("preflightList")
    assert rows[0].split(". ")[0].endswith("Mend")
    assert any(row.startswith("People: Mend") for row in rows)
    assert any(row == "Disk space: Fine. 900 MB free in this folder." for row in rows)
    shown.bridge.write("person.add", {"display_name": "Ana"})
    assert any(row.startswith("People: Fine") for row in shown.rows("preflightList"))
    assert len(room.all(Person)) == 1


def test_the_steps_say_how_far_they_are(prepared, room):
    room.do("person.add", display_name="Ana", party="North")
    room.do("session.add", title="First")
    room.do("item.add", title="Wells", minutes=45)
    shown = prepared()
    assert shown.rows("prepareSteps")[:3] == [
        "People, 1 person, 1 party", "Agenda, 1 session, 45 min", "The rule, Chatham House Rule",
    ]  # fmt: skip


def test_the_planned_session_is_opened_and_the_desk_shown(prepared, room):
    room.do("session.add", title="First")
    shown = prepared()
    shown.key("openSession", Qt.Key.Key_Space)
    assert (room.one(Session).state, shown.went) == (SessionState.OPEN, ["desk"])
    shown.commands.give("session.open")
    assert shown.went == ["desk", "desk"]


def test_without_a_plan_a_session_is_begun(prepared, room):
    shown = prepared()
    shown.key("openSession", Qt.Key.Key_Space)
    assert room.one(Session).title == "Session 1"


def test_commands_go_with_the_view_and_not_with_the_one_before_it(prepared, qtbot):
    first = prepared()
    commands = first.commands
    commands.hold(first.view, {"prepare.add": lambda: None})
    taken = []
    commands.take_on("prepare.add", lambda: taken.append("new"))
    first.view.deleteLater()
    qtbot.waitUntil(lambda: "prepare.rule" not in {command.id for command, _ in commands.available()})
    commands.give("prepare.add")
    assert taken == ["new"]


@pytest.mark.parametrize(
    ("places", "verdict"),
    [
        ([QRect(0, 0, 1920, 1080)], Verdict.LOOK),
        ([QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 720)], Verdict.FINE),
        ([QRect(0, 0, 1920, 1080), QRect(0, 0, 1280, 720)], Verdict.MEND),
        # A projector of another size, centred over the laptop's screen.
        ([QRect(0, 0, 1920, 1080), QRect(320, 180, 1280, 720)], Verdict.MEND),
        ([QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 720), QRect(3000, 0, 1280, 720)], Verdict.MEND),
        ([QRect(0, 0, 1920, 1080), QRect(0, 1080, 1920, 1080)], Verdict.FINE),
    ],
)
def test_screens_that_overlap_show_the_same(places, verdict):
    assert judge_screens(places).verdict is verdict

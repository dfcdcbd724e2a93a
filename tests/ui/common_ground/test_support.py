"""Support by keys: asked on a scale, hidden until it is shown, the weakest side first, and the map of all points."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from t2desk.domain.people import Party
from t2desk.domain.points import Point
from t2desk.domain.support import CardCount, Lean, Poll, PollState, PollWay, Stance
from t2desk.ui.common_ground.poll_form import own_steps
from tests.services.desks import id_of

ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
R, S, X = Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_X


@pytest.fixture
def support(desk):
    desk.point = desk.room.do("point.propose", text="The wells are shared")
    desk.window.go("desk")
    desk.find("pointList").setFocus()
    desk.key(ENTER)
    desk.key(S)
    return desk


@pytest.fixture
def asked(support):
    support.find("pollAsk").setFocus()
    support.key(SPACE)
    return support


def results(support):
    found = support.find("pointDetail").findChildren(QWidget, "pollSideResult")
    return [one.accessibleName() for one in found if one.isVisible()]


def stances(support):
    names = {one.id: one.name for one in support.room.all(Party)}
    return {names[one.party]: one.step for one in support.room.all(Stance)}


def texts(support):
    return [one.text() for one in support.find("pointDetail").findChildren(QLabel) if one.isVisible()]


def test_a_question_keeps_the_exact_words_of_its_scale(asked):
    poll = asked.room.one(Poll)
    assert (poll.way, poll.state, poll.labels[0]) == (PollWay.BY_PARTY, PollState.HIDDEN, "Whole-hearted endorsement")
    assert asked.find("pollStep_8").text() == "Veto"


def test_a_number_a_side_and_nobody_sees_what_was_said(asked):
    asked.key(Qt.Key.Key_2)
    assert asked.find("pollSaid").text() == "1 not asked yet"
    asked.key(Qt.Key.Key_7)
    assert stances(asked) == {"North": 2, "South": 7}
    assert asked.find("pollSaid").text() == "Everybody was asked."
    assert results(asked) == []
    spoken = [asked.find("pollSides").model().index(row).data() for row in range(2)]
    assert spoken == ["North, has answered", "South, has answered"]


def test_once_shown_the_weakest_side_comes_first_in_the_words_of_its_step(asked):
    asked.key(Qt.Key.Key_1)
    asked.key(Qt.Key.Key_7)
    asked.key(R)
    assert asked.room.one(Poll).state is PollState.REVEALED
    assert results(asked) == ["South, against, Serious disagreement", "North, in favour, Whole-hearted endorsement"]


def test_who_was_not_asked_comes_before_all_others(asked):
    asked.key(Qt.Key.Key_7)
    asked.key(R)
    assert results(asked) == ["South, not asked yet", "North, against, Serious disagreement"]


def test_nobody_is_made_to_take_a_stance(asked):
    asked.key(Qt.Key.Key_0)
    asked.key(R)
    assert "North, takes no stance" in results(asked)


def test_a_question_is_taken_back_with_what_was_said(asked):
    asked.key(Qt.Key.Key_1)
    asked.key(X)
    assert asked.room.all(Stance) == ()
    assert asked.find("pollAsk").isVisible()


def test_where_the_rule_keeps_no_source_nobody_is_asked_by_name(support):
    support.find("pollWay").setCurrentIndex(1)
    assert not support.find("pollAsk").isEnabled()
    assert "keeps no source" in support.find("pollWhy").text()


def test_by_person_where_the_rule_keeps_sources(support):
    support.write("rule.set", preset="on_the_record")
    support.write("point.propose", text="Another")
    support.find("pollWay").setCurrentIndex(1)
    support.find("pollAsk").click()
    assert support.find("pollSides").model().rowCount() == 6
    for _ in range(6):
        support.key(Qt.Key.Key_1)
    assert support.find("pollSaid").text() == "Everybody was asked."
    assert len(support.room.all(Stance)) == 6
    support.key(R)
    assert results(support) == ["North, in favour, 3 in favour, 0 neither, 0 against",
                                "South, in favour, 3 in favour, 0 neither, 0 against"]  # fmt: skip


def test_cards_are_counted_and_whose_they_are_is_not_asked(support):
    support.find("pollScale").setCurrentIndex(3)
    support.find("pollWay").setCurrentIndex(2)
    support.find("pollAsk").click()
    for number, cards in enumerate((6, 3, 1), start=1):
        support.window.findChild(QSpinBox, f"pollCards{number}").setValue(cards)
    support.find("pollReveal").click()
    assert sorted((one.step, one.cards) for one in support.room.all(CardCount)) == [(1, 6), (2, 3), (3, 1)]
    assert "Thumb up: 6" in texts(support)


def test_an_own_scale_brings_its_words_and_which_way_they_lean(support):
    support.find("pollScale").setCurrentIndex(5)
    assert not support.find("pollAsk").isEnabled()
    support.find("pollOwn").setPlainText("+ We sign\n0 We wait\n- We leave")
    support.find("pollAsk").click()
    poll = support.room.one(Poll)
    assert poll.labels == ("We sign", "We wait", "We leave")
    assert poll.leans == (Lean.FAVOUR, Lean.NEITHER, Lean.AGAINST)


def test_a_line_without_a_sign_is_in_favour():
    assert own_steps("Yes\n\n−  No ") == [("Yes", Lean.FAVOUR), ("No", Lean.AGAINST)]


def test_a_label_says_how_far_a_wording_has_come(support):
    box = support.find("pointVerdict")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert support.find("pointVerdict").currentText() == "Near consensus"


def map_of(desk):
    model = desk.find("supportMap").model()
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]  # fmt: skip


def test_every_cell_of_the_map_says_its_point_its_side_and_where_it_stands(asked):
    asked.key(Qt.Key.Key_1)
    asked.key(R)
    asked.write("point.propose", text="The road is open")
    asked.press("Shift+S")
    cells = {words for row in map_of(asked) for words in row}
    number = [row.text for row in asked.find("pointList").model().values()].index("The wells are shared") + 1
    assert f"Point {number}, \u2068North\u2069, in favour" in cells
    assert f"Point {number}, \u2068South\u2069, not asked yet" in cells
    assert f"Point {3 - number}, \u2068North\u2069, no question yet" in cells


def test_a_hidden_answer_is_hidden_on_the_map_too(asked):
    asked.key(Qt.Key.Key_7)
    asked.press("Shift+S")
    (row,) = map_of(asked)
    assert row[1:] == [
        "Point 1, \u2068North\u2069, has answered, not shown yet",
        "Point 1, \u2068South\u2069, no question yet",
    ]


def test_enter_on_the_map_opens_the_point_and_escape_leads_back(asked):
    asked.press("Shift+S")
    assert asked.focused() == "supportMap"
    asked.key(ENTER)
    assert asked.find("pointTitle").text() == "Point 1"
    asked.key(ESCAPE)
    assert asked.focused() == "pointList"


def test_the_map_without_points_says_what_to_do(desk):
    desk.window.go("desk")
    desk.press("Shift+S")
    assert not desk.find("supportMap").isVisible()
    assert desk.focused() == "mapBack"


def test_a_new_wording_asks_anew(asked):
    asked.key(Qt.Key.Key_1)
    asked.write("point.word", point=id_of(asked.point), text="The wells are metered")
    assert asked.find("pollAsk").isVisible()
    assert asked.room.one(Poll).state is PollState.WITHDRAWN
    assert asked.room.one(Point).current != asked.room.one(Poll).wording


def test_a_page_s_letters_are_heard_from_a_choice_too(support):
    support.find("pollScale").setFocus()
    support.key(Qt.Key.Key_W)
    assert support.focused() == "pointTab-way"
    assert support.find("pointTab-way").isChecked()


def test_digits_typed_into_a_count_are_no_stances(support):
    support.find("pollWay").setCurrentIndex(2)
    support.find("pollAsk").click()
    support.find("pollCards1").setFocus(Qt.FocusReason.TabFocusReason)
    support.type("7")
    assert support.window.findChild(QSpinBox, "pollCards1").value() == 7
    assert support.room.all(Stance) == ()

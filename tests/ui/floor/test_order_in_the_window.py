"""The order of the floor by its keys: closed lists, interrupts within each other, ranks, interpreters, limits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from t2desk.domain.attendance import Presence
from t2desk.domain.floor import QueueEntry, Turn, TurnKind
from t2desk.domain.floor_terms import ClosedList, FloorLimit, InterpreterDuty, TurnMark
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.spaces import Space


def choose(hands, key, letters):
    hands.press(key)
    hands.type(letters)
    hands.press("Return")


def queue(hands):
    return [entry.person for entry in sorted(hands.room.all(QueueEntry), key=lambda entry: entry.place)]


def running(hands):
    return {turn.kind.value: turn.person for turn in hands.room.all(Turn, seconds=None)}


def tick(hands, seconds=0):
    hands.room.clock.forward(seconds)
    hands.tick()


@pytest.mark.parametrize("key", ["L", "Ctrl+F3"])
def test_a_closed_list_says_so_takes_nobody_and_is_opened_again(sitting, key):
    sitting.press(key)
    assert len(sitting.room.all(ClosedList)) == 1
    assert "Points of order (P)" in sitting.text("queueClosed")
    assert not sitting.sees("queueAdd")
    choose(sitting, "A", "amina")
    assert (queue(sitting), "closed" in sitting.said()) == ([], True)
    sitting.press(key)
    assert sitting.room.all(ClosedList) == ()
    assert not sitting.sees("queueClosed")
    sitting.press("Ctrl+Z")
    assert sitting.sees("queueClosed")


def test_the_list_is_closed_on_its_item_only(sitting):
    sitting.press("L", "I")
    assert not sitting.sees("queueClosed")


def test_what_a_point_of_order_asks_for_is_said_by_a_number_on_a_closed_list(sitting):
    choose(sitting, "S", "amina")
    sitting.press("L", "P")
    assert sitting.text("floorAskWords") == "What does the point of order ask for?"
    sitting.press("J")
    assert sitting.rows("optionList")[3] == "4, Close the debate on this item"
    sitting.press("4")
    assert [mark.category.value for mark in sitting.room.all(TurnMark)] == ["close_debate"]
    assert not sitting.sees("floorAsks")
    assert not sitting.sees("optionChooser")


def test_a_rank_without_a_point_of_order_says_what_to_press(sitting):
    sitting.press("Ctrl+J")
    assert "P begins one" in sitting.said()
    assert not sitting.sees("optionChooser")


def test_a_question_and_its_answer_are_one_key_pressed_twice(sitting):
    choose(sitting, "S", "amina")
    sitting.press("Q")
    assert running(sitting) == {"statement": "p01", "interposed_question": None}
    sitting.press("Ctrl+Shift+Q")
    assert running(sitting) == {"statement": "p01", "interposed_answer": "p01"}
    sitting.press("E")
    assert running(sitting) == {"statement": "p01"}


def test_the_pile_shows_what_is_paused_and_by_what(sitting):
    choose(sitting, "S", "amina")
    tick(sitting, 60)
    sitting.press("Q")
    choose(sitting, "W", "kov")
    tick(sitting, 5)
    sitting.press("P")
    assert sitting.text("turnBeneath").split(". ") == [
        f"{isolated('Boris Kovač')} waits at 0:05 and goes on when this ends (E)",
        f"{isolated('Amina Yusuf')} waits at 2:00, stopped by: Interposed question.",
    ]
    sitting.press("E", "E")
    assert not sitting.sees("turnBeneath")


@pytest.mark.parametrize(
    ("keys", "kind"), [(("F", "Shift+F6"), TurnKind.FACILITATOR), (("K", "Ctrl+F6"), TurnKind.SILENCE)]
)
def test_the_facilitator_and_a_silence_are_turns_charged_to_nobody(sitting, keys, kind):
    for key in keys:
        sitting.press(key)
    assert [turn.kind for turn in sitting.room.all(Turn)] == [kind, kind]
    assert "charged to nobody" in sitting.find("turnDetails").shown()


def test_the_interpreter_comes_in_and_the_speaker_goes_on(sitting):
    choose(sitting, "S", "amina")
    tick(sitting, 30)
    choose(sitting, "Shift+V", "luk")
    sitting.press("V")
    assert running(sitting) == {"statement": "p01", "interpretation": "p05"}
    tick(sitting, 20)
    sitting.press("Ctrl+Shift+V")
    assert sitting.find("turnTimer").shown() == "2:30"


def test_who_interprets_for_twenty_minutes_is_to_be_relieved_in_silence(sitting):
    choose(sitting, "Shift+V", "luk")
    sitting.room.clock.forward(19 * 60)
    sitting.find("deskView")._feed._on_timeout()
    assert not sitting.sees("askRelief")
    sitting.room.clock.forward(60)
    sitting.find("deskView")._feed._on_timeout()
    assert "20 minutes" in sitting.text("floorAskWords")
    sitting.find("askRelief").click()
    sitting.type("boris")
    sitting.press("Return")
    assert [duty.person for duty in sitting.room.all(InterpreterDuty)] == ["p02"]
    assert not sitting.sees("askRelief")


@pytest.mark.parametrize("key", ["D", "Shift+F3"])
def test_the_last_is_taken_back(sitting, key):
    for letters in ("amina", "boris"):
        choose(sitting, "A", letters)
    sitting.press(key)
    assert queue(sitting) == ["p01"]
    sitting.press(key, key)
    assert "Nobody is waiting" in sitting.said()


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_the_table_is_gone_round_in_a_chosen_order(sitting, number):
    sitting.press("C", number)
    orders = {
        "1": ["p01", "p02", "p03", "p04", "p05", "p06"], "2": ["p05", "p01", "p02", "p03", "p04", "p06"],
        "3": ["p01", "p02", "p03", "p04", "p05", "p06"],
    }  # fmt: skip
    assert queue(sitting) == orders[number]


def test_only_who_is_in_the_room_is_offered_and_who_is_typed_is_marked(hands):
    sitting = hands(
        ("session.open", {"title": "First"}),
        ("attendance.set", {"person": "p02", "presence": Presence.LEFT.value}),
    )
    sitting.press("A")
    assert not [row for row in sitting.rows("chooserList") if "Boris" in row]
    sitting.type("boris")
    assert "not in the room" in sitting.rows("chooserList")[0]
    sitting.press("Return")
    assert queue(sitting) == []


def test_a_row_is_dragged_to_another_place(sitting):
    for letters in ("amina", "boris", "luk"):
        choose(sitting, "A", letters)
    rows = sitting.find("queueList")
    first, last = (rows.visualRect(rows.model().index(row)) for row in (0, 2))
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    QTest.mouseMove(rows.viewport(), first.center() + QPoint(0, 20))
    QTest.mouseMove(rows.viewport(), last.bottomLeft() + QPoint(20, -3))
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=last.bottomLeft() + QPoint(20, -3))
    assert queue(sitting) == ["p02", "p05", "p01"]


def test_limits_in_all_are_typed_changed_by_the_minute_and_lifted(sitting):
    sitting.press("M")
    rows = sitting.find("limitsList")
    assert sitting.rows("limitsList")[:2] == [f"This item: {isolated('Opening')}, no limit", "North, no limit"]
    sitting.press("Down", "Return")
    sitting.type("7:30")
    sitting.press("Return")
    assert sitting.rows("limitsList")[1] == "North, 7:30 left of 7:30"
    sitting.press("+")
    sitting.press("-", "-")
    assert sitting.room.one(FloorLimit).seconds == 390
    assert rows.hasFocus()
    sitting.press("Delete")
    assert sitting.room.all(FloorLimit) == ()
    sitting.press("Escape")
    assert not sitting.sees("limitsCard")


def test_what_is_left_of_a_party_s_time_is_shown_while_it_is_spent(sitting):
    sitting.window._bridge.write("budget.set", {"scope": "party", "of": "party01", "seconds": 600})
    choose(sitting, "S", "amina")
    tick(sitting, 100)
    assert "party: 8:20 left" in sitting.find("turnDetails").shown()
    assert sitting.rows("balanceList")[0] == "North, 1:40, 8:20 left, 100%"
    tick(sitting, 520)
    assert "party: 0:20 over" in sitting.find("turnDetails").shown()


def test_an_overrun_is_shown_before_it_is_shared_out(sitting):
    sitting.window._bridge.write("budget.set", {"scope": "item", "seconds": 200})
    choose(sitting, "A", "boris")
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(120)
    sitting.find("deskView")._feed._on_timeout()
    assert "1:20 instead of 3:00" in sitting.text("floorAskWords")
    assert [limit.scope for limit in sitting.room.all(FloorLimit)] == ["item"]
    sitting.press("Shift+M")
    assert {limit.scope: limit.seconds for limit in sitting.room.all(FloorLimit)} == {"item": 200, "person": 80}


def test_in_a_small_room_answers_are_icons_beside_the_question(sitting):
    choose(sitting, "S", "amina")
    sitting.press("P")
    sitting.find("speakerPanel").set_space(Space.TIGHT)
    assert sitting.find("askRank").toolTip() == "Say it (J)"
    assert not sitting.sees("turn-right_of_reply")
    sitting.find("speakerPanel").set_space(Space.ROOMY)
    assert sitting.sees("turn-right_of_reply")


def test_the_interpreter_has_a_button_once_somebody_interprets(sitting):
    choose(sitting, "S", "amina")
    assert not sitting.sees("interpretation-toggle")
    choose(sitting, "Shift+V", "luk")
    sitting.find("interpretation-toggle").click()
    assert sitting.find("interpretation-toggle").text() == "Speaker goes on"
    sitting.find("interpretation-toggle").click()
    assert running(sitting) == {"statement": "p01"}


def test_no_list_hands_its_words_to_a_drag(sitting):
    """A drag of Qt's own tells every program that the pointer passes what the row says, and so a name."""
    lists = sitting.window.findChildren(QAbstractItemView)
    assert len(lists) > 3
    for one in lists:
        assert not one.dragEnabled()
        assert one.dragDropMode() == QAbstractItemView.DragDropMode.NoDragDrop

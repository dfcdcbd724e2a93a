"""The balance as the operator chooses it, and a suggestion that one key accepts and nothing else does."""

import pytest

from t2desk.domain.floor import Turn
from t2desk.ui.kit.painting import isolated
from tests.ui.floor.test_order_in_the_window import choose


@pytest.fixture
def talked(sitting):
    for letters, seconds in (("amina", 60), ("boris", 30)):
        choose(sitting, "S", letters)
        sitting.room.clock.forward(seconds)
    sitting.press("E")
    sitting.tick()
    return sitting


def test_a_key_goes_through_what_is_counted_and_by_what(talked):
    assert talked.find("balanceScope").text() == "this session"
    talked.press("Shift+P")
    assert talked.find("balanceBy").text() == "by person"
    assert talked.rows("balanceList")[:3] == [
        "Amina Yusuf, 1:00, 67%", "Boris Kovač, 0:30, 33%", "فاطمة الزهراء, not heard yet, 0%",
    ]  # fmt: skip
    talked.press("I", "Shift+B")
    assert talked.find("balanceScope").text() == "this item"
    assert talked.rows("balanceList")[0] == "Amina Yusuf, 0:00, 0%"
    talked.press("Shift+B")
    assert talked.rows("balanceList")[0] == "Amina Yusuf, 1:00, 67% in all, 67%"
    talked.press("Ctrl+Shift+E")
    assert talked.find("balanceBy").text() == "by role"
    assert talked.rows("balanceList") == ["Participant, 1:30, 100% in all, 100%"]


def test_the_choice_outlives_the_curtain(talked):
    talked.press("Shift+P", "Shift+B", "F12", "F12")
    assert (talked.find("balanceScope").text(), talked.find("balanceBy").text()) == ("this item", "by person")


def test_interruptions_are_told_for_both_sides(talked):
    choose(talked, "S", "amina")
    talked.press("Y")
    choose(talked, "W", "boris")
    talked.press("E")
    for _ in range(4):
        talked.press("Shift+P")
    assert talked.rows("balanceList")[0] == "North, 1 made, 1 received"


@pytest.mark.parametrize("key", ["Shift+N", "Shift+F8"])
def test_a_suggestion_gives_its_reason_and_waits_for_its_key(talked, key):
    assert talked.find("queueSuggestion").text() == f"Perhaps {isolated('فاطمة الزهراء')}: not heard yet"
    talked.tick()
    assert talked.room.all(Turn, seconds=None) == ()
    talked.press(key)
    assert [turn.person for turn in talked.room.all(Turn, seconds=None)] == ["p03"]


def test_who_waits_for_a_first_turn_is_suggested_with_the_kind_that_was_asked_for(talked):
    talked.room.do("queue.add", person="p01")
    talked.room.do("queue.add", person="p04", kind="question")
    talked.press("F12", "F12")
    assert talked.find("queueSuggestion").text().endswith("has not spoken yet")
    talked.press("Shift+N")
    turn = talked.room.one(Turn, seconds=None)
    assert (turn.person, turn.kind) == ("p04", "question")


def test_with_no_reason_there_is_no_suggestion_and_the_key_says_so(sitting):
    assert not sitting.sees("queueSuggestion")
    sitting.press("Shift+N")
    assert "Nobody is suggested" in sitting.said()

"""The balance adds up and lives with the turn; the agenda plans itself anew."""

import pytest

from t2desk.domain.agenda import AgendaItem
from tests.ui.floor.conftest import SITTING


def speak(person, seconds):
    return (("turn.start", {"person": person}), seconds)


def spoken(desk, *turns):
    for (name, fields), seconds in turns:
        desk.room.do(name, **fields)
        desk.room.clock.forward(seconds)


@pytest.fixture
def talked(hands):
    desk = hands(*SITTING)
    spoken(desk, speak("p01", 60), speak("p03", 60), speak("p05", 60))
    desk.room.do("turn.end")
    desk.window.go("desk")
    return desk


def test_shares_are_whole_and_sum_to_a_hundred(talked):
    assert talked.rows("balanceList") == ["North, 1:00, 34%", "South, 1:00, 33%", "East, 1:00, 33%"]
    assert talked.text("balanceFoot") == "equal share, 33% · 3 not heard yet"


def test_the_running_turn_counts_at_once_and_an_interrupt_for_nobody(talked):
    talked.press("S")
    talked.type("amina")
    talked.press("Return")
    talked.room.clock.forward(120)
    talked.tick()
    assert talked.rows("balanceList")[0] == "North, 3:00, 60%"
    talked.press("P")
    talked.room.clock.forward(600)
    talked.tick()
    assert talked.rows("balanceList")[0] == "North, 3:00, 60%"


def test_the_sums_follow_an_undo(talked, qtbot):
    talked.press("Ctrl+Z", "Ctrl+Z")
    qtbot.waitUntil(lambda: talked.rows("balanceList")[1].startswith("South, 2:00"))
    qtbot.waitUntil(lambda: talked.rows("balanceList")[2] == "East, 0:00, 0%")


def test_the_speaker_line_says_which_turn_and_how_much(talked):
    talked.press("S")
    talked.type("amina")
    talked.press("Return")
    talked.room.clock.forward(30)
    talked.tick()
    assert talked.find("turnDetails").shown() == "0:30 used of 3:00 · second turn · 1:30 in this session"


def test_the_agenda_says_what_is_left_and_how_far_behind(hands):
    desk = hands(*SITTING)
    desk.room.clock.forward(4 * 60)
    desk.find("agendaPanel")._on_ticked()
    assert "6 min left" in desk.rows("agendaList")[0]
    assert desk.text("agendaBehind") == "on time"
    desk.room.clock.forward(9 * 60)
    desk.find("agendaPanel")._on_ticked()
    assert "3 min over" in desk.rows("agendaList")[0]
    assert desk.text("agendaBehind") == "3 min behind plan"


@pytest.mark.parametrize("key", ["I", "Ctrl+I"])
def test_the_next_item_is_one_key(hands, key):
    desk = hands(*SITTING)
    desk.room.clock.forward(13 * 60)
    desk.press(key)
    states = {item.title: item.state for item in desk.room.all(AgendaItem)}
    assert states == {"Opening": "done", "Sources": "current"}
    assert "took 13 of 10 min" in desk.rows("agendaList")[0]
    assert not desk.sees("agendaNext")


LONG = "Concerns about upstream releases in dry years, and what early warning, joint inspection and data could do"


def test_the_item_at_hand_shows_its_whole_title(hands):
    desk = hands(("session.open", {"title": "First"}), ("item.add", {"title": LONG, "minutes": 10}))
    listed = desk.find("agendaList")
    waiting = listed.visualRect(listed.model().index(0, 0)).height()
    desk.press("I")
    line = listed.fontMetrics().lineSpacing()
    listed.doItemsLayout()
    assert listed.visualRect(listed.model().index(0, 0)).height() >= waiting + 2 * line


def test_no_button_offers_a_point_before_anything_is_taken_in(hands):
    assert not hands().sees("pointNew")
    assert hands(("session.open", {"title": "First"})).sees("pointNew")

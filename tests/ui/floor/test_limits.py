"""How long a turn may be, by + and −; and how long somebody has waited, in minutes that do not tick."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from t2desk.domain.floor import TurnLimit
from t2desk.services.floor_views import floor_view


def limits(hands):
    return {one.item: one.seconds for one in hands.room.all(TurnLimit)}


def speak(hands, letters):
    hands.press("S")
    hands.type(letters)
    hands.press("Return")


@pytest.mark.parametrize(("key", "shown"), [("+", "4:00"), ("F5", "4:00"), ("-", "2:00"), ("Shift+F5", "2:00")])
def test_plus_and_minus_change_the_turn_that_runs_and_no_other(sitting, key, shown):
    speak(sitting, "kov")
    sitting.press(key)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == shown
    assert limits(sitting) == {}
    speak(sitting, "amina")
    assert sitting.find("turnTimer").shown() == "3:00"


def test_the_buttons_do_what_the_keys_do(sitting):
    speak(sitting, "kov")
    QTest.mouseClick(sitting.find("turn-shorten"), Qt.MouseButton.LeftButton)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "2:00"


def test_a_turn_keeps_a_minute_at_the_least(sitting):
    speak(sitting, "kov")
    sitting.press("-", "-", "-", "-")
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "1:00"


def test_while_nobody_speaks_they_change_the_turns_to_come(sitting):
    session = sitting.room.desk.read(floor_view).session
    assert "3:00" in sitting.text("idleLimit")
    sitting.press("+", "+")
    assert sitting.room.all(TurnLimit, session=session)[0].seconds == 300
    assert "5:00" in sitting.text("idleLimit")
    speak(sitting, "kov")
    assert sitting.find("turnTimer").shown() == "5:00"
    sitting.press("E", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert "3:00" in sitting.text("idleLimit")


def test_an_item_with_a_limit_of_its_own_is_the_one_that_is_changed(sitting):
    sitting.room.do("item.add", title="Wells", minutes=20)
    item = sitting.room.do("item.next").id
    sitting.room.do("limit.set", seconds=120, item=item)
    sitting.window._view._feed.read_floor()
    sitting.press("-")
    assert limits(sitting) == {item: 60}


def test_whoever_waits_is_seen_to_wait_in_whole_minutes(sitting):
    sitting.room.do("queue.add", person="p01")
    sitting.window._view._feed.read_floor()
    painted = []
    sitting.window._view._queue.list.viewport().update = lambda: painted.append(True)
    assert "waiting 0 minutes" in sitting.rows("queueList")[0]
    for seconds, words in (
        (59, "waiting 0 minutes"),
        (2, "waiting 1 minute,"),
        (58, "waiting 1 minute,"),
        (1, "2 min"),
    ):
        sitting.room.clock.forward(seconds)
        sitting.tick()
        assert words in sitting.rows("queueList")[0]
    assert len(painted) == 3  # the first look, and each full minute; not one for every second

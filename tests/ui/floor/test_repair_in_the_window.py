"""Turns put right by keys: lengths in doubt, idle time given away, cut, joined, given to somebody else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from t2desk.domain.floor import Turn
from t2desk.domain.floor_terms import TurnMark
from t2desk.domain.people import Person
from t2desk.ui.kit.painting import isolated
from tests.services.desks import id_of


def choose(hands, key, letters):
    hands.press(key)
    hands.type(letters)
    hands.press("Return")


def lengths(hands):
    return [(turn.person, turn.seconds) for turn in sorted(hands.room.all(Turn), key=lambda turn: turn.since)]


def letter(hands, key):
    """Press a letter as a keyboard does: whoever has the focus may keep it from being a command."""
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def talked(sitting):
    """Two turns that ended, of 60 and of 40 seconds, and 30 seconds that nobody had."""
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(60)
    choose(sitting, "S", "boris")
    sitting.room.clock.forward(40)
    sitting.press("E")
    sitting.room.clock.forward(30)
    sitting.tick()
    return sitting


@pytest.mark.parametrize("key", ["Shift+T", "Ctrl+Shift+J"])
def test_time_that_nobody_had_is_offered_and_given(talked, key):
    assert talked.text("floorAskWords") == "Nobody has had the floor for 0:30."
    choose(talked, key, "luk")
    assert lengths(talked)[-1] == ("p05", 30.0)
    assert not talked.sees("floorAsks")
    talked.press("Ctrl+Z")
    assert lengths(talked) == [("p01", 60.0), ("p02", 40.0)]


def test_with_no_such_time_the_key_says_so(sitting):
    sitting.press("Shift+T")
    assert "No time is left over" in sitting.said()


def test_turns_are_listed_the_latest_first_and_a_letter_acts(talked):
    talked.press("U")
    assert [row.split(",")[0] for row in talked.rows("turnsList")] == ["Boris Kovač", "Amina Yusuf"]
    letter(talked, Qt.Key.Key_L)
    talked.type("0:35")
    talked.press("Return")
    assert lengths(talked) == [("p01", 60.0), ("p02", 35.0)]
    assert "Ctrl+Z" in talked.said()
    talked.press("Ctrl+Z")
    assert lengths(talked)[1] == ("p02", 40.0)


def test_a_turn_is_cut_in_two_and_the_second_part_given_to_somebody(talked):
    talked.press("U")
    letter(talked, Qt.Key.Key_X)
    talked.type("0:15")
    talked.press("Return")
    assert lengths(talked) == [("p01", 60.0), ("p02", 15.0), ("p02", 25.0)]
    talked.find("turnsList").setCurrentIndex(talked.find("turnsList").model().index(0))
    letter(talked, Qt.Key.Key_W)
    talked.type("luk")
    talked.press("Return")
    assert lengths(talked)[-1] == ("p05", 25.0)


def test_two_different_turns_are_joined_only_when_it_is_said_twice(talked):
    talked.press("U")
    letter(talked, Qt.Key.Key_M)
    assert "Once more" in talked.text("turnsSaid")
    assert len(lengths(talked)) == 2
    letter(talked, Qt.Key.Key_M)
    assert lengths(talked) == [("p01", 100.0)]


def test_a_length_that_is_none_is_told_and_nothing_happens(talked):
    talked.press("U")
    letter(talked, Qt.Key.Key_T)
    talked.type("soon")
    talked.press("Return")
    assert "2:30" in talked.text("turnsSaid")
    letter(talked, Qt.Key.Key_Escape)
    assert not talked.sees("turnsCard")
    assert lengths(talked) == [("p01", 60.0), ("p02", 40.0)]


def test_a_refusal_is_told_where_it_happened(talked):
    talked.press("U")
    letter(talked, Qt.Key.Key_T)
    talked.type("5")
    talked.press("Return")
    assert talked.text("turnsSaid")
    assert lengths(talked) == [("p01", 60.0), ("p02", 40.0)]


def slept(hands, seconds):
    hands.room.clock.sleep(seconds)
    hands.find("deskView")._feed._on_timeout()


def test_a_laptop_that_lay_still_asks_whether_the_speaker_went_on(sitting):
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(30)
    slept(sitting, 1740)
    asked = f"The laptop lay still for 29:00. Was {isolated('Amina Yusuf')} speaking all that time?"
    assert sitting.text("floorAskWords") == asked
    sitting.find("askNo").click()
    assert sitting.room.one(Turn).elapsed(sitting.room.clock.now()) == 30
    assert not sitting.sees("floorAsks")
    sitting.press("Ctrl+Z", "Shift+W")
    assert sitting.room.one(Turn).elapsed(sitting.room.clock.now()) == 1770
    assert sitting.room.one(TurnMark).uncertain is None


def test_a_lid_closed_behind_the_curtain_is_asked_about_too(sitting):
    choose(sitting, "S", "amina")
    sitting.find("deskView")._feed._on_timeout()
    sitting.press("F12")
    sitting.room.clock.sleep(600)
    sitting.press("F12")
    sitting.find("deskView")._feed._on_timeout()
    assert "lay still for 10:00" in sitting.text("floorAskWords")


def test_a_lid_closed_for_a_moment_asks_nothing_nor_does_a_pause(sitting):
    choose(sitting, "S", "amina")
    slept(sitting, 59)
    assert sitting.room.all(TurnMark) == ()
    sitting.press("Space")
    slept(sitting, 500)
    assert sitting.room.all(TurnMark) == ()


def test_a_length_that_only_a_wall_clock_knows_is_asked_about_with_its_hours(sitting):
    choose(sitting, "S", "amina")
    slept(sitting, 1740)
    assert "lay still" in sitting.text("floorAskWords")
    sitting.press("E")
    assert f"Was {isolated('Amina Yusuf')} speaking from" in sitting.text("floorAskWords")
    assert "for 29:00?" in sitting.text("floorAskWords")
    sitting.find("askRight").click()
    letter(sitting, Qt.Key.Key_L)
    sitting.type("2")
    sitting.press("Return")
    assert lengths(sitting) == [("p01", 120.0)]


def test_two_entries_become_one_person_and_no_second_is_lost(talked):
    talked.press("Shift+U")
    talked.type("boris")
    talked.press("Return")
    assert "Boris" in talked.text("chooserTitle")
    assert not [row for row in talked.rows("chooserList") if "Boris" in row]
    talked.type("luk")
    talked.press("Return")
    assert lengths(talked) == [("p01", 60.0), ("p05", 40.0)]
    assert "p02" not in {one.id for one in talked.room.all(Person)}
    talked.press("Ctrl+Z")
    assert lengths(talked)[1] == ("p02", 40.0)


def test_the_chooser_gives_a_past_turn_to_somebody_and_not_the_one_that_runs(talked):
    choose(talked, "S", "amina")
    talked.press("U")
    talked.find("turnsList").setCurrentIndex(talked.find("turnsList").model().index(1))
    talked.press("Return")
    talked.type("nino")
    talked.press("Return")
    assert [person for person, _ in lengths(talked)] == ["p01", "p04", "p01"]
    assert id_of(talked.room.one(Turn, seconds=None))

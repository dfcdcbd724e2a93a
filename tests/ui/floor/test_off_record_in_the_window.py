"""Off the record at the desk: since when, a time that counts down and is stored nowhere, and seconds forgotten."""

import pytest

from t2desk.domain.floor import Turn, TurnLimit
from t2desk.domain.notes import Note
from t2desk.domain.points import Point
from t2desk.domain.sections import Draft
from t2desk.domain.series import OffRecord


@pytest.fixture
def off(sitting):
    """A desk off the record."""
    sitting.press("O")
    return sitting


def test_it_says_since_when_here_and_at_the_capture_line(off):
    assert off.text("offRecordSince").startswith("Since ")
    assert off.text("captureAttribution").startswith("Off the record since ")
    assert off.find("captureBox").deaf
    off.room.clock.forward(75)
    off.find("offRecordClock")._tick()
    assert off.text("offRecordSince").endswith("for 1:15")


def test_a_chosen_time_counts_down_and_says_when_it_is_over(off):
    assert not off.sees("offRecordLeft")
    off.find("offRecord-5").click()
    assert off.text("offRecordLeft") == "5:00"
    off.press("+", "+", "-")
    off.find("offRecordClock")._tick()
    assert off.text("offRecordLeft") == "6:00"
    off.room.clock.forward(372)
    off.find("offRecordClock")._tick()
    assert (off.text("offRecordLeft"), off.text("offRecordOver")) == ("−0:12", "Over time.")
    off.find("offRecord-0").click()
    assert not off.sees("offRecordLeft")


def test_the_time_is_in_no_row_and_outlives_the_curtain(off):
    before = off.room.image()
    off.find("offRecord-10").click()
    off.press("+")
    assert off.room.image() == before
    assert off.room.all(TurnLimit) == ()
    off.press("F12", "F12")
    assert off.text("offRecordLeft") == "11:00"


def test_going_on_says_the_interval_and_forgets_the_time(off):
    off.find("offRecord-10").click()
    off.room.clock.forward(600)
    off.press("O")
    assert off.said().startswith("Off the record from ")
    assert (off.room.all(OffRecord), off.room.all(Turn)) == ((), ())
    off.press("O")
    assert not off.sees("offRecordLeft")


def forget(hands, *keys):
    hands.press("Shift+F", *keys)


def test_forgetting_asks_once_more_and_enter_too_often_forgets_nothing(sitting):
    sitting.room.do("note.add", text="said too much")
    forget(sitting)
    sitting.type("60 s")
    sitting.press("Return")
    assert "1 note, 0 points" in sitting.text("forgetSaid")
    sitting.press("Return")
    assert not sitting.sees("forgetCard")
    assert len(sitting.room.all(Note)) == 1


def test_forgetting_by_keys_lets_go_of_notes_points_and_drafts(sitting):
    sitting.room.acts(
        ("note.add", {"text": "said too much"}), ("point.propose", {"text": "this too"}),
        ("draft.save", {"id": "x", "text": "and th"}),
    )  # fmt: skip
    forget(sitting)
    sitting.find("forget-60").click()
    sitting.press("Tab", "Space")
    assert (sitting.room.all(Note), sitting.room.all(Point), sitting.room.all(Draft)) == ((), (), ())
    assert sitting.said().startswith("Forgotten, for good")
    assert not sitting.sees("forgetCard")


def test_a_length_that_is_none_is_refused_in_place(sitting):
    forget(sitting)
    for typed in ("soon", "11:00", "0"):
        sitting.find("forgetLine").selectAll()
        sitting.type(typed)
        sitting.press("Return")
        assert "ten minutes at most" in sitting.text("forgetSaid")
        assert not sitting.sees("forgetReally")
    sitting.press("Escape")
    assert not sitting.sees("forgetCard")


def test_what_lies_longer_back_is_not_counted(sitting):
    sitting.room.do("note.add", text="before")
    sitting.room.clock.forward(90)
    forget(sitting)
    sitting.find("forget-60").click()
    assert "0 notes, 0 points" in sitting.text("forgetSaid")

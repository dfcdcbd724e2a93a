"""The floor by its keys: every act is one press, and the row is the truth."""

import pytest
from PySide6.QtCore import Qt

from t2desk.domain.floor import QueueEntry, Turn
from t2desk.domain.series import OffRecord, Session
from t2desk.ui.floor import speaker
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.kit.spaces import Space
from tests.ui.floor.conftest import SITTING


def floor(hands):
    """Return who holds a turn that has not ended, by person."""
    return {turn.person: turn for turn in hands.room.all(Turn, seconds=None)}


def queue(hands):
    return [entry.person for entry in sorted(hands.room.all(QueueEntry), key=lambda entry: entry.place)]


def choose(hands, key, letters):
    hands.press(key)
    hands.type(letters)
    hands.press("Return")


@pytest.mark.parametrize("key", ["S", "F6"])
def test_a_few_letters_and_enter_give_the_floor(sitting, key):
    choose(sitting, key, "kov")
    assert list(floor(sitting)) == ["p02"]
    assert sitting.text("speakerName") == "Boris Kovač, North"
    assert sitting.find("turnTimer").shown() == "3:00"
    assert not sitting.sees("personChooser")


def test_enter_without_a_name_starts_an_unnamed_turn_that_is_assigned_later(sitting):
    sitting.press("S", "Return")
    assert list(floor(sitting)) == [None]
    assert "Nobody named" in sitting.text("speakerName")
    choose(sitting, "W", "luk")
    assert list(floor(sitting)) == ["p05"]


def test_the_clock_counts_down_from_the_row_and_stops_in_a_pause(sitting):
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(106)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "1:14"
    sitting.press("Space")
    assert floor(sitting)["p01"].paused is not None
    sitting.room.clock.forward(50)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "1:14"
    assert sitting.find("turnDetails").shown().startswith("Paused.")
    sitting.press("F7")
    sitting.room.clock.forward(4)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "1:10"


@pytest.mark.parametrize(
    ("seconds", "figure", "words"),
    [(149, "0:31", "2:29 used"), (150, "0:30", "Nearly up."), (192, "−0:12", "Over time.")],
)
def test_words_change_with_the_time(sitting, seconds, figure, words):
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(seconds)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == figure
    assert sitting.find("turnDetails").shown().startswith(words)


def test_a_minute_more_outlives_the_curtain_and_ends_with_the_turn(sitting):
    choose(sitting, "S", "amina")
    sitting.press("+", "F5")
    assert sitting.find("turnTimer").shown() == "5:00"
    sitting.press("F12", "F12")
    assert sitting.find("turnTimer").shown() == "5:00"
    choose(sitting, "S", "boris")
    assert sitting.find("turnTimer").shown() == "3:00"


def test_the_screen_reader_is_told_at_most_every_ten_seconds(sitting):
    choose(sitting, "S", "amina")
    timer, told = sitting.find("turnTimer"), set()
    for _ in range(25):
        sitting.room.clock.forward(1)
        sitting.tick()
        told.add(timer.text())
    assert timer.shown() == "2:35"
    assert len(told) <= 4


def test_nearly_up_and_over_time_are_spoken_once_each_turn_and_the_bar_does_not_chatter(sitting, monkeypatch):
    said, values = [], []
    monkeypatch.setattr(speaker, "announce", lambda _widget, words: said.append(words))
    choose(sitting, "S", "amina")
    sitting.find("turnBar").valueChanged.connect(values.append)
    for _ in range(200):
        sitting.room.clock.forward(1)
        sitting.tick()
    assert said == ["Nearly up.", "Over time."]
    assert values == list(range(1, 11))
    sitting.press("F12", "F12")
    sitting.tick()
    assert said == ["Nearly up.", "Over time."]
    choose(sitting, "S", "boris")
    sitting.room.clock.forward(151)
    sitting.tick()
    assert said == ["Nearly up.", "Over time.", "Nearly up."]


def test_a_tick_reads_nothing(sitting, monkeypatch):
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(5)
    asked = []
    with monkeypatch.context() as patched:
        patched.setattr(sitting.room.desk, "read", lambda _question: asked.append("read"))
        sitting.tick()
        sitting.find("agendaPanel")._on_ticked()
    assert asked == []
    assert sitting.find("turnTimer").shown() == "2:55"


def test_next_gives_the_floor_in_the_order_of_the_list(sitting):
    for letters in ("amina", "boris"):
        choose(sitting, "A", letters)
    sitting.press("N")
    assert (list(floor(sitting)), queue(sitting)) == (["p01"], ["p02"])
    sitting.press("F8")
    assert (list(floor(sitting)), queue(sitting)) == (["p02"], [])


def test_in_the_smallest_room_an_interrupt_still_says_what_it_is(sitting):
    choose(sitting, "S", "amina")
    speaker = sitting.find("speakerPanel")
    speaker.set_space(Space.CRAMPED)
    sitting.press("P")
    assert not sitting.sees("turnHeading")
    assert sitting.find("turnDetails").shown().startswith("Point of order")


def test_next_with_nobody_waiting_says_what_to_press(sitting):
    sitting.press("N")
    assert sitting.room.all(Turn) == ()
    assert "Nobody is waiting" in sitting.said()


@pytest.mark.parametrize(("key", "heading"), [("P", "Point of order"), ("Ctrl+Shift+Y", "Right of reply")])
def test_an_interrupt_stops_the_clock_and_its_end_brings_it_back(sitting, key, heading):
    choose(sitting, "S", "amina")
    sitting.room.clock.forward(60)
    sitting.press(key)
    assert sitting.text("turnHeading") == heading
    assert "2:00" in sitting.text("turnBeneath")
    sitting.room.clock.forward(21)
    sitting.tick()
    assert sitting.find("turnTimer").shown() == "0:21"
    sitting.press("E")
    assert sitting.text("speakerName").startswith("Amina Yusuf")
    assert sitting.find("turnTimer").shown() == "2:00"
    assert not sitting.sees("turnBeneath")


def test_undo_takes_the_last_act_of_the_floor_back(sitting):
    choose(sitting, "A", "amina")
    choose(sitting, "A", "boris")
    sitting.press("N", "Ctrl+Z")
    assert (floor(sitting), queue(sitting)) == ({}, ["p01", "p02"])
    sitting.press("Ctrl+Z")
    assert queue(sitting) == ["p01"]
    assert sitting.find("queueList").model().rowCount() == 1


@pytest.mark.parametrize("letters", ["فاطمه", "FATIMA", "fz", "3", "٣"])
def test_arabic_names_are_found_by_letters_marks_initials_and_seat(sitting, letters):
    if letters == "fz":
        letters = "فا"
    choose(sitting, "F3", letters)
    assert queue(sitting) == ["p03"]


def test_accents_do_not_matter_and_who_waits_is_marked(sitting):
    choose(sitting, "A", "lukasz oberg")
    assert queue(sitting) == ["p05"]
    sitting.press("A")
    sitting.type("LO")
    assert sitting.rows("chooserList") == ["Łukasz Öberg, East · on the list, seat 5"]
    sitting.press("Escape")
    assert queue(sitting) == ["p05"]


def test_nobody_fits_and_nobody_is_added(sitting):
    choose(sitting, "A", "zzz")
    assert queue(sitting) == []
    assert sitting.text("chooserHint") == "Nobody fits."


def test_the_list_is_reordered_and_emptied_by_keys(sitting):
    for letters in ("amina", "boris", "luk"):
        choose(sitting, "A", letters)
    rows = sitting.find("queueList")
    rows.setFocus()
    rows.select("p05")
    sitting.press("Alt+Up")
    assert queue(sitting) == ["p01", "p05", "p02"]
    sitting.press("Alt+Up", "Alt+Up")
    assert queue(sitting) == ["p05", "p01", "p02"]
    sitting.press("Alt+Down")
    assert queue(sitting) == ["p01", "p05", "p02"]
    assert rows.current().speaker.person == "p05"
    sitting.press("Delete")
    assert queue(sitting) == ["p01", "p02"]
    sitting.press("Ctrl+Z")
    assert queue(sitting) == ["p01", "p05", "p02"]


def test_letters_go_into_a_text_box_and_chords_act(sitting):
    choose(sitting, "A", "amina")
    sitting.press("F2")
    field = sitting.window.focusWidget()
    sitting.type("neso p")
    assert floor(sitting) == {}
    sitting.press("F8")
    assert list(floor(sitting)) == ["p01"]
    sitting.press("F9")
    assert floor(sitting) == {}
    assert sitting.window.focusWidget() is field


def test_space_presses_the_button_that_has_the_focus(sitting):
    choose(sitting, "S", "amina")
    sitting.find("turn-end").setFocus(Qt.FocusReason.TabFocusReason)
    sitting.press("Space")
    assert floor(sitting) == {}


@pytest.mark.parametrize("key", ["O", "F10"])
def test_off_the_record_the_floor_counts_nothing(sitting, key):
    choose(sitting, "S", "amina")
    sitting.press(key)
    assert sitting.room.all(OffRecord)
    assert floor(sitting) == {}
    assert sitting.text("idleTitle") == "Off the record"
    sitting.press("S", "Return")
    assert floor(sitting) == {}
    sitting.press("O")
    assert not sitting.room.all(OffRecord)
    assert sitting.text("idleTitle") == "Nobody has the floor"


def test_adjourning_keeps_everything_and_one_button_goes_on(sitting):
    choose(sitting, "S", "amina")
    sitting.press("Ctrl+Shift+A")
    assert sitting.room.one(Session).state == "adjourned"
    assert sitting.text("idleTitle") == "The session is adjourned"
    sitting.find("idle-session-begin").click()
    assert sitting.room.one(Session).state == "open"


def test_a_planned_session_is_begun_from_the_desk(hands):
    desk = hands(("session.add", {"title": "Planned"}), ("item.add", {"title": "Opening", "minutes": 10}))
    assert desk.text("idleTitle") == "The session has not begun"
    desk.press("Ctrl+Shift+B")
    assert desk.room.one(Session).state == "open"


def test_without_a_session_the_desk_leads_to_prepare(hands):
    desk = hands()
    assert desk.text("idleTitle") == "No session is planned"
    desk.find("agendaPrepare").click()
    assert not desk.sees("deskView")


def test_a_second_press_before_the_first_is_drawn_skips_nobody(sitting, monkeypatch):
    for letters in ("amina", "boris", "luk"):
        choose(sitting, "A", letters)
    sitting.press("N")
    with monkeypatch.context() as slow:
        slow.setattr(FloorFeed, "_on_floor_read", lambda _feed, _floor: None)
        sitting.press("N", "N", "N")
    assert (list(floor(sitting)), queue(sitting)) == (["p02"], ["p05"])


def test_the_hold_is_shown_while_somebody_speaks_and_goes(sitting):
    choose(sitting, "S", "amina")
    assert not sitting.sees("floorHold")
    sitting.press("H")
    assert sitting.text("floorHold") == "The rapporteur asks to wait (H)"
    sitting.press("H")
    assert not sitting.sees("floorHold")


def test_a_turn_that_began_earlier_is_said_by_one_key_and_taken_back_by_another(sitting):
    sitting.room.clock.forward(90)
    choose(sitting, "S", "amina")
    sitting.press("T")
    assert sitting.find("turnTimer").shown() == "2:00"
    sitting.press("Ctrl+Z")
    assert sitting.find("turnTimer").shown() == "3:00"


def test_leaving_the_desk_lets_go_of_its_keys_and_coming_back_takes_them_on(sitting, qtbot):
    for view in ("prepare", "desk", "desk"):
        sitting.window.go(view)
    qtbot.waitUntil(lambda: len(sitting.window.findChildren(object, "deskView")) <= 1)
    choose(sitting, "S", "amina")
    assert list(floor(sitting)) == ["p01"]
    sitting.window.go("prepare")
    qtbot.waitUntil(lambda: sitting.window.findChild(object, "deskView") is None)
    sitting.press("E")
    assert list(floor(sitting)) == ["p01"]


def test_nothing_is_squeezed_out_of_a_small_window(hands):
    desk = hands(*SITTING, ("turn.start", {"person": "p01"}), size=(1024, 640))
    assert (desk.window.width(), desk.window.height()) == (1024, 640)
    for name in ("turnTimer", "turn-pause", "turn-next", "turn-end", "turn-point_of_order", "queueAdd", "agendaNext"):
        box = desk.find(name)
        corner = box.mapTo(desk.window, box.rect().bottomRight())
        assert desk.window.rect().contains(corner), name
        assert box.height() >= 20, name

"""The pictures of a session: every second of every turn has its place, and settling leaves none."""

import pytest

from t2desk.domain.floor import UNCHARGED, Turn
from t2desk.services.balance_windows import QUARTER, session_picture
from t2desk.services.timeline import timeline


def line(room, session="s01"):
    return room.desk.read(lambda work: timeline(work, session))


def picture(room, session="s01"):
    return room.desk.read(session_picture(session))


def places(found):
    return [(turn.speaker.person if turn.speaker else "", turn.begin, turn.end) for turn in found.turns]


def speak(room, person, seconds):
    room.do("turn.start", person=person)
    room.clock.forward(seconds)
    room.do("turn.end")


def test_turns_stand_where_they_were_held_and_what_lies_between_is_idle(sitting):
    speak(sitting, "p01", 60)
    sitting.clock.forward(30)
    speak(sitting, "p04", 90)
    found = line(sitting)
    assert places(found) == [("p01", 0, 60), ("p04", 90, 180)]
    assert (found.idle, found.off, found.length) == (((60, 90),), (), 180)
    assert [turn.speaker.party for turn in found.turns] == ["North", "South"]


def test_an_interrupt_cuts_the_turn_beneath_and_lies_within_it(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(40)
    sitting.do("turn.start", person="p04", kind="point_of_order")
    sitting.clock.forward(20)
    sitting.do("turn.end")
    sitting.clock.forward(40)
    sitting.do("turn.end")
    main, interrupt = line(sitting).turns
    assert (main.begin, main.end, main.seconds, main.cuts, main.paused) == (0, 100, 80, ((40, 60),), 0)
    assert main.talks() == ((0, 40), (60, 100))
    assert (interrupt.beneath, interrupt.depth, interrupt.begin, interrupt.end) == (main.key, 1, 40, 60)


def test_of_a_pause_by_hand_only_its_length_is_known(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(40)
    sitting.do("turn.pause")
    sitting.clock.forward(25)
    sitting.do("turn.resume")
    sitting.clock.forward(10)
    sitting.do("turn.end")
    (turn,) = line(sitting).turns
    assert (turn.seconds, turn.paused, turn.cuts, turn.end) == (50, 25, (), 75)


def test_a_turn_that_runs_is_drawn_up_to_now(sitting):
    sitting.do("turn.start", person="p01")
    sitting.clock.forward(33)
    (turn,) = line(sitting).turns
    assert (turn.runs, turn.end, turn.seconds) == (True, 33, 33)


def test_what_was_off_the_record_is_a_gap_that_says_nothing_else(sitting):
    speak(sitting, "p01", 60)
    sitting.do("off_record.begin")
    sitting.clock.forward(300)
    sitting.do("off_record.end")
    sitting.clock.forward(40)
    speak(sitting, "p04", 60)
    found = line(sitting)
    assert (found.off, found.idle) == (((60, 360),), ((360, 400),))
    sitting.do("off_record.begin")
    sitting.clock.forward(50)
    assert (line(sitting).off[1], line(sitting).length) == ((460, 510), 510)


def test_the_clock_on_the_wall_that_is_set_moves_no_turn(sitting):
    speak(sitting, "p01", 60)
    sitting.clock.set_wall(-3600)
    speak(sitting, "p04", 60)
    assert places(line(sitting)) == [("p01", 0, 60), ("p04", 60, 120)]


def test_items_are_bands_from_their_first_turn_to_that_of_the_next(sitting):
    speak(sitting, "p01", 60)
    sitting.do("item.next")
    sitting.clock.forward(10)
    speak(sitting, "p02", 50)
    assert [(band.title, band.begin, band.end) for band in line(sitting).items] == [
        ("Opening", 0, 70), ("Sources", 70, 120),
    ]  # fmt: skip


@pytest.mark.parametrize("preset", ["chatham_house", "deep_background", "joint_text_only"])
def test_after_settling_nothing_is_drawn_of_what_the_rule_does_not_keep(sitting, preset):
    sitting.do("rule.set", preset=preset)
    for number in range(1, 7):
        speak(sitting, f"p0{number}", 60)
    assert len(line(sitting).turns) == 6
    sitting.do("session.close")
    found = picture(sitting)
    assert (found.line.turns, found.line.items, found.quarters, found.items) == ((), (), (), ())


def parts(window):
    return {part.name: (part.seconds, part.percent) for part in window.parts}


def test_a_turn_over_a_quarter_s_edge_is_shared_out_to_the_second(sitting):
    # The morning begins at 06:30 UTC: ten minutes, then a turn of ten.
    speak(sitting, "p01", 600)
    speak(sitting, "p04", 600)
    first, second = picture(sitting).quarters
    assert (first.begins % QUARTER, second.begins - first.begins) == (0, QUARTER)
    assert parts(first) == {"North": (600, 67), "South": (300, 33)}
    assert parts(second) == {"South": (300, 100)}


def test_a_quarter_in_which_nobody_was_charged_is_empty_and_not_left_out(sitting):
    speak(sitting, "p01", 60)
    sitting.clock.forward(2 * QUARTER)
    sitting.do("turn.start", kind="silence")
    sitting.clock.forward(60)
    sitting.do("turn.end")
    assert [window.seconds for window in picture(sitting).quarters] == [60, 0, 0]


def test_no_charged_second_is_lost_or_counted_twice_in_quarters_or_items(sitting):
    for number, seconds in enumerate((700, 55, 1300, 420), start=1):
        sitting.do("turn.start", person=f"p0{number}")
        sitting.clock.forward(seconds / 2)
        sitting.do("turn.start", person="p05", kind="point_of_order")
        sitting.clock.forward(37)
        sitting.do("turn.end")
        sitting.do("turn.pause")
        sitting.clock.forward(12)
        sitting.do("turn.resume")
        sitting.clock.forward(seconds / 2)
        sitting.do("turn.end")
        if number < 3:
            sitting.do("item.next")
    charged = sum(turn.seconds for turn in sitting.all(Turn) if turn.kind not in UNCHARGED)
    found = picture(sitting)
    assert sum(window.seconds for window in found.items) == pytest.approx(charged, abs=2)
    assert sum(window.seconds for window in found.quarters) == pytest.approx(charged, abs=len(found.quarters))
    assert [window.title for window in found.items] == ["Opening", "Sources", "Steps"]

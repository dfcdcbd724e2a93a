"""The agenda at one moment: spent, left, projected, behind plan; nested items take the time of their parts."""

from t2desk.services.agenda_clock import agenda_times, agenda_view


def times(room):
    return agenda_times(room.desk.read(agenda_view), room.clock.now())


def by_title(room):
    return {line.item.title: line for line in times(room).lines}


def minutes_from_now(room, wall):
    return (wall - room.clock.now().wall // 1000) / 60


def test_what_comes_begins_when_what_is_left_has_passed(sitting):
    sitting.clock.forward(5 * 60)
    lines = by_title(sitting)
    assert lines["Opening"].left == 15 * 60
    assert minutes_from_now(sitting, lines["Sources"].starts) == 15
    assert minutes_from_now(sitting, lines["Steps"].starts) == 35
    assert minutes_from_now(sitting, times(sitting).ends) == 55
    assert times(sitting).behind == 0


def test_an_overrun_moves_the_rest_and_an_early_end_pulls_it_forward(sitting):
    sitting.clock.forward(23 * 60)
    assert times(sitting).behind == 3 * 60
    assert minutes_from_now(sitting, by_title(sitting)["Sources"].starts) == 0
    sitting.do("item.next")
    sitting.clock.forward(10 * 60)
    sitting.do("item.next")
    assert times(sitting).behind == -7 * 60


def test_a_planned_start_on_this_day_decides_how_late_it_is(room):
    room.do("series.rename", title="Water")
    room.do("session.add", title="First", starts="2026-05-04T06:20:00+00:00")
    room.do("item.add", title="Opening", minutes=30)
    room.acts(("session.open", {"session": "s01"}), "item.next")
    assert times(room).behind == 10 * 60


def test_a_parent_takes_the_time_of_its_parts_and_numbers_nest(sitting):
    sitting.do("item.add", title="Part", minutes=15, parent="i03")
    lines = by_title(sitting)
    assert (lines["Part"].number, lines["Part"].level) == ("3.1", 1)
    assert lines["Steps"].left == 0
    assert lines["Part"].starts == lines["Steps"].starts


def test_what_is_parked_takes_no_time(sitting):
    sitting.do("item.park", item="i02")
    lines = by_title(sitting)
    assert lines["Sources"].starts is None
    assert minutes_from_now(sitting, lines["Steps"].starts) == 20

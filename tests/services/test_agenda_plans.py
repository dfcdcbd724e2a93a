"""Conclusions, private notes, what comes back when due, what is carried to another day, and neutral orders."""

import pytest

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemPlan, ItemState
from t2desk.domain.desk_errors import NotLate, NotParked, OffTheRecord, UnknownWord
from t2desk.services.agenda import agenda_of
from t2desk.services.agenda_clock import agenda_times, agenda_view
from t2desk.services.agenda_plans import due_items, to_conclude
from t2desk.services.agenda_recovery import minutes_late, recoveries

DUE = "2026-05-04T09:00:00+02:00"


def lengths(room):
    return [one.minutes for one in room.desk.read(lambda work: agenda_of(work, "s01"))]


def late_by(room, minutes):
    room.clock.forward((20 + minutes) * 60)


def asked(room):
    found = room.desk.read(lambda work: to_conclude(work, "s01"))
    return found.title if found else None


def test_a_conclusion_is_asked_for_once_when_an_item_is_left(sitting):
    assert asked(sitting) is None
    sitting.clock.forward(60)
    sitting.do("item.next")
    assert asked(sitting) == "Opening"
    sitting.do("item.conclude", item="i01")
    assert asked(sitting) is None
    sitting.desk.undo()
    sitting.do("item.conclude", item="i01", text="Agreed to meet")
    assert sitting.one(ItemPlan).conclusion == "Agreed to meet"


def test_nothing_is_concluded_off_the_record(sitting):
    sitting.do("off_record.begin")
    with pytest.raises(OffTheRecord):
        sitting.do("item.conclude", item="i01", text="Agreed")


def test_off_the_record_not_even_the_facilitator_notes_anything(sitting):
    sitting.do("off_record.begin")
    with pytest.raises(OffTheRecord):
        sitting.do("item.plan", item="i02", notes="Mind the minister")
    sitting.do("item.plan", item="i02", method="In pairs")
    assert sitting.one(ItemPlan).notes == ""


def test_the_private_notes_are_gone_when_the_session_is_settled(sitting):
    sitting.do("item.plan", item="i02", notes="Mind the minister", method="In pairs")
    sitting.do("session.close")
    assert (sitting.one(ItemPlan).notes, sitting.one(ItemPlan).method) == ("", "In pairs")


def test_the_preview_is_what_the_act_makes_and_one_undo_takes_it_back(sitting):
    late_by(sitting, 8)
    before = lengths(sitting)
    shown = {one.way.value: one for one in sitting.desk.read(recoveries)}
    assert set(shown) == {"shrink", "park", "extend"}
    assert lengths(sitting) == before
    for way, preview in shown.items():
        sitting.do("agenda.recover", way=way)
        assert agenda_times(sitting.desk.read(agenda_view), sitting.clock.now()) == preview.times, way
        assert sitting.desk.read(minutes_late) == preview.still_late, way
        sitting.desk.undo()
        assert (lengths(sitting), sitting.all(AgendaShift)) == (before, ()), way
        assert sitting.desk.read(minutes_late) == 8


def test_a_break_keeps_its_length(sitting):
    sitting.do("item.plan", item="i02", kind="break")
    late_by(sitting, 8)
    sitting.do("agenda.recover", way="shrink")
    assert lengths(sitting) == [20, 20, 12]


def test_on_time_there_is_nothing_to_recover(sitting):
    assert sitting.desk.read(recoveries) == ()
    with pytest.raises(NotLate):
        sitting.do("agenda.recover", way="shrink")


def test_a_parked_item_says_so_when_its_moment_has_come_and_comes_next(sitting):
    sitting.do("item.defer", item="i03", due=DUE)
    sitting.clock.forward(-24 * 3600)
    assert sitting.desk.read(due_items) == ()
    sitting.clock.forward(2 * 24 * 3600)
    assert [one.item.id for one in sitting.desk.read(due_items)] == ["i03"]
    sitting.do("item.unpark", item="i03")
    assert [one.id for one in sitting.desk.read(lambda work: agenda_of(work, "s01"))] == ["i01", "i03", "i02"]
    assert sitting.desk.read(due_items) == ()


def test_what_was_not_parked_does_not_come_back_and_a_moment_has_an_offset(sitting):
    with pytest.raises(NotParked):
        sitting.do("item.unpark", item="i03")
    with pytest.raises(UnknownWord):
        sitting.do("item.defer", item="i03", due="2026-05-04T09:00:00")


def test_an_item_moves_to_another_day_and_what_was_begun_goes_on_there_as_a_new_one(sitting):
    sitting.do("session.add", title="Second day", id="day2")
    sitting.do("item.carry", item="i03", session="day2")
    sitting.clock.forward(5 * 60)
    begun = sitting.do("item.carry", item="i01", session="day2")
    carried = sitting.desk.read(lambda work: agenda_of(work, "day2"))
    assert [(one.title, one.minutes) for one in carried] == [("Steps", 20), ("Opening", 15)]
    assert begun.id != "i01"
    assert sitting.one(AgendaItem, id="i01").state is ItemState.DONE

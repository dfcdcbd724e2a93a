"""The agenda while a session sits: back to an item, minutes more or less, a break at once, and what is parked."""

import pytest

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemKind, ItemPlan, ItemState
from t2desk.domain.agenda_recovery import Recovery
from t2desk.domain.desk_errors import NoItemBefore, NoItemNow, OutOfRange, TimeIsOfParts
from t2desk.services.agenda import agenda_of
from t2desk.services.agenda_actual import planned_actual
from t2desk.services.agenda_clock import agenda_times, agenda_view
from t2desk.services.agenda_desk import desk_agenda, parking_lot
from t2desk.services.agenda_plans import to_conclude
from t2desk.services.agenda_prompts import agenda_prompts
from t2desk.services.agenda_recovery import recovery, to_choose


def titles(room):
    return [one.title for one in room.desk.read(lambda work: agenda_of(work, "s01"))]


def states(room):
    return [one.state.value for one in room.desk.read(lambda work: agenda_of(work, "s01"))]


def behind(room):
    return agenda_times(room.desk.read(agenda_view), room.clock.now()).behind


def test_going_back_keeps_every_second_of_both_items(sitting):
    sitting.clock.forward(60)
    sitting.do("item.next")
    sitting.clock.forward(30)
    sitting.do("item.previous")
    assert states(sitting) == ["current", "planned", "planned"]
    sitting.clock.forward(10)
    sitting.do("item.next")
    assert [one.seconds for one in sorted(sitting.all(AgendaItem), key=lambda one: one.place)] == [70, 30, 0]
    assert states(sitting) == ["done", "current", "planned"]


def test_after_going_back_it_is_asked_once_more_with_what_was_said(sitting):
    sitting.clock.forward(60)
    sitting.do("item.next")
    sitting.do("item.conclude", item="i01", text="Both count")
    sitting.do("item.previous")
    sitting.do("item.next")
    assert sitting.desk.read(lambda work: to_conclude(work, "s01")).id == "i01"
    assert sitting.desk.read(agenda_prompts).said == "Both count"


def test_after_the_sitting_only_the_last_item_is_asked_about(sitting):
    sitting.clock.forward(30 * 60)
    sitting.do("session.adjourn")
    asked = sitting.desk.read(agenda_prompts)
    assert (asked.conclude.id, asked.due, asked.ways) == ("i01", (), ())
    sitting.do("item.conclude", item="i01")
    assert sitting.desk.read(agenda_prompts).conclude is None


def test_before_the_first_item_there_is_nothing_to_go_back_to(sitting):
    with pytest.raises(NoItemBefore):
        sitting.do("item.previous")


def test_minutes_more_make_the_session_late_and_the_first_plan_is_kept(sitting):
    sitting.do("item.extend", minutes=5)
    sitting.do("item.extend", minutes=5)
    assert (sitting.one(AgendaItem, id="i01").minutes, sitting.one(ItemPlan).planned) == (30, 20)
    sitting.clock.forward(20 * 60)
    assert behind(sitting) == 10 * 60
    sitting.do("item.extend", minutes=-10)
    assert behind(sitting) == 0
    with pytest.raises(OutOfRange):
        sitting.do("item.extend", minutes=-20)
    sitting.do("session.adjourn")
    sitting.do("session.open", session="s01")
    with pytest.raises(NoItemNow):
        sitting.do("item.extend")


def test_an_item_over_others_has_no_minutes_to_give(sitting):
    sitting.do("item.nest", item="i02")
    with pytest.raises(TimeIsOfParts):
        sitting.do("item.extend")
    sitting.do("item.extend", item="i02")
    assert sitting.one(AgendaItem, id="i02").minutes == 25


def test_a_break_comes_at_once_and_the_item_goes_on_after_it(sitting):
    sitting.clock.forward(60)
    sitting.do("item.break", title="Tea", minutes=10)
    assert titles(sitting) == ["Tea", "Opening", "Sources", "Steps"]
    assert states(sitting) == ["current", "planned", "planned", "planned"]
    assert behind(sitting) == 10 * 60
    sitting.do("item.next")
    assert sitting.one(AgendaItem, title="Opening").state is ItemState.CURRENT
    assert sitting.desk.read(lambda work: to_conclude(work, "s01")) is None
    sitting.desk.undo()
    sitting.desk.undo()
    assert (titles(sitting), sitting.all(AgendaShift)) == (["Opening", "Sources", "Steps"], ())


def test_a_break_still_to_come_is_brought_forward_and_makes_nobody_late(sitting):
    sitting.do("item.plan", item="i03", kind="break")
    sitting.do("item.break")
    assert titles(sitting) == ["Steps", "Opening", "Sources"]
    assert [one.kind for one in sitting.all(ItemPlan)] == [ItemKind.BREAK]
    assert behind(sitting) == 0


def test_what_is_dropped_or_parked_can_be_chosen_and_the_preview_is_what_the_act_makes(sitting):
    sitting.do("item.plan", item="i02", kind="break")
    sitting.clock.forward(28 * 60)
    assert [one.id for one in sitting.desk.read(to_choose)] == ["i03"]
    for way in (Recovery.PARK, Recovery.DROP):
        shown = sitting.desk.read(lambda work, way=way: recovery(work, way, "i03"))
        sitting.do("agenda.recover", way=way.value, item="i03")
        now = agenda_times(sitting.desk.read(agenda_view), sitting.clock.now())
        assert (now.ends, now.behind) == (shown.times.ends, shown.times.behind), way
        sitting.desk.undo()


def test_the_parking_lot_holds_every_session_s_items_those_that_are_due_first(sitting):
    sitting.do("item.park", item="i02")
    sitting.do("item.defer", item="i03", due="2026-05-04T00:00:00+00:00")
    lot = sitting.desk.read(parking_lot)
    assert [(one.item.id, one.is_due, one.session_title) for one in lot] == [
        ("i03", True, "First"),
        ("i02", False, "First"),
    ]
    sitting.do("session.close")
    assert sitting.desk.read(parking_lot) == ()


def test_the_desk_has_the_private_notes_of_what_is_under_discussion(sitting):
    sitting.do("item.plan", item="i01", notes="Mind the minister", method="In pairs")
    brief = sitting.desk.read(desk_agenda).brief
    assert (brief.item.id, brief.method, brief.notes) == ("i01", "In pairs", "Mind the minister")
    sitting.do("item.next")
    assert sitting.desk.read(desk_agenda).brief.notes == ""


def test_the_picture_adds_up_parts_and_counts_what_runs(sitting):
    sitting.do("item.nest", item="i02")
    sitting.clock.forward(60)
    sitting.do("item.next")
    sitting.do("item.extend", item="i02", minutes=5)
    sitting.clock.forward(120)
    picture = sitting.desk.read(lambda work: planned_actual(work, "s01"))
    rows = [(one.number, one.planned, one.agreed, one.seconds) for one in picture.rows]
    assert rows == [("1", 20, 25, 180), ("1.1", 20, 25, 120), ("2", 20, 20, 0)]
    assert (picture.planned, picture.seconds) == (40, 180)

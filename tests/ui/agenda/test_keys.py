"""Every act of the agenda has a letter and a chord that works while somebody types."""

import pytest

from t2desk.domain.agenda import AgendaItem, ItemPlan, ItemState


def states(desk):
    found = sorted(desk.room.all(AgendaItem), key=lambda one: one.place)
    return [one.state.value for one in found if one.state is not ItemState.PLANNED]


def minutes(desk):
    return desk.room.one(AgendaItem, title="Opening").minutes


@pytest.mark.parametrize(("forth", "back"), [("I", "Shift+I"), ("Ctrl+I", "Alt+I")])
def test_forth_and_back(running, forth, back):
    running.press(forth)
    assert states(running) == ["done", "current"]
    running.press(back)
    assert states(running) == ["current"]


@pytest.mark.parametrize(("more", "less"), [(">", "<"), ("F11", "Shift+F11")])
def test_minutes_more_and_less_for_what_is_under_discussion(running, more, less):
    running.press(more, more)
    assert minutes(running) == 20
    assert running.text("agendaBehind") == "10 min behind plan"
    running.press(less)
    assert minutes(running) == 15


@pytest.mark.parametrize("key", ["Shift+J", "Alt+J"])
def test_a_break_at_once(running, key):
    running.press(key)
    assert running.room.one(AgendaItem, title="Break").state is ItemState.CURRENT
    assert running.room.one(AgendaItem, title="Opening").state is ItemState.PLANNED


def test_the_chords_work_while_the_capture_line_has_the_caret(running):
    running.press("F2")
    running.type("half a line")
    running.press("F11")
    assert minutes(running) == 15
    running.type("m")
    assert (minutes(running), running.find("captureBox").line()) == (15, "half a linem")


def test_the_notes_open_by_a_key_and_what_is_typed_is_kept(running, qtbot):
    assert not running.sees("agendaNotes")
    running.press("Shift+A")
    assert running.find("agendaNotes").hasFocus()
    running.type("Mind the minister")
    running.press("F12", "F12")
    assert [one.notes for one in running.room.all(ItemPlan)] == ["Mind the minister"]
    assert running.find("agendaNotes").toPlainText() == "Mind the minister"
    running.press("I")
    assert running.find("agendaNotes").toPlainText() == ""
    running.press("Shift+A")
    assert not running.sees("agendaNotes")
    running.press("Shift+A", "Escape", ">")
    assert (running.find("agendaNotes").toPlainText(), minutes(running)) == ("", 10)
    assert running.room.one(AgendaItem, title="Sources").minutes == 35


def test_the_rows_say_what_was_planned_and_draw_what_it_took(running):
    running.room.clock.forward(14 * 60)
    running.press("I")
    assert "took 14 of 10 min" in running.rows("agendaList")[0]
    row = running.find("agendaList").model().values()[0]
    assert (round(row.planned, 2), round(row.took, 2)) == (0.33, 0.47)

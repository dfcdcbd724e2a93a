"""When late: every way is drawn before it is taken, one key takes it, one key takes it back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemState


def agenda(desk):
    return {one.title: (one.minutes, one.state.value) for one in desk.room.all(AgendaItem)}


def test_on_time_the_key_says_so_and_no_card_is_shown(running):
    assert not running.sees("agendaCatchUp")
    running.press("Shift+C")
    assert not running.sees("agendaRecovery")
    assert "nothing to catch up" in running.said()


def test_shortening_is_drawn_first_taken_by_enter_and_undone_by_one_key(late):
    before = agenda(late)
    assert late.sees("agendaCatchUp")
    late.press("Shift+C")
    assert late.find("recoveryList").hasFocus()
    rows = late.rows("recoveryList")
    assert rows[0].endswith("stays as it is")
    assert "would take 28 instead of 30 min" in rows[1]
    assert late.text("recoveryEnds").startswith("Ends ")
    assert agenda(late) == before
    late.press("Return")
    assert not late.sees("agendaRecovery")
    assert [one[0] for one in agenda(late).values()] == [10, 28, 18, 18, 18]
    late.press("Ctrl+Z")
    assert (agenda(late), late.room.all(AgendaShift)) == (before, ())


@pytest.mark.parametrize(("digit", "left"), [("2", "parked"), ("3", None)])
def test_another_item_is_put_off_or_dropped_by_the_arrows(late, digit, left):
    said = "put off" if left else "dropped"
    late.press("Shift+C", digit)
    chosen = [one for one in late.rows("recoveryList") if f"would be {said}" in one]
    assert len(chosen) == 1
    late.find("recoveryList").select(late.room.one(AgendaItem, title="Sources").id)
    assert ["Sources" in one for one in late.rows("recoveryList") if said in one] == [True]
    late.press("Return")
    found = {title: state for title, (_, state) in agenda(late).items()}
    assert found.get("Sources") == left
    late.press("Ctrl+Z")
    assert agenda(late)["Sources"] == (30, "planned")


def test_ending_later_changes_no_item(late):
    before = agenda(late)
    late.press("Shift+C", "4")
    assert "as agreed from now on" in late.text("recoveryEnds")
    late.press("Return")
    assert agenda(late) == before
    assert [one.minutes for one in late.room.all(AgendaShift)] == [8]
    assert late.text("agendaBehind") == "on time"


def test_breaks_are_kept_and_cannot_be_put_off(late):
    late.room.do("item.plan", item=late.room.one(AgendaItem, title="Wells").id, kind="break")
    late.window.go("desk")
    late.press("Shift+C")
    wells = next(one for one in late.rows("recoveryList") if "Wells" in one)
    assert "would take" not in wells
    late.press("2")
    late.find("recoveryList").select(late.room.one(AgendaItem, title="Wells").id)
    assert not any("Wells" in one and "put off" in one for one in late.rows("recoveryList"))


def test_escape_leaves_everything_and_gives_the_keys_back(late):
    before = agenda(late)
    late.press("Shift+C", "3", "Escape")
    assert not late.sees("agendaRecovery")
    assert agenda(late) == before
    late.press("I")
    assert late.room.one(AgendaItem, title="Sources").state is ItemState.CURRENT


def test_the_card_goes_with_the_curtain(late):
    late.press("Shift+C", "F12")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert late.window.findChild(type(late.window.centralWidget()), "agendaRecovery") is None
    late.press("F12")
    assert not late.sees("agendaRecovery")

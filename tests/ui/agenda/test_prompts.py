"""The agenda asks inline, and only when there is something to ask; a press acts, one undo takes it back."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent

from t2desk.domain.agenda import AgendaItem, ItemPlan, ItemState
from t2desk.domain.sections import Draft
from t2desk.ui.agenda.prompts import ConclusionLine


def items(desk):
    return {one.title: one for one in desk.room.all(AgendaItem)}


def drafts(desk):
    return {one.id: one.text for one in desk.room.all(Draft)}


def test_leaving_an_item_asks_once_and_enter_keeps_or_skips(running):
    assert not running.sees("agendaConclusion")
    running.room.clock.forward(60)
    running.press("I", "Shift+D")
    running.type("Both count")
    running.press("Return")
    assert [one.conclusion for one in running.room.all(ItemPlan)] == ["Both count"]
    assert not running.sees("agendaConclusion")
    running.room.clock.forward(60)
    running.press("Ctrl+I", "Alt+D", "Return")
    assert not running.sees("agendaConclusion")


def test_a_half_typed_conclusion_is_a_row_within_a_second_and_outlives_the_curtain(running, qtbot):
    running.room.clock.forward(60)
    running.press("I", "Shift+D")
    running.type("Both co")
    qtbot.waitUntil(lambda: "Both co" in drafts(running).values(), timeout=1000)
    running.type("unt")
    running.press("F12")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not running.sees("agendaConclusion")
    assert "Both count" in drafts(running).values()
    running.press("F12")
    assert running.text("agendaConclusion") == "Both count"
    running.press("Shift+D", "Return")
    assert [one.conclusion for one in running.room.all(ItemPlan)] == ["Both count"]
    assert drafts(running) == {}


def test_each_item_has_its_own_half_typed_conclusion(running):
    running.room.clock.forward(60)
    running.press("I", "Shift+D")
    running.type("Of the first")
    running.room.clock.forward(60)
    running.press("Escape", "Ctrl+I")
    assert running.text("agendaConclusion") == ""
    assert "Of the first" in drafts(running).values()


def test_what_is_due_comes_back_at_a_press_or_by_a_key(running):
    last = items(running)["Way forward"].id
    for way in ("press", "Shift+G"):
        running.room.do("item.defer", item=last, due="2026-05-04T00:00:00+00:00")
        running.window.go("desk")
        running.room.clock.forward(48 * 3600)
        running.find("agendaPanel")._on_ticked()
        if way == "press":
            running.find(f"agendaDue-{last}").click()
        else:
            running.press(way)
        assert items(running)["Way forward"].state is ItemState.PLANNED, way


def test_an_item_is_parked_until_an_hour_that_is_said_before(running):
    running.press("Shift+K")
    running.type("9:15")
    assert "Enter parks it" in running.text("agendaParkSaid")
    running.press("Return")
    assert items(running)["Opening"].state is ItemState.PARKED
    due = datetime.fromisoformat(running.room.all(ItemPlan)[0].due)
    assert (due.astimezone().strftime("%H:%M"), due.astimezone(UTC) > datetime(2026, 5, 4, 6, 30, tzinfo=UTC)) == (
        "09:15", True,
    )  # fmt: skip
    assert any("parked, back" in one for one in running.rows("agendaList"))


def test_what_is_no_time_parks_nothing_and_escape_leaves(running):
    running.press("Shift+K")
    running.type("soon")
    running.press("Return")
    assert running.text("agendaParkSaid").startswith("This is no time")
    running.press("Escape")
    assert not running.sees("agendaPark")
    assert items(running)["Opening"].state is ItemState.CURRENT


def test_enter_alone_parks_until_there_is_time_and_a_key_brings_it_back(running):
    running.press("Shift+K", "Return")
    assert items(running)["Opening"].state is ItemState.PARKED
    running.press("Shift+G")
    assert items(running)["Opening"].state is ItemState.PLANNED
    running.press("Shift+G")
    assert running.said() == "Nothing is parked."


def test_off_the_record_a_half_typed_conclusion_is_gone_also_when_it_was_kept_before(running, qtbot):
    running.room.clock.forward(60)
    running.press("I", "Shift+D")
    running.type("Both co")
    qtbot.waitUntil(lambda: "Both co" in drafts(running).values(), timeout=1000)
    running.window._commands.give("off_record.toggle")
    assert running.window.findChild(ConclusionLine).text() == ""
    assert drafts(running) == {}

"""The agenda asks inline, and only when there is something to ask; a press acts, one undo takes it back."""

import os

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from t2desk.domain.agenda import AgendaItem, AgendaShift, ItemPlan, ItemState
from tests.ui.floor.conftest import SITTING


@pytest.fixture
def running(hands):
    desk = hands(*SITTING)
    for title in ("Wells", "Rivers", "Way forward"):
        desk.room.do("item.add", title=title, minutes=20)
    desk.window.go("desk")
    return desk


def shown(desk, kind, name):
    return next((one for one in desk.window.findChildren(kind, name) if one.isVisible()), None)


def test_leaving_an_item_asks_once_and_enter_keeps_or_skips(running):
    assert shown(running, QLineEdit, "agendaConclusion") is None
    running.room.clock.forward(60)
    running.press("I")
    line = shown(running, QLineEdit, "agendaConclusion")
    line.setFocus()
    running.type("Both count")
    running.press("Return")
    assert [one.conclusion for one in running.room.all(ItemPlan)] == ["Both count"]
    assert shown(running, QLineEdit, "agendaConclusion") is None
    running.room.clock.forward(60)
    running.press("Ctrl+I")
    shown(running, QLineEdit, "agendaConclusion").setFocus()
    running.press("Return")
    assert shown(running, QLineEdit, "agendaConclusion") is None


def test_when_late_three_ways_are_offered_and_undone(running):
    running.room.clock.forward(18 * 60)
    running.find("agendaPanel")._on_ticked()
    if "AGENDA_PICTURE" in os.environ:
        running.window.grab().save(os.environ["AGENDA_PICTURE"])
    button = shown(running, QPushButton, "agendaRecoverExtend")
    button.click()
    assert len(running.room.all(AgendaShift)) == 1
    assert shown(running, QPushButton, "agendaRecoverExtend") is None
    running.press("Ctrl+Z")
    assert running.room.all(AgendaShift) == ()
    assert shown(running, QPushButton, "agendaRecoverExtend")


def test_what_is_due_comes_back_at_a_press(running):
    last = running.room.all(AgendaItem)[-1].id
    running.room.do("item.defer", item=last, due="2026-05-04T00:00:00+00:00")
    running.room.clock.forward(48 * 3600)
    running.find("agendaPanel")._on_ticked()
    shown(running, QPushButton, f"agendaDue-{last}").click()
    assert next(one.state for one in running.room.all(AgendaItem) if one.id == last) is ItemState.PLANNED

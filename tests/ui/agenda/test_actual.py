"""What was planned against what it took, as a picture of which every row is also a sentence."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture
def over(running):
    """Opening took 14 of 10 minutes, Sources 20 of 30, Wells got 5 more and was not reached; the session is over."""
    clock, do = running.room.clock, running.room.do
    clock.forward(14 * 60)
    do("item.next")
    clock.forward(20 * 60)
    do("item.extend", item="i03", minutes=5)
    do("item.plan", item="i04", kind="break")
    do("item.park", item="i05")
    do("session.adjourn")
    running.window.go("after")
    running.press("Ctrl+7")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return running


def test_every_item_says_its_plan_and_what_it_took(over):
    assert [one.replace("\u2068", "").replace("\u2069", "") for one in over.rows("actualList")] == [
        "1, Opening, 14 of 10 min, 4 min more",
        "2, Sources, 20 of 30 min, 10 min less",
        "3, Wells, planned 20 min, 25 min agreed in session",
        "4, Rivers, break, planned 20 min",
        "5, Way forward, parked",
    ]


def test_the_sums_leave_out_what_is_parked(over):
    assert over.text("actualSums") == "Planned 80 min, took 34 min: 46 min less"


def test_a_session_without_an_agenda_says_so(hands):
    desk = hands(("session.open", {"title": "First"}), "session.adjourn")
    desk.window.go("after")
    desk.press("Ctrl+7")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not desk.sees("actualList")
    assert desk.sees("plannedActual")

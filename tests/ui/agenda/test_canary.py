"""What the facilitator notes for themselves reaches neither the room nor a document, nor a page that is gone."""

import dataclasses

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.editions import EDITIONS
from t2desk.domain.room_choices import Shown
from t2desk.i18n import Phrases
from t2desk.services.exports import project
from t2desk.services.room_card import room_card

CANARY = "zugvogel-mind-the-minister"


@pytest.fixture
def noted(running):
    """A canary in the private notes of every item, and of what is parked."""
    for number in range(1, 6):
        running.room.do("item.plan", item=f"i0{number}", notes=CANARY)
    running.room.do("item.park", item="i05")
    running.window.go("desk")
    return running


@pytest.mark.parametrize("shown", list(Shown))
def test_no_card_for_the_room_holds_it(noted, shown):
    noted.room.do("room.choose", shown=shown.value, parties=True, balance=True)
    card = noted.room.desk.read(lambda work: room_card(work, 1, noted.room.clock.now(), str))
    assert CANARY not in repr(dataclasses.asdict(card))


# These need more than stands here: parties of three, an agreed point, a side. tests/services/editions looks there.
_NEED_MORE = {"process", "conclusions", "memo", "clearance"}


@pytest.mark.parametrize("edition", sorted(EDITIONS.keys() - _NEED_MORE))
def test_no_edition_holds_it(noted, edition):
    noted.room.do("point.propose", text="The wells are shared")
    noted.room.do("section.write", text="They met.", kind="context")
    document = noted.room.desk.read(lambda work: project(work, edition, "s01", Phrases("en")))
    assert CANARY not in repr(document)


def test_with_the_curtain_it_is_in_no_widget(noted):
    noted.press("Shift+A")
    assert noted.find("agendaNotes").toPlainText() == CANARY
    noted.press("F12")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(CANARY in one.toPlainText() for one in noted.window.findChildren(QPlainTextEdit))

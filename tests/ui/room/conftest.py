"""The desk with a room beside it: a feed that keeps the cards, and screens that change as they are told."""

import pytest

from t2desk.app import room_display
from t2desk.domain.screens import SeenScreen
from tests.ui.floor.conftest import SITTING, hands  # noqa: F401  (the same desk, the same ten fingers)

LAPTOP = SeenScreen("eDP-1", (0, 0, 1600, 1000))
PROJECTOR = SeenScreen("HDMI-1", (1600, 0, 1920, 1080))
BEAMER = SeenScreen("DP-2", (3520, 0, 1280, 720))


class KeptFeed:
    """Whoever carries cards: it keeps them, and dies when it is told to."""

    def __init__(self):
        self.cards, self.begun, self.is_there = [], 0, False

    def begin(self):
        self.begun += not self.is_there
        self.is_there = True
        return True

    def tell(self, card):
        if self.is_there:
            self.cards.append(card)
        return self.is_there

    def lives(self):
        return self.is_there

    def end(self):
        self.is_there = False


class Desktop:
    """The window, what the room was told, and the screens there are."""

    def __init__(self, desk, feed):
        self.desk, self.feed, self.window = desk, feed, desk.window
        self.press, self.find, self.sees, self.said, self.text = desk.press, desk.find, desk.sees, desk.said, desk.text
        self.room = self.window.room
        self.window_dossier = self.window._dossier

    def put(self, *screens):
        self.window.screens.seen = lambda: screens

    def change(self, *screens):
        self.put(*screens)
        self.window.screens.changed.emit()

    def card(self):
        return self.feed.cards[-1]

    def is_covered(self):
        return self.window.centralWidget().objectName() == "curtain"


@pytest.fixture
def desktop(hands, monkeypatch):  # noqa: F811
    """Make a desk on the laptop's screen with a projector and a beamer beside it; `acts` come before it opens."""

    def make(*acts, size=(1440, 900)):
        feed = KeptFeed()
        monkeypatch.setattr(room_display, "RoomDisplay", lambda: feed)
        made = Desktop(hands(*(acts or SITTING), size=size), feed)
        made.put(LAPTOP, PROJECTOR, BEAMER)
        made.window.guard.trust()
        return made

    return make

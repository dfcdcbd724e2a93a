"""The desk as a facilitator has it: the real window over a real store, and keys that are really pressed."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.app.window import make_window
from t2desk.services.room_card import room_card
from t2desk.services.room_settings import room_standing
from t2desk.services.standing import standing
from t2desk.ui.kit.lane import InlineLane
from tests.services.desks import Room

PEOPLE = (
    ("p01", "Amina Yusuf", "North", ""),
    ("p02", "Boris Kovač", "North", ""),
    ("p03", "فاطمة الزهراء", "South", "Fatima al-Zahra"),
    ("p04", "نينو", "South", "Nino Beridze"),
    ("p05", "Łukasz Öberg", "East", ""),
    ("p06", "Chair Person", "", ""),
)


class OpenRoom:
    """What the window is handed: a desk, and a way to close."""

    def __init__(self, room):
        self.desk, self.path = room.desk, room.path

    def standing(self, work):
        return standing(work)

    def room_standing(self, work):
        return room_standing(work)

    def room_card(self, work, message, words):
        return room_card(work, message, self.desk.clock.now(), words)

    def find_names(self, text):
        return ()

    def head_words(self):
        return "one two three four"

    def tidy(self):
        pass

    def close(self):
        pass


class Hands:
    """A window, the room behind it, and ten fingers."""

    def __init__(self, window, room):
        self.window, self.room = window, room

    def press(self, *keys):
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))
            QApplication.processEvents()

    def type(self, text):
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget(), text)
            return
        # QTest knows the keys of one keyboard only; another one's letters come as the text of a key.
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)

    def find(self, name, kind=QWidget):
        found = [one for one in self.window.findChildren(kind) if one.objectName() == name and one.isVisible()]
        assert found, f"{name} is not shown"
        return found[0]

    def sees(self, name):
        return any(one.objectName() == name and one.isVisible() for one in self.window.findChildren(QWidget))

    def text(self, name):
        return self.find(name).text()

    def rows(self, name):
        model = self.find(name).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def said(self):
        return self.text("messageText")

    def tick(self):
        self.find("deskView")._feed.ticked.emit()


@pytest.fixture
def hands(qtbot, surroundings, tmp_path):
    """Make a desk over a fresh room; `acts` are performed before the window opens."""
    made = []

    def make(*acts, size=(1440, 900)):
        room = Room(tmp_path / f"room{len(made)}.t2d")
        room.do("series.rename", title="Water")
        for id_, name, party, native in PEOPLE:
            room.do("person.add", id=id_, display_name=name, party=party, name_native=native)
        room.acts(*acts)
        window = make_window(surroundings, InlineLane(), SimpleNamespace(close_all=lambda: None), None)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.enter(OpenRoom(room))
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        made.append(room)
        return Hands(window, room)

    yield make
    for room in made:
        room.close()


SITTING = (
    ("session.open", {"title": "First"}),
    ("item.add", {"title": "Opening", "minutes": 10}),
    ("item.add", {"title": "Sources", "minutes": 30}),
    "item.next",
)


@pytest.fixture
def sitting(hands):
    """A desk with an open session, an agenda, and nobody speaking."""
    return hands(*SITTING)

"""The view that prepares, on a real desk over a real store."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from t2desk.domain.checks import Check, Verdict
from t2desk.intake.agenda_markdown import agenda_from_markdown
from t2desk.intake.agenda_tables import agenda_from_csv
from t2desk.intake.people import people_from_csv
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.prepare.view import build
from t2desk.ui.shell.commands import CommandSet
from t2desk.ui.shell.views import ViewParts
from tests.services.desks import Room


class Foreign:
    """Reads as the child does, without starting one; `asked` is how the columns were assigned each time."""

    def __init__(self):
        self.asked = []

    def people(self, path, mapping=()):
        self.asked.append(mapping)
        return people_from_csv(path.read_bytes(), mapping)

    def agenda(self, path, mapping=()):
        self.asked.append(mapping)
        read = agenda_from_markdown if path.suffix == ".md" else agenda_from_csv
        return read(path.read_bytes(), mapping)


class Prepared:
    """The view and short ways to press its keys."""

    def __init__(self, qtbot, surroundings, room):
        self.room, self.went, self.said = room, [], []
        self.foreign = Foreign()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bridge = DeskBridge(room.desk, InlineLane())
        self.failures = []
        self.bridge.failed.connect(self.failures.append)
        dossier = SimpleNamespace(
            desk=room.desk, foreign=self.foreign, keys=SimpleNamespace(recovery_is_confirmed=lambda: False),
            examine=lambda: (Check("disk", Verdict.FINE, "{megabytes} MB free in this folder.", {"megabytes": 900}),),
        )  # fmt: skip
        self.commands = CommandSet(self.window, surroundings.phrases)
        self.parts = ViewParts(
            surroundings, self.bridge, dossier, room.desk, self.commands,
            lambda words, tone: self.said.append(words), self.went.append,
        )  # fmt: skip
        self.view = build(self.parts)
        self.view.setParent(self.window)
        self.window.resize(1440, 900)
        self.view.resize(1440, 900)
        self._qtbot = qtbot
        self.activate()

    def activate(self):
        """Let the window have the keyboard, which it loses between two phases of a test."""
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def find(self, name):
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def key(self, name, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.find(name), key, modifiers)

    def type(self, name, text, enter=True):
        line = self.find(name)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        if enter:
            QTest.keyClick(line, Qt.Key.Key_Return)

    def rows(self, name):
        model = self.find(name).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def room(tmp_path):
    """An empty dossier."""
    made = Room(tmp_path / "room.t2d")
    made.do("series.rename", title="Water")
    yield made
    made.close()


@pytest.fixture
def prepared(qtbot, surroundings, room):
    """Make the view once the room is as the test wants it."""
    made = []

    def make(step=""):
        made.append(Prepared(qtbot, surroundings, room))
        if step:
            made[-1].commands.give(f"prepare.{step}")
            # The step before goes when the event loop turns; nobody shall find its fields.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return made[-1]

    yield make
    for one in made:
        assert one.failures == []

"""The view that prepares, on a real desk over a real store."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from t2desk.domain.checks import Check, Verdict
from t2desk.domain.intake_errors import NameMissing, RowsRefused
from t2desk.domain.intake_rows import AgendaRead, AgendaRow, Notice, PeopleRead, RowProblem
from t2desk.domain.people import RosterPerson
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.prepare.view import build
from t2desk.ui.shell.commands import CommandSet
from t2desk.ui.shell.views import ViewParts
from tests.services.desks import Room


class Foreign:
    """Stands for the reader of foreign files: its answers are set by the test."""

    def __init__(self):
        passed = Notice("The column {column} is not known and was passed over.", {"column": "shoe"})
        self.people_read = PeopleRead((RosterPerson("p01", "Ana", party="East"), RosterPerson("p02", "Bob")), (passed,))

    def people(self, path):
        if path.name == "bad.csv":
            raise RowsRefused((RowProblem(3, NameMissing.sentence, {"line": 3}),), 1)
        return self.people_read

    def agenda(self, path):
        return AgendaRead((AgendaRow("Wells", 30), AgendaRow("North well", 10, 1)))


class Prepared:
    """The view and short ways to press its keys."""

    def __init__(self, qtbot, surroundings, room):
        self.room, self.went, self.said = room, [], []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bridge = DeskBridge(room.desk, InlineLane())
        self.failures = []
        self.bridge.failed.connect(self.failures.append)
        dossier = SimpleNamespace(
            desk=room.desk, foreign=Foreign(), recovery_is_confirmed=lambda: False,
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

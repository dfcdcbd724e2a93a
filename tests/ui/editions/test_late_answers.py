"""Answers that come after their page has gone are dropped; commands belong to the view that took them on last."""

from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from t2desk.domain.desk_errors import NothingToUndo
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.shell.commands import CommandSet


class HeldLane:
    """Holds every answer back until it is asked for."""

    def __init__(self):
        self.held = []

    def submit(self, work, done, failed):
        try:
            value = work()
        except Exception as problem:
            self.held.append(partial(failed, problem))
        else:
            self.held.append(partial(done, value))

    def answer(self):
        for answer in self.held:
            answer()


class Page(QObject):
    def __init__(self, heard):
        super().__init__()
        self._heard = heard

    def hear(self, answer):
        self._heard.append(answer)


def refuse():
    raise NothingToUndo


def test_an_answer_is_heard_while_the_page_is_there(qapp):
    heard, lane = [], HeldLane()
    page, bridge = Page(heard), DeskBridge(None, lane)
    bridge.run(page, refuse, heard.append, page.hear)
    lane.answer()
    assert [type(one) for one in heard] == [NothingToUndo]


def test_a_refusal_without_its_page_is_said_by_the_window(qapp):
    heard, said, lane = [], [], HeldLane()
    page, bridge = Page(heard), DeskBridge(None, lane)
    bridge.refused.connect(said.append)
    bridge.run(page, refuse, heard.append, page.hear)
    shiboken6.delete(page)
    lane.answer()
    assert heard == []
    assert [type(one) for one in said] == [NothingToUndo]


def test_a_command_is_let_go_with_its_owner_but_not_with_the_one_before(qapp, surroundings):
    window, given = QWidget(), []
    commands = CommandSet(window, surroundings.phrases)
    first, second = QObject(), QObject()
    commands.take_on("after.draft", lambda: given.append("first"), first)
    commands.take_on("after.draft", lambda: given.append("second"), second)
    shiboken6.delete(first)
    commands.give("after.draft")
    assert given == ["second"]
    shiboken6.delete(second)
    commands.give("after.draft")
    assert given == ["second"]
    assert "after.draft" not in [command.id for command, _ in commands.available()]

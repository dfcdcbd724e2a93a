"""The chips of the top bar: how long the session has been sitting, when it was last saved; short where the room is."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window
from t2desk.ui.kit.hours import hour_words, length_words
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, make, session


@pytest.fixture
def window(qtbot, surroundings, tmp_path):
    path = make(tmp_path / "a.t2d", session("Morning"))
    keeper = Keeper(cost=CHEAPEST)
    made = make_window(surroundings, InlineLane(), keeper, path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.enter(keeper.open(path, PASSPHRASE))
    yield made
    made.close()


def later(window, seconds):
    """Let the session have begun so many seconds before."""
    since = window.standing.since
    at = replace(since, wall=since.wall + 1000 * seconds, boot=since.boot + 1000 * seconds)
    window._parts = Later(window._parts, at)
    window._show_length()


class Later:
    """The parts of a view at another moment."""

    def __init__(self, parts, at):
        self._parts, self._at = parts, at

    def __getattr__(self, name):
        return getattr(self._parts, name)

    def now(self):
        return self._at


@pytest.mark.parametrize(("seconds", "shown"), [(59, "0:00"), (60, "0:01"), (4320, "1:12"), (36_000, "10:00")])
def test_a_session_says_how_long_it_has_been_sitting(window, seconds, shown):
    later(window, seconds)
    assert window.top.session.text() == f"In session {shown}"


def test_an_act_says_at_what_hour_it_was_saved(window):
    window._bridge.write("note.add", {"text": "A line"})
    at = hour_words(window._parts.now().wall // 1000)
    assert window.top.saved.text() == f"Saved {at}, encrypted"


def test_where_the_room_is_short_chips_are_short_and_say_all_in_a_tool_tip(window):
    window._bridge.write("note.add", {"text": "A line"})
    window.resize(1024, 640)
    whole, shown = window.top.saved.text(), window.top.saved._shown()
    assert shown in whole
    assert len(shown) == len("00:00")
    assert window.top.saved.toolTip() == whole


def tips():
    return [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()]


def test_the_curtain_takes_a_tool_tip_with_it(window, qtbot):
    chip = window.top.session
    QToolTip.showText(chip.mapToGlobal(chip.rect().center()), "Ambassador X", chip)
    qtbot.waitUntil(lambda: bool(tips()))
    QTest.keySequence(window, "F12")
    assert tips() == []


def test_a_closed_window_looks_at_no_chip_any_more(window):
    assert window.standing is not None
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(window.top)  # and its timer with it
    window._show_length()


def test_lengths_are_hours_and_minutes():
    assert [length_words(seconds) for seconds in (-5, 0, 3599.9, 3600)] == ["0:00", "0:00", "0:59", "1:00"]


def test_a_stricter_rule_that_holds_here_is_named_beside_the_sessions_own(window):
    window._bridge.write("rule.scope", {"scope": "part", "preset": "deep_background"})
    assert window.top.rule.text() == "Chatham House Rule, here also On deep background"
    window._bridge.write("off_record.begin", {})
    assert window.top.rule.text() == "Off the record: nothing is taken in"
    window._bridge.write("off_record.end", {})
    window._bridge.write("rule.scope", {"scope": "part", "preset": "", "how": "The part was over"})
    assert window.top.rule.text() == "Chatham House Rule"

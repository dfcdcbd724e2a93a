"""What is selected is handed to nobody, and what was copied is cleared only where it is ours."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.selections import forget_copied, keep_selection


class FakeClipboard(QObject):
    """A clipboard with both of its places."""

    selectionChanged = Signal()  # noqa: N815  (as Qt names it)

    def __init__(self, is_ours):
        super().__init__()
        self._is_ours, self.cleared = is_ours, []

    def ownsSelection(self):
        return self._is_ours

    def ownsClipboard(self):
        return self._is_ours

    def clear(self, mode):
        self.cleared.append(mode)


@pytest.mark.parametrize(("is_ours", "cleared"), [(True, [QClipboard.Mode.Selection]), (False, [])])
def test_a_selection_of_ours_is_taken_back(is_ours, cleared):
    clipboard = FakeClipboard(is_ours)
    keep_selection(clipboard)
    clipboard.selectionChanged.emit()
    assert clipboard.cleared == cleared


@pytest.mark.parametrize(("is_ours", "cleared"), [(True, [QClipboard.Mode.Clipboard]), (False, [])])
def test_what_was_copied_here_is_cleared(is_ours, cleared):
    clipboard = FakeClipboard(is_ours)
    forget_copied(clipboard)
    assert clipboard.cleared == cleared


def test_no_row_of_a_list_is_copied_by_a_key(qtbot, surroundings):
    QApplication.clipboard().clear()
    rows = ValueListModel(str, lambda name: f"{name}, first turn")
    made = ValueListView(surroundings.theme, rows, lambda *_: None)
    qtbot.addWidget(made)
    made.set_values(("Amina Yusuf",))
    made.select("Amina Yusuf")
    QTest.keySequence(made, "Ctrl+C")
    assert QApplication.clipboard().text() == ""

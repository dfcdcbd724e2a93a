"""The window fits on the screen it is first shown on."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from t2desk.app.window import fit_to_screen


@pytest.mark.parametrize("room", [QRect(0, 0, 1280, 800), QRect(0, 27, 1920, 800), QRect(0, 0, 1024, 1200)])
def test_where_the_screen_is_small_the_window_fills_it(qtbot, room):
    window = QWidget()
    qtbot.addWidget(window)
    fit_to_screen(window, room)
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    assert window.isMaximized()


def test_where_there_is_room_the_window_takes_what_it_wants(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fit_to_screen(window, QRect(0, 0, 1920, 1200))
    assert (window.width(), window.height()) == (1440, 900)
    assert not window.isMaximized()

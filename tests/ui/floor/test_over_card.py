"""A card over others gives the focus back, also when whoever had it is gone by then."""

import shiboken6
from PySide6.QtWidgets import QLineEdit


def test_the_focus_goes_to_the_desk_when_whoever_had_it_is_gone(sitting):
    desk = sitting.find("deskView")
    gone = QLineEdit(desk)
    gone.show()
    gone.setFocus()
    sitting.window._commands.give("budget.open")
    assert sitting.sees("limitsCard")
    shiboken6.delete(gone)
    sitting.press("Escape")
    assert not sitting.sees("limitsCard")
    assert desk.hasFocus()

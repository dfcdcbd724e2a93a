"""Starts the program, or an empty window, and ends the process as soon as that is painted."""

import os
import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the process after a widget's first Paint event: when events are next looked at, all in it is painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget."""
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave every event to the widget."""
        if event.type() == QEvent.Type.User:
            os._exit(0)
        if event.type() == QEvent.Type.Paint:
            QApplication.postEvent(watched, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False


def door() -> None:
    """Start the program as its users do."""
    from t2desk import __main__
    from t2desk.app import window

    make = window.make_window

    def make_watched(*parts: object) -> QWidget:
        made = make(*parts)
        FirstPaint(made.centralWidget())
        return made

    window.make_window = make_watched
    sys.argv[1:] = []
    __main__.main()


def bare() -> None:
    """Show an empty window."""
    application = QApplication(["bare"])
    window = QWidget()
    window.resize(1440, 900)
    FirstPaint(window)
    window.show()
    application.exec()


if __name__ == "__main__":
    bare()
    sys.exit("Nothing was painted.")

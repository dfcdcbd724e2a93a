"""Shows an empty window, and ends the process as soon as that is painted; `door_paint` does so with the program."""

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

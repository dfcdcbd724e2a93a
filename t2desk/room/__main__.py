"""The way in: a window fed by the lines on standard input, and by nothing else."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from t2desk.room.feed import LineFeed
from t2desk.room.window import RoomWindow
from t2desk.ui.kit.fonts import load_first_fonts, load_more_fonts
from t2desk.ui.kit.screens import ScreenWatch


def main() -> int:
    """Show what standard input says until nobody can say any more; return the exit code."""
    application = QApplication(["t2desk"])
    application.setApplicationName("t2desk")
    application.setQuitOnLastWindowClosed(False)
    load_first_fonts()
    load_more_fonts()
    screens = ScreenWatch(application)
    window = RoomWindow(screens)
    feed = LineFeed(0)
    feed.came.connect(window.take, Qt.ConnectionType.QueuedConnection)
    feed.ended.connect(window.end, Qt.ConnectionType.QueuedConnection)
    feed.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

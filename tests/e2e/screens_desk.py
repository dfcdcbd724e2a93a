"""The desk of the test with two screens: a real window over a real dossier, told what to do line by line."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import load_more_fonts, make_application, make_window
from t2desk.ui.kit.lane import InlineLane
from t2desk.vault.kdf import CHEAPEST

CANARY = "#fe01fd"  # of no theme


class Canary(QWidget):
    """Lies over the whole private page, and goes with it."""

    def __init__(self, page):
        super().__init__(page)
        self.setGeometry(page.rect())
        self.show()

    def paintEvent(self, event):
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(CANARY))
        painter.end()


class Told(QObject):
    """Does what each line says and answers with what stands in the window."""

    def __init__(self, window, faults):
        super().__init__()
        self.window = window
        if "screens" in faults:
            window.screens.changed.disconnect(window.guard.look)
        if "moves" in faults:
            window.removeEventFilter(window.guard)
        self.notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self.on_line)

    def on_line(self):
        what, *rest = sys.stdin.readline().split() or ["end"]
        if what == "end":
            self.notifier.setEnabled(False)
            self.window.close()
            QApplication.quit()
            return
        getattr(self, f"do_{what}")(*rest)
        QApplication.processEvents()
        print(self.window.centralWidget().objectName() or "desk", flush=True)

    def do_home(self):
        """Go where the desk is at home and draw the curtain back by its key."""
        self.window.setGeometry(0, 0, 1060, 960)
        self.window.activateWindow()
        if self.window.centralWidget().objectName() == "curtain":
            self.window.uncover()
        Canary(self.window.centralWidget())

    def do_bare(self):
        """Show the page itself."""
        for canary in self.window.findChildren(Canary):
            canary.deleteLater()

    def do_move(self, x, y):
        self.window.move(int(x), int(y))

    def do_show(self, name):
        self.window.room.show_on(name)

    def do_key(self, keys):
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def do_write(self, operation, *fields):
        self.window._bridge.write(operation, dict(pair.split("=", 1) for pair in fields))

    def do_tell(self):
        """Tell in one line what the desk knows, for a run that failed."""
        room = self.window.room
        print(self.window.screens.seen(), self.window.geometry(), room.card.screen, room.card.blank, flush=True)

    def do_ask(self):
        pass

    def do_room(self):
        print(self.window.room._feed.process_id(), flush=True)


def main():
    path, passphrase, faults = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    application, surroundings = make_application("en")
    load_more_fonts()
    keeper = Keeper(cost=CHEAPEST)
    window = make_window(surroundings, InlineLane(), keeper, path)
    window.setGeometry(0, 0, 1060, 960)
    window.show()
    window.enter(keeper.open(path, passphrase))
    told = Told(window, faults)
    print("ready", flush=True)
    code = application.exec()
    del told
    return code


if __name__ == "__main__":
    sys.exit(main())

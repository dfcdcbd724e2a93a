"""Hands and eyes for `window`: run as a module, it measures one thing in a window and prints it as JSON.

A widget is painted when its Paint event has been delivered, which an event filter stamps; there is no screen, so
nothing of what a compositor adds is in it.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 20  # seconds


class PaintStamp(QObject):
    """Notes when a widget was last painted, and what `look` saw there then."""

    def __init__(self, widget: QWidget, look: Callable[[], object] = lambda: True) -> None:
        """Watch a widget."""
        super().__init__(widget)
        self.at, self.seen = 0.0, None
        self._look, self._forwarding = look, False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the widget and its other filters have the event first."""
        if event.type() != QEvent.Type.Paint or self._forwarding:
            return False
        self._forwarding = True
        QApplication.sendEvent(watched, event)
        self._forwarding = False
        self.at, self.seen = time.perf_counter(), self._look()
        return True


def wait_until(is_so: Callable[[], object]) -> None:
    """Let events come until something is so; the thread sleeps in between, as in the program."""
    begun = time.perf_counter()
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError


def let_pass(milliseconds: int) -> None:
    """Let events come for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def pss() -> float:
    """Return what this process occupies, its part of what it shares with others included, in MB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class AtTheDesk:
    """The program's own window, thread and keeper, over a dossier."""

    def __init__(self, path: Path, passphrase: str) -> None:
        """Open the dossier on the lane, go through the door, and wait until everything is read."""
        from t2desk.app.process import forbid_encrypted_networking
        from t2desk.app.window import LateKeeper, load_behind_the_door, make_application, make_window
        from t2desk.ui.kit.lane import ThreadLane

        forbid_encrypted_networking()
        self.application, self.surroundings = make_application("en")
        load_behind_the_door()
        self.lane, self.keeper = ThreadLane("desk"), LateKeeper()
        self.window = make_window(self.surroundings, self.lane, self.keeper, None)
        self.window.resize(1440, 900)
        self.window.show()
        self.dossier = self.ask(lambda: self.keeper.open(path, passphrase))
        self.window.enter(self.dossier)
        self.window.activateWindow()
        self.settle()

    def ask(self, work: Callable[[], object]) -> object:
        """Run something on the lane and return its value."""
        answers: list[object] = []
        self.lane.submit(work, answers.append, answers.append)
        wait_until(lambda: answers)
        if isinstance(answers[0], BaseException):
            raise answers[0]
        return answers[0]

    def settle(self) -> None:
        """Wait until everything that was asked of the lane is answered and painted; what that asks for, too."""
        for _ in range(3):
            self.ask(lambda: None)
            QApplication.processEvents()

    def write(self, operation: str, **fields: object) -> None:
        """Perform an operation as a panel would, and wait until the window has settled."""
        self.window._bridge.write(operation, fields)
        self.settle()

    def find(self, name: str) -> QWidget:
        """Return the widget with this objectName."""
        return self.window.findChild(QWidget, name)

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))

    def close(self) -> None:
        """Leave no copy behind: a backup of it would only cost time."""
        self.dossier._dossier._changed = False
        self.window.close()


def at_a_sitting(path: Path) -> AtTheDesk:
    """Return a desk with an open session and a running turn."""
    from tests.storage.dossiers import PASSPHRASE

    desk = AtTheDesk(path, PASSPHRASE)
    desk.write("session.open", title="Now")
    desk.write("turn.start", person="p0")
    desk.find("deskView").setFocus()
    desk.settle()
    return desk


def keys(path: str, rounds: str) -> dict[str, list[float]]:
    """Time N, the key of the capture line, and Enter in it; a few rounds before that count for nothing."""
    desk, warm = at_a_sitting(Path(path)), 5
    name = desk.find("speakerName")
    stamp = PaintStamp(name, name.text)
    following, caret, line = [], [], []
    for number in range(1, int(rounds) + warm):
        following.append(_next(desk, stamp, f"p{number % 50}"))
        caret.append(_caret(desk))
        line.append(_line(desk, f"they would rather read the gauges jointly {number}"))
    desk.close()
    return {"next": following[warm:], "caret": caret[warm:], "line": line[warm:]}


def _next(desk: AtTheDesk, stamp: PaintStamp, person: str) -> float:
    desk.write("queue.add", person=person)
    before = stamp._look()
    begun = time.perf_counter()
    desk.press("N")
    wait_until(lambda: stamp.at > begun and stamp.seen != before)
    took = stamp.at - begun
    desk.settle()
    return took


def _caret(desk: AtTheDesk) -> float:
    box = desk.find("captureBox")
    stamp = PaintStamp(box.viewport(), box.hasFocus)
    begun = time.perf_counter()
    desk.press("/")
    wait_until(lambda: stamp.at > begun and stamp.seen)
    box.viewport().removeEventFilter(stamp)
    desk.settle()
    return stamp.at - begun


def _line(desk: AtTheDesk, words: str) -> float:
    """Return the seconds from Enter until the line is durable."""
    return _entered(desk, words)[0]


def _entered(desk: AtTheDesk, words: str) -> tuple[float, float]:
    """Return the seconds from Enter until the line is durable, and until its box is painted empty again."""
    box, saved = desk.find("captureBox"), []
    QTest.keyClicks(box, words)
    let_pass(150)  # by then it has been looked through for names
    desk.settle()
    stamp = PaintStamp(box.viewport(), lambda: not box.toPlainText())
    desk.window._bridge.saved.connect(lambda: saved.append(time.perf_counter()))
    begun = time.perf_counter()
    desk.press("Return")
    wait_until(lambda: saved and stamp.seen)
    box.viewport().removeEventFilter(stamp)
    desk.window._bridge.saved.disconnect()
    desk.window._bridge.saved.connect(desk.window._on_saved)
    desk.press("Escape")
    desk.settle()
    return saved[0] - begun, stamp.at - begun


def captured(path: str, rounds: str) -> dict[str, list[float]]:
    """Time the caret and Enter among many notes: until the line is durable, and its box painted empty again."""
    desk, warm = at_a_sitting(Path(path)), 5
    caret, line = [], []
    for number in range(int(rounds) + warm):
        caret.append(_caret(desk))
        line.append(max(_entered(desk, f"they would rather read the gauges jointly {number}")))
    desk.close()
    return {"caret": caret[warm:], "line": line[warm:]}


def clock(path: str, seconds: str) -> dict[str, float]:
    """Measure the share of a core that a running turn takes, at two rates."""
    desk = at_a_sitting(Path(path))
    let_pass(3000)  # what waits for a pause in the typing has then been done
    shares = {}
    for rate in (10, 5):
        desk.find("deskView")._feed._ticker.setInterval(1000 // rate)
        begun, used = time.perf_counter(), time.process_time()
        let_pass(int(seconds) * 1000)
        shares[str(rate)] = (time.process_time() - used) / (time.perf_counter() - begun)
    desk.close()
    return shares


def memory(path: str, passphrase: str) -> dict[str, float]:
    """Measure at the desk, and again after every view was shown once."""
    desk = AtTheDesk(Path(path), passphrase)
    desk.window.go("desk")
    desk.settle()
    let_pass(2500)
    opened = pss()
    for view in ("prepare", "after", "records", "settings", "desk"):
        desk.window.go(view)
        desk.settle()
    let_pass(2500)
    seen = pss()
    desk.close()
    return {"opened": opened, "seen": seen}


class LongDay:
    """The desk's clock, put forward as it goes: hours pass in the time that the acts of them take."""

    def __init__(self, clock: Any) -> None:
        """Begin with the true time."""
        self._clock, self._ahead = clock, 0.0

    def now(self) -> Any:
        """Return this moment of the long day."""
        return self._clock.now().shifted(self._ahead)

    def asleep(self) -> float:
        """Return nothing: the laptop is open all day."""
        return 0.0

    def forward(self, seconds: float) -> None:
        """Let some of it pass."""
        self._ahead += seconds


def growth(path: str, events: str) -> dict[str, object]:
    """Measure before and after the events of eight hours; what the first few hundred fill once is not growth."""
    desk = at_a_sitting(Path(path))
    day = LongDay(desk.window._bridge._desk.clock)
    desk.window._bridge._desk.clock = day
    lasts = 8 * 3600 / int(events)
    _act(desk, 300, day, lasts)
    before = pss()
    captured = _act(desk, int(events), day, lasts)
    grown = pss() - before
    log = Path(path).with_name(Path(path).name + "-wal")
    size = log.stat().st_size / 2**20 if log.exists() else 0.0
    desk.close()
    return {"grown": grown, "log": size, "captured": captured}


def _act(desk: AtTheDesk, events: int, day: LongDay, lasts: float) -> list[float]:
    """Act as a session goes: somebody asks for the floor and has it, a note, a point of order that is taken back.

    Returns how long each note took from the window to the disk and back, in seconds.
    """
    bridge, captured, saved = desk.window._bridge, [], []
    bridge.saved.connect(lambda: saved.append(time.perf_counter()))
    for number in range(events // 5):
        bridge.write("queue.add", {"person": f"p{number % 50}"})
        desk.ask(lambda: None)
        day.forward(2 * lasts)
        desk.press("N")
        desk.ask(lambda: None)
        desk.settle()
        saved.clear()
        begun = time.perf_counter()
        bridge.write("note.add", {"text": f"They would rather read the gauges jointly, for the {number}th time."})
        wait_until(lambda: saved)
        captured.append(saved[0] - begun)
        desk.press("P")
        desk.ask(lambda: None)
        day.forward(3 * lasts)
        desk.press("Ctrl+Z")
        desk.settle()
    return captured


def list_(rows: str, rounds: str) -> dict[str, object]:
    """Time the arrow key in a list of rows, the current one in the middle of it."""
    from PySide6.QtCore import Qt

    from t2desk.app.window import make_application
    from t2desk.ui.kit.fonts import text_font
    from t2desk.ui.kit.lists import ValueListView
    from t2desk.ui.kit.values import ValueListModel
    from tests.benchmarks.texts import prose

    theme = make_application("en")[1].theme
    values = [(number, prose(60, number % 500)) for number in range(int(rows))]
    model = ValueListModel(lambda value: value[0], lambda value: value[1])

    def paint(painter: object, box: object, value: tuple[int, str], _selected: bool) -> None:
        painter.text(box, value[1], text_font(theme.look.sizes.text_body), theme.look.tokens.ink)

    view = ValueListView(theme, model, paint)
    view.resize(600, 800)
    stamp = PaintStamp(view.viewport())
    begun = time.perf_counter()
    view.set_values(values)
    view.show()
    wait_until(lambda: stamp.at > begun)
    first = stamp.at - begun
    view.activateWindow()
    view.setFocus()
    view.setCurrentIndex(model.index(len(values) // 2))
    let_pass(100)
    times = []
    for number in range(int(rounds) + 5):
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Down if number % 20 else Qt.Key.Key_PageDown)
        wait_until(lambda begun=begun: stamp.at > begun)
        times.append(stamp.at - begun)
    return {"first": first, "key": times[5:]}


def search(path: str, rounds: str) -> dict[str, list[float]]:
    """Time a search from its end of the pause in typing to the painted list."""
    from tests.storage.dossiers import PASSPHRASE

    desk = AtTheDesk(Path(path), PASSPHRASE)
    desk.window.go("records")
    desk.settle()
    view = desk.find("recordsView")
    field, results = desk.find("searchField"), view._results
    found = {}
    for name, word in (("common", "with they"), ("rare", "zoology"), ("missing", "qqqqqq")):
        times = []
        for _ in range(int(rounds) + 1):
            field.clear()
            view._pause.stop()
            view._look()
            desk.settle()
            field.setText(word)
            view._pause.stop()
            stamp = PaintStamp(results, results.isVisible)
            begun = time.perf_counter()
            view._look()
            wait_until(lambda stamp=stamp, begun=begun: stamp.at > begun and stamp.seen)
            times.append(stamp.at - begun)
            results.removeEventFilter(stamp)
        found[name] = times[1:]
    desk.close()
    return found


def bare_memory() -> float:
    """Show an empty window and measure."""
    application = QApplication(["bare"])
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    let_pass(500)
    del application
    return pss()


MEASURED: dict[str, Callable[..., object]] = {
    "keys": keys,
    "captured": captured,
    "clock": clock,
    "memory": memory,
    "growth": growth,
    "list": list_,
    "search": search,
    "bare-memory": bare_memory,
}

if __name__ == "__main__":
    print(json.dumps(MEASURED[sys.argv[1]](*sys.argv[2:])), flush=True)
    os._exit(0)

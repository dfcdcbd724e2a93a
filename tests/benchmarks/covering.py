"""Times the curtain for `window`: run as a module over a dossier, it covers every page and prints the times as JSON."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from tests.benchmarks.hands import AtTheDesk, wait_until

STEPS = ("people", "agenda", "rule", "check")
TABS = ("triage", "draft", "editions", "close", "timeline", "times")
Reach = Callable[[], object]


def states(desk: AtTheDesk) -> Iterator[tuple[str, Reach]]:
    """Yield how to reach each page and card that shows something of the dossier."""
    window = desk.window
    for name in ("desk", "records", "settings"):
        yield name, lambda name=name: window.go(name)
    for step in STEPS:
        yield f"prepare: {step}", lambda step=step: (window.go("prepare"), desk.find("prepareView").show_step(step))
    for tab in TABS:
        yield f"after: {tab}", lambda tab=tab: (window.go("after"), desk.find(f"after-{tab}").click())
    for keys in ("S", "U", "M", "R", "Ctrl+K", "F1"):
        yield f"desk: {keys}", lambda keys=keys: (window.go("desk"), desk.settle(), desk.press(keys))


def covered(desk: AtTheDesk, reach: Reach) -> tuple[float, float]:
    """Return the seconds from the key to the painted curtain, and to the last private page deleted."""
    desk.window.activateWindow()
    reach()
    desk.settle()
    page, gone = desk.window.centralWidget(), []
    page.destroyed.connect(lambda: gone.append(time.perf_counter()))
    begun = time.perf_counter()
    desk.press("F12")
    painted = time.perf_counter()
    assert desk.find("curtain").isVisible()
    wait_until(lambda: _delete_later() or gone)
    desk.press("F12")
    desk.settle()
    return painted - begun, gone[0] - begun


def _delete_later() -> None:
    # The program's own loop does this when it is next idle; the loop of the measurement is a shallower one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(path: str, passphrase: str, rounds: str) -> dict[str, list[tuple[float, float]]]:
    """Cover every state some times; `cover` paints before it returns, so the key's return is the painted curtain."""
    desk = AtTheDesk(Path(path), passphrase)
    found = {name: [covered(desk, reach) for _ in range(int(rounds))] for name, reach in states(desk)}
    desk.close()
    return found


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])), flush=True)
    os._exit(0)

"""Starts the program as its users do, and ends the process as soon as its door is painted.

Nothing of Qt is loaded here before the program loads it: the order, and what it switches off meanwhile, is its own.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from t2desk import __main__
from t2desk.cli import windowing

load_window = windowing.load_window


def load_watched() -> Callable[[Path | None], int]:
    """Load the window as the program does, then have an eye on its first paint."""
    run_window = load_window()
    from t2desk.app import window
    from tests.benchmarks.first_paint import FirstPaint

    make = window.make_window

    def make_watched(*parts: object) -> object:
        made = make(*parts)
        FirstPaint(made.centralWidget())
        return made

    window.make_window = make_watched
    return run_window


if __name__ == "__main__":
    windowing.load_window = load_watched
    sys.argv[1:] = []
    sys.exit(__main__.main() or "Nothing was painted.")

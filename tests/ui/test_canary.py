"""The canary for PySide6 6.12.0 on Python 3.11: it takes a reference from None and True until the process dies."""

import sys

import PySide6
from PySide6.QtCore import QObject, Signal

ROUNDS = 1000
NOISE = 100


class Bell(QObject):
    """Rings for nobody."""

    rung = Signal()


def lost_over(act, value):
    """Return how many references to a value an act loses when it is done a thousand times."""
    before = sys.getrefcount(value)
    for _ in range(ROUNDS):
        act()
    return before - sys.getrefcount(value)


def test_void_calls_and_signals_keep_their_references():
    bell = Bell()
    acts = (lambda: bell.setObjectName("x"), lambda: bell.blockSignals(False), bell.rung.emit, bell.isWidgetType)
    for act in acts:
        for value in (None, True, False):
            assert abs(lost_over(act, value)) < NOISE, (act, value)


def test_the_version_with_the_fault_is_kept_out():
    assert tuple(map(int, PySide6.__version__.split(".")[:2])) < (6, 12)

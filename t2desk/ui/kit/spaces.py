"""How much room a view has, measured in its own text: a small window and a large text come to the same."""

from enum import IntEnum

from PySide6.QtCore import QSize


class Space(IntEnum):
    """From plenty to very little."""

    ROOMY = 0
    COMPACT = 1
    TIGHT = 2
    CRAMPED = 3


def space_of(window: QSize, percent: int) -> Space:
    """Return the room of a window at a text size in per cent."""
    width, height = window.width() * 100 // percent, window.height() * 100 // percent
    if width < 960 or height < 600:
        return Space.CRAMPED
    if width < 1200:
        return Space.TIGHT
    return Space.COMPACT if width < 1380 or height < 800 else Space.ROOMY

"""A page of words that keys scroll: Tab stops at it, a ring shows that, and a screen reader is told what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

# Pixels from a page's words to its ring's outer edge; see style.py.
RING_ROOM = 8


class ReadingArea(QScrollArea):
    """What is only read: arrows and page keys scroll it. `kit.speakers` gives it the role of a group."""

    def __init__(self, name: str, spoken: str, inside: QWidget | None = None) -> None:
        """Begin at the top; `name` is its objectName, `spoken` its accessible name."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("role", "reading")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if inside is not None:
            self.setWidgetResizable(True)
            self.setWidget(inside)

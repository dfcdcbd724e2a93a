"""The small pieces panels are put together from: cards, labels with a role, rules, rows, empty states, key caps."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.theme import Theme

# A card's distance from its edges, in pixels, where the room is short.
_CLOSE = 8

L = TypeVar("L", QHBoxLayout, QVBoxLayout)


def label(words: str = "", role: str = "body", name: str = "", wraps: bool = False) -> QLabel:
    """Return a label; its role decides how it looks, its name is how it is found from outside."""
    made = QLabel(words)
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setWordWrap(wraps)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if QGuiApplication.isRightToLeft():
        # Qt would put each label at the side where its own script begins; the window begins on one side.
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def text_line() -> QLineEdit:
    """Return a line to type prose into."""
    made = QLineEdit()
    begin_where_reading_begins(made)
    return made


def begin_where_reading_begins(line: QLineEdit) -> None:
    """Let the caret wait where reading begins, also while the line is empty.

    Qt would ask the keyboard, which says left to right wherever no input method runs.
    """
    if QGuiApplication.isRightToLeft():
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def key_cap(words: str) -> QLabel:
    """Return a key as it is shown beside its action."""
    made = label(words, "key")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def rule_line() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def row(*parts: QWidget | QLayout | int, gap: int = 8) -> QHBoxLayout:
    """Return parts beside each other; a number is a stretch of that weight."""
    return _filled(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | QLayout | int, gap: int = 8) -> QVBoxLayout:
    """Return parts under each other; a number is a stretch of that weight."""
    return _filled(QVBoxLayout(), parts, gap)


def _filled(layout: L, parts: Iterable[QWidget | QLayout | int], gap: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addLayout(part)
    return layout


class Card(QFrame):
    """A card with a title on the left and something short on the right; content goes into `body`."""

    def __init__(self, theme: Theme, title: str, name: str) -> None:
        """Make an empty card; `name` is its objectName."""
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(name)
        self.setAccessibleName(title)
        sizes = theme.look.sizes
        self.title = ElidedLabel("card-title", f"{name}Title", title)
        self.aside = ElidedLabel("meta", f"{name}Aside")
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.grid)
        self.head = row(self.title, 1, self.aside)
        outer = column(self.head, self.body, gap=sizes.grid)
        outer.setContentsMargins(sizes.padding, sizes.padding - 4, sizes.padding, sizes.padding - 4)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._outer, self._padding, self._widened = outer, sizes.padding, 0

    def widen_body(self, by: int = 12) -> None:
        """Let a list reach nearly to the edges; its rows keep their own distance, and the head stays where it is."""
        self._widened = by
        self.head.setContentsMargins(by, 0, by, 0)
        self.move_closer(is_close=False)

    def move_closer(self, is_close: bool) -> None:
        """Give most of the distance from the edges up, where the room is short."""
        side, above = (_CLOSE + 4, _CLOSE) if is_close else (self._padding, self._padding - 4)
        self._outer.setContentsMargins(max(4, side - self._widened), above, max(4, side - self._widened), above)


def upright(inside: QWidget, name: str) -> QScrollArea:
    """Return what scrolls up and down only, once it is higher than its room; it is never wider than that."""
    made = QScrollArea()
    made.setObjectName(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    return made


class EmptyState(QWidget):
    """What stands where nothing is yet: one sentence that says what to do next, and a button that does it."""

    def __init__(self, words: str, button: QWidget | None = None) -> None:
        """Show a sentence and, below it, what to press."""
        super().__init__()
        self._said = label(words, "second", wraps=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        parts: list[QWidget | QLayout | int] = [1, self._said]
        if button is not None:
            parts.append(row(1, button, 1))
        self.setLayout(column(*parts, 1, gap=16))

    def say(self, words: str) -> None:
        """Say something else."""
        self._said.setText(words)

"""Short entries under each other, each with what can be done to it; where there is none, a sentence says what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import fill
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class LineAct:
    """Something that can be done to an entry: its objectName, words not yet translated, an icon."""

    name: str
    words: str
    icon: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry: a small head, its words, what is said beneath, what can be done; `warns` where it asks for care."""

    text: str
    head: str = ""
    under: str = ""
    acts: tuple[LineAct, ...] = ()
    warns: bool = False


class LineList(QWidget):
    """A titled list of entries."""

    def __init__(self, parts: ViewParts, name: str, title: str, nothing: str) -> None:
        """Begin empty; `title` and `nothing` are in the window's words."""
        super().__init__()
        self.setObjectName(name)
        self._parts, self._name = parts, name
        self._nothing = label(nothing, "second", f"{name}None", wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._buttons: list[KeyButton] = []
        self.setLayout(column(label(title, "label", wraps=True), self._nothing, self._lines, gap=6))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these entries."""
        self._buttons = []
        fill(self._lines, [self._card(line) for line in lines])
        self._nothing.setVisible(not lines)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return list(self._buttons)

    def _card(self, line: Line) -> QWidget:
        card = QFrame()
        card.setProperty("role", "sunken")
        inside: list[QWidget] = (
            [label(line.head, "warning" if line.warns else "label", wraps=True)] if line.head else []
        )
        inside.append(label(line.text, "body", wraps=True))
        if line.under:
            inside.append(label(line.under, "second", wraps=True))
        acts = FlowLayout(6, centred=False)
        for one in line.acts:
            acts.addWidget(self._button(one))
        layout = column(*inside, acts, gap=4) if line.acts else column(*inside, gap=4)
        layout.setContentsMargins(14, 10, 12, 8)
        card.setLayout(layout)
        return card

    def _button(self, one: LineAct) -> KeyButton:
        button = key_button(self._parts, one.words, one.icon, "", one.name, Loudness.QUIET)
        button.clicked.connect(lambda _checked=False: one.act())
        self._buttons.append(button)
        return button

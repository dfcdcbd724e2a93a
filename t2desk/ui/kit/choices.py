"""A choice among a few, with the arrow that says so in the colour of the look."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy

from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.painting import MirroredPainter

_ARROW = 16


def name_choice(box: QComboBox, spoken: str) -> None:
    """Say what a choice is about, on every system.

    On Linux, Qt tells what is chosen as the name and leaves what it is about to a label (QAccessibleComboBox::text):
    one that nobody sees does. The description is read there too.
    """
    box.setAccessibleName(spoken)
    box.setAccessibleDescription(spoken)
    label = QLabel(spoken, box)
    label.setBuddy(box)
    label.hide()


class ChoiceBox(QComboBox):
    """A combo box; the wheel scrolls the page and changes nothing."""

    def __init__(self, surroundings: Surroundings, name: str, spoken: str) -> None:
        """Begin without choices; `name` is its objectName, `spoken` its accessible name."""
        super().__init__()
        self._surroundings = surroundings
        self.setObjectName(name)
        name_choice(self, spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and an arrow where reading ends."""
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        place = QRect(self.width() - _ARROW - 10, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        colour = self._surroundings.theme.look.tokens.ink_second
        self._surroundings.icons.paint(painter, "chevron-down", mirrored.place(place).toRectF(), colour)
        painter.end()

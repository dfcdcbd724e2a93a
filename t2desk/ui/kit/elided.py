"""One line of words that gives way: an ellipsis where the room ends, and all of itself in a tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from t2desk.ui.kit.painting import MirroredPainter

# Characters that are shown at the least.
_FEWEST = 5


class ElidedLabel(QLabel):
    """A label in a role of the style sheet; `greedy` takes all room that is left, else it wants what its words need."""

    def __init__(self, role: str, name: str, words: str = "", greedy: bool = False) -> None:
        """Begin with words, or without."""
        super().__init__(words)
        self.setProperty("role", role)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._is_greedy = greedy
        wanted = QSizePolicy.Policy.MinimumExpanding if greedy else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wanted, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the room for all words; one that takes what is left asks for the least."""
        return self.minimumSizeHint() if self._is_greedy else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        whole = super().minimumSizeHint()
        few = self.fontMetrics().horizontalAdvance("n" * _FEWEST)
        return QSize(min(whole.width(), few), whole.height())

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all words in a tool tip where they do not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        mirrored.text(self.contentsRect(), self.text(), self.font(), ink)
        painter.end()

"""A list whose rows can also be dragged to another place, with a line that shows where one would land."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.values import VALUE


class ReorderList(ValueListView):
    """`dropped` comes with the row that was dragged and the one it was dropped before, or None for the end.

    Not Qt's own way to drag: that hands the row's words, and so a name, to every program that the pointer passes.
    """

    dropped = Signal(object, object)
    _from: QPoint | None = None
    _onto: int | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would land, once it has been moved far enough."""
        here = event.position().toPoint()
        if self._from is None or (here - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        self._onto = self._row_below(here)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        super().mouseReleaseEvent(event)
        start, onto = self._from, self._onto
        self._from = self._onto = None
        self.viewport().update()
        if start is None or onto is None:
            return
        moved = self.indexAt(start).data(VALUE) if self.indexAt(start).isValid() else None
        if moved is not None:
            target = self.model().index(onto, 0)
            self.dropped.emit(moved, target.data(VALUE) if target.isValid() else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where one would land."""
        super().paintEvent(event)
        if self._onto is None:
            return
        last = self.model().index(self.model().rowCount() - 1, 0)
        target = self.model().index(self._onto, 0)
        height = self.visualRect(target).top() if target.isValid() else self.visualRect(last).bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self.palette().highlight().color()), 2))
        painter.drawLine(8, height, self.viewport().width() - 8, height)
        painter.end()

    def _row_below(self, here: QPoint) -> int:
        index = self.indexAt(here)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (1 if here.y() > self.visualRect(index).center().y() else 0)

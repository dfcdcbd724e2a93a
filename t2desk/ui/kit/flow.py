"""A row of controls that breaks into several, each centred: nothing is cut off when the text grows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Places controls beside each other, and in the next line where the width ends; mirrored with the window."""

    def __init__(self, gap: int = 8, centred: bool = True) -> None:
        """Begin empty; lines that are not centred begin where reading begins."""
        super().__init__()
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more control in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, or nothing past the end, which is how Qt counts."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest control."""
        shown = self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(width, max((item.minimumSize().height() for item in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _even_lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return as few lines as there must be; centred ones are about as long as each other, and none has one word."""
        lines = self._lines(width)
        if len(lines) < 2 or not self._centred:
            return lines
        narrow, wide = 0, width
        while wide - narrow > 1:
            middle = (narrow + wide) // 2
            narrow, wide = (narrow, middle) if len(self._lines(middle)) <= len(lines) else (middle, wide)
        return self._lines(wide)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._shown():
            wide = item.sizeHint().width()
            if used + self._gap + wide > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + wide
        return lines

    def _arrange(self, rect: QRect, move: bool) -> int:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if isinstance(parent, QWidget) else Qt.LayoutDirection.LeftToRight
        top = rect.top()
        for line in self._even_lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            total = sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)
            left = rect.left() + (max(0, (rect.width() - total) // 2) if self._centred else 0)
            for item in line:
                place = QRect(left, top, item.sizeHint().width(), high)
                if move:
                    item.setGeometry(QStyle.visualRect(direction, rect, place))
                left += item.sizeHint().width() + self._gap
            top += high + self._gap
        return max(0, top - self._gap - rect.top())

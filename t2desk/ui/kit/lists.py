"""The list view of the window: rows painted by a function, a ring for the current one, keys that act."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.theme import Look, Theme
from t2desk.ui.kit.values import VALUE, ValueListModel

PaintRow = Callable[[MirroredPainter, QRect, Any, bool], None]
Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """Paints rows with a function and rings the current one while the list has the focus."""

    def __init__(self, theme: Theme, paint_row: PaintRow, height_of: Callable[[Any], int]) -> None:
        super().__init__()
        self._theme = theme
        self._paint_row = paint_row
        self._height_of = height_of

    def look(self) -> Look:
        return self._theme.look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        mirrored = MirroredPainter(painter, box, option.direction)
        tokens, sizes = self._theme.look.tokens, self._theme.look.sizes
        if selected:
            mirrored.round_box(box.adjusted(2, 1, -2, -1), sizes.control_radius, tokens.sunken, tokens.line)
        self._paint_row(mirrored, box, index.data(VALUE), selected)
        # The current row, which arrows move from, also where no row is chosen.
        if state & QStyle.StateFlag.State_HasFocus:
            mirrored.round_box(box.adjusted(2, 1, -2, -1), sizes.control_radius, None, tokens.focus, 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(120, self._height_of(index.data(VALUE)))


class ValueListView(QListView):
    """A list of values. `chosen` comes with Enter or a double click, `asked` with a key that the list was told of."""

    chosen = Signal(object)
    asked = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        model: ValueListModel[Any],
        paint_row: PaintRow,
        height_of: Callable[[Any], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model; without `height_of` every row is one standard row high."""
        super().__init__(parent)
        self._rows = model
        self._keys: dict[tuple[Qt.KeyboardModifier, int], str] = {}
        heights = height_of or (lambda _value: theme.look.sizes.row)
        self._delegate = _RowDelegate(theme, paint_row, heights)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(height_of is None)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)

    def on_key(self, key: Qt.Key, name: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Let a key ask for something by name, while the list has the focus."""
        self._keys[modifiers, int(key)] = name

    def current(self) -> Any:
        """Return the current row's value, or None."""
        return self.currentIndex().data(VALUE) if self.currentIndex().isValid() else None

    def set_values(self, values: Any) -> None:
        """Show values, and keep the current row current if it is still there."""
        key = None if self.current() is None else self._rows._key_of(self.current())  # noqa: SLF001  (one unit)
        self._rows.set_values(values)
        self.select(key)

    def select(self, key: Hashable) -> None:
        """Make the row with this key current."""
        row = -1 if key is None else self._rows.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that were named from being a command of the window while the list has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_named(event):
            event.accept()
            return True
        return super().event(event)

    def _is_named(self, event: QKeyEvent) -> bool:
        return (event.modifiers(), event.key()) in self._keys and self.current() is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter, ask on the keys that were named, move on the rest."""
        current = self.current()
        name = self._keys.get((event.modifiers(), event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the row's words, and so a name, onto the system's clipboard
            return
        if current is not None and name is not None:
            self.asked.emit(name, current)
        elif current is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(current)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a letter is no search here: whoever is around may have it as a key
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay rows out again where their height depends on the width: a scroll bar may have come or gone."""
        super().resizeEvent(event)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring the whole list where it has the focus and no row that could be ringed."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            look = self._delegate.look()
            whole = self.viewport().rect().adjusted(1, 1, -1, -1)
            MirroredPainter(painter, whole, self.layoutDirection()).round_box(
                whole, look.sizes.control_radius, None, look.tokens.focus, 2
            )
            painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the desk, not a search."""
        del search

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(VALUE))

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

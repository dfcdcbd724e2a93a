"""Parties × points: where each side stands, in words, signs and patterns, so that it reads without colour."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from t2desk.i18n import N_
from t2desk.services.support_table import SupportRow, SupportTable
from t2desk.ui.common_ground.states import STATES
from t2desk.ui.common_ground.support_words import AGREEMENTS, paint_ground, tones
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.values import VALUE

Index = QModelIndex | QPersistentModelIndex
_POINT = 0
# Pixels at a text size of 100 %: the narrowest column of a side, and how high a row is.
_NARROWEST, _ROW = 116, 62
_POINT_SHARE = 0.34


class MapModel(QAbstractTableModel):
    """A row a point: the point itself, then a cell a side; every cell's words are a whole sentence."""

    def __init__(self, around: Surroundings) -> None:
        """Begin empty."""
        super().__init__()
        self._around = around
        self.table = SupportTable()

    def show_table(self, table: SupportTable) -> None:
        """Show a table; where only words changed, nobody loses their place."""
        same = [row.point.key for row in table.rows] == [row.point.key for row in self.table.rows]
        if same and table.sides == self.table.sides:
            self.table = table
            if table.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.sides)))
            return
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return how many points there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return one more than there are sides."""
        return 0 if parent.isValid() else len(self.table.sides) + 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's row, or the sentence that is spoken."""
        if not index.isValid():
            return None
        row = self.table.rows[index.row()]
        if role == VALUE:
            return row
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return self._spoken(row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return a side's name."""
        if orientation is not Qt.Orientation.Horizontal or role != int(Qt.ItemDataRole.DisplayRole):
            return None
        return self._around.words(N_("Point")) if section == _POINT else self.table.sides[section - 1].name

    def _spoken(self, row: SupportRow, column: int) -> str:
        point = self._around.words(N_("Point {number}")).format(number=row.point.number)
        if column == _POINT:
            state = self._around.words(STATES[row.point.state].word)
            return self._around.phrases.listed(f"{point}: {row.point.text}", state, self.weakest_words(row))
        side, said = self.table.sides[column - 1], self._around.words(AGREEMENTS[row.cells[column - 1]].word)
        return self._around.phrases.listed(point, isolated(side.name), said)

    def weakest_words(self, row: SupportRow) -> str:
        """Say which side agrees least."""
        if not row.weakest:
            return ""
        names = self._around.phrases.listed(*(isolated(one) for one in row.weakest))
        return self._around.words(N_("weakest: {sides}")).format(sides=names)


class _Cells(QStyledItemDelegate):
    """Paints a point, or a side's word on its pattern."""

    def __init__(self, around: Surroundings, model: MapModel) -> None:
        super().__init__()
        self._around, self._model = around, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box: QRect = option.rect
        mirrored = MirroredPainter(painter, box, option.direction)
        look = self._around.theme.look
        if index.column() == _POINT:
            self._paint_point(mirrored, box, index.data(VALUE))
        else:
            self._paint_cell(mirrored, box, index.data(VALUE).cells[index.column() - 1])
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = box.adjusted(1, 1, -1, -1)
            mirrored.round_box(ring, look.sizes.control_radius, None, look.tokens.focus, 3)
        painter.restore()

    def _paint_point(self, painter: MirroredPainter, box: QRect, row: SupportRow) -> None:
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        number = QRect(box.left() + 6, box.top(), 26, box.height())
        painter.text(number, str(row.point.number), figure_font(sizes.text_title), tokens.ink_third)
        under = " · ".join(
            filter(None, (self._around.words(STATES[row.point.state].word), self._model.weakest_words(row)))
        )
        wide = box.right() - number.right() - 10
        line = sizes.text_body + 5
        text = QRect(number.right() + 4, box.top() + 5, wide, 2 * line)
        painter.text(text, row.point.text, text_font(sizes.text_label, QFont.Weight.Medium), tokens.ink, lines=2)
        below = QRect(text.left(), box.bottom() - sizes.text_meta - 7, wide, sizes.text_meta + 4)
        painter.text(below, under, text_font(sizes.text_meta), tokens.ink_third)

    def _paint_cell(self, painter: MirroredPainter, box: QRect, word: str) -> None:
        look = AGREEMENTS[word]
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        inner = box.adjusted(3, 3, -3, -3)
        paint_ground(painter, inner, look, tokens, sizes.control_radius)
        ink = tones(tokens, look.tone)[1] if look.icon else tokens.ink_third
        mark = sizes.text_title
        if look.icon:
            icon = QRect(inner.center().x() - mark // 2, inner.top() + 7, mark, mark)
            self._around.icons.paint(painter.painter, look.icon, QRectF(painter.place(icon)), ink)
        top = inner.top() + (mark + 10 if look.icon else 0)
        words = QRect(inner.left() + 4, top, inner.width() - 8, inner.bottom() - top)
        font = text_font(sizes.text_meta, QFont.Weight.DemiBold)
        painter.text(words, self._around.words(look.word), font, ink, Qt.AlignmentFlag.AlignHCenter)


class SupportMapTable(QTableView):
    """Arrows go from cell to cell; `opened` comes with a point's key on Enter."""

    opened = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        """Begin empty."""
        super().__init__()
        self._around = around
        self.map = MapModel(around)
        self._cells = _Cells(around, self.map)
        self.setObjectName("supportMap")
        self.setAccessibleName(around.words(N_("Where each side stands on each point")))
        self.setModel(self.map)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(VALUE).point.key))

    def show_table(self, table: SupportTable) -> None:
        """Show a table, and stand in its first cell."""
        self.map.show_table(table)
        self.verticalHeader().setDefaultSectionSize(_ROW * self._around.theme.percent // 100)
        if table.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.map.index(0, min(1, len(table.sides))))
        self.fit()

    def fit(self) -> None:
        """Let the point have its share, and the sides the rest; below their least, the table is scrolled."""
        sides, room = len(self.map.table.sides), self.viewport().width()
        point = round(room * _POINT_SHARE)
        least = _NARROWEST * self._around.theme.percent // 100
        self.setColumnWidth(0, point if sides else room)
        for column in range(1, sides + 1):
            self.setColumnWidth(column, max(least, (room - point) // sides))

    def sizeHintForColumn(self, column: int) -> int:
        """Return what was fitted."""
        return self.columnWidth(column)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few rows."""
        return QSize(320, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the point on Enter; nothing is put onto the clipboard."""
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
            self.opened.emit(current.data(VALUE).point.key)
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

"""A foreign file before it comes in: which column is which, its rows, and every problem by line; all or nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.intake_errors import RowsRefused
from t2desk.domain.intake_rows import Notice
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.prepare.pieces import button, heading, padded, told
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

READING = N_("The file is being read …")


class _Marked(QStyledItemDelegate):
    """Leaves a cell that is marked as wrong its own colours where its row is the current one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)  # the style sheet's own row leaves it out
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.BackgroundRole) is not None:
            option.state &= ~QStyle.StateFlag.State_Selected


class ImportPreview(QWidget):
    """A table of what was read, or of why it is refused; accepted whole, or left."""

    left = Signal()

    def __init__(self, parts: ViewParts, path: Path) -> None:
        """Say which file is being read."""
        super().__init__()
        self.setObjectName("importPreview")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._parts = parts
        self._take: Callable[[], tuple[int, Changes]] | None = None
        self._figures, head = heading(parts, N_("Import"))
        self._figures.setText(path.name)
        self._said = label(parts.words(READING), "second", "importSaid", wraps=True)
        self._notices = label("", "second", "importNotices", wraps=True)
        self._notices.hide()
        self._table = self._build_table()
        self._accept = button(parts, "importAccept", N_("Take them all in"), "check", "", Loudness.LOUD)
        self._accept.setEnabled(False)
        self._accept.clicked.connect(self._on_accept)
        self._back = button(parts, "importBack", N_("Leave it"), "", "Esc", Loudness.EDGED)
        self._back.clicked.connect(self.left)
        inside = QWidget()
        layout = column(head, self._said, self._notices, self._table, row(self._accept, self._back, 1), gap=12)
        layout.setStretch(3, 1)
        inside.setLayout(layout)
        self.setLayout(column(padded(inside)))

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 0)
        table.setObjectName("importTable")
        table.setAccessibleName(self._parts.words(N_("Rows of the file")))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setItemDelegate(_Marked(table))
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _show_notices(self, notices: tuple[Notice, ...]) -> None:
        self._notices.setText("\n".join(f"–  {told(self._parts, one)}" for one in notices))
        self._notices.setVisible(bool(notices))

    def _fill(self, heads: list[str], rows: list[list[str]]) -> None:
        self._table.setColumnCount(len(heads))
        self._table.setHorizontalHeaderLabels(heads)
        self._table.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                self._table.setItem(at, place, QTableWidgetItem(cell))
        self._table.resizeColumnsToContents()
        for place in range(len(heads)):
            self._table.setColumnWidth(place, min(260, self._table.columnWidth(place) + 16))

    def _on_refused(self, problem: DeskError) -> None:
        words = self._parts.words
        self._say_wrong(told(self._parts, problem))
        self._accept.setEnabled(False)
        problems = problem.problems if isinstance(problem, RowsRefused) else ()
        rows = [[str(one.line or ""), told(self._parts, one)] for one in problems]
        self._fill([words(N_("Line")), words(N_("What to mend"))] if rows else [], rows)
        self._table.setVisible(bool(rows))

    def _say_plain(self, said: str) -> None:
        self._say("second", said)

    def _say_wrong(self, said: str) -> None:
        self._say("error", said)
        announce(self, said)

    def _say(self, role: str, said: str) -> None:
        self._said.setProperty("role", role)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(said)

    def _on_accept(self) -> None:
        self._accept.setEnabled(False)
        if self._take is not None:
            self._parts.bridge.act(self._take, self._on_taken, self._on_refused)

    def _on_taken(self, count: int) -> None:
        words = self._parts.words(N_("Taken in: {count}. Ctrl+Z takes them all out again."))
        self._parts.say(words.format(count=count), "plain")
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""Next steps as a small table: what, by when, held by whom; the last line is for a new one."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from t2desk.domain.keys import key_to_text
from t2desk.domain.sections import NextStep
from t2desk.i18n import N_, Phrases
from t2desk.ui.kit.pieces import Card, label
from t2desk.ui.shell.views import ViewParts

_FIELDS = ("what", "by", "holder")
_HEADINGS = (N_("What"), N_("By"), N_("Held by"))
Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractTableModel):
    """Rows are steps, and one more for a new step; an edit is asked for, not made here."""

    edited = Signal(object, str, str)

    def __init__(self, phrases: Phrases, quiet: str) -> None:
        """Begin empty; `quiet` is the colour of the line for a new step."""
        super().__init__()
        self._phrases, self._quiet = phrases, QColor(quiet)
        self._steps: tuple[NextStep, ...] = ()

    def set_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Show these steps, and leave the cell alone that somebody is typing into: a reset would close it."""
        before, old, new = self._steps, [one.key for one in self._steps], [one.key for one in steps]
        if old == new:
            self._steps = steps
            self._tell_cells(before)
        elif new[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._steps = steps
            self.endInsertRows()
            self._tell_cells(before)
        else:
            self.beginResetModel()
            self._steps = steps
            self.endResetModel()

    def _tell_cells(self, before: tuple[NextStep, ...]) -> None:
        # One by one: told of a range, a view fills every open editor in it anew.
        for line, (was, now) in enumerate(zip(before, self._steps, strict=False)):
            for place, field in enumerate(_FIELDS):
                if getattr(was, field) != getattr(now, field):
                    self.dataChanged.emit(self.index(line, place), self.index(line, place))

    def step(self, line: int) -> NextStep | None:
        """Return a line's step; the last line has none."""
        return self._steps[line] if line < len(self._steps) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return one line more than there are steps."""
        return 0 if parent.isValid() else len(self._steps) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return three."""
        return 0 if parent.isValid() else len(_FIELDS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's words; the empty line says what it is for."""
        step = self.step(index.row())
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)} and step is not None:
            return getattr(step, _FIELDS[index.column()])
        if role == int(Qt.ItemDataRole.DisplayRole) and index.column() == 0:
            return self._phrases(N_("Add a step …"))
        if role == int(Qt.ItemDataRole.ForegroundRole) and step is None:
            return self._quiet
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Ask for an edit; the answer comes with the next reading."""
        if role != int(Qt.ItemDataRole.EditRole):
            return False
        step, field = self.step(index.row()), _FIELDS[index.column()]
        if str(value).strip() != (getattr(step, field) if step else ""):
            self.edited.emit(step, field, str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return the three headings."""
        if orientation is Qt.Orientation.Horizontal and role == int(Qt.ItemDataRole.DisplayRole):
            return self._phrases(_HEADINGS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited; a new step begins with what it is."""
        if self.step(index.row()) is None and index.column() > 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class StepsCard(Card):
    """The table and its keys: Enter or typing edits, Delete removes."""

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin without steps."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Next steps")), "stepsCard")
        self._parts, self._session = parts, session
        self._model = StepsModel(parts.surroundings.phrases, parts.surroundings.theme.look.tokens.ink_third)
        self._model.edited.connect(self._on_edited)
        self._table = StepsView(self._model, parts.surroundings.theme.look.sizes.row)
        self._table.removed.connect(self._on_removed)
        self._table.setAccessibleName(parts.words(N_("Next steps")))
        self.body.addWidget(self._table, 1)
        hint = N_("A step is held by a party or a role, never by a person. Enter edits a field, Delete removes a step.")
        self.body.addWidget(label(parts.words(hint), "meta", wraps=True))

    def take_focus(self) -> None:
        """Go into the table."""
        self._table.setFocus()

    def show_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Show these steps, the caret where it was."""
        index = self._table.currentIndex()
        line, place = max(0, index.row()), max(0, index.column())
        self._model.set_steps(steps)
        self._table.setCurrentIndex(self._model.index(line, place))

    def _on_edited(self, step: NextStep | None, field: str, words: str) -> None:
        if step is not None:
            self._parts.bridge.write("step.change", {"step": key_to_text(step.key), field: words})
        elif words.strip():
            self._parts.bridge.write("step.add", {"what": words, "session": self._session})

    def _on_removed(self, step: NextStep) -> None:
        self._parts.bridge.write("step.remove", {"step": key_to_text(step.key)})


class StepsView(QTableView):
    """A table whose Delete key removes a line."""

    removed = Signal(object)

    def __init__(self, model: StepsModel, line: int) -> None:
        """Show a model, with no grid of its own and no heading for lines."""
        super().__init__()
        self._steps = model
        self.setObjectName("stepsTable")
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(line - 8)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in (1, 2):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: most of it for what is to be done."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.horizontalHeader().resizeSection(1, round(width * 0.22))
        self.horizontalHeader().resizeSection(2, round(width * 0.26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete, edit on Enter."""
        index = self.currentIndex()
        step = self._steps.step(index.row()) if index.isValid() else None
        if event.key() == Qt.Key.Key_Delete and step is not None:
            self.removed.emit(step)
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and self.state() != QAbstractItemView.State.EditingState
        ):
            self.edit(index)
        else:
            super().keyPressEvent(event)

"""A table before it comes in: what each column is can be said, and every problem stands beside its row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.intake_errors import ColumnMissing, ColumnTwice, FileRefused, RowsRefused
from t2desk.domain.intake_rows import AgendaRead, Notice, PeopleRead, RowProblem, Sheet, SheetRow
from t2desk.i18n import N_
from t2desk.ui.kit.leading import in_order, lead_focus
from t2desk.ui.kit.tokens import Tokens
from t2desk.ui.prepare.column_choices import ChoiceHeader
from t2desk.ui.prepare.importing import READING, ImportPreview
from t2desk.ui.prepare.pieces import told
from t2desk.ui.shell.views import ViewParts

Read = PeopleRead | AgendaRead
# Milliseconds: a choice walked through by arrow keys has the file read once, at its end.
_PAUSE = 300
_WIDEST = 260
_TWINS = N_("Two columns are read as the same: pass one of them over, or say what else it is.")
_PASSED_OVER = N_("Passed over")
_SHOWN = N_("Shown are {shown} of {count} rows.")


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of table: what a column may be (field, words), and what is said instead of a refusal's sentence.

    `read` (of a path and what each column is) and `take` run on the lane; `summary` says how much would come in.
    """

    columns: Mapping[str, str]
    missing: Mapping[str, str]
    rows: Mapping[str, str]
    read: Callable[[Path, tuple[str, ...]], Any]
    take: Callable[[Any], tuple[int, Changes]]
    summary: Callable[[Any], str]


class ImportSheet(ImportPreview):
    """The rows of the file under a choice for each column; read again, in its own process, when one is changed."""

    def __init__(self, parts: ViewParts, path: Path, kind: SheetKind) -> None:
        """Have the file read by its own process."""
        super().__init__(parts, path)
        self._path, self._kind, self._asked = path, kind, 0
        words = tuple((field, parts.words(said)) for field, said in {"": _PASSED_OVER, **kind.columns}.items())
        self._header = ChoiceHeader(parts, self._table, words)
        self._header.chosen.connect(self._on_chosen)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read)
        self._read()

    def _on_chosen(self) -> None:
        # An answer to what was asked before is no longer waited for.
        self._asked += 1
        self._accept.setEnabled(False)
        if self._header.say_twins():
            self._pause.stop()
            self._say_wrong(self._parts.words(_TWINS))
        else:
            self._pause.start()

    def _read(self) -> None:
        self._asked += 1
        self._say_plain(self._parts.words(READING))
        read = partial(self._kind.read, self._path, self._header.fields)
        answered = (partial(self._on_read, self._asked), partial(self._on_unread, self._asked))
        self._parts.bridge.run(self, read, *answered)

    def _on_read(self, asked: int, read: Read) -> None:
        if asked != self._asked:
            return
        self._take = partial(self._kind.take, read)
        self._say_plain(self._kind.summary(read))
        self._show_notices((*read.notices, *_left_out(read.sheet)))
        if read.sheet is not None:
            self._show_sheet(read.sheet, ())
        self._accept.setEnabled(True)
        self._lead_to(self._accept)

    def _on_unread(self, asked: int, problem: DeskError) -> None:
        if asked != self._asked:
            return
        if not isinstance(problem, FileRefused) or problem.sheet is None:
            self._on_refused(problem)
            return
        problems = problem.problems if isinstance(problem, RowsRefused) else ()
        self._accept.setEnabled(False)
        self._say_wrong(self._why(problem))
        self._show_notices(_left_out(problem.sheet))
        self._show_sheet(problem.sheet, problems)
        self._lead_to(self._table if problems else self._header.in_order()[0])

    def _why(self, problem: DeskError) -> str:
        # What a refusal says with our names for columns is said here with the words of the choices.
        if isinstance(problem, ColumnTwice):
            return self._parts.words(_TWINS)
        missing = self._kind.missing.get(str(problem.details.get("column")), "")
        is_missing = isinstance(problem, ColumnMissing) and missing
        return self._parts.words(missing) if is_missing else told(self._parts, problem)

    def _lead_to(self, there: QWidget) -> None:
        # Whoever is choosing stays at that choice; the answer may also come before this page has the keyboard.
        if not any(box.hasFocus() for box in self._header.in_order()):
            lead_focus(self, there)
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, sheet: Sheet, problems: tuple[RowProblem, ...]) -> None:
        words, table = self._parts.words, self._table
        lead = [words(N_("Line")), words(N_("What to mend"))][: 2 if problems else 1]
        by_line: dict[int | None, list[RowProblem]] = {}
        for problem in problems:
            by_line.setdefault(problem.line, []).append(problem)
        width = max([len(sheet.header), *(len(row.cells) for row in sheet.rows)])
        table.clear()
        table.setColumnCount(len(lead) + width)
        table.setRowCount(len(sheet.rows))
        table.setHorizontalHeaderLabels([*lead, *[""] * width])
        for at, row in enumerate(sheet.rows):
            self._show_row(at, row, len(lead), by_line.get(row.line, []))
            self._show_cells(at, row, len(lead), sheet.fields, by_line.get(row.line, []))
        table.setVisible(True)
        self._header.show_columns(len(lead), sheet.header, sheet.fields)
        self._set_widths(len(lead))
        self._set_tab_order()
        table.setCurrentCell(next((at for at, row in enumerate(sheet.rows) if row.line in by_line), 0), 0)

    def _show_row(self, at: int, row: SheetRow, lead: int, problems: list[RowProblem]) -> None:
        self._table.setItem(at, 0, QTableWidgetItem(str(row.line)))
        if lead > 1:
            said = QTableWidgetItem("\n".join(self._told(problem) for problem in problems))
            if problems:
                _mark(said, self._parts.surroundings.theme.look.tokens)
            self._table.setItem(at, 1, said)

    def _show_cells(
        self, at: int, row: SheetRow, lead: int, fields: tuple[str, ...], problems: list[RowProblem]
    ) -> None:
        tokens = self._parts.surroundings.theme.look.tokens
        wrong = {problem.details.get("column") for problem in problems}
        for place, cell in enumerate(row.cells):
            item = QTableWidgetItem(cell)
            field = fields[place] if place < len(fields) else ""
            if field and field in wrong:
                _mark(item, tokens)
            elif not field:
                item.setForeground(QColor(tokens.ink_third))
            self._table.setItem(at, place + lead, item)

    def _told(self, problem: RowProblem) -> str:
        words, details = self._parts.words, dict(problem.details)
        known = self._kind.columns.get(str(details.get("column", "")))
        if known is not None:
            details["column"] = words(known)
        sentence = self._kind.rows.get(problem.sentence, problem.sentence)
        return self._parts.surroundings.phrases.told(sentence, details)

    def _set_widths(self, lead: int) -> None:
        table, percent = self._table, self._parts.surroundings.theme.percent
        table.resizeColumnsToContents()
        for place in range(lead, table.columnCount()):
            wide = min(_WIDEST, table.columnWidth(place) + 16)
            table.setColumnWidth(place, max(self._header.width_of(place - lead), wide))
        if lead > 1:
            table.setColumnWidth(1, round(280 * percent / 100))
        table.resizeRowsToContents()

    def _set_tab_order(self) -> None:
        in_order(self, *self._header.in_order(), self._table, self._accept, self._back)


def _mark(item: QTableWidgetItem, tokens: Tokens) -> None:
    item.setBackground(QColor(tokens.over_soft))
    item.setForeground(QColor(tokens.over))


def _left_out(sheet: Sheet | None) -> tuple[Notice, ...]:
    if sheet is None or len(sheet.rows) == sheet.count:
        return ()
    return (Notice(_SHOWN, {"shown": len(sheet.rows), "count": sheet.count}),)

"""The head of a table that is brought in: above each column what the file calls it, and a choice of what it is here."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.prepare.pieces import Choice
from t2desk.ui.shell.views import ViewParts

_AIR = 6


class ColumnChoice(QWidget):
    """One column: its name in the file, what it is read as, and whether another one is read as the same."""

    def __init__(self, parts: ViewParts, number: int, written: str, words: tuple[tuple[str, str], ...]) -> None:
        """Offer (field, words) pairs for the column with this number from 1."""
        super().__init__()
        self._parts = parts
        nameless = parts.words(N_("Column {number}")).format(number=number)
        self.choice = Choice(parts, isolated(written) or nameless, f"importColumn{number}", words, self._on_chosen)
        self.box = self.choice.box
        self.box.setAccessibleName(f"{nameless}: {written}" if written else nameless)
        self._note = label("", "error", f"importColumn{number}Note")
        self.setLayout(column(self.choice, self._note, gap=2))

    chosen = Signal()

    @property
    def field(self) -> str:
        """What the column is read as, "" where it is passed over."""
        return str(self.box.currentData())

    def show_twin(self, number: int | None) -> None:
        """Say which column is read as the same, if one is."""
        said = self._parts.words(N_("the same as column {number}")).format(number=number) if number else ""
        self._note.setText(said)
        self.box.setAccessibleDescription(said)

    def _on_chosen(self, _field: str) -> None:
        self.chosen.emit()


class ChoiceHeader(QHeaderView):
    """A header with a choice over every column of the file; columns of our own before them only have a word."""

    chosen = Signal()

    def __init__(self, parts: ViewParts, table: QTableWidget, words: tuple[tuple[str, str], ...]) -> None:
        """Stand over a table, offering (field, words) pairs."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._parts, self._table, self._words = parts, table, words
        self._choices: tuple[ColumnChoice, ...] = ()
        self._header: tuple[str, ...] = ()
        self._lead = 0
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.setHorizontalHeader(self)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        # Each choice is reached by Tab; the header itself has nothing to do.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def fields(self) -> tuple[str, ...]:
        """What each column of the file is read as."""
        return tuple(choice.field for choice in self._choices)

    def show_columns(self, lead: int, header: tuple[str, ...], fields: tuple[str, ...]) -> None:
        """Show the choices for the columns after the first `lead`; they stay where the file's header is the same."""
        self._lead = lead
        if header != self._header or len(fields) != len(self._choices):
            self._build(header[: len(fields)])
            self._header = header
        for choice, field in zip(self._choices, fields, strict=True):
            choice.choice.show_value(field)
        self.say_twins()
        self._place()

    def say_twins(self) -> bool:
        """Say beside each choice which other column is read as the same; returns whether there is any."""
        fields = self.fields
        twins = [_twin_of(place, fields) for place in range(len(fields))]
        for choice, twin in zip(self._choices, twins, strict=True):
            choice.show_twin(twin)
        return any(twins)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the choices in the order of their columns, for Tab."""
        return tuple(choice.box for choice in self._choices)

    def sizeHint(self) -> QSize:
        """Return room for the highest choice."""
        hint = super().sizeHint()
        heights = [choice.sizeHint().height() + 2 * _AIR for choice in self._choices]
        return QSize(hint.width(), max([hint.height(), *heights]))

    def width_of(self, place: int) -> int:
        """Return how wide a column of the file must be for its choice."""
        return self._choices[place].sizeHint().width() + 2 * _AIR if place < len(self._choices) else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices over their columns."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the column of a choice into sight when it is reached by Tab."""
        if event.type() == QEvent.Type.FocusIn:
            for place, choice in enumerate(self._choices):
                if choice.box is watched:
                    row = max(0, self._table.currentRow())
                    self._table.scrollTo(self._table.model().index(row, place + self._lead))
        return super().eventFilter(watched, event)

    def _build(self, header: tuple[str, ...]) -> None:
        for choice in self._choices:
            choice.hide()
            choice.deleteLater()
        made = []
        for place, written in enumerate(header):
            choice = ColumnChoice(self._parts, place + 1, written, self._words)
            choice.setParent(self.viewport())
            choice.chosen.connect(self.chosen)
            choice.box.installEventFilter(self)
            made.append(choice)
        self._choices = tuple(made)

    def _place(self, *_moved: int) -> None:
        for place, choice in enumerate(self._choices):
            section = place + self._lead
            if section >= self.count():
                choice.hide()
                continue
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            choice.setGeometry(left + _AIR, _AIR, width - 2 * _AIR, self.height() - 2 * _AIR)
            choice.show()


def _twin_of(place: int, fields: tuple[str, ...]) -> int | None:
    others = (at + 1 for at, field in enumerate(fields) if field and at != place and field == fields[place])
    return next(others, None)

"""Overlays over the window, never dialogs: the command palette and the key sheet; Esc gives the focus back."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from t2desk.domain.text import folded
from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import key_cap, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import COMMANDS, Command, CommandSet

_WIDTH, _ROWS = 520, 8


class Overlay(QFrame):
    """A card in the middle of the window; it takes the focus and gives it back."""

    def __init__(self, surroundings: Surroundings, window: QWidget, name: str) -> None:
        """Begin hidden."""
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.surroundings = surroundings
        self._before: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show over the window and remember who had the focus."""
        self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def height_wanted(self) -> int:
        """Return how high the card would like to be."""
        return self.sizeHint().height()

    def _place(self) -> None:
        room = self.window().rect()
        height = min(self.height_wanted(), room.height() - 80)
        self.setGeometry((room.width() - _WIDTH) // 2, 72, _WIDTH, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class Palette(Overlay):
    """Every command that can be given now, found by a few letters."""

    def __init__(self, surroundings: Surroundings, window: QWidget, commands: CommandSet) -> None:
        """Make the field and the list."""
        super().__init__(surroundings, window, "palette")
        self._commands = commands
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setPlaceholderText(surroundings.words(N_("What do you want to do?")))
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._rows: ValueListModel[Command] = ValueListModel(lambda one: one.id, self._spoken)
        self._list = ValueListView(surroundings.theme, self._rows, self._paint, lambda _one: 40)
        self._list.setObjectName("paletteList")
        self._list.chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._field)
        layout.addWidget(self._list)

    def open(self) -> None:
        """Show every command that is on."""
        self._field.clear()
        self._on_typed("")
        super().open()
        self._field.setFocus()

    def height_wanted(self) -> int:
        """Return room for the field and eight rows."""
        return 72 + 40 * _ROWS

    def _spoken(self, command: Command) -> str:
        return f"{self.surroundings.words(command.words)}, {key_words(command.keys[0])}"

    def _on_typed(self, typed: str) -> None:
        parts = folded(typed).split()
        found = [
            command
            for command, _ in self._commands.available()
            if all(part in folded(self.surroundings.words(command.words)) for part in parts)
        ]
        self._rows.set_values(found)
        if found:
            self._list.setCurrentIndex(self._rows.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field move and choose in the list."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
                self._list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.current() is not None:
                self._on_chosen(self._list.current())
                return True
        return super().eventFilter(watched, event)

    def _on_chosen(self, command: Command) -> None:
        self.leave()
        self._commands.give(command.id)

    def _paint(self, painter: MirroredPainter, box: QRect, command: Command, _selected: bool) -> None:
        tokens, sizes = self.surroundings.theme.look.tokens, self.surroundings.theme.look.sizes
        words = self.surroundings.words(command.words)
        inner = box.adjusted(12, 0, -12, 0)
        painter.text(inner.adjusted(0, 0, -110, 0), words, text_font(sizes.text_body), tokens.ink)
        where = QRect(inner.right() - 110, inner.top(), 110, inner.height())
        keys = key_words(command.keys[0])
        painter.text(where, keys, text_font(sizes.text_meta), tokens.ink_third, Qt.AlignmentFlag.AlignTrailing)


class KeySheet(Overlay):
    """Every key on one sheet."""

    def __init__(self, surroundings: Surroundings, window: QWidget) -> None:
        """Lay all commands out by group."""
        super().__init__(surroundings, window, "keySheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        group, line = "", 0
        for command in COMMANDS:
            if command.group != group:
                group = command.group
                head = label(surroundings.words(group), "card-title")
                head.setFont(text_font(surroundings.theme.look.sizes.text_label, QFont.Weight.DemiBold))
                grid.addWidget(head, line, 0, 1, 3)
                line += 1
            grid.addWidget(label(surroundings.words(command.words), "body"), line, 0)
            for place, keys in enumerate(command.keys[:2], start=1):
                grid.addWidget(key_cap(key_words(keys)), line, place, Qt.AlignmentFlag.AlignLeading)
            line += 1
        grid.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(label(surroundings.words(N_("Keys")), "title"))
        layout.addWidget(scroll)

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self.setFocus()

    def height_wanted(self) -> int:
        """Return as much as the window has."""
        return 10_000


def key_words(keys: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

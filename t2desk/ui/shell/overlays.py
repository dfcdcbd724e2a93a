"""What is laid over the window: the palette of all commands and the sheet of all keys."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from t2desk.domain.text import folded
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, key_words
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, key_cap, label, row, rule_line, text_line
from t2desk.ui.kit.reading import RING_ROOM, ReadingArea
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import COMMANDS, Command, CommandSet
from t2desk.ui.shell.overlay import Overlay

_ROWS = 9
_TWO_COLUMNS = 760  # pixels at a text size of 100 %
_MOVING = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class Palette(Overlay):
    """Every command that can be given now, found by a few letters."""

    def __init__(self, surroundings: Surroundings, window: QWidget, commands: CommandSet) -> None:
        """Make the field and the list."""
        super().__init__(surroundings, window, "palette", 640)
        self._commands = commands
        self._field = text_line()
        self._field.setObjectName("paletteField")
        self._field.setProperty("role", "bare")
        self._field.setAccessibleName(surroundings.words(N_("Commands")))
        self._field.setPlaceholderText(surroundings.words(N_("What do you want to do?")))
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._rows: ValueListModel[Command] = ValueListModel(lambda one: one.id, self._spoken)
        self._list = ValueListView(surroundings.theme, self._rows, self._paint, lambda _one: self._row_height())
        self._list.setObjectName("paletteList")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the caret; arrows move the list from there
        self._list.clicked.connect(lambda index: self._on_chosen(self._rows.values()[index.row()]))
        self._none = label(surroundings.words(N_("Nothing by this name can be done now.")), "second", "paletteNone")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        layout = column(self._field, rule_line(), self._list, self._none, gap=6)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setStretch(2, 1)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def open(self) -> None:
        """Show every command that is on."""
        self._field.clear()
        self._on_typed("")
        super().open()

    def take_focus(self) -> None:
        """Put the caret into the field."""
        self._field.setFocus()

    def drop(self) -> None:
        """Hide, and keep nothing of what was typed."""
        super().drop()
        self._field.clear()

    def _row_height(self) -> int:
        return self.surroundings.theme.look.sizes.button + 6

    def height_wanted(self) -> int:
        """Return room for the field and nine rows."""
        return self._field.sizeHint().height() + 36 + self._row_height() * _ROWS

    def _spoken(self, command: Command) -> str:
        return f"{self.surroundings.words(command.words)}, {key_words(command.keys[0])}"

    def _on_typed(self, typed: str) -> None:
        offered = [one for one, _ in self._commands.available() if one.id != "desk.palette"]
        ranks = [(rank_of(typed, self.surroundings.words(one.words)), one) for one in offered]
        found = [one for rank, one in sorted(ranks, key=lambda pair: pair[0]) if rank < NOT_FOUND]
        self._rows.set_values(found)
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._rows.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field move and choose in the list."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING:
                self._list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.current() is not None:
                self._on_chosen(self._list.current())
                return True
        return super().eventFilter(watched, event)

    def _on_chosen(self, command: Command) -> None:
        self.leave()
        self._commands.give(command.id)

    def _paint(self, painter: MirroredPainter, box: QRect, command: Command, selected: bool) -> None:
        tokens, sizes = self.surroundings.theme.look.tokens, self.surroundings.theme.look.sizes
        if selected:
            painter.round_box(box.adjusted(0, 1, 0, -1), sizes.control_radius, tokens.soft)
        ink = tokens.soft_ink if selected else tokens.ink
        second = tokens.soft_ink if selected else tokens.ink_third
        inner = box.adjusted(14, 0, -12, 0)
        side = sizes.text_title + 2
        if command.icon:
            place = painter.place(QRect(inner.left(), inner.center().y() - side // 2, side, side))
            self.surroundings.icons.paint(painter.painter, command.icon, QRectF(place), second)
        keys = key_words(command.keys[0])
        small = text_font(sizes.text_meta)
        key_room, group_room = _room(small, "Ctrl+Shift+W") + 16, _room(small, "m" * 10)
        words = inner.adjusted(side + 14, 0, -key_room - group_room, 0)
        painter.text(
            words, self.surroundings.words(command.words), text_font(sizes.text_body, QFont.Weight.Medium), ink
        )
        group = QRect(inner.right() - key_room - group_room, inner.top(), group_room, inner.height())
        painter.text(group, self.surroundings.words(command.group), small, second)
        width = _room(small, keys) + 12
        cap = QRect(inner.right() - width, inner.center().y() - sizes.text_meta + 1, width, sizes.text_meta * 2 - 2)
        painter.round_box(cap, 4, None, tokens.edge if not selected else tokens.soft_ink)
        painter.text(cap, keys, small, second, Qt.AlignmentFlag.AlignHCenter)


class KeySheet(Overlay):
    """Every key on one sheet."""

    def __init__(self, surroundings: Surroundings, window: QWidget) -> None:
        """Begin without a layout."""
        super().__init__(surroundings, window, "keySheet", 880)
        self.setAccessibleName(surroundings.words(N_("Keys")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)

    def open(self) -> None:
        """Show the sheet; it is laid out when it is first asked for, since the door is painted without it."""
        if self.layout() is None:
            self._build()
        super().open()

    def _build(self) -> None:
        """Lay all commands out by group, in two columns."""
        surroundings, words = self.surroundings, self.surroundings.words
        close = KeyButton(surroundings.theme, surroundings.icons, words(N_("Close")), "", "Esc")
        close.setObjectName("keySheetClose")
        close.clicked.connect(self.leave)
        groups = list(dict.fromkeys(command.group for command in COMMANDS))
        sheets = [self._group(group) for group in groups]
        first = len(COMMANDS) / 2
        counts = [sum(1 for one in COMMANDS if one.group == group) + 2 for group in groups]
        cut = next(n for n in range(1, len(groups) + 1) if sum(counts[:n]) >= first)
        inside = QWidget()
        self._columns.setContentsMargins(0, 0, 12, 0)
        self._columns.addLayout(column(*sheets[:cut], 1, gap=18))
        self._columns.addLayout(column(*sheets[cut:], 1, gap=18))
        inside.setLayout(self._columns)
        scroll = ReadingArea("keySheetScroll", words(N_("Keys")), inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside, self._scroll = inside, scroll
        head = row(label(words(N_("Keys")), "title"), 1, close)
        hint = label(words(N_("A letter works while no text is being typed; the other key always does.")), "second")
        above = column(head, hint, gap=2)
        above.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        layout = column(above, scroll, gap=8)
        layout.setContentsMargins(28 - RING_ROOM, 16, 16, 20)
        self.setLayout(layout)

    def _group(self, group: str) -> QWidget:
        words = self.surroundings.words
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        cap = _room(text_font(self.surroundings.theme.look.sizes.text_meta), "Ctrl+Shift+W") + 14
        grid.setColumnMinimumWidth(1, cap)
        grid.setColumnMinimumWidth(2, cap)
        grid.addWidget(label(words(group), "card-title"), 0, 0, 1, 3)
        for line, command in enumerate((one for one in COMMANDS if one.group == group), start=1):
            grid.addWidget(label(words(command.words), "body"), line, 0)
            for place, keys in enumerate(command.keys[:2], start=1):
                grid.addWidget(key_cap(key_words(keys)), line, place, Qt.AlignmentFlag.AlignLeading)
        made = QWidget()
        made.setLayout(grid)
        return made

    def height_wanted(self) -> int:
        """Return room for every key, as far as the window has it."""
        return self._inside.sizeHint().height() + 140

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where keys would be cut."""
        super().resizeEvent(event)
        fits = self.width() >= _TWO_COLUMNS * self.surroundings.theme.percent // 100
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(40 if fits else 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrows."""
        bar = self._scroll.verticalScrollBar()
        if event.key() in _MOVING:
            steps = bar.pageStep() if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} else 60
            bar.setValue(bar.value() + (steps if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -steps))
        else:
            super().keyPressEvent(event)


NOT_FOUND = 3


def rank_of(typed: str, words: str) -> int:
    """Return how well letters fit a command: 0 as they stand, 1 all parts somewhere, 2 as word beginnings, 3 not."""
    wanted, said = folded(typed).strip(), folded(words)
    if not wanted or said.startswith(wanted):
        return 0
    if all(part in said for part in wanted.split()):
        return 1
    begins = "".join(word[0] for word in said.replace(":", " ").split())
    return 2 if wanted.replace(" ", "") in begins else NOT_FOUND


def _room(font: QFont, words: str) -> int:
    return QFontMetrics(font).horizontalAdvance(words)

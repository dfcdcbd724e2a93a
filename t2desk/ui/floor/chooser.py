"""Choosing a person inline: a field over the speakers' list, where a seat, initials or a few letters are enough."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from t2desk.domain.people import Role
from t2desk.i18n import N_
from t2desk.services.people_search import Candidate, candidates, found
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.over_card import OverCard
from t2desk.ui.floor.painting import paint_person
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import column, label, text_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import PLAIN
from t2desk.ui.shell.views import ViewParts


class Purpose(StrEnum):
    """What a chosen person is for."""

    QUEUE = "queue.add"
    START = "turn.start"
    ASSIGN = "turn.assign"
    FILL = "turn.fill"
    INTERPRET = "interpreter.change"
    MERGE = "person.merge"


_TITLES = {
    Purpose.QUEUE: N_("Add to the list"),
    Purpose.START: N_("Give the floor to …"),
    Purpose.ASSIGN: N_("Whose turn is it?"),
    Purpose.FILL: N_("Who spoke while the clock stood?"),
    Purpose.INTERPRET: N_("Who interprets from now on?"),
    Purpose.MERGE: N_("Who stands on the list twice?"),
}
_HINTS = {
    Purpose.QUEUE: N_("Enter adds, Esc leaves."),
    Purpose.START: N_("Enter gives the floor; with nothing typed, to nobody named yet. Esc leaves."),
    Purpose.ASSIGN: N_("Enter says who, Esc leaves."),
    Purpose.FILL: N_("Enter gives the time since the last turn, Esc leaves."),
    Purpose.INTERPRET: N_("Enter says who, Esc leaves. The reminder counts from now."),
    Purpose.MERGE: N_("Enter says which entry goes; then say which one stays."),
}
_INTO = N_("Whose entry stays? All of {name} goes there.")
# Who is noted as not in the room is not offered for these, unless somebody types for them.
_PRESENT_ONLY = frozenset({Purpose.QUEUE, Purpose.START})
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class PersonChooser(OverCard):
    """A field for letters, and below it who fits them."""

    def __init__(self, parts: ViewParts, feed: FloorFeed, over: QWidget, view: QWidget) -> None:
        """Begin hidden; it is shown over a widget of the view."""
        super().__init__(parts, "personChooser", (over,), view)
        self._parts, self._feed = parts, feed
        self._purpose = Purpose.QUEUE
        self._everybody: tuple[Candidate, ...] = ()
        self._turn: str | None = None
        self._twice: Candidate | None = None
        self._build()
        for purpose in Purpose:
            self._take_on(purpose)

    def _take_on(self, purpose: Purpose) -> None:
        self._parts.commands.take_on(purpose.value, lambda: self._on_asked(purpose), owner=self)

    def _on_asked(self, purpose: Purpose) -> None:
        if purpose is Purpose.FILL and not self._feed.idle_seconds():
            self._parts.say(self._parts.words(N_("No time is left over: a turn runs, or none has ended yet.")), PLAIN)
            return
        self.open_for(purpose)

    def _build(self) -> None:
        self._title = label("", "card-title", "chooserTitle", wraps=True)
        self.field = text_line()
        self.field.setObjectName("chooserField")
        self.field.setPlaceholderText(self._parts.words(N_("Seat, initials or name")))
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._rows: ValueListModel[Candidate] = ValueListModel(lambda one: one.speaker.person, self._spoken)
        self.list = ValueListView(self._parts.surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("chooserList")
        self.list.setAccessibleName(self._parts.words(N_("People found")))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._choose(self.list.current()))
        self._hint = label("", "meta", "chooserHint", wraps=True)
        layout = column(self._title, self.field, self.list, self._hint)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def open_for(self, purpose: Purpose, turn: str | None = None) -> None:
        """Show everybody and wait for letters; a turn says which one is given to somebody, else the one that runs."""
        self._purpose, self._turn, self._twice = purpose, turn, None
        self._title.setText(self._parts.words(_TITLES[purpose]))
        self.field.setAccessibleName(self._parts.words(_TITLES[purpose]))
        self._hint.setText(self._parts.words(_HINTS[purpose]))
        self.field.clear()
        self.come(self.field)
        self._parts.bridge.read(self, candidates, self._on_read)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's keys move and choose in the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            self.list.keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _on_enter(self) -> None:
        chosen = self.list.current()
        if chosen is not None:
            self._choose(chosen)
        elif self._purpose is Purpose.START and not self.field.text().strip():
            self.leave()
            self._parts.bridge.write("turn.start", {})

    def _on_read(self, everybody: tuple[Candidate, ...]) -> None:
        self._everybody = everybody
        self._on_typed(self.field.text())

    def _on_typed(self, typed: str) -> None:
        rows = self._fitting(typed)
        self._rows.set_values(rows)
        nobody = bool(typed.strip()) and not rows
        self._hint.setText(self._parts.words(N_("Nobody fits.") if nobody else _HINTS[self._purpose]))
        self.list.clearSelection()
        # With nothing typed nobody is meant yet: Enter must not give the floor to whoever sits first.
        if rows and typed.strip():
            self.list.setCurrentIndex(self._rows.index(0))
        else:
            self.list.setCurrentIndex(self._rows.index(-1))

    def _fitting(self, typed: str) -> tuple[Candidate, ...]:
        rows = found(self._everybody, typed)
        if self._twice is not None:
            rows = tuple(one for one in rows if one is not self._twice)
        if typed.strip():
            return rows
        if self._purpose in _PRESENT_ONLY:
            rows = tuple(one for one in rows if not self._is_away(one))
        if self._purpose is Purpose.INTERPRET:
            rows = tuple(sorted(rows, key=lambda one: not self._interprets(one)))
        return rows

    def _is_away(self, one: Candidate) -> bool:
        seat = self._feed.seat_of(one.speaker.person)
        return seat is not None and seat.is_away

    def _interprets(self, one: Candidate) -> bool:
        seat = self._feed.seat_of(one.speaker.person)
        return seat is not None and seat.role is Role.INTERPRETER

    def _choose(self, chosen: Candidate | None) -> None:
        if chosen is None:
            return
        if self._purpose is Purpose.MERGE and self._twice is None:
            self._ask_into(chosen)
            return
        twice = self._twice
        self.leave()
        if twice is not None:
            self._parts.bridge.write("person.merge", {"person": twice.speaker.person, "into": chosen.speaker.person})
            return
        fields: dict[str, object] = {"person": chosen.speaker.person}
        if self._turn is not None:
            fields["turn"] = self._turn
        self._parts.bridge.write(self._purpose.value, fields)

    def _ask_into(self, twice: Candidate) -> None:
        self._twice = twice
        self._title.setText(self._parts.words(_INTO).format(name=isolated(twice.speaker.name)))
        self.field.setAccessibleName(self._title.text())
        self.field.clear()
        self._on_typed("")

    def _waits(self, one: Candidate) -> bool:
        return any(waiting.speaker.person == one.speaker.person for waiting in self._feed.floor.queue)

    def _second(self, one: Candidate) -> str:
        waits = self._parts.words(N_("on the list")) if self._waits(one) else ""
        if self._is_away(one):
            waits = self._parts.words(N_("not in the room"))
        return " · ".join(part for part in (one.speaker.party, waits) if part)

    def _spoken(self, one: Candidate) -> str:
        seat = self._parts.words(N_("seat {number}")).format(number=one.speaker.seat)
        return ", ".join(part for part in (one.speaker.name, self._second(one), seat) if part)

    def _paint(self, painter: MirroredPainter, box: QRect, one: Candidate, _selected: bool) -> None:
        paint_person(painter, self._parts.surroundings, box, one.speaker, str(one.speaker.seat), self._second(one), "")

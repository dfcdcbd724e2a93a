"""The speakers' list: who waits, for which turn, and what they had so far; reordered and emptied by keys."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from t2desk.domain.floor import TurnKind
from t2desk.domain.series import SessionState
from t2desk.i18n import N_
from t2desk.services.floor_views import Waiting
from t2desk.ui.floor.feed import FloorFeed
from t2desk.ui.floor.painting import paint_person
from t2desk.ui.floor.suggestion import SuggestionLine
from t2desk.ui.floor.words import KINDS, which_turn
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, label, row
from t2desk.ui.kit.reorder import ReorderList
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts


class QueuePanel(Card):
    """The queue as a list; Enter gives the floor, Delete takes back, Alt and the arrows move."""

    def __init__(self, parts: ViewParts, feed: FloorFeed) -> None:
        """Build the list; the feed fills it."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Speakers’ list")), "queuePanel")
        self.widen_body()
        self._parts, self._feed, self._space = parts, feed, Space.ROOMY
        self._waited: tuple[int | None, ...] = ()
        self._rows: ValueListModel[Waiting] = ValueListModel(lambda one: one.speaker.person, self._spoken)
        self.list = ReorderList(parts.surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("queueList")
        self.list.setAccessibleName(parts.words(N_("Speakers’ list")))
        self.list.setMinimumHeight(40)
        self.list.on_key(Qt.Key.Key_Delete, "remove")
        self.list.on_key(Qt.Key.Key_Backspace, "remove")
        self.list.on_key(Qt.Key.Key_Up, "up", Qt.KeyboardModifier.AltModifier)
        self.list.on_key(Qt.Key.Key_Down, "down", Qt.KeyboardModifier.AltModifier)
        self.list.asked.connect(self._on_asked)
        self.list.chosen.connect(self._on_chosen)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._empty = label("", "second", "queueEmpty", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(12, 0, 12, 0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._closed = label("", "second", "queueClosed", wraps=True)
        self._closed.setContentsMargins(12, 0, 12, 4)
        self._closed.hide()
        self.body.addWidget(self._closed)
        self.body.addWidget(place)
        self._hint = SuggestionLine(parts, feed)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._build_foot())
        in_order(self._shut, self.list, self._hint, self._add, *self._small_ones)
        self.list.dropped.connect(self._on_dropped)
        feed.floor_changed.connect(self._on_floor_changed)
        feed.sums_changed.connect(self._on_sums_changed)
        feed.second_passed.connect(self._on_ticked)

    def set_space(self, space: Space) -> None:
        """Leave out the key, then the buttons that keys do too, where the room is short."""
        self._space = space
        self._add.show_key(space is Space.ROOMY)
        self.move_closer(space is Space.CRAMPED)
        self._on_floor_changed()

    def _build_foot(self) -> QHBoxLayout:
        around = self._parts.surroundings
        self._add = KeyButton(around.theme, around.icons, self._parts.words(N_("Add to the list")), "hand", "A")
        self._add.setObjectName("queueAdd")
        self._add.clicked.connect(lambda _checked=False: self._parts.commands.give("queue.add"))
        up = self._small("queueUp", N_("Earlier (Alt+Up)"), "arrow-up", "up")
        down = self._small("queueDown", N_("Later (Alt+Down)"), "arrow-down", "down")
        away = self._small("queueRemove", N_("Take off the list (Delete)"), "x", "remove")
        self._small_ones = (up, down, away)
        self._shut = self._small("queueShut", N_("Close the list (L)"), "lock", "shut")
        # In the head it may be no higher than the title is.
        self._shut.setMaximumHeight(self._parts.surroundings.theme.look.sizes.text_title + 4)
        self.head.addWidget(self._shut)
        return row(self._add, 1, up, down, away, gap=0)

    def _on_dropped(self, waiting: Waiting, before: Waiting | None) -> None:
        # The list itself changes when the desk says so.
        place = before.place - (before.place > waiting.place) if before else len(self._feed.floor.queue)
        if place != waiting.place:
            self._move(waiting.speaker.person, place)

    def _show_closed(self, is_open: bool) -> None:
        closed = is_open and self._feed.floor.closed
        self._closed.setVisible(closed)
        if closed:
            said = N_("The list is closed on this item. Points of order (P), replies (Y) and questions (Q) are heard.")
            short = N_("The list is closed.")
            self._closed.setText(self._parts.words(said if self._space < Space.TIGHT else short))
        words = self._parts.words(N_("Open the list again (L)") if closed else N_("Close the list (L)"))
        self._shut.set_words("", "lock-open" if closed else "lock")
        self._shut.setAccessibleName(words)
        self._shut.setToolTip(words)
        self._shut.setVisible(is_open and self._space < Space.CRAMPED)

    def _on_sums_changed(self) -> None:
        self._hint.show_suggestion(self._space)
        self.list.viewport().update()

    def _small(self, name: str, words: str, icon: str, asked: str) -> KeyButton:
        around = self._parts.surroundings
        button = KeyButton(around.theme, around.icons, "", icon)
        button.setObjectName(name)
        button.setAccessibleName(self._parts.words(words))
        button.setToolTip(self._parts.words(words))
        act = self._on_shut if asked == "shut" else lambda: self._on_clicked(asked)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _on_floor_changed(self) -> None:
        queue = self._feed.floor.queue
        self.list.set_values(queue)
        if queue and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0))
        self._hint.show_suggestion(self._space)
        words = self._parts.surroundings.phrases.plural("{count} waiting", "{count} waiting", len(queue))
        self.aside.setText(words.format(count=len(queue)) if queue else "")
        if not queue and self.list.hasFocus():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        is_open = self._feed.floor.state is SessionState.OPEN
        said = N_("Nobody is waiting. A adds somebody to the list.")
        if not is_open:
            said = N_("The list opens with the session.")
        elif self._feed.floor.closed:
            said = N_("Nobody is waiting, and the list is closed.")
        self._empty.setText(self._parts.words(said))
        self._add.setVisible(is_open and not self._feed.floor.closed)
        self._show_closed(is_open)
        self._stack.setCurrentIndex(1 if queue else 0)
        for button in self._small_ones:
            # Rows are dragged, and moved by keys, too: where the room is short, two buttons fewer.
            is_move = button is not self._small_ones[-1]
            button.setVisible(bool(queue) and self._space < (Space.COMPACT if is_move else Space.TIGHT))

    def _on_ticked(self) -> None:
        """Paint again when somebody has waited a minute more, and only then."""
        self._hint.show_suggestion(self._space)
        now = self._parts.now()
        waited = tuple(one.minutes(now) for one in self._feed.floor.queue)
        if waited != self._waited:
            self._waited = waited
            self.list.viewport().update()

    def _on_shut(self) -> None:
        self._parts.commands.give("queue.toggle")

    def _on_clicked(self, asked: str) -> None:
        if self.list.current() is not None:
            self._on_asked(asked, self.list.current())

    def _on_asked(self, asked: str, waiting: Waiting) -> None:
        person = waiting.speaker.person
        if asked == "remove":
            self._parts.bridge.write("queue.remove", {"person": person})
            return
        place = waiting.place + (-1 if asked == "up" else 1)
        if 1 <= place <= len(self._feed.floor.queue):
            self._move(person, place)

    def _move(self, person: str, place: int) -> None:
        self._parts.bridge.write(
            "queue.move", {"person": person, "place": place}, then=lambda _none: self.list.select(person)
        )

    def _on_chosen(self, waiting: Waiting) -> None:
        self._parts.bridge.write("turn.start", {"person": waiting.speaker.person, "kind": waiting.kind.value})

    def _second(self, waiting: Waiting) -> str:
        spoken = self._feed.sums.of(waiting.speaker.person)
        turn = which_turn(self._parts.surroundings, spoken.turns + 1)
        if waiting.kind is not TurnKind.STATEMENT:
            turn = self._parts.words(KINDS[waiting.kind])
        return f"{waiting.speaker.party} · {turn}" if waiting.speaker.party else turn

    def _spoken(self, waiting: Waiting) -> str:
        spoken = self._feed.sums.of(waiting.speaker.person)
        had = self._parts.words(N_("{time} so far")).format(time=clock_words(int(spoken.seconds)))
        parts = [str(waiting.place), waiting.speaker.name, self._second(waiting).replace(" · ", ", ")]
        minutes = waiting.minutes(self._parts.now())
        if minutes is not None:
            plural = self._parts.surroundings.phrases.plural
            parts.append(plural("waiting {count} minute", "waiting {count} minutes", minutes).format(count=minutes))
        return ", ".join((*parts, had))

    def _paint(self, painter: MirroredPainter, box: QRect, waiting: Waiting, _selected: bool) -> None:
        spoken = self._feed.sums.of(waiting.speaker.person)
        had = clock_words(int(spoken.seconds)) if spoken.turns else "–"
        around = self._parts.surroundings
        minutes, second = waiting.minutes(self._parts.now()), self._second(waiting)
        waited = "" if minutes is None else self._parts.words(N_("{count} min")).format(count=minutes)
        above, below = (waited, had) if waited else (had, "")
        paint_person(painter, around, box, waiting.speaker, str(waiting.place), second, above, below)

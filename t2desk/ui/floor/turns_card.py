"""Turns put right after the fact: whose they were, how long, when they began; in two, or two made one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import TurnsDiffer
from t2desk.domain.durations import seconds_of
from t2desk.domain.errors import DeskError
from t2desk.domain.floor import KIND_WORDS
from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.floor_turns import PastTurn, past_turns
from t2desk.services.floor_views import Speaker
from t2desk.ui.floor.chooser import PersonChooser, Purpose
from t2desk.ui.floor.over_card import OverCard
from t2desk.ui.floor.painting import paint_person
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import clock_words, hour_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, label, row, text_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import PLAIN
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to put a turn right: its letter while the list has the focus, its words, what is asked to be typed."""

    operation: str
    key: Qt.Key
    letter: str
    words: str
    icon: str
    asks: str = ""


REPAIRS = (
    Repair("turn.assign", Qt.Key.Key_W, "W", N_("Whose?"), "user"),
    Repair("turn.length", Qt.Key.Key_L, "L", N_("Length"), "clock", N_("How long it was, such as 2:30")),
    Repair("turn.began", Qt.Key.Key_T, "T", N_("Earlier"), "arrow-up", N_("By how much earlier it began")),
    Repair("turn.split", Qt.Key.Key_X, "X", N_("In two"), "split", N_("After how much of it to cut")),
    Repair("turn.merge", Qt.Key.Key_M, "M", N_("Join"), "merge"),
)
_EARLY = N_("A length, such as 3, 2:30 or 90 s.")


class TurnsCard(OverCard):
    """The turns so far, the latest first; a letter and, where a length is asked for, a line to type it."""

    def __init__(self, parts: ViewParts, chooser: PersonChooser, over: Sequence[QWidget], view: QWidget) -> None:
        """Begin hidden; who a turn belonged to is asked by the chooser of people."""
        super().__init__(parts, "turnsCard", over, view)
        self._chooser = chooser
        self._asking: Repair | None = None
        self._differ: int | None = None
        words = parts.words
        self._rows: ValueListModel[PastTurn] = ValueListModel(lambda one: one.turn.key, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("turnsList")
        self.list.setAccessibleName(words(N_("Turns so far, the latest first")))
        self.list.setMinimumHeight(60)
        for repair in REPAIRS:
            self.list.on_key(repair.key, repair.operation)
        self.list.asked.connect(self._on_asked)
        self.list.chosen.connect(lambda one: self._on_asked("turn.assign", one))
        self._line = text_line()
        self._line.setObjectName("turnsLine")
        self._line.returnPressed.connect(self._on_typed)
        self._line.hide()
        self._said = label("", "meta", "turnsSaid", wraps=True)
        flow = FlowLayout(4)
        for repair in REPAIRS:
            flow.addWidget(self._button(repair))
        title = ElidedLabel("card-title", "turnsTitle", words(N_("Put turns right")))
        layout = column(
            row(title, 1, self.close_button("turnsClose")),
            self.list, self._line, flow, self._said,
        )  # fmt: skip
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        parts.bridge.changed.connect(self._on_changed)

    def _button(self, repair: Repair) -> KeyButton:
        around = self.parts.surroundings
        button = KeyButton(around.theme, around.icons, self.parts.words(repair.words), repair.icon, repair.letter)
        button.setObjectName(f"repair-{repair.operation.partition('.')[2]}")
        if repair.operation == "turn.merge":
            button.setToolTip(self.parts.words(N_("Make it one with the turn before it")))
        button.clicked.connect(lambda _checked=False: self._on_pressed(repair.operation))
        return button

    def open(self) -> None:
        """Show the turns so far."""
        self._forget()
        self.come(self.list)
        self._read()

    def _read(self) -> None:
        self.parts.bridge.read(self, past_turns, self._on_read)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("turns", "people", "identities", "sessions"):
            self._read()

    def _on_read(self, turns: tuple[PastTurn, ...]) -> None:
        self.list.set_values(turns)
        if turns and self.list.current() is None:
            self.list.setCurrentIndex(self._rows.index(0))
        if not turns:
            self._said.setText(self.parts.words(N_("No turn has been held in this session yet.")))

    def _on_pressed(self, operation: str) -> None:
        current = self.list.current()
        if current is not None:
            self._on_asked(operation, current)

    def _on_asked(self, operation: str, one: PastTurn) -> None:
        repair = next(repair for repair in REPAIRS if repair.operation == operation)
        if operation == "turn.assign":
            self.leave()
            self._chooser.open_for(Purpose.ASSIGN, key_to_text(one.turn.key))
        elif operation == "turn.merge":
            self._merge(one)
        else:
            self._asking = repair
            self._line.setPlaceholderText(self.parts.words(repair.asks))
            self._line.setAccessibleName(self.parts.words(repair.asks))
            self._line.clear()
            self._line.show()
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._said.setText(self.parts.words(_EARLY))

    def _merge(self, one: PastTurn) -> None:
        if one.before is None:
            self._said.setText(self.parts.words(N_("Only two turns that have ended can be made one.")))
            return
        fields = {"turn": key_to_text(one.turn.key), "into": key_to_text(one.before)}
        agreed = self._differ == one.turn.key
        self._differ = one.turn.key
        self._write("turn.merge", {**fields, "even_if_different": agreed})

    def _on_typed(self) -> None:
        one, seconds = self.list.current(), seconds_of(self._line.text())
        if one is None or self._asking is None:
            return
        if not seconds:
            self._said.setText(self.parts.words(_EARLY))
            return
        self._write(self._asking.operation, {"turn": key_to_text(one.turn.key), "seconds": seconds})

    def _write(self, operation: str, fields: dict[str, object]) -> None:
        self.parts.bridge.write(operation, fields, then=self._on_done, refused=self._on_refused)

    def _on_done(self, _turn: object) -> None:
        self._forget()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.say(self.parts.words(N_("Put right. Ctrl+Z takes it back.")), PLAIN)

    def _on_refused(self, problem: DeskError) -> None:
        if isinstance(problem, TurnsDiffer):
            said = N_("They differ in person, item or kind. Once more makes them one all the same.")
            self._said.setText(self.parts.words(said))
        else:
            self._differ = None
            self._said.setText(self.parts.surroundings.phrases.told(problem.sentence, problem.details))

    def _forget(self) -> None:
        self._asking = self._differ = None
        self._line.hide()
        self._line.clear()
        self._said.setText(self.parts.words(N_("Letters act on the turn that is chosen; each can be undone.")))

    def _second(self, one: PastTurn) -> str:
        kind = self.parts.words(KIND_WORDS[one.turn.kind])
        return f"{hour_words(one.turn.since.wall // 1000)} · {kind}"

    def _length(self, one: PastTurn) -> str:
        seconds = one.turn.seconds
        return self.parts.words(N_("runs")) if seconds is None else clock_words(int(seconds))

    def _speaker(self, one: PastTurn) -> Speaker:
        return one.speaker or Speaker("", 0, self.parts.words(N_("Nobody named yet")))

    def _spoken(self, one: PastTurn) -> str:
        parts = (self._speaker(one).name, self._second(one).replace(" · ", ", "), self._length(one))
        return ", ".join(parts)

    def _paint(self, painter: MirroredPainter, box: QRect, one: PastTurn, _selected: bool) -> None:
        speaker = self._speaker(one)
        lead = str(speaker.seat) if one.speaker else ""
        paint_person(painter, self.parts.surroundings, box, speaker, lead, self._second(one), self._length(one))

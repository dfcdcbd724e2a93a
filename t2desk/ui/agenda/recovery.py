"""On time again: each way drawn before it is taken. A digit shows a way, Enter takes it, Ctrl+Z takes it back."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from t2desk.domain.agenda_recovery import Recovery
from t2desk.domain.ports import Work
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaTimes, agenda_times, agenda_view
from t2desk.services.agenda_recovery import RecoveryPreview, recovery, to_choose
from t2desk.ui.agenda.recovery_rows import BeforeAfter, BeforeAfterPainter, rows_of
from t2desk.ui.agenda.words import behind_words
from t2desk.ui.kit.buttons import KeyButton, Loudness, one_of
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.pieces import column, label, row, rule_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.overlay import Overlay
from t2desk.ui.shell.views import ViewParts

_WAYS = (
    (Recovery.SHRINK, N_("Shorten the rest")), (Recovery.PARK, N_("Park an item")),
    (Recovery.DROP, N_("Drop an item")), (Recovery.EXTEND, N_("End later")),
)  # fmt: skip
_WIDTH, _EDGE = 372, 8
_CHOOSES = frozenset({Recovery.PARK, Recovery.DROP})


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one way would make of the agenda, beside what it is; `can` are the items that may be put off."""

    now: AgendaTimes
    preview: RecoveryPreview | None
    can: frozenset[str]


def _asked(work: Work, way: Recovery, item: str | None) -> _Answer:
    can = frozenset(one.id for one in to_choose(work))
    now = agenda_times(agenda_view(work), work.now)
    return _Answer(now, recovery(work, way, item if item in can else None), can)


class RecoveryCard(Overlay):
    """Stands over the speakers' list, beside the clock of whoever speaks: nothing that runs is covered."""

    def __init__(self, parts: ViewParts, page: QWidget) -> None:
        """Build it hidden, within the page that goes with the curtain."""
        super().__init__(parts.surroundings, page, "agendaRecovery", _WIDTH)
        self.setAccessibleName(parts.words(N_("Be on time again")))
        self._parts, self._page = parts, page
        self._way, self._item = Recovery.SHRINK, ""
        self._answer: _Answer | None = None
        painter = self._painter = BeforeAfterPainter(parts)
        self._rows: ValueListModel[BeforeAfter] = ValueListModel(lambda one: one.id, painter.spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, painter.paint, painter.height)
        self.list.setObjectName("recoveryList")
        self.list.setAccessibleName(parts.words(N_("The agenda as it would be")))
        self.list.chosen.connect(self._on_taken)
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self._late = label("", "second", "recoveryLate")
        self._ends = label("", "row", "recoveryEnds", wraps=True)
        self._said = label("", "second", "recoverySaid", wraps=True)
        self._build()

    def _build(self) -> None:
        parts, around = self._parts, self._parts.surroundings
        self._group = QButtonGroup(self)
        self._buttons: dict[Recovery, KeyButton] = {}
        for number, (way, words) in enumerate(_WAYS, start=1):
            self.list.on_key(Qt.Key(Qt.Key.Key_0 + number), way.value)
            button = KeyButton(around.theme, around.icons, parts.words(words), "", str(number))
            button.setObjectName(f"recovery-{way.value}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_way, way.value))
            self._group.addButton(button)
            self._buttons[way] = button
        one_of(self._group)
        self.list.asked.connect(self._on_way)
        take = self._take = KeyButton(
            around.theme, around.icons, parts.words(N_("Do it")), "check", "Enter", Loudness.LOUD
        )
        take.setObjectName("recoveryTake")
        take.clicked.connect(self._on_taken)
        leave = KeyButton(around.theme, around.icons, parts.words(N_("Leave it")), "", "Esc")
        leave.setObjectName("recoveryLeave")
        leave.clicked.connect(self.leave)
        head = row(label(parts.words(N_("Be on time again")), "title"), 1, self._late)
        buttons = list(self._buttons.values())
        ways = column(row(buttons[0], buttons[1], 1, gap=4), row(buttons[2], buttons[3], 1, gap=4), gap=2)
        layout = column(head, ways, rule_line(), self.list, self._ends, self._said, row(take, leave, 1), gap=8)
        layout.setStretch(3, 1)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    def show_ways(self) -> None:
        """Show the card, or leave it where it is shown."""
        if self.isVisible():
            self.leave()
            return
        self._way, self._item = Recovery.SHRINK, ""
        self._parts.bridge.read(self, lambda work: _asked(work, Recovery.EXTEND, None), self._on_asked)

    def _on_asked(self, answer: _Answer) -> None:
        if answer.preview is None:
            self._parts.say(self._parts.words(N_("The session ends on time; there is nothing to catch up.")), "plain")
            return
        self.open()
        self.read()

    def take_focus(self) -> None:
        """Put the focus where arrows choose an item and digits a way."""
        self.list.setFocus()

    def read(self) -> None:
        """Ask what the way shown would make of the agenda now."""
        if self.isVisible():
            way, item = self._way, self._item or None
            self._parts.bridge.read(self, lambda work: _asked(work, way, item), self._show)

    def _on_way(self, way: str, _row: object = None) -> None:
        self._way = Recovery(way)
        self.read()

    def _show(self, answer: _Answer) -> None:
        self._answer, preview = answer, answer.preview
        self._buttons[self._way].setChecked(True)
        self._late.setText(behind_words(self._parts, answer.now.behind))
        self._take.setEnabled(preview is not None)
        shown = preview or RecoveryPreview(self._way, answer.now, (), 0, 0)
        self.list.selectionModel().blockSignals(True)
        self.list.set_values(rows_of(answer.now.lines, shown))
        if preview is not None and self._way in _CHOOSES:
            self.list.select(preview.changed[0].id)
        elif self.list.current() is None and self._rows.values():
            self.list.setCurrentIndex(self._rows.index(0))
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()
        self._say(answer.now, preview)

    def _say(self, now: AgendaTimes, preview: RecoveryPreview | None) -> None:
        words, plural = self._parts.words, self._parts.surroundings.phrases.plural
        if preview is None:
            self._ends.setText(words(N_("Nothing would be won by this.")))
            self._said.setText("")
            return
        before, after = (hour_words(times.ends or 0) for times in (now, preview.times))
        if before == after:
            self._ends.setText(words(N_("Ends {after}, as agreed from now on")).format(after=after))
        else:
            self._ends.setText(words(N_("Ends {after} instead of {before}")).format(after=after, before=before))
        late = preview.still_late
        still = plural("{count} min would still be missing.", "{count} min would still be missing.", late)
        rest = still.format(count=late) if late else words(N_("Then on time again."))
        breaks = words(N_("Breaks keep their length."))
        choose = words(N_("↑ ↓ choose another item."))
        extra = {Recovery.SHRINK: breaks, Recovery.EXTEND: ""}.get(self._way, choose)
        self._said.setText(f"{rest} {extra}".strip())

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        chosen: BeforeAfter | None = self.list.current() if current.isValid() else None
        if self._answer is None or chosen is None or self._way not in _CHOOSES:
            return
        if chosen.id in self._answer.can and chosen.id != self._item:
            self._item = chosen.id
            self.read()

    def _on_taken(self, _row: object = None) -> None:
        preview = self._answer.preview if self._answer else None
        if preview is None:
            return
        fields: dict[str, object] = {"way": self._way.value}
        if self._way in _CHOOSES:
            fields["item"] = preview.changed[0].id
        self.leave()
        self._parts.bridge.write("agenda.recover", fields, self._on_done)

    def _on_done(self, _minutes: object) -> None:
        said = self._parts.words(N_("The agenda is planned anew. Ctrl+Z takes it back."))
        self._parts.say(said, "plain")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show a way by its digit and take it by Enter, wherever the focus is in the card."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(_WAYS):
            self._on_way(_WAYS[number][0].value)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_taken()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        # Where reading ends, over the list of speakers, from the top of the page to the capture line.
        page, percent = self._page, self.surroundings.theme.percent
        width = min(_WIDTH * percent // 100, page.width() // 2)
        line = page.findChild(QWidget, "captureLine")
        bottom = (line.y() if line is not None else page.height()) - _EDGE
        left = page.width() - width - _EDGE
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = _EDGE
        self.setGeometry(left, _EDGE, width, bottom - _EDGE)

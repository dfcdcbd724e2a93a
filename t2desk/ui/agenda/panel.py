"""The agenda and its clock: what took how long, what is left, when the rest begins; it plans itself anew."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedLayout, QWidget

from t2desk.domain.agenda import ItemState
from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaLine, AgendaTimes, AgendaView, agenda_times, agenda_view
from t2desk.ui.agenda.painting import AgendaPainter, AgendaRow
from t2desk.ui.agenda.prompts import AgendaPromptsStrip
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import Card, EmptyState, column, row
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_TICK = 1000
_MINUTE = 60


class AgendaPanel(Card):
    """The agenda of the session at hand; a tick plans it anew from what was read, and reads nothing."""

    def __init__(self, parts: ViewParts) -> None:
        """Build the list and read."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Agenda")), "agendaPanel")
        self.widen_body()
        self._parts = parts
        self._view = AgendaView()
        self._current = ""
        self._painter = AgendaPainter(parts.surroundings)
        self._rows: ValueListModel[AgendaRow] = ValueListModel(lambda one: one.id, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._painter.paint, self._painter.height)
        self.list.setObjectName("agendaList")
        self.list.setAccessibleName(parts.words(N_("Agenda")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(60)
        self.list.viewport().installEventFilter(self)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self.list)
        self.body.addWidget(place)
        self._prompts = AgendaPromptsStrip(parts)
        self._minute = -1
        self.body.addWidget(self._prompts)
        self.body.addWidget(self._build_foot())
        parts.bridge.changed.connect(self._on_changed)
        timer = QTimer(self)
        timer.timeout.connect(self._on_ticked)
        timer.start(_TICK)
        self._read()

    def _build_empty(self) -> QWidget:
        around = self._parts.surroundings
        words = self._parts.words(N_("Prepare"))
        button = KeyButton(around.theme, around.icons, words, "list-ordered", key_of("view.prepare"), Loudness.EDGED)
        button.setObjectName("agendaPrepare")
        button.clicked.connect(lambda _checked=False: self._parts.go("prepare"))
        said = N_("There is no agenda yet. Make one under Prepare, or from a template.")
        return EmptyState(self._parts.words(said), button)

    def _build_foot(self) -> QWidget:
        around = self._parts.surroundings
        self._behind = ElidedLabel("label", "agendaBehind")
        self._now = ElidedLabel("meta", "agendaNow")
        self._next = KeyButton(around.theme, around.icons, self._parts.words(N_("Next item")), "chevron-right", "I")
        self._next.setObjectName("agendaNext")
        self._next.clicked.connect(lambda _checked=False: self._parts.commands.give("item.next"))
        self._foot = QWidget()
        adjourn = self._parts.words(N_("Adjourn"))
        self._adjourn = KeyButton(around.theme, around.icons, adjourn, "clock", key_of("session.adjourn"))
        self._adjourn.setObjectName("agendaAdjourn")
        self._adjourn.clicked.connect(lambda _checked=False: self._parts.commands.give("session.adjourn"))
        line = row(self._behind, 1, self._now)
        line.setContentsMargins(12, 0, 12, 0)
        self._foot.setLayout(column(row(self._next, self._adjourn, 1), line))
        return self._foot

    def set_space(self, space: Space) -> None:
        """Leave the hour out where the room is short, and the keys: how late it is says more."""
        self._now.setVisible(space is not Space.CRAMPED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the rows' heights follow the list's width."""
        if watched is self.list.viewport() and event.type() == QEvent.Type.Resize:
            self._painter.width = self.list.viewport().width()
            self.list.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        self._parts.bridge.read(self, agenda_view, self._on_read)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("agenda_items", "item_clocks", "sessions", "item_plans", "agenda_shifts"):
            self._read()

    def _on_read(self, view: AgendaView) -> None:
        self._view = view
        self._minute = -1
        self._on_ticked()

    def _on_ticked(self) -> None:
        now = self._parts.now()
        times = agenda_times(self._view, now)
        if now.wall // 60_000 != self._minute:
            self._minute = now.wall // 60_000
            self._prompts.read()
        rows = [self._row(line) for line in times.lines]
        if tuple(rows) != self._rows.values():
            self._show(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._foot.setVisible(bool(rows))
        self._next.setVisible(times.has_next and self._is_open())
        self._adjourn.setVisible(bool(rows) and not times.has_next and self._is_open())
        begins = N_("Next item") if self._view.clock else N_("Begin with the first item")
        if self._next.text() != self._parts.words(begins):
            self._next.set_words(self._parts.words(begins))
        self._show_times(times, hour_words(now.wall // 1000))

    def _is_open(self) -> bool:
        return self._view.session is not None and self._view.session.state == "open"

    def _show(self, rows: list[AgendaRow]) -> None:
        heights = [self._painter.height(one) for one in self._rows.values()]
        self._rows.set_values(rows)
        if heights != [self._painter.height(one) for one in rows]:
            self.list.scheduleDelayedItemsLayout()
        current = next((one.id for one in rows if one.state is ItemState.CURRENT), "")
        if current != self._current:
            self._current = current
            place = self._rows.row_of(current)
            if place >= 0:
                self.list.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.EnsureVisible)

    def _show_times(self, times: AgendaTimes, now: str) -> None:
        words, plural = self._parts.words, self._parts.surroundings.phrases.plural
        ends = words(N_("ends {time}")).format(time=hour_words(times.ends)) if times.ends and times.lines else ""
        _set(self.aside, ends)
        _set(self._now, words(N_("now {time}")).format(time=now))
        minutes = abs(times.behind) // _MINUTE
        line = words(N_("on time"))
        if not self._is_open() or (not self._view.clock and not any(one.spent for one in times.lines)):
            line = ""
        elif times.behind >= _MINUTE:
            line = plural("{count} min behind plan", "{count} min behind plan", minutes).format(count=minutes)
        elif times.behind <= -_MINUTE:
            line = plural("{count} min ahead of plan", "{count} min ahead of plan", minutes).format(count=minutes)
        _set(self._behind, line)

    def _row(self, line: AgendaLine) -> AgendaRow:
        item = line.item
        planned = line.left + line.spent
        words = self._parts.words(N_("{count} min")).format(count=planned // _MINUTE) if planned else ""
        share = line.spent / planned if planned else 0.0
        over = item.state is ItemState.CURRENT and planned > 0 and line.left < 0
        return AgendaRow(
            item.id,
            line.number,
            line.level,
            item.title,
            self._second(line, planned),
            words,
            item.state,
            round(share, 3),
            over,
        )

    def _second(self, line: AgendaLine, planned: int) -> str:
        words, state = self._parts.words, line.item.state
        if state is ItemState.DONE:
            return words(N_("took {count} min")).format(count=round(line.spent / _MINUTE)) if line.spent else ""
        if state is ItemState.PARKED:
            return words(N_("parked"))
        if state is not ItemState.CURRENT:
            return hour_words(line.starts) if line.starts is not None else ""
        if not planned:
            return words(N_("{count} min so far")).format(count=line.spent // _MINUTE)
        if line.left < 0:
            return words(N_("{count} min over")).format(count=-(line.left // _MINUTE))
        ends = hour_words(line.ends) if line.ends is not None else ""
        return words(N_("{count} min left, ends {time}")).format(count=-(-line.left // _MINUTE), time=ends)

    def _spoken(self, one: AgendaRow) -> str:
        states = {ItemState.DONE: N_("done"), ItemState.CURRENT: N_("now"), ItemState.PARKED: N_("parked")}
        state = self._parts.words(states[one.state]) if one.state in states else ""
        return ", ".join(part for part in (one.number, isolated(one.title), one.minutes, state, one.second) if part)


def _set(where: QLabel, words: str) -> None:
    if where.text() != words:
        where.setText(words)

"""The agenda and its clock: what took how long, what is left, when the rest begins; it plans itself anew."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedLayout, QWidget

from t2desk.domain.agenda import AgendaItem, ItemState
from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaLine, AgendaTimes, AgendaView, agenda_times
from t2desk.services.agenda_desk import DeskAgenda, desk_agenda
from t2desk.ui.agenda.acts import AgendaActs
from t2desk.ui.agenda.brief import BriefCard
from t2desk.ui.agenda.painting import AgendaPainter, AgendaRow
from t2desk.ui.agenda.prompts import AgendaPromptsStrip
from t2desk.ui.agenda.words import behind_words, second_words
from t2desk.ui.kit.buttons import KeyButton, Loudness, key_words
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import as_on_the_key, isolated
from t2desk.ui.kit.pieces import Card, EmptyState, column, row
from t2desk.ui.kit.spaces import Space
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_TICK = 1000
_MORE = (
    ("item.previous", "chevron-left", N_("Back to the item before")),
    ("item.shorten", "minus", N_("Five minutes less for this item")),
    ("item.extend", "plus", N_("Five minutes more for this item")),
    ("item.break", "pause", N_("A break now")),
    ("item.park", "square-parking", N_("Park this item")),
    ("item.notes", "pen-line", N_("Your own notes on this item")),
)
_MINUTE = 60
# Below this height, in pixels at a text size of 100 %, there is no room for the list beside the notes.
_LOW = 640


class AgendaPanel(Card):
    """The agenda of the session at hand; a tick plans it anew from what was read, and reads nothing."""

    def __init__(self, parts: ViewParts) -> None:
        """Build the list and read."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Agenda")), "agendaPanel")
        self.widen_body()
        self._parts = parts
        self._view = AgendaView()
        self._agenda = DeskAgenda()
        self._current = ""
        self._can_catch_up, self._behind_by = False, 0
        self._painter = AgendaPainter(parts.surroundings)
        self._rows: ValueListModel[AgendaRow] = ValueListModel(lambda one: one.id, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._painter.paint, self._painter.height)
        self.list.setObjectName("agendaList")
        self.list.setAccessibleName(parts.words(N_("Agenda")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(60)
        self.list.viewport().installEventFilter(self)
        place = self._place = QWidget()
        self._is_tight = False
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self.list)
        self.body.addWidget(place)
        self.prompts, self.brief = AgendaPromptsStrip(parts), BriefCard(parts)
        self._minute = -1
        self.brief.turned.connect(self._make_room)
        self.body.setStretch(0, 1000)
        self.body.addWidget(self.brief)
        self.body.addWidget(self.prompts)
        self.body.addStretch(1)  # takes the room where the list is not shown
        self.body.addWidget(self._build_foot())
        self._acts = AgendaActs(parts, self, self)
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
        self._more = self._build_more()
        catch_up = self._parts.words(N_("Catch up"))
        self._late = KeyButton(around.theme, around.icons, catch_up, "clock", key_of("item.recover"), Loudness.EDGED)
        self._late.setObjectName("agendaCatchUp")
        self._late.clicked.connect(lambda _checked=False: self._parts.commands.give("item.recover"))
        self._late.hide()
        acts = FlowLayout(gap=4)
        for button in (self._next, self._adjourn, self._late):
            acts.addWidget(button)
        self._foot.setLayout(column(acts, self._more, line, gap=4))
        self.prompts.told.connect(self._on_ways)
        return self._foot

    def _on_ways(self, are_there: bool) -> None:
        self._can_catch_up = are_there
        self._show_late()

    def _show_late(self) -> None:
        # From the first whole minute, as the words beside it: a second over is no reason to plan anew.
        self._late.setVisible(self._can_catch_up and self._behind_by >= _MINUTE)

    def _build_more(self) -> QWidget:
        around, made = self._parts.surroundings, QWidget()
        line = row(gap=0)
        for command, icon, words in _MORE:
            button = KeyButton(around.theme, around.icons, self._parts.words(words), icon)
            button.setObjectName(f"agenda-{command.replace('.', '-')}")
            button.be_icon(is_icon=True)
            button.setToolTip(f"{self._parts.words(words)}  {as_on_the_key(key_words(key_of(command)))}")
            button.clicked.connect(partial(self._parts.commands.give, command))
            line.addWidget(button)
        line.addStretch(1)
        made.setLayout(line)
        return made

    def set_space(self, space: Space) -> None:
        """Leave the hour out where the room is short, and the keys: how late it is says more."""
        self._now.setVisible(space is not Space.CRAMPED)
        self._is_tight = space >= Space.TIGHT
        self._more.setVisible(not self._is_tight)
        for button in (self._next, self._late):
            button.show_key(not self._is_tight)
        self._make_room()

    def _make_room(self) -> None:
        # In a low window the notes stand where the list does: both would be unreadable.
        is_low = self.height() < _LOW * self._parts.surroundings.theme.percent // 100
        self._place.setVisible(not (is_low and self.brief.isVisibleTo(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether list and notes have room beside each other."""
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the rows' heights follow the list's width."""
        if watched is self.list.viewport() and event.type() == QEvent.Type.Resize:
            self._painter.width = self.list.viewport().width()
            self.list.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        self._parts.bridge.read(self, desk_agenda, self._on_read)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("agenda_items", "item_clocks", "sessions", "item_plans", "agenda_shifts"):
            self._read()

    def _on_read(self, agenda: DeskAgenda) -> None:
        self._agenda, self._view = agenda, agenda.view
        self.brief.show_brief(agenda.brief)
        self._minute = -1
        self._on_ticked()

    def _on_ticked(self) -> None:
        now = self._parts.now()
        times = agenda_times(self._view, now)
        if now.wall // 60_000 != self._minute:
            self._minute = now.wall // 60_000
            self.prompts.read()
            self._acts.tick()
        longest = max((max(one.left + one.spent, one.spent) for one in times.lines), default=0) or 1
        rows = [self._row(line, longest) for line in times.lines]
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
        words = self._parts.words
        ends = words(N_("ends {time}")).format(time=hour_words(times.ends)) if times.ends and times.lines else ""
        _set(self.aside, ends)
        self._behind_by = times.behind
        self._show_late()
        _set(self._now, words(N_("now {time}")).format(time=now))
        has_begun = self._is_open() and (self._view.clock or any(one.spent for one in times.lines))
        _set(self._behind, behind_words(self._parts, times.behind) if has_begun else "")

    def _row(self, line: AgendaLine, longest: int) -> AgendaRow:
        item, agenda = line.item, self._agenda
        planned = line.left + line.spent
        words = self._parts.words(N_("{count} min")).format(count=planned // _MINUTE) if planned else ""
        first = agenda.planned.get(item.id, item.minutes)
        is_done = item.state is ItemState.DONE and line.spent > 0
        return AgendaRow(
            item.id,
            line.number,
            line.level,
            item.title,
            second_words(self._parts, line, first, agenda.due.get(item.id, "")),
            words,
            item.state,
            round(line.spent / planned, 3) if planned else 0.0,
            item.state is ItemState.CURRENT and planned > 0 and line.left < 0,
            round(first * _MINUTE / longest, 3) if is_done and planned else 0.0,
            round(line.spent / longest, 3) if is_done else 0.0,
            item.id in agenda.breaks,
        )

    def chosen_item(self) -> AgendaItem | None:
        """Return the item of the row that is chosen, else the one under discussion."""
        row: AgendaRow | None = self.list.current()
        now = self._view.clock.item if self._view.clock else ""
        wanted = row.id if row is not None and self.list.hasFocus() else now
        return next((one for one in self._view.items if one.id == wanted), None)

    def last_parked(self) -> str:
        """Return the item of this agenda that is parked furthest down; nothing where none is."""
        return next((one.id for one in reversed(self._view.items) if one.state is ItemState.PARKED), "")

    def _spoken(self, one: AgendaRow) -> str:
        states = {ItemState.DONE: N_("done"), ItemState.CURRENT: N_("now"), ItemState.PARKED: N_("parked")}
        state = self._parts.words(states[one.state]) if one.state in states else ""
        return ", ".join(part for part in (one.number, isolated(one.title), one.minutes, state, one.second) if part)


def _set(where: QLabel, words: str) -> None:
    if where.text() != words:
        where.setText(words)

"""The agenda: sessions and their items in one list, typed in a line, moved by keys or by hand."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from t2desk.domain.agenda import ItemState
from t2desk.domain.changes import Changes
from t2desk.domain.durations import typed_item
from t2desk.i18n import N_
from t2desk.services.agenda_templates import Template
from t2desk.services.preparation import Plan, plans
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.file_choice import FileWanted, choose_file
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import EmptyState, begin_where_reading_begins, label, row
from t2desk.ui.kit.reorder import ReorderList
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.agenda_rows import PlanPainter, PlanRow, rows_of
from t2desk.ui.prepare.days import Days
from t2desk.ui.prepare.importing_agenda import import_agenda
from t2desk.ui.prepare.item_form import ItemForm
from t2desk.ui.prepare.pieces import (
    ImportStack,
    TwoSides,
    UndoBar,
    button,
    heading,
    list_column,
    side_tabs,
)
from t2desk.ui.prepare.session_form import SessionForm
from t2desk.ui.prepare.templates import Templates
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_USUAL_MINUTES = 15
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class AgendaPanel(QWidget):
    """The list, a line to add, and beside them what is chosen, or the templates."""

    def __init__(self, parts: ViewParts) -> None:
        """Read every session."""
        super().__init__()
        self.setObjectName("agendaPanel")
        self._parts = parts
        self._plans: tuple[Plan, ...] = ()
        self._painter = PlanPainter(parts)
        self._model: ValueListModel[PlanRow] = ValueListModel(lambda row: row.key, self._painter.spoken)
        self._undo = UndoBar(parts)
        self._inline: InlineTitle | None = None
        self._moved = ""
        self._build_list()
        self._build_add()
        self._item, self._session = ItemForm(parts), SessionForm(parts)
        self._templates = Templates(parts)
        self._templates.wanted.connect(self._on_template)
        self._days = Days(parts)
        self._days.wanted.connect(self._on_day)
        parts.commands.hold(self, {"item.park": self._on_park, "item.unpark": self._on_unpark})
        self._stack = ImportStack(self, self._build_page())
        # Until the first answer nobody knows whether it is empty.
        self._empty.hide()
        lead_focus(self, self._list)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_list(self) -> None:
        painter = self._painter
        self._list = ReorderList(self._parts.surroundings.theme, self._model, painter.paint, painter.height)
        self._list.setObjectName("agendaList")
        self._list.setAccessibleName(self._parts.words(N_("Sessions and their items")))
        # A child stands further along the line of reading than what it belongs to.
        lift, nest = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            lift, nest = nest, lift
        keys = (
            (Qt.Key.Key_Up, "up", _ALT), (Qt.Key.Key_Down, "down", _ALT), (nest, "nest", _ALT), (lift, "lift", _ALT),
            (Qt.Key.Key_Delete, "remove", _NONE), (Qt.Key.Key_F2, "inline", _NONE),
        )  # fmt: skip
        for key, name, modifiers in keys:
            self._list.on_key(key, name, modifiers)
        self._list.asked.connect(self._on_asked)
        self._list.chosen.connect(self._on_chosen)
        self._list.dropped.connect(self._on_dropped)
        self._list.selectionModel().currentChanged.connect(self._on_current)

    def _build_add(self) -> None:
        parts = self._parts
        self._add = KeptLine(parts, "itemAdd", parts.words(N_("Add an item: “Options 30”, “Break 0:15”")))
        self._add.returnPressed.connect(self._on_add)
        self._add.textChanged.connect(self._on_typed)
        self._hint = ElidedLabel("second", "itemHint", greedy=True)

    def _build_page(self) -> QWidget:
        parts = self._parts
        plan = button(parts, "sessionAdd", N_("Plan a session"), "plus", "", Loudness.EDGED)
        plan.clicked.connect(self._on_plan)
        bring = button(parts, "agendaImport", N_("Import"), "import", "", Loudness.EDGED)
        bring.clicked.connect(self.ask_for_file)
        self._figures, head = heading(parts, N_("Agenda"), plan, bring)
        self._empty = EmptyState(parts.words(N_(
            "Nothing is planned yet. Type a first item below, such as “Welcome 10”, put in a template, or import an "
            "agenda (Markdown, calendar, CSV or a spreadsheet)."
        )))  # fmt: skip
        keys = label(parts.words(N_("F2 edits · Alt+↑ ↓ moves · Alt+→ ← nests")), "meta")
        below = row(self._hint, keys, gap=16)
        below.setStretch(0, 1)
        inside = list_column(head, self._empty, self._list, self._undo, self._add, below)
        self._sides = TwoSides(parts, inside, self._build_aside())
        lead_focus(self._sides, self._list)
        return self._sides

    def _build_aside(self) -> QWidget:
        # With a parent from the start: a stack without one would show its first page as a window of its own.
        place = QWidget()
        self._beside = QStackedLayout(place)
        nothing = QWidget()
        for widget in (nothing, self._item, self._session, self._templates, self._days):
            self._beside.addWidget(widget)
        named = (("chosen", N_("Details")), ("templates", N_("Templates")), ("days", N_("Days")))
        self._tabs, inside = side_tabs(self._parts, "agenda", named, self._show_aside, place)
        return inside

    def _show_aside(self, name: str) -> None:
        self._tabs[name].setChecked(True)
        chosen: PlanRow | None = self._list.current()
        if name == "templates":
            self._beside.setCurrentWidget(self._templates)
        elif name == "days":
            self._beside.setCurrentWidget(self._days)
        elif chosen is None:
            self._beside.setCurrentIndex(0)
        elif chosen.planned is None:
            self._session.show_session(chosen.plan)
            self._beside.setCurrentWidget(self._session)
        else:
            self._item.show_item(chosen.planned, self._plans)
            self._beside.setCurrentWidget(self._item)

    def focus_add(self) -> None:
        """Go to the line for adding."""
        self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_file(self) -> None:
        """Ask for an agenda to bring in."""
        words = self._parts.words
        endings = words(N_("Agendas")) + " (*.md *.ics *.csv *.xlsx)"
        wanted = FileWanted(words(N_("Import an agenda")), (endings,), Path.home())
        choose_file(self._parts.surroundings, self, wanted, self.preview)

    def preview(self, path: Path) -> None:
        """Read an agenda and show what would come into the chosen session."""
        brought = import_agenda(self._parts, path, self._chosen_session())
        self._stack.bring_in(brought, brought.left)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("sessions", "agenda_items", "turn_limits", "item_plans"):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, plans, self._show)

    def _show(self, found: tuple[Plan, ...]) -> None:
        self._plans = found
        before = self._list.currentIndex().row()
        rows = rows_of(found)
        self._list.set_values(rows)
        if rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(self._first() if before < 0 else self._near(before)))
        if before < 0:
            self._list.scrollTo(self._list.currentIndex(), ReorderList.ScrollHint.PositionAtTop)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        lead_focus(self, self._list if rows else self._add)
        plural = self._parts.surroundings.phrases.plural
        count = plural("{count} session", "{count} sessions", len(found)).format(count=len(found))
        self._figures.setText(count if found else "")
        if not rows:
            self._show_aside("templates")
        elif self._tabs["chosen"].isChecked():
            self._show_aside("chosen")
        self._on_typed(self._add.text())
        self._say_moved()

    def _say_moved(self) -> None:
        at = self._model.row_of(("item", self._moved)) if self._moved else -1
        self._moved = ""
        if at >= 0:
            announce(self._list, self._painter.spoken(self._model.values()[at]))

    def _first(self) -> int:
        # The first session that can still be planned, else the last one.
        open_rows = [at for at, row in enumerate(self._model.values()) if row.plan.session.state.value != "settled"]
        return open_rows[0] if open_rows else 0

    def _near(self, before: int) -> int:
        # Where the row that is gone stood; at a session's end, the one above it.
        rows = self._model.values()
        is_over = before >= len(rows) or rows[before].planned is None
        return max(0, before - 1) if is_over else before

    def _chosen_session(self) -> str | None:
        chosen: PlanRow | None = self._list.current()
        return chosen.plan.session.id if chosen else None

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if self._tabs["chosen"].isChecked():
            self._show_aside("chosen")
        self._on_typed(self._add.text())

    def _on_chosen(self, chosen: PlanRow) -> None:
        self._show_aside("chosen")
        self._sides.ask_aside()
        (self._session if chosen.planned is None else self._item).focus_first()

    def _on_typed(self, typed: str) -> None:
        chosen: PlanRow | None = self._list.current()
        if not typed.strip():
            where = isolated(self._painter.title(chosen.plan)) if chosen else ""
            into = self._parts.words(N_("Goes into: {session}")).format(session=where)
            self._hint.setText(into if chosen else "")
            return
        timed = typed_item(typed)
        if not timed.title:
            self._hint.setText(self._parts.words(N_("This is only a length; write what it is for before it.")))
            return
        said = self._parts.words(N_("{title}, {minutes} min"))
        self._hint.setText(said.format(title=isolated(timed.title), minutes=timed.minutes or _USUAL_MINUTES))

    def _on_add(self) -> None:
        timed = typed_item(self._add.text())
        if not timed.title:
            return
        fields: dict[str, object] = {"title": timed.title, "minutes": timed.minutes or _USUAL_MINUTES}
        if self._chosen_session():
            fields["session"] = self._chosen_session()
        self._parts.bridge.write("item.add", fields, self._on_added)

    def _on_added(self, item: object) -> None:
        self._add.clear_draft()
        self._list.select(("item", getattr(item, "id", "")))

    def _on_plan(self) -> None:
        self._parts.bridge.write("session.add", {"title": ""}, self._on_planned)

    def _on_planned(self, session: object) -> None:
        self._list.select(("session", getattr(session, "id", "")))
        self._show_aside("chosen")
        self._sides.ask_aside()
        self._session.focus_first()

    def _on_template(self, template: Template) -> None:
        words = self._parts.words
        fields: dict[str, object] = {
            "template": template.name,
            "titles": [words(item.title) for item in template.items],
            "aims": [words(item.aim) if item.aim else "" for item in template.items],
        }
        if self._chosen_session():
            fields["session"] = self._chosen_session()
        said = words(N_("Put in: {template}")).format(template=words(template.title))
        self._parts.bridge.write("agenda.template", fields, partial(self._undo.say, said))

    def _on_day(self, kind: str, key: str) -> None:
        self._list.select((kind, key))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_park(self) -> None:
        chosen: PlanRow | None = self._list.current()
        if chosen is None or chosen.planned is None:
            self._parts.say(self._parts.words(N_("Choose the item that is to be parked.")), "plain")
            return
        self._parts.bridge.write("item.park", {"item": chosen.planned.item.id})

    def _on_unpark(self) -> None:
        chosen: PlanRow | None = self._list.current()
        if chosen is None or chosen.planned is None or chosen.planned.item.state is not ItemState.PARKED:
            self._parts.say(self._parts.words(N_("Choose a parked item; then it can be brought back.")), "plain")
            return
        fields = {"item": chosen.planned.item.id, "session": chosen.plan.session.id}
        self._parts.bridge.write("item.unpark", fields)

    def _on_asked(self, name: str, chosen: PlanRow) -> None:
        if chosen.planned is None:
            return
        item, write = chosen.planned.item, self._parts.bridge.write
        if name == "inline":
            self._edit_inline(chosen)
        elif name == "remove":
            said = self._parts.words(N_("{title} was removed.")).format(title=isolated(item.title))
            write("item.remove", {"item": item.id}, partial(self._undo.say, said))
        else:
            # Where it stands now is said once the list has been read again.
            self._moved = item.id
            is_shift = name in {"up", "down"}
            fields = {"item": item.id, "down": name == "down"} if is_shift else {"item": item.id}
            write("item.shift" if is_shift else f"item.{name}", fields)

    def _edit_inline(self, chosen: PlanRow) -> None:
        assert chosen.planned is not None  # noqa: S101
        item = chosen.planned.item
        self._inline = InlineTitle(self._list, f"{item.title} {item.minutes}" if item.minutes else item.title)
        self._inline.returnPressed.connect(partial(self._on_inline, item.id))
        self._inline.textEdited.connect(self._on_typed)

    def _on_inline(self, item: str) -> None:
        if self._inline is None:
            return
        timed = typed_item(self._inline.text())
        # A length and nothing else changes the length alone.
        said = {"title": timed.title or None, "minutes": timed.minutes}
        fields = {"item": item, **{name: value for name, value in said.items() if value is not None}}
        self._inline.leave()
        self._parts.bridge.write("item.change", fields)

    def _on_dropped(self, moved: PlanRow, before: PlanRow | None) -> None:
        if moved.planned is None:
            return
        item, landed = moved.planned.item.id, self._landed(moved, before)
        if landed is None:
            self._parts.say(self._parts.words(N_("Items are moved within their session.")), "warn")
        elif landed != item:
            self._parts.bridge.write("item.place", {"item": item, **({"before": landed} if landed else {})})

    def _landed(self, moved: PlanRow, before: PlanRow | None) -> str | None:
        """Return the item it was dropped before, "" at its session's end, None in another session."""
        own = self._plan_at(moved)
        at = len(self._plans) if before is None else self._plan_at(before)
        if at == own:
            # Above its own session's heading: the first place there is.
            planned = before.planned if before and before.planned else moved.plan.items[0]
            return planned.item.id
        is_heading = before is None or before.planned is None
        return "" if is_heading and at == own + 1 else None

    def _plan_at(self, row: PlanRow) -> int:
        return [plan.session.id for plan in self._plans].index(row.plan.session.id)


class InlineTitle(QLineEdit):
    """An item edited where it stands: title and length in one line; Esc leaves it as it was."""

    def __init__(self, listed: ReorderList, text: str) -> None:
        """Stand over the current row."""
        super().__init__(text, listed.viewport())
        begin_where_reading_begins(self)
        self.setObjectName("itemInline")
        self._list = listed
        self.setGeometry(listed.visualRect(listed.currentIndex()).adjusted(4, 1, -4, -1))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def leave(self) -> None:
        """Give the focus back, and go with it."""
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; no key goes on to the list below."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when something else is wanted."""
        super().focusOutEvent(event)
        if self.isVisible():
            self.hide()
            self.deleteLater()

"""People and parties: who sits where, added in one line, changed beside the list, removed with undo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCompleter, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.desk_errors import StillReferred
from t2desk.domain.errors import DeskError
from t2desk.domain.people import Role
from t2desk.i18n import N_
from t2desk.services.preparation import People, Seat, people_by_seat
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.file_choice import FileWanted, choose_file
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import EmptyState, row
from t2desk.ui.kit.role_words import ROLES
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.importing_people import import_people
from t2desk.ui.prepare.parties import PartiesForm
from t2desk.ui.prepare.person_form import PRESENCES, PersonForm
from t2desk.ui.prepare.pieces import (
    ImportStack,
    TwoSides,
    UndoBar,
    button,
    heading,
    list_column,
    side_tabs,
    told,
)
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

_KINDS = (
    "speaks_in", "language_factors", "people", "parties", "identities", "attendance", "sessions", "neutral_orders"
)  # fmt: skip


class PeoplePanel(QWidget):
    """The list by seat, a line to add, and beside them the person's page or the parties."""

    def __init__(self, parts: ViewParts) -> None:
        """Read everybody."""
        super().__init__()
        self.setObjectName("peoplePanel")
        self._parts = parts
        self._people = People((), ())
        self._model: ValueListModel[Seat] = ValueListModel(lambda seat: seat.person.id, self._spoken)
        self._undo = UndoBar(parts)
        self._build_list()
        self._build_add()
        self._form = PersonForm(parts)
        self._parties = PartiesForm(parts)
        self._stack = ImportStack(self, self._build_page())
        # Until the first answer nobody knows whether it is empty.
        self._empty.hide()
        lead_focus(self, self._list)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_page(self) -> QWidget:
        parts = self._parts
        bring = button(parts, "peopleImport", N_("Import a list"), "import", key_of("prepare.import"), Loudness.EDGED)
        bring.clicked.connect(self.ask_for_file)
        self._figures, head = heading(parts, N_("People and parties"), bring)
        self._empty = EmptyState(parts.words(N_(
            "Nobody is on the list yet. Bring in people: type a name below, or import a list (CSV, JSON or a "
            "spreadsheet) with a column display_name."
        )))  # fmt: skip
        self._empty.setObjectName("peopleEmpty")
        inside = list_column(head, self._empty, self._list, self._undo, self._add)
        self._sides = TwoSides(parts, inside, self._build_aside())
        lead_focus(self._sides, self._list)
        return self._sides

    def _build_aside(self) -> QWidget:
        self._beside = QWidget()
        stack = QStackedLayout(self._beside)
        stack.addWidget(self._form)
        stack.addWidget(self._parties)
        named = (("person", N_("This person")), ("parties", N_("Parties")))
        self._tabs, inside = side_tabs(self._parts, "people", named, self._show_aside, self._beside)
        return inside

    def _show_aside(self, name: str) -> None:
        self._tabs[name].setChecked(True)
        stack = self._beside.layout()
        assert isinstance(stack, QStackedLayout)  # noqa: S101
        stack.setCurrentWidget(self._form if name == "person" else self._parties)

    def _build_list(self) -> None:
        self._list = ValueListView(self._parts.surroundings.theme, self._model, self._paint)
        self._list.setObjectName("peopleList")
        self._list.setAccessibleName(self._parts.words(N_("People by seat")))
        self._list.on_key(Qt.Key.Key_Up, "up", Qt.KeyboardModifier.AltModifier)
        self._list.on_key(Qt.Key.Key_Down, "down", Qt.KeyboardModifier.AltModifier)
        self._list.on_key(Qt.Key.Key_Delete, "remove")
        self._list.on_key(Qt.Key.Key_Space, "attend")
        self._list.asked.connect(self._on_asked)
        self._list.chosen.connect(lambda _seat: self._on_edit())
        self._list.selectionModel().currentChanged.connect(self._on_current)

    def _build_add(self) -> None:
        parts = self._parts
        self._name = KeptLine(parts, "personName", parts.words(N_("Add somebody: name")))
        self._party = KeptLine(parts, "personParty", parts.words(N_("Party, new or known")))
        go = button(parts, "personAdd", N_("Add"), "plus", "Enter", Loudness.EDGED)
        for line in (self._name, self._party):
            line.returnPressed.connect(self._on_add)
        go.clicked.connect(self._on_add)
        self._add = QWidget()
        layout = row(self._name, self._party, go)
        layout.setStretch(0, 3)
        layout.setStretch(1, 2)
        self._add.setLayout(layout)

    def focus_add(self) -> None:
        """Go to the line for adding."""
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_file(self) -> None:
        """Ask for a list to bring in."""
        words = self._parts.words
        endings = words(N_("Lists of people")) + " (*.csv *.json *.xlsx)"
        wanted = FileWanted(words(N_("Import a list of people")), (endings,), Path.home())
        choose_file(self._parts.surroundings, self, wanted, self.preview)

    def preview(self, path: Path) -> None:
        """Read a list and show what would come in; nothing is written until it is accepted."""
        brought = import_people(self._parts, path)
        self._stack.bring_in(brought, brought.left)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, people_by_seat, self._show)

    def _show(self, people: People) -> None:
        plural = self._parts.surroundings.phrases.plural
        self._people = people
        row_before = self._list.currentIndex().row()
        self._list.set_values(people.seats)
        if not self._list.currentIndex().isValid() and people.seats:
            self._list.setCurrentIndex(self._model.index(min(max(row_before, 0), len(people.seats) - 1)))
        self._list.setVisible(bool(people.seats))
        self._empty.setVisible(not people.seats)
        lead_focus(self, self._list if people.seats else self._name)
        self._sides.set_aside(bool(people.seats or people.parties))
        count = plural("{count} person", "{count} people", len(people.seats)).format(count=len(people.seats))
        self._figures.setText(count if people.seats else "")
        names = QCompleter([party.name for party in people.parties], self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._party.setCompleter(names)
        self._parties.show_parties(people.parties, people.order)
        self._show_person()

    def _show_person(self) -> None:
        seat = self._list.current()
        self._form.show_person(seat.person.id if seat else None, self._people)

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_person()

    def _on_edit(self) -> None:
        self._show_aside("person")
        self._sides.ask_aside()
        self._form.focus_first()

    def _on_add(self) -> None:
        name, party = self._name.text().strip(), self._party.text().strip()
        if not name:
            self._name.setFocus()
            return
        self._parts.bridge.write("person.add", {"display_name": name, "party": party}, self._on_added)

    def _on_added(self, person: object) -> None:
        self._name.clear_draft()
        self._party.clear_draft()
        self._name.setFocus()
        self._list.select(getattr(person, "id", None))

    def _on_asked(self, name: str, seat: Seat) -> None:
        write, person = self._parts.bridge.write, seat.person
        if name == "remove":
            words = self._parts.words(N_("{name} was taken off the list.")).format(name=isolated(seat.name))
            refused = partial(self._on_kept, seat)
            write("person.remove", {"person": person.id}, partial(self._undo.say, words), refused)
        elif name == "attend" and self._people.session:
            presence = "left" if seat.presence == "present" else "present"
            write("attendance.set", {"person": person.id, "presence": presence})
        elif name in {"up", "down"}:
            at = self._model.row_of(person.id) + (0 if name == "up" else 2)
            if 1 <= at <= len(self._people.seats):
                write("person.seat", {"person": person.id, "seat": at}, partial(self._on_seated, person.id))

    def _on_seated(self, person: str, _done: object) -> None:
        self._list.select(person)

    def _on_kept(self, seat: Seat, problem: DeskError) -> None:
        said = told(self._parts, problem)
        if isinstance(problem, StillReferred):
            words = self._parts.words(N_("{name} has taken part in a session, and stays on the list."))
            said = words.format(name=isolated(seat.name))
        self._parts.say(said, "warn")

    def _spoken(self, seat: Seat) -> str:
        return ", ".join((str(seat.person.seat), seat.name, *self._about(seat)))

    def _second(self, seat: Seat) -> str:
        return " · ".join(isolated(part) for part in self._about(seat))

    def _about(self, seat: Seat) -> tuple[str, ...]:
        words = self._parts.words
        role = "" if seat.person.role is Role.PARTICIPANT else words(ROLES[seat.person.role.value])
        party = seat.party.name if seat.party else words(N_("no party"))
        return tuple(part for part in (party, role, seat.person.descriptor) if part)

    def _paint(self, painter: MirroredPainter, box: QRect, seat: Seat, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        line, middle = round(sizes.text_body * 1.4), box.center().y()
        figures = figure_font(sizes.text_label)
        place = QRect(box.left() + 12, box.top(), 28, box.height())
        painter.text(place, str(seat.person.seat), figures, tokens.ink_second)
        if seat.party:
            colour = tokens.parties[seat.party.number % len(tokens.parties)]
            painter.shape(QRect(box.left() + 46, middle - 5, 11, 11), seat.party.number, colour)
        left, right = box.left() + 70, box.right() - 12
        aside = 110 if seat.presence else 0
        name = QRect(left, middle - line, right - left - aside, line)
        painter.text(name, seat.name, text_font(sizes.text_body, QFont.Weight.DemiBold), tokens.ink)
        under = QRect(left, middle, right - left - aside, line)
        painter.text(under, self._second(seat), text_font(sizes.text_label), tokens.ink_second)
        if aside:
            said = self._parts.words(PRESENCES[seat.presence])
            where = QRect(right - aside, box.top(), aside, box.height())
            painter.text(where, said, text_font(sizes.text_label), tokens.ink_second, Qt.AlignmentFlag.AlignTrailing)

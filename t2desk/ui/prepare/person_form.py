"""One person's page: what the room knows, and clearly apart from it, who they really are."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QScrollArea, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.preparation import Page, People, page_of
from t2desk.ui.kit.pieces import column, label, rule_line
from t2desk.ui.kit.role_words import ROLES
from t2desk.ui.prepare.pieces import Choice, Field, told
from t2desk.ui.shell.views import ViewParts

PRESENCES = {
    "": N_("Not noted yet"), "present": N_("Present"), "observing": N_("Observing"), "substitute": N_("Substitute"),
    "breakout": N_("In a breakout"), "caucus": N_("In a caucus"), "left": N_("Left"),
}  # fmt: skip
_IDENTITY = (
    ("display_name", N_("Name as it is called")), ("title", N_("Form of address")), ("given", N_("Given name")),
    ("family", N_("Family name")), ("name_native", N_("Name in its own script")), ("aliases", N_("Also known as")),
    ("occupation", N_("What they are")), ("affiliation", N_("Employer or organisation")),
    ("affiliation_acronym", N_("Its acronym")), ("country", N_("Country")), ("gender", N_("Gender")),
    ("email", N_("E-mail")), ("phone", N_("Telephone")), ("handle", N_("Handle")),
)  # fmt: skip


class PersonForm(QScrollArea):
    """Fields that write themselves as they are left; nothing has to be saved."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin with nobody."""
        super().__init__()
        self.setObjectName("personForm")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = parts
        self._person: str | None = None
        self._spoken_in = ""
        self._fields = {name: self._field(name, words) for name, words in _IDENTITY}
        self._build_room()
        words = parts.words
        self._inside = QWidget()
        layout = column(
            label(words(N_("In the room")), "title"),
            label(words(N_("May stand in documents.")), "second", wraps=True),
            self._descriptor, self._party, self._role, self._presence, self._language, self._factor, rule_line(),
            label(words(N_("Who they are")), "title"),
            label(words(N_("Sealed in the identity book; never in a document.")), "second", wraps=True),
            *self._fields.values(), 1, gap=10,
        )  # fmt: skip
        layout.setContentsMargins(0, 0, 8, 0)
        self._inside.setLayout(layout)
        self.setWidget(self._inside)

    def _build_room(self) -> None:
        words = self._parts.words
        self._descriptor = self._field("descriptor", N_("Descriptor: the neutral words agreed"))
        self._party = self._field("party", N_("Party, new or known"), waits=True)
        roles = tuple((value, words(said)) for value, said in ROLES.items())
        self._role = Choice(
            self._parts, words(N_("Role in the room")), "personRole", roles, partial(self._write, "role")
        )
        presences = tuple((value, words(said)) for value, said in PRESENCES.items())
        self._presence = Choice(
            self._parts, words(N_("In this session")), "personPresence", presences, self._on_presence
        )

        self._language = self._field("language", N_("Speaks in, where it is interpreted"), waits=True)
        self._factor = self._field("factor", N_("Time for turns in that language, in %"), waits=True)
        self._factor.hide()

    def _field(self, name: str, words: str, waits: bool = False) -> Field:
        object_name = "person-" + name.replace("_", "-")
        return Field(self._parts.words(words), object_name, partial(self._write, name), waits)

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        self._descriptor.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person: str | None, people: People) -> None:
        """Show somebody's page; None shows nobody."""
        if person != self._person:
            self._commit()
        self._person = person
        self._inside.setEnabled(person is not None)
        self._presence.setVisible(bool(people.session))
        presence = next((seat.presence for seat in people.seats if seat.person.id == person), "")
        self._presence.show_value(presence)
        names = QCompleter([party.name for party in people.parties], self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._party.line.setCompleter(names)
        if person is not None:
            self._parts.bridge.read(self, partial(page_of, person=person), self._show)

    def _commit(self) -> None:
        for field in (self._descriptor, self._party, self._language, self._factor, *self._fields.values()):
            field.commit()

    def _show(self, page: Page | None) -> None:
        if page is None or page.person.id != self._person:
            return
        self._descriptor.show_text(page.person.descriptor)
        self._party.show_text(page.party)
        self._role.show_value(page.person.role.value)
        self._spoken_in = page.language
        self._language.show_text(page.language)
        self._factor.setVisible(bool(page.language))
        self._factor.show_text(str(page.percent))
        for name, field in self._fields.items():
            value = getattr(page.identity, name)
            field.show_text("; ".join(value) if name == "aliases" else value)

    def _write(self, name: str, text: str) -> None:
        if self._person is None:
            return
        if name in {"language", "factor"}:
            self._write_language(name, text)
            return
        value: object = [one.strip() for one in text.split(";") if one.strip()] if name == "aliases" else text
        refused = partial(self._on_refused, name)
        self._parts.bridge.write("person.change", {"person": self._person, name: value}, refused=refused)

    def _write_language(self, name: str, text: str) -> None:
        """Write somebody's language, or how long turns in it may be, which holds for everybody who speaks it."""
        refused = partial(self._on_refused, name)
        if name == "language":
            self._parts.bridge.write("person.language", {"person": self._person, "language": text}, refused=refused)
            return
        percent = int(text.strip(" %")) if text.strip(" %").isdecimal() else 0
        self._parts.bridge.write("language.factor", {"language": self._spoken_in, "percent": percent}, refused=refused)

    def _on_refused(self, name: str, problem: DeskError) -> None:
        own = {"descriptor": self._descriptor, "party": self._party, "language": self._language}
        field = {**own, "factor": self._factor, **self._fields}.get(name)
        if field is not None:
            field.refuse(told(self._parts, problem))

    def _on_presence(self, presence: str) -> None:
        if self._person is not None and presence:
            self._parts.bridge.write("attendance.set", {"person": self._person, "presence": presence})

"""What may be told of who attended, six switches each by itself, and who asked to be named, in which edition."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from t2desk.domain.editions import EDITIONS
from t2desk.domain.scopes import AttendancePart
from t2desk.i18n import N_
from t2desk.services.edition_views import edition_title
from t2desk.services.rule_page import CreditLine, RulePage
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, row, rule_line, upright
from t2desk.ui.kit.segments import Switch
from t2desk.ui.prepare.pieces import Choice, Field, button
from t2desk.ui.shell.views import ViewParts

PARTS = {
    AttendancePart.NAMES: N_("The names of those who attended"),
    AttendancePart.NUMBER: N_("How many they were"),
    AttendancePart.COUNTRIES: N_("From which countries"),
    AttendancePart.VENUE: N_("Where it was"),
    AttendancePart.DATES: N_("On which days"),
    AttendancePart.CHAIRS: N_("Who had the chair"),
}


class RuleToldPart(QWidget):
    """Six switches, the venue, and the list of who asked for credit: nobody is named who did not ask."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("ruleToldPart")
        self._parts = parts
        self._page: RulePage | None = None
        words, theme = parts.words, parts.surroundings.theme
        self._switches = {
            part: Switch(theme, f"told-{part.value}", words(said), words(N_("told")), words(N_("not told")))
            for part, said in PARTS.items()
        }
        for switch in self._switches.values():
            switch.clicked.connect(self._on_switched)
        self._venue = Field(words(N_("The venue, as it may be told")), "toldVenue", self._on_venue)
        self._who = Choice(parts, words(N_("Who asks")), "creditWho", (), lambda _person: None)
        editions = tuple((name, words(edition_title(name))) for name in EDITIONS)
        self._where = Choice(parts, words(N_("In which edition")), "creditWhere", editions, lambda _edition: None)
        self._ask = button(parts, "creditAsk", N_("Note that they ask"), "plus", "", Loudness.EDGED)
        self._ask.clicked.connect(self._on_ask)
        nobody = words(N_("Nobody has asked to be named. Whoever does not ask is named nowhere."))
        self._nobody = label(nobody, "second", "creditNobody", wraps=True)
        self._asked = column(gap=4)
        self._rows: list[QWidget] = []
        self._build()

    def _build(self) -> None:
        words = self._parts.words
        told = column(*(self._switch_row(part) for part in PARTS), gap=0)
        inside = QWidget()
        layout = column(
            label(words(N_("What documents may tell of who attended")), "card-title"), told, self._venue, rule_line(),
            label(words(N_("Named at their own wish")), "card-title"),
            label(words(N_("This list stands by itself: what somebody said is nowhere near it.")), "meta", wraps=True),
            self._nobody, self._asked, row(self._who, self._where), row(self._ask, 1), 1, gap=12,
        )  # fmt: skip
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "ruleToldScroll")))

    def _switch_row(self, part: AttendancePart) -> QHBoxLayout:
        made = row(self._switches[part], label(self._parts.words(PARTS[part]), "body", wraps=True), gap=12)
        made.setStretch(1, 1)
        return made

    def show_page(self, page: RulePage) -> None:
        """Show what may be told, and who asked."""
        self._page = page
        for part, switch in self._switches.items():
            switch.setChecked(part in page.attendance.shown)
        self._venue.show_text(page.attendance.place)
        self._who.offer([(person, name) for person, name in page.people])
        self._ask.setEnabled(bool(page.people))
        self._nobody.setVisible(not page.credits)
        for shown in self._rows:
            shown.hide()
            shown.deleteLater()
        self._rows = [self._credit_row(one) for one in page.credits]
        for shown in self._rows:
            self._asked.addWidget(shown)

    def _credit_row(self, one: CreditLine) -> QWidget:
        words, made = self._parts.words, QWidget()
        said = f"{isolated(one.name)} · {words(edition_title(one.edition))}"
        drop = KeyButton(self._parts.surroundings.theme, self._parts.surroundings.icons, "", "x")
        drop.setObjectName(f"creditDrop-{one.person}-{one.edition}")
        drop.setAccessibleName(words(N_("{name} does not want to be named after all")).format(name=isolated(one.name)))
        fields = {"person": one.person, "edition": one.edition, "session": self._page.session.id if self._page else ""}
        drop.clicked.connect(lambda _checked=False: self._parts.bridge.write("credit.withdraw", fields))
        layout = row(label(said, "body", wraps=True), drop)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made

    def _on_switched(self) -> None:
        if self._page is not None:
            shown = [part.value for part, switch in self._switches.items() if switch.isChecked()]
            self._parts.bridge.write("attendance.show", {"shown": shown, "session": self._page.session.id})

    def _on_venue(self, place: str) -> None:
        if self._page is not None:
            shown = [part.value for part in self._page.attendance.shown]
            fields = {"shown": shown, "place": place, "session": self._page.session.id}
            self._parts.bridge.write("attendance.show", fields)

    def _on_ask(self) -> None:
        if self._page is not None:
            person, edition = self._who.box.currentData(), self._where.box.currentData()
            fields = {"person": person, "edition": edition, "session": self._page.session.id}
            self._parts.bridge.write("credit.ask", fields)

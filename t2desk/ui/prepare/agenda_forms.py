"""Beside the agenda: the fields of an item, the fields of a session, and the templates to begin with."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from t2desk.domain.durations import minutes_of, seconds_of
from t2desk.domain.errors import DeskError
from t2desk.domain.floor import USUAL_LIMIT
from t2desk.i18n import N_
from t2desk.services.agenda_templates import TEMPLATES, Template
from t2desk.services.preparation import Plan, PlannedItem
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.hours import clock_words
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.prepare.agenda_rows import PHASES
from t2desk.ui.prepare.pieces import Choice, Field, button, told
from t2desk.ui.shell.views import ViewParts

_NO_LENGTH = N_("This is no length: write it like 30, 0:30 or 1h30.")
_NO_LIMIT = N_("This is no time for a turn: write it like 3 or 2:30, 0 for as long as it takes, or leave it empty.")
_NO_TIME = N_("This is no time: write it like 2026-05-04 09:00, or leave it empty.")


class LimitField(Field):
    """How long a turn may be, in a session or on an item; empty, what holds without it does."""

    def __init__(self, parts: ViewParts, name: str, without: str) -> None:
        """Begin without either; `without` is what holds while nothing is said here."""
        super().__init__(parts.words(N_("Time for a turn")), name, self._on_typed, waits=True, like=without)
        self._parts = parts
        self._where: dict[str, str] = {}

    def show_limit(self, where: dict[str, str], seconds: int | None) -> None:
        """Show what is set for a session or an item."""
        self._where = where
        self.show_text("" if seconds is None else clock_words(seconds))

    def _on_typed(self, typed: str) -> None:
        seconds = seconds_of(typed) if typed.strip() else None
        if typed.strip() and seconds is None:
            self.refuse(self._parts.words(_NO_LIMIT))
        elif self._where:
            self._parts.bridge.write("limit.set", {"seconds": seconds, **self._where}, refused=self._on_refused)

    def _on_refused(self, problem: DeskError) -> None:
        self.refuse(told(self._parts, problem))


class ItemForm(QWidget):
    """Title, length, phase and aim of an item; each writes itself."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without an item."""
        super().__init__()
        self.setObjectName("itemForm")
        self._parts, self._item = parts, ""
        words = parts.words
        self._title = Field(words(N_("Title")), "itemTitle", partial(self._write, "title"))
        self._minutes = Field(words(N_("Length")), "itemMinutes", self._on_minutes, like="30, 0:30, 1h30")
        phases = tuple((value, words(said)) for value, said in PHASES.items())
        self._phase = Choice(parts, words(N_("Phase")), "itemPhase", phases, partial(self._write, "phase"))
        self._aim = Field(words(N_("Aim, in one sentence")), "itemAim", partial(self._write, "aim"))
        self._limit = LimitField(parts, "itemTurnLimit", words(N_("as in the session")))
        heading = label(words(N_("This item")), "title")
        self.setLayout(column(heading, self._title, self._minutes, self._phase, self._aim, self._limit, 1, gap=12))

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self._title.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, planned: PlannedItem) -> None:
        """Show an item; what was typed for the one before is written first."""
        if planned.item.id != self._item:
            for field in (self._title, self._minutes, self._aim, self._limit):
                field.commit()
        self._item = planned.item.id
        self._limit.show_limit({"item": self._item}, planned.turn_limit)
        self._title.show_text(planned.item.title)
        self._minutes.show_text(str(planned.item.minutes))
        self._phase.show_value(planned.item.phase.value)
        self._aim.show_text(planned.item.aim)

    def _on_minutes(self, typed: str) -> None:
        minutes = minutes_of(typed)
        if minutes is None:
            self._minutes.refuse(self._parts.words(_NO_LENGTH))
        else:
            self._write("minutes", minutes)

    def _write(self, name: str, value: object) -> None:
        if self._item:
            refused = partial(self._on_refused, name)
            self._parts.bridge.write("item.change", {"item": self._item, name: value}, refused=refused)

    def _on_refused(self, name: str, problem: DeskError) -> None:
        field = {"title": self._title, "minutes": self._minutes, "aim": self._aim}.get(name)
        if field is not None:
            field.refuse(told(self._parts, problem))
        else:
            self._parts.say(told(self._parts, problem), "warn")


class SessionForm(QWidget):
    """Title and start of a session; each writes itself."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("sessionForm")
        self._parts, self._session = parts, ""
        words = parts.words
        self._title = Field(words(N_("Title")), "sessionTitle", partial(self._write, "title"))
        self._starts = Field(words(N_("Begins")), "sessionStarts", self._on_starts, waits=True, like="2026-05-04 09:00")
        said = label(words(N_("With a start, every item gets its time.")), "second", wraps=True)
        self._limit = LimitField(parts, "sessionTurnLimit", clock_words(USUAL_LIMIT))
        heading = label(words(N_("This session")), "title")
        self.setLayout(column(heading, self._title, self._starts, said, self._limit, 1, gap=12))

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self._title.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, plan: Plan) -> None:
        """Show a session."""
        if plan.session.id != self._session:
            self._title.commit()
            self._starts.commit()
            self._limit.commit()
        self._session = plan.session.id
        self._limit.show_limit({"session": self._session}, plan.turn_limit)
        self._title.show_text(plan.session.title)
        self._starts.show_text(f"{plan.starts:%Y-%m-%d %H:%M}" if plan.starts else "")

    def _on_starts(self, typed: str) -> None:
        try:
            starts = datetime.fromisoformat(typed.strip()).astimezone().isoformat() if typed.strip() else ""
        except (ValueError, OverflowError):
            self._starts.refuse(self._parts.words(_NO_TIME))
            return
        self._write("starts", starts)

    def _write(self, name: str, value: str) -> None:
        if self._session:
            refused = partial(self._on_refused, name)
            self._parts.bridge.write("session.change", {"session": self._session, name: value}, refused=refused)

    def _on_refused(self, name: str, problem: DeskError) -> None:
        field = self._title if name == "title" else self._starts
        field.refuse(told(self._parts, problem))


class Templates(QScrollArea):
    """The agendas to begin with; each is put in by one act."""

    wanted = Signal(object)

    def __init__(self, parts: ViewParts) -> None:
        """Show all templates."""
        super().__init__()
        self.setObjectName("agendaTemplates")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = parts
        inside = QWidget()
        said = label(parts.words(N_("Put at the end of the chosen session; Ctrl+Z takes it out again.")), "second",
                     wraps=True)  # fmt: skip
        layout = column(said, *(self._card(template) for template in TEMPLATES.values()), 1, gap=12)
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        self.setWidget(inside)

    def _card(self, template: Template) -> QFrame:
        words = self._parts.words
        minutes = sum(item.minutes for item in template.items)
        length = words(N_("{count} items, {minutes} min")).format(count=len(template.items), minutes=minutes)
        put = button(self._parts, f"template-{template.name}", N_("Put in"), "plus", "", Loudness.EDGED)
        put.setAccessibleName(words(N_("Put in: {template}")).format(template=words(template.title)))
        put.clicked.connect(partial(self._on_put, template))
        card = QFrame()
        card.setProperty("role", "sunken")
        inner = column(
            label(words(template.title), "title", wraps=True), label(words(template.sentence), "second", wraps=True),
            row(label(length, "meta"), 1, put), gap=8,
        )  # fmt: skip
        inner.setContentsMargins(14, 12, 14, 12)
        card.setLayout(inner)
        return card

    def _on_put(self, template: Template) -> None:
        self.wanted.emit(template)

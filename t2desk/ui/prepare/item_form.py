"""Beside the agenda: everything about one item, each field writing itself as it is left."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from t2desk.domain.agenda import ItemKind, ItemState
from t2desk.domain.durations import minutes_of
from t2desk.domain.errors import DeskError
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.preparation import Plan, PlannedItem
from t2desk.ui.agenda.notes_box import NotesBox
from t2desk.ui.agenda.words import moment_meant, when_words
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.hours import length_words
from t2desk.ui.kit.pieces import column, label, row, upright
from t2desk.ui.prepare.agenda_rows import PHASES
from t2desk.ui.prepare.limit_field import LimitField
from t2desk.ui.prepare.pieces import Choice, Field, button, told
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_NO_LENGTH = N_("This is no length: write it like 30, 0:30 or 1h30.")
_NO_DUE = N_("This is no time: write it like 14:30, 45 min or 2026-05-04 09:00.")
_KINDS = ((ItemKind.TALK.value, N_("Talk")), (ItemKind.BREAK.value, N_("Break, which nothing shortens")))


def _notes_part(parts: ViewParts, notes: NotesBox) -> QWidget:
    words, made = parts.words, QWidget()
    title = label(words(N_("Your own notes")), "label")
    title.setBuddy(notes)
    said = label(words(N_("In no document, never on the room display, gone when the session is closed.")), "meta",
                 wraps=True)  # fmt: skip
    made.setLayout(column(title, notes, said, gap=4))
    return made


class ParkedPart(QWidget):
    """Of a parked item: when it comes back, and bringing it back now. `park` stands elsewhere, for any other."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without an item."""
        super().__init__()
        self._parts, self._item = parts, ""
        words = parts.words
        self.due = Field(words(N_("Comes back")), "itemDue", self._on_due, waits=True, like="14:30, 45 min, 2026-05-04")
        self.due.line.textEdited.connect(self._on_typed)
        self._back = button(parts, "itemBringBack", N_("Bring back"), "undo-2", key_of("item.unpark"), Loudness.EDGED)
        self._back.clicked.connect(lambda _checked=False: parts.commands.give("item.unpark"))
        self.park = button(parts, "itemPark", N_("Park it"), "square-parking", key_of("item.park"), Loudness.EDGED)
        self.park.clicked.connect(lambda _checked=False: parts.commands.give("item.park"))
        self.setLayout(column(self.due, row(self._back, 1), gap=8))

    def show_item(self, planned: PlannedItem) -> None:
        """Show what can be done with an item."""
        self._item = planned.item.id
        is_parked = planned.item.state is ItemState.PARKED
        self.setVisible(is_parked)
        self.park.setVisible(planned.item.state in {ItemState.PLANNED, ItemState.CURRENT})
        due = planned.plan.due
        shown = datetime.fromisoformat(due).astimezone() if due else None
        self.due.show_text(f"{shown:%Y-%m-%d %H:%M}" if shown else "")
        back = self._parts.words(N_("Comes back {when}."))
        self.due.explain(back.format(when=when_words(self._parts, due)) if due else "")

    def _on_typed(self, typed: str) -> None:
        meant = moment_meant(self._parts, typed)
        back = self._parts.words(N_("Comes back {when}."))
        self.due.explain(back.format(when=when_words(self._parts, meant)) if meant else "")

    def _on_due(self, typed: str) -> None:
        meant = moment_meant(self._parts, typed)
        if meant is None:
            self.due.refuse(self._parts.words(_NO_DUE))
        elif self._item:
            self._parts.bridge.write("item.defer", {"item": self._item, "due": meant})


class ItemForm(QWidget):
    """What an item is about, how it is run, what only the facilitator should read; each field writes itself."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without an item."""
        super().__init__()
        self.setObjectName("itemForm")
        self._parts, self._item = parts, ""
        words = parts.words
        self._title = Field(words(N_("Title")), "itemTitle", partial(self._write, "title"))
        self._minutes = Field(words(N_("Length")), "itemMinutes", self._on_minutes, like="30, 0:30, 1h30")
        self._minutes.line.textEdited.connect(self._on_length_typed)
        kinds = tuple((value, words(said)) for value, said in _KINDS)
        self._kind = Choice(parts, words(N_("Kind")), "itemKind", kinds, partial(self._write_plan, "kind"))
        phases = tuple((value, words(said)) for value, said in PHASES.items())
        self._phase = Choice(parts, words(N_("Phase")), "itemPhase", phases, partial(self._write, "phase"))
        self._aim = Field(words(N_("Aim, in one sentence")), "itemAim", partial(self._write, "aim"))
        self._method = Field(words(N_("Method")), "itemMethod", partial(self._write_plan, "method"),
                             like=words(N_("such as: in pairs, then all")))  # fmt: skip
        self._notes = NotesBox(parts, "itemNotes", words(N_("What only you should have in mind here")), lines=4)
        self._parked = ParkedPart(parts)
        self._limit = LimitField(parts, "itemTurnLimit", words(N_("as in the session")))
        self._day = Choice(parts, words(N_("Session")), "itemSession", (), self._on_carried)
        inside = QWidget()
        layout = column(
            self._title, self._minutes, self._parked, self._kind, self._phase, self._aim, self._method,
            _notes_part(parts, self._notes), self._limit, self._day, row(self._parked.park, 1), 1, gap=12,
        )  # fmt: skip
        layout.setContentsMargins(0, 0, 10, 0)
        inside.setLayout(layout)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(label(words(N_("This item")), "title"))
        around.addWidget(upright(inside, "itemFormScroll"))

    def focus_first(self) -> None:
        """Put the caret into the title."""
        self._title.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, planned: PlannedItem, plans: tuple[Plan, ...]) -> None:
        """Show an item; what was typed for the one before is written first."""
        if planned.item.id != self._item:
            for field in (self._title, self._minutes, self._aim, self._method, self._limit, self._parked.due):
                field.commit()
        item, plan = planned.item, planned.plan
        self._item = item.id
        self._limit.show_limit({"item": self._item}, planned.turn_limit)
        self._title.show_text(item.title)
        self._minutes.show_text(str(item.minutes))
        self._minutes.explain("")
        self._kind.show_value(plan.kind.value)
        self._phase.show_value(item.phase.value)
        self._aim.show_text(item.aim)
        self._method.show_text(plan.method)
        self._notes.show_notes(item.id, plan.notes)
        self._parked.show_item(planned)
        self._offer_days(item.session, plans)

    def _offer_days(self, session: str, plans: tuple[Plan, ...]) -> None:
        open_plans = [one for one in plans if one.session.state.value != "settled"]
        words = self._parts.words
        self._day.offer([
            (one.session.id, session_name(one.session.title, one.session.number, words)) for one in open_plans
        ])  # fmt: skip
        self._day.show_value(session)
        self._day.setVisible(len(open_plans) > 1)

    def _on_carried(self, session: str) -> None:
        self._parts.bridge.write("item.carry", {"item": self._item, "session": session})

    def _on_length_typed(self, typed: str) -> None:
        minutes = minutes_of(typed)
        said = self._parts.words(N_("Understood: {minutes} min, that is {time} h"))
        is_plain = typed.strip().isdecimal() and minutes is not None and minutes < 60
        shown = said.format(minutes=minutes, time=length_words(60 * minutes)) if minutes and not is_plain else ""
        self._minutes.explain(shown)

    def _on_minutes(self, typed: str) -> None:
        minutes = minutes_of(typed)
        if minutes is None:
            self._minutes.refuse(self._parts.words(_NO_LENGTH))
        else:
            self._write("minutes", minutes)

    def _write(self, name: str, value: object) -> None:
        self._send("item.change", name, value)

    def _write_plan(self, name: str, value: object) -> None:
        self._send("item.plan", name, value)

    def _send(self, operation: str, name: str, value: object) -> None:
        if self._item:
            refused = partial(self._on_refused, name)
            self._parts.bridge.write(operation, {"item": self._item, name: value}, refused=refused)

    def _on_refused(self, name: str, problem: DeskError) -> None:
        fields = {"title": self._title, "minutes": self._minutes, "aim": self._aim, "method": self._method}
        if name in fields:
            fields[name].refuse(told(self._parts, problem))
        else:
            self._parts.say(told(self._parts, problem), "warn")

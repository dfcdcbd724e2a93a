"""The register of divergences: on what the room differs, why, what would change it, and until when it is left."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from t2desk.domain.ground import Divergence
from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.point_views import PointRow
from t2desk.services.register_views import RegisterView
from t2desk.ui.common_ground.lines import Line, LineAct, LineList
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.register_card import Refused, RegisterCard
from t2desk.ui.kit.pieces import column
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

_FIELDS = (
    ("what", N_("On what the room differs")), ("why", N_("Why")), ("mend", N_("What would change it")),
    ("due", N_("Until when it is left")),
)  # fmt: skip


class DivergenceCard(RegisterCard):
    """A form above the entries; choosing one fills the form, and keeping it changes the entry."""

    def __init__(self, parts: ViewParts, refused: Refused, leads: Callable[[str], object]) -> None:
        """Restore what was being typed."""
        words = parts.words
        super().__init__(parts, refused, leads, words(N_("Where the room differs")), "divergenceCard")
        self._session, self._edited = "", ""
        self._lines = {
            field: KeptLine(parts, f"divergence-{field}", words(said), f"divergence.{field}") for field, said in _FIELDS
        }
        for line in self._lines.values():
            line.returnPressed.connect(self._on_keep)
        self._keep = key_button(parts, N_("Enter it"), "plus", "", "divergenceKeep")
        self._keep.clicked.connect(lambda _checked=False: self._on_keep())
        self._missing = LineList(parts, "divergenceMissing", words(N_("Divergent, and not in the register yet")), "")
        nothing = words(N_("Nothing divides the room yet; write down above what does."))
        self._entries = LineList(parts, "divergenceEntries", words(N_("The register")), nothing)
        self.hold(column(*self._lines.values(), self._keep, self.why, self._missing, self._entries, 1, gap=8))

    def show_register(self, register: RegisterView) -> None:
        """Show what is missing, then what is there, what is open first."""
        self._session = register.session
        self.offer(self._keep, "divergence.add", what="…")
        self._missing.setVisible(bool(register.unregistered))
        self._missing.show_lines([self._missing_line(row) for row in register.unregistered])
        self._entries.show_lines([self._entry(one, register) for one in register.divergences])
        self.aside.setText(self._count(register))

    def _count(self, register: RegisterView) -> str:
        still = sum(one.is_open for one in register.divergences)
        plural = self.parts.surroundings.phrases.plural
        return plural("{count} still open", "{count} still open", still).format(count=still) if still else ""

    def _missing_line(self, row: PointRow) -> Line:
        enter = LineAct(f"divergenceOf_{row.key}", N_("Enter it in the register"), "split", partial(self._enter, row))
        return Line(self.point_words(row), acts=(enter,), warns=True)

    def _enter(self, row: PointRow) -> None:
        self.write("divergence.add", point=row.key, what=row.text[:200])

    def _entry(self, one: Divergence, register: RegisterView) -> Line:
        words, key = self.parts.words, key_to_text(one.key)
        row = register.row_of(one.point)
        head = words(N_("open")) if one.is_open else words(N_("no longer"))
        under = [
            words(N_("Point {number}")).format(number=row.number) if row else "", one.why,
            words(N_("Would be mended by: {words}")).format(words=one.mend) if one.mend else "",
            words(N_("left until {due}")).format(due=one.due) if one.due else "",
        ]  # fmt: skip
        again = N_("The room no longer differs") if one.is_open else N_("It differs after all")
        acts = [
            LineAct(f"divergenceEdit_{key}", N_("In other words"), "pen-line", partial(self._edit, one)),
            LineAct(f"divergenceOpen_{key}", again, "check" if one.is_open else "split", partial(self._turn, one)),
            LineAct(f"divergenceRemove_{key}", N_("Take out"), "x",
                    partial(self.write, "divergence.remove", divergence=key)),
        ]  # fmt: skip
        if row is not None:
            acts.insert(0, LineAct(f"divergencePoint_{key}", N_("Open the point"), "handshake",
                                   partial(self.leads, row.key)))  # fmt: skip
        return Line(one.what, head, " · ".join(filter(None, under)), tuple(acts), warns=one.is_open)

    def _turn(self, one: Divergence) -> None:
        self.write("divergence.change", divergence=key_to_text(one.key), is_open=not one.is_open)

    def _edit(self, one: Divergence) -> None:
        self._edited = key_to_text(one.key)
        for field, line in self._lines.items():
            line.turn_to(f"divergence.{field}.{self._edited}", getattr(one, field))
        self._keep.set_words(self.parts.words(N_("Keep the change")), "check")
        self._lines["what"].setFocus()

    def _on_keep(self) -> None:
        said = {field: line.text() for field, line in self._lines.items()}
        if not said["what"].strip():
            return
        if self._edited:
            self.write("divergence.change", self._kept, divergence=self._edited, **said)
        else:
            self.write("divergence.add", self._kept, **said)

    def _kept(self, _value: object) -> None:
        if not shiboken6.isValid(self):
            return
        self._edited = ""
        for field, line in self._lines.items():
            line.clear_draft()
            line.turn_to(f"divergence.{field}")
        self._keep.set_words(self.parts.words(N_("Enter it")), "plus")

    def stops(self) -> list[QWidget]:
        """Return the form, then the entries."""
        return [*self._lines.values(), self._keep, *self._missing.stops(), *self._entries.stops()]

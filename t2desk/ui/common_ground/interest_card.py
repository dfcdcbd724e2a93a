"""What each side needs or fears, which points serve it, and the gaps: an interest nothing serves, a side left out."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from t2desk.domain.keys import key_to_text
from t2desk.i18n import N_
from t2desk.services.point_page import OtherPoint
from t2desk.services.register_views import InterestLine, RegisterView
from t2desk.ui.common_ground.lines import Line, LineAct, LineList
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.register_card import Refused, RegisterCard
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts


class InterestCard(RegisterCard):
    """A line to note one, then gaps first; an interest belongs to a side, never to a person."""

    def __init__(self, parts: ViewParts, refused: Refused, leads: Callable[[str], object]) -> None:
        """Restore what was being typed."""
        words = parts.words
        super().__init__(parts, refused, leads, words(N_("What the sides need")), "interestCard")
        self._edited = ""
        self._text = KeptLine(
            parts, "interestText", words(N_("What a side needs or fears, in neutral words")), "interest"
        )
        self._text.returnPressed.connect(self._on_keep)
        self._side = ChoiceBox(parts.surroundings, "interestSide", words(N_("Whose interest it is")))
        self._keep = key_button(parts, N_("Note the interest"), "plus", "", "interestKeep")
        self._keep.clicked.connect(lambda _checked=False: self._on_keep())
        nothing = words(N_("None yet. Common ground that serves no side’s interest does not last."))
        self._entries = LineList(
            parts, "interestEntries", words(N_("Interests; what nothing serves comes first")), nothing
        )
        self._sided = LineList(parts, "interestSided", words(N_("Points that leave a side out")),
                               words(N_("Every point serves every side that has named an interest.")))  # fmt: skip
        self.hold(column(self._text, self._side, self._keep, self.why, self._entries, self._sided, 1, gap=8))

    def show_register(self, register: RegisterView) -> None:
        """Show interests and gaps over all sessions."""
        chosen = self._side.currentData()
        self._side.clear()
        for side in register.sides:
            self._side.addItem(side.name, side.id)
        self._side.setCurrentIndex(max(0, self._side.findData(chosen)))
        self._side.setVisible(bool(register.sides))
        if register.sides:
            self.offer(self._keep, "interest.add", party=self._side.currentData(), text="…")
        else:
            self._keep.setEnabled(False)
            words = N_("No side is at the table yet: add participants and their parties first.")
            self.why.setText(self.parts.words(words))
            self.why.show()
        self._entries.show_lines([self._entry(one) for one in register.interests])
        self._sided.setVisible(bool(register.interests))
        self._sided.show_lines([self._left_out(*one) for one in register.one_sided])
        gaps = sum(one.is_gap for one in register.interests)
        plural = self.parts.surroundings.phrases.plural
        self.aside.setText(plural("{count} gap", "{count} gaps", gaps).format(count=gaps) if gaps else "")

    def _entry(self, one: InterestLine) -> Line:
        words, key = self.parts.words, key_to_text(one.interest.key)
        served = ", ".join(self._named(point) for point in one.served_by)
        under = words(N_("nothing serves it yet: open a point, L, and link it")) if one.is_gap else served
        acts = (
            LineAct(f"interestEdit_{key}", N_("In other words"), "pen-line", partial(self._edit, one)),
            LineAct(f"interestRemove_{key}", N_("Take out"), "x", partial(self.write, "interest.remove", interest=key)),
        )
        return Line(one.interest.text, one.side, under, acts, warns=one.is_gap)

    def _named(self, point: OtherPoint) -> str:
        words = self.parts.words(N_("session {session}, point {number}"))
        return words.format(session=point.session, number=point.number)

    def _left_out(self, point: OtherPoint, sides: tuple[str, ...]) -> Line:
        names = self.parts.surroundings.phrases.listed(*(isolated(one) for one in sides))
        under = self.parts.words(N_("serves nothing of: {sides}")).format(sides=names)
        opened = LineAct(
            f"interestPoint_{point.key}", N_("Open the point"), "handshake", partial(self.leads, point.key)
        )
        return Line(point.text, self._named(point), under, (opened,))

    def _edit(self, one: InterestLine) -> None:
        self._edited = key_to_text(one.interest.key)
        self._text.turn_to(f"interest.{self._edited}", one.interest.text)
        self._keep.set_words(self.parts.words(N_("Keep the change")), "check")
        self._text.setFocus()

    def _on_keep(self) -> None:
        text = self._text.text().strip()
        if not text:
            return
        if self._edited:
            self.write("interest.reword", self._kept, interest=self._edited, text=text)
        elif self._side.currentData():
            self.write("interest.add", self._kept, party=self._side.currentData(), text=text)

    def _kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._edited = ""
            self._text.clear_draft()
            self._text.turn_to("interest")
            self._keep.set_words(self.parts.words(N_("Note the interest")), "plus")

    def stops(self) -> list[QWidget]:
        """Return the line, then the entries."""
        return [self._text, self._side, self._keep, *self._entries.stops(), *self._sided.stops()]

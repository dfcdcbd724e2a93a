"""How the session decides: fixed at the start, changed only with a reason that is kept; and who holds what version."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.services.register_views import RegisterView
from t2desk.ui.common_ground.decided_part import DECISIONS
from t2desk.ui.common_ground.lines import Line, LineAct, LineList
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.register_card import Refused, RegisterCard
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts


class DecisionCard(RegisterCard):
    """The rule in force, a choice and a reason; below, what was changed, and the equal-treatment alarm."""

    def __init__(self, parts: ViewParts, refused: Refused, leads: Callable[[str], object]) -> None:
        """Begin with the choice."""
        words = parts.words
        super().__init__(parts, refused, leads, words(N_("How this session decides")), "decisionCard")
        self._session = ""
        self._now = label("", "row", "decisionNow", wraps=True)
        self._choice = ChoiceBox(parts.surroundings, "decisionChoice", words(N_("Decision rule")))
        for decision, said in DECISIONS.items():
            self._choice.addItem(words(said), decision.value)
        said_why = words(N_("Why it is changed; needed once it has been used"))
        self._reason = KeptLine(parts, "decisionReason", said_why, "decision.reason")
        self._reason.returnPressed.connect(self._on_set)
        self._set = key_button(parts, N_("Decide so"), "scale", "", "decisionSet")
        self._set.clicked.connect(lambda _checked=False: self._on_set())
        self._changes = LineList(parts, "decisionChanges", words(N_("What was changed")),
                                 words(N_("Never changed: whoever joins later can trust it.")))  # fmt: skip
        self._unequal = LineList(parts, "unequalCopies", words(N_("Sides that hold different versions")),
                                 words(N_("All sides hold the same versions.")))  # fmt: skip
        self.hold(
            column(self._now, self._choice, self._reason, self._set, self.why, self._changes, self._unequal, 1, gap=8)
        )

    def show_register(self, register: RegisterView) -> None:
        """Show the rule in force."""
        words = self.parts.words
        if self._session != register.session or not self._now.text():
            self._choice.setCurrentIndex(self._choice.findData(register.decision.value))
        self._session = register.session
        self._now.setText(words(DECISIONS[register.decision]))
        self.offer(self._set, "decision.set", decision=register.decision.value)
        changed = words(N_("From “{before}” to “{after}”"))
        self._changes.show_lines([
            Line(one.reason, changed.format(before=words(DECISIONS[one.before]), after=words(DECISIONS[one.after])))
            for one in register.changes
        ])  # fmt: skip
        self._unequal.show_lines([
            Line(f"{row.number}. {isolated(row.text)}", warns=True, acts=(
                LineAct(f"unequal_{row.key}", N_("Open the point"), "handshake", partial(self.leads, row.key)),))
            for row in register.unequal
        ])  # fmt: skip

    def _on_set(self) -> None:
        fields = {"decision": self._choice.currentData(), "reason": self._reason.text()}
        self.write("decision.set", self._kept, **fields)

    def _kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._reason.clear_draft()

    def stops(self) -> list[QWidget]:
        """Return the choice, then what can be opened."""
        return [self._choice, self._reason, self._set, *self._changes.stops(), *self._unequal.stops()]

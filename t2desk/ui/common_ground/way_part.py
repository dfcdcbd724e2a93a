"""Where a point may go from here: each step with who takes it and how, and why the others are not open."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.points import PointState, StepTerms, way_to
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage, steps_to_try
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, empty, told
from t2desk.ui.common_ground.states import STATES, WHO
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.segments import Switch
from t2desk.ui.shell.message_bar import PLAIN, WARN
from t2desk.ui.shell.views import ViewParts

_LONGEST = 70


class WayPart(PointPart):
    """Buttons for what would be done, sentences for what would be refused; `restepped` when Tab stops elsewhere."""

    restepped = Signal()

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin without steps."""
        super().__init__(parts, point)
        words = parts.words
        self._page: PointPage | None = None
        self._steps: list[PointState] = []
        self._buttons: dict[PointState, KeyButton] = {}
        self._refused: dict[PointState, DeskError] = {}
        self._open, self._closed = QVBoxLayout(), QVBoxLayout()
        self._open.setSpacing(4)
        self._closed.setSpacing(4)
        self._referendum = Switch(
            parts.surroundings.theme, "pointReferendum", words(N_("Agree ad referendum")), words(N_("On")),
            words(N_("Off")),
        )  # fmt: skip
        referendum = row(
            self._referendum, label(words(N_("Agree ad referendum: those outside confirm it")), "second"), 1
        )
        self._referendum_line = QWidget()
        self._referendum_line.setLayout(referendum)
        self._confirm = key_button(parts, N_("Confirmed by those outside"), "check", "", "pointConfirm", Loudness.LOUD)
        self._confirm.clicked.connect(lambda _checked=False: self.write("point.confirm"))
        self._by = ChoiceBox(parts.surroundings, "pointReplacedBy", words(N_("The point that stands in its place")))
        self._replace = key_button(parts, N_("Let it stand in this one’s place"), "check", "", "pointReplace")
        self._replace.clicked.connect(lambda _checked=False: self.write("point.replace", by=self._by.currentData()))
        self._choice = QFrame()
        self._choice.setProperty("role", "sunken")
        chosen = column(label(words(N_("Which point stands in its place?")), "label"), self._by, self._replace, gap=6)
        chosen.setContentsMargins(12, 10, 12, 12)
        self._choice.setLayout(chosen)
        self._choice.hide()
        # Nothing is offered before it is known what would be done.
        self._referendum_line.hide()
        self._confirm.hide()
        self._head = label(words(N_("Not open from here")), "label", "pointClosedHead")
        self.setLayout(
            column(self._confirm, self._open, self._referendum_line, self._choice, self._head, self._closed, 1, gap=10)
        )

    def show_point(self, page: PointPage) -> None:
        """Ask which steps would be done, and show them once that is known."""
        self._page = page
        self._confirm.setVisible(page.view.row.ad_referendum)
        self.parts.bridge.try_out(self, steps_to_try(page.view), partial(self._show_steps, page))

    def _show_steps(self, page: PointPage, refusals: tuple[DeskError | None, ...]) -> None:
        now = QApplication.focusWidget()
        had = now.objectName() if now is not None and (now is self or self.isAncestorOf(now)) else ""
        # Read late, the first steps come when the caret already waits on "Back".
        waited = not self._steps and now is not None and now.objectName() == "pointBack"
        self._steps = list(page.view.next_steps)
        pairs = zip(self._steps, refusals, strict=True)
        self._refused = {state: refusal for state, refusal in pairs if refusal is not None}
        self._show_open(dict(page.standing.steps))
        self._show_closed(page)
        self._show_others(page)
        self._choice.hide()
        self.restepped.emit()
        if had or waited:
            self.hold_focus(had)

    def _show_open(self, terms: dict[PointState, StepTerms]) -> None:
        empty(self._open)
        self._buttons = {}
        for number, state in enumerate(self._steps, start=1):
            if state in self._refused:
                continue
            look, key = STATES[state], str(number) if number < 10 else ""
            loud = Loudness.LOUD if not self._buttons else Loudness.EDGED
            button = key_button(self.parts, look.step, look.icon, key, f"pointStep_{state.value}", loud)
            button.setToolTip(self._terms_words(terms[state]))
            button.clicked.connect(partial(self._on_step, state))
            self._buttons[state] = button
            self._open.addWidget(button)
            said = label(self._terms_words(terms[state]), "meta", wraps=True)
            said.setContentsMargins(4, 0, 4, 4)
            self._open.addWidget(said)
            button.show()  # now: a layout shows its children only when events are next looked at
            said.show()
        self._referendum_line.setVisible(PointState.AGREED in self._buttons)

    def _terms_words(self, terms: StepTerms) -> str:
        said = self.parts.words(N_("By {who}: {how}"))
        return said.format(who=self.parts.words(WHO[terms.who]), how=self.parts.words(terms.how))

    def _show_closed(self, page: PointPage) -> None:
        empty(self._closed)
        here = page.view.row.state
        lines = [(state, told(self.parts, refusal)) for state, refusal in self._refused.items()]
        lines += [(state, self._first_words(here, state)) for state in _others(here, self._steps)]
        self._head.setVisible(bool(lines))
        for state, why in lines:
            words = self.parts.words(N_("{step}: {why}"))
            step = isolated(self.parts.words(STATES[state].step))
            said = label(words.format(step=step, why=why), "second" if state in self._refused else "meta", wraps=True)
            said.setObjectName(f"pointClosed_{state.value}")
            self._closed.addWidget(said)

    def _first_words(self, here: PointState, state: PointState) -> str:
        way = [self.parts.words(STATES[step].step) for step in way_to(here, state)[:-1]]
        return self.parts.words(N_("first {steps}")).format(steps=self.parts.surroundings.phrases.listed(*way))

    def _show_others(self, page: PointPage) -> None:
        self._by.clear()
        for other in page.here:
            words = other.text if len(other.text) <= _LONGEST else other.text[: _LONGEST - 1].rstrip() + "…"
            self._by.addItem(f"{other.number}. {isolated(words)}", other.key)

    def _on_step(self, state: PointState) -> None:
        if state is PointState.SUPERSEDED and self._by.count():
            self._choice.show()
            self._by.setFocus()
            self.restepped.emit()
            return
        fields: dict[str, object] = {"point": self.point, "state": state.value}
        if state is PointState.AGREED and self._referendum.isChecked():
            fields["ad_referendum"] = True
        self.parts.bridge.write("point.move", fields, partial(self._on_taken, state), self.say_refused)

    def _on_taken(self, state: PointState, _point: object) -> None:
        said = self.parts.words(N_("Now: {state}. Ctrl+Z takes that back."))
        self.parts.say(said.format(state=isolated(self.parts.words(STATES[state].word))), PLAIN)

    def take(self, number: int) -> None:
        """Take the step of that number, or say why it is not open."""
        if not 1 <= number <= len(self._steps):
            return
        state = self._steps[number - 1]
        if state in self._buttons:
            self._buttons[state].setFocus()
            self._buttons[state].click()
        else:
            self.parts.say(told(self.parts, self._refused[state]), WARN)

    def stops(self) -> list[QWidget]:
        """Return the steps, and what belongs to them."""
        return [self._confirm, *self._buttons.values(), self._referendum, self._by, self._replace]


def _others(here: PointState, steps: list[PointState]) -> list[PointState]:
    """Return the states that some way leads to, and that are no next step."""
    return [state for state in PointState if state is not here and state not in steps and way_to(here, state)]

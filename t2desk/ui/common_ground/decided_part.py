"""How a point is decided: the session's rule, the silence procedure, and the single text that is only criticised."""

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from t2desk.domain.deciding import Decision, OneTextState, Silence, SilenceState
from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.ui.common_ground.lines import Line, LineList
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, told
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts

DECISIONS: dict[Decision, str] = {
    Decision.CONSENSUS: N_("Consensus: no side objects"),
    Decision.UNANIMITY: N_("Unanimity: every side is in favour"),
    Decision.OVERWHELMING: N_("Overwhelming agreement: one side in five may object"),
    Decision.MINUS_ONE: N_("Consensus minus one: one side may object"),
    Decision.SILENCE: N_("Silence procedure: adopted unless somebody objects in time"),
}
_ONE_TEXT = {
    OneTextState.CRITICISM: N_("A single text: sides say what it lacks, the third party edits, nobody accepts a part."),
    OneTextState.FINAL: N_("A single text before its one yes or no: take each side’s answer under Support."),
    OneTextState.ACCEPTED: N_("A single text that every side said yes to: the point may be agreed."),
}
_SILENCES = {
    SilenceState.RUNNING: N_("Silence runs until {until}, {zone}: adopted unless somebody objects before."),
    SilenceState.BROKEN: N_("Silence was broken before {until}, {zone}; the objection stands under Against."),
    SilenceState.ADOPTED: N_("Adopted by silence, which was kept until {until}, {zone}."),
}
_A_DAY = timedelta(days=1)


class DecidedPart(PointPart):
    """What cannot be done now is not offered; why is said."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin with the rule alone."""
        super().__init__(parts, point)
        words = parts.words
        self._rule = label("", "body", "decidedRule", wraps=True)
        self._single = label("", "body", "oneTextState", wraps=True)
        self._begin = key_button(parts, N_("Work on it as a single text"), "file-text", "", "oneTextBegin")
        self._ask = key_button(parts, N_("Put the one yes or no"), "scale", "", "oneTextAsk")
        self._end = key_button(parts, N_("No single text any more"), "x", "", "oneTextEnd")
        for button, operation in ((self._begin, "begin"), (self._ask, "ask"), (self._end, "end")):
            button.clicked.connect(partial(self._on_single, operation))
        self._criticism = KeptLine(parts, "oneTextCriticism", words(N_("What a side finds wanting")), f"wants:{point}")
        self._criticism.returnPressed.connect(self._on_criticise)
        self._critic = ChoiceBox(parts.surroundings, "oneTextSide", words(N_("Whose side it is")))
        self._criticise = key_button(parts, N_("Note the criticism"), "plus", "", "oneTextCriticise")
        self._criticise.clicked.connect(lambda _checked=False: self._on_criticise())
        self._said = LineList(parts, "oneTextCriticisms", words(N_("What was found wanting")),
                              words(N_("Nothing has been found wanting yet.")))  # fmt: skip
        self._silence = label("", "body", "silenceState", wraps=True)
        self._until = KeptLine(parts, "silenceUntil", words(N_("Until, such as 2026-05-04T18:00")), f"until:{point}")
        self._zone = KeptLine(parts, "silenceZone", words(N_("Zone, such as Europe/Athens")), f"zone:{point}")
        self._put = key_button(parts, N_("Put it under silence"), "clock", "", "silenceBegin")
        self._put.clicked.connect(lambda _checked=False: self._on_put())
        self._kept = key_button(parts, N_("Silence was kept"), "check", "", "silenceEnd")
        self._kept.clicked.connect(lambda _checked=False: self.write("silence.end"))
        self._objects = KeptLine(parts, "silenceText", words(N_("The objection that breaks it")), f"breaks:{point}")
        self._mend = KeptLine(parts, "silenceMend", words(N_("What would mend it")), f"breaks.mend:{point}")
        self._broken = key_button(parts, N_("Silence is broken"), "x", "", "silenceBreak")
        self._broken.clicked.connect(lambda _checked=False: self._on_broken())
        self._why = label("", "second", "silenceWhy", wraps=True)
        self._build()

    def _build(self) -> None:
        words = self.parts.words
        single, silence = FlowLayout(6, centred=False), FlowLayout(6, centred=False)
        for button in (self._begin, self._ask, self._end):
            single.addWidget(button)
        for button in (self._put, self._kept, self._broken):
            silence.addWidget(button)
        self.setLayout(column(
            label(words(N_("How this session decides")), "label"), self._rule,
            label(words(N_("Single text")), "label"), self._single, self._criticism, self._critic, self._criticise,
            self._said, single, label(words(N_("Silence procedure")), "label"), self._silence, self._until, self._zone,
            self._objects, self._mend, silence, self._why, 1, gap=8,
        ))  # fmt: skip

    def show_point(self, page: PointPage) -> None:
        """Show how it is decided, and ask what would be refused."""
        self._rule.setText(self.parts.words(DECISIONS[page.standing.decision]))
        self._show_single(page)
        self._show_silence(page.standing.silence)
        until = (datetime.fromtimestamp(self.parts.now().wall / 1000, UTC) + _A_DAY).strftime("%Y-%m-%dT%H:%M")
        acts: list[tuple[str, dict[str, object]]] = [
            ("one_text.begin", {"point": self.point}), ("one_text.ask", {"point": self.point}),
            ("one_text.criticise", {"point": self.point, "text": "…"}), ("silence.end", {"point": self.point}),
            ("silence.begin", {"point": self.point, "until": until, "zone": "UTC"}),
        ]  # fmt: skip
        self.parts.bridge.try_out(self, acts, self._show_refusals)

    def _show_refusals(self, refusals: tuple[DeskError | None, ...]) -> None:
        begin, ask, criticise, end, put = refusals
        self._begin.setEnabled(begin is None)
        self._ask.setEnabled(ask is None)
        self._criticise.setEnabled(criticise is None)
        self._kept.setEnabled(end is None)
        self._put.setEnabled(put is None)
        shown = end if self._kept.isVisibleTo(self) else put
        self._why.setText("" if shown is None else told(self.parts, shown))
        self._why.setVisible(shown is not None)

    def _show_single(self, page: PointPage) -> None:
        state, words = page.standing.single, self.parts.words
        names = {side.id: side.name for side in page.sides}
        usual = N_("Not a single text: sides may accept and reject parts, and be asked under Support at any time.")
        self._single.setText(words(usual if state is None else _ONE_TEXT[state]))
        self._begin.setVisible(state is None)
        self._end.setVisible(state is not None)
        is_open = state is OneTextState.CRITICISM
        for one in (self._ask, self._criticism, self._critic, self._criticise):
            one.setVisible(is_open)
        self._said.setVisible(is_open or bool(page.criticisms))
        about = words(N_("to wording {number}"))
        self._said.show_lines([
            Line(said.text, " · ".join(filter(None, (names.get(said.party or "", ""), about.format(number=number)))))
            for number, said in page.criticisms
        ])  # fmt: skip
        chosen = self._critic.currentData()
        self._critic.clear()
        self._critic.addItem(words(N_("No side named")), "")
        for side in page.sides:
            self._critic.addItem(side.name, side.id)
        self._critic.setCurrentIndex(max(0, self._critic.findData(chosen)))

    def _show_silence(self, silence: Silence | None) -> None:
        runs = silence is not None and silence.state is SilenceState.RUNNING
        said = self.parts.words(N_("No silence runs on this wording."))
        if silence is not None:
            said = self.parts.words(_SILENCES[silence.state]).format(until=silence.until, zone=silence.zone)
        self._silence.setText(said)
        for one in (self._until, self._zone, self._put):
            one.setVisible(not runs)
        for one in (self._kept, self._objects, self._mend, self._broken):
            one.setVisible(runs)

    def _on_single(self, operation: str, _checked: bool = False) -> None:
        self.write(f"one_text.{operation}")

    def _on_criticise(self) -> None:
        if self._criticism.text().strip():
            side = self._critic.currentData()
            fields = {"point": self.point, "text": self._criticism.text(), **({"party": side} if side else {})}
            self.parts.bridge.write("one_text.criticise", fields, self._criticised, self.say_refused)

    def _criticised(self, _value: object) -> None:
        self._criticism.clear_draft()

    def _on_put(self) -> None:
        fields = {"point": self.point, "until": self._until.text(), "zone": self._zone.text()}
        self.parts.bridge.write("silence.begin", fields, self._was_put, self.say_refused)

    def _was_put(self, _value: object) -> None:
        self._until.clear_draft()
        self._zone.clear_draft()

    def _on_broken(self) -> None:
        fields = {"point": self.point, "text": self._objects.text(), "mend": self._mend.text()}
        self.parts.bridge.write("silence.break", fields, self._was_broken, self.say_refused)

    def _was_broken(self, _value: object) -> None:
        self._objects.clear_draft()
        self._mend.clear_draft()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return [
            self._criticism, self._critic, self._criticise, self._begin, self._ask, self._end, self._until, self._zone,
            self._objects, self._mend, self._put, self._kept, self._broken,
        ]  # fmt: skip

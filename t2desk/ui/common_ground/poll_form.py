"""A question on the current wording before it is asked: on which scale, in its exact words, and how it is taken."""

from PySide6.QtWidgets import QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.support import SCALES, Lean, PollWay, ScaleName
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.services.support_views import PollView
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, told
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.common_ground.support_words import LEAN_SIGNS, SCALE_WORDS, WAY_WORDS
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.pieces import column, label

_LEANS = {"+": Lean.FAVOUR, "0": Lean.NEITHER, "-": Lean.AGAINST, "−": Lean.AGAINST}


class PollForm(QWidget):
    """Nothing is asked before the button is pressed; what would be refused says why."""

    def __init__(self, around: PointPart) -> None:
        """Begin with the scale that most rooms take."""
        super().__init__()
        self._around = around
        parts, words = around.parts, around.parts.words
        self._scale = ChoiceBox(parts.surroundings, "pollScale", words(N_("Scale")))
        for name, said in SCALE_WORDS.items():
            self._scale.addItem(words(said), name.value)
        self._way = ChoiceBox(parts.surroundings, "pollWay", words(N_("How it is taken")))
        for way, said in WAY_WORDS.items():
            self._way.addItem(words(said), way.value)
        self._labels = label("", "second", "pollLabels", wraps=True)
        hint = words(N_("A step a line, from most to least in favour: + in favour, 0 neither, - against"))
        self._own = ProseBox("pollOwn", hint, 4)
        self._own.setAccessibleName(words(N_("Own words of the scale, a step a line")))
        self._own.textChanged.connect(self._show)
        self._ask = key_button(parts, N_("Ask the sides"), "scale", "", "pollAsk", Loudness.LOUD)
        self._ask.clicked.connect(self._on_ask)
        self._why = label("", "second", "pollWhy", wraps=True)
        self._scale.currentIndexChanged.connect(self._show)
        self._way.currentIndexChanged.connect(self._show)
        head = label(words(N_("Ask where everybody stands on the current wording")), "label", wraps=True)
        self.setLayout(column(head, self._scale, self._labels, self._own, self._way, self._why, self._ask, gap=6))
        self._show()

    def show_poll(self, _page: PointPage, _poll: PollView | None) -> None:
        """Ask anew what would be refused."""
        self._show()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return [self._scale, self._own, self._way, self._ask]

    def _fields(self) -> dict[str, object]:
        fields: dict[str, object] = {
            "point": self._around.point, "scale": self._scale.currentData(), "way": self._way.currentData(),
        }  # fmt: skip
        if self._scale.currentData() == ScaleName.OWN.value:
            steps = own_steps(self._own.toPlainText())
            fields |= {"labels": [said for said, _ in steps], "leans": [lean.value for _, lean in steps]}
        return fields

    def _show(self) -> None:
        is_own = self._scale.currentData() == ScaleName.OWN.value
        self._own.setVisible(is_own)
        self._labels.setVisible(not is_own)
        if not is_own:
            scale = SCALES[self._scale.currentData()]
            said = [
                f"{number} {step} ({LEAN_SIGNS[lean]})"
                for number, (step, lean) in enumerate(zip(scale.labels, scale.leans, strict=True), start=1)
            ]
            self._labels.setText(" · ".join(said))
        self._around.parts.bridge.try_out(self, [("poll.open", self._fields())], self._show_refusal)

    def _show_refusal(self, refusals: tuple[DeskError | None, ...]) -> None:
        refusal = refusals[0]
        self._ask.setEnabled(refusal is None)
        self._why.setText("" if refusal is None else told(self._around.parts, refusal))
        self._why.setVisible(refusal is not None)
        words = {PollWay.CARDS.value: N_("Ask for cards"), PollWay.BY_PERSON.value: N_("Ask everybody")}
        asked = words.get(self._way.currentData(), N_("Ask the sides"))
        self._ask.set_words(self._around.parts.words(asked))

    def _on_ask(self, _checked: bool = False) -> None:
        self._around.act("poll.open", **self._fields())


def own_steps(text: str) -> list[tuple[str, Lean]]:
    """Return the steps of an own scale: a line each, its lean before its words; without a sign it is in favour."""
    steps = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        lean = _LEANS.get(line[0])
        steps.append((line[1:].strip() if lean else line, lean or Lean.FAVOUR))
    return [(said, lean) for said, lean in steps if said]

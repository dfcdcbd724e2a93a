"""How much support a point has: ask on a scale, hidden until it is shown, then the weakest side first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.points import Support
from t2desk.domain.support import VERDICTS, PollState
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.services.support_views import PollView
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, empty
from t2desk.ui.common_ground.poll_answers import PollAnswers
from t2desk.ui.common_ground.poll_form import PollForm
from t2desk.ui.common_ground.poll_result import PollResult
from t2desk.ui.common_ground.states import SUPPORT
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts


class SupportPart(PointPart):
    """One of three: a question to be asked, one that is being asked, or what was said."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin without an answer."""
        super().__init__(parts, point)
        words = parts.words
        self._inside: PollForm | PollAnswers | None = None
        self._result: PollResult | None = None
        self._known: object = None
        self._poll_place, self._result_place = QVBoxLayout(), QVBoxLayout()
        far = words(N_("How far the wording has come together"))
        self._verdict = ChoiceBox(parts.surroundings, "pointVerdict", far)
        self._verdict.activated.connect(self._on_verdict)
        self._after = QWidget()
        said = label(far, "label", wraps=True)
        self._support = {
            step: key_button(parts, word, "", "", f"pointSupport_{step.value}") for step, word in SUPPORT.items()
        }
        stands = FlowLayout(6, centred=False)
        for step, button in self._support.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_support, step))
            stands.addWidget(button)
        steps = label(words(N_("Steps on which three or more stood")), "label", wraps=True)
        self._after.setLayout(column(said, self._verdict, steps, stands, gap=10))
        self.setLayout(column(self._result_place, self._poll_place, self._after, 1, gap=10))

    def show_point(self, page: PointPage) -> None:
        """Show the question, or the answers, and which steps were chosen."""
        asking = next((one for one in page.polls if one.state is PollState.HIDDEN), None)
        revealed = [one for one in page.polls if one.state is PollState.REVEALED]
        self._show_result(page, revealed[-1] if revealed else None, asking is not None)
        self._show_poll(page, asking)
        self._after.setVisible(asking is None)
        self._show_verdict(page.standing.verdict)
        about: dict[str, object] = {"point": self.point}
        acts = [("point.support", {**about, "steps": []}), ("point.verdict", {**about, "words": "…"})]
        self.parts.bridge.try_out(self, acts, self._show_refusals)
        for step, button in self._support.items():
            button.setChecked(step in page.view.support)
            button.set_words(self.parts.words(SUPPORT[step]), "check" if step in page.view.support else "")

    def _show_refusals(self, refusals: tuple[DeskError | None, ...]) -> None:
        support, verdict = refusals
        for button in self._support.values():
            button.setEnabled(support is None)
        self._verdict.setEnabled(verdict is None)

    def _show_poll(self, page: PointPage, asking: PollView | None) -> None:
        kind = None if asking is None else asking.key
        if self._inside is None or kind != self._known:
            empty(self._poll_place)
            self._known = kind
            self._inside = PollForm(self) if asking is None else PollAnswers(self, asking)
            self._poll_place.addWidget(self._inside)
            self._inside.show()
        self._inside.show_poll(page, asking)

    def _show_result(self, page: PointPage, revealed: PollView | None, is_asking: bool) -> None:
        if revealed is None or is_asking:
            empty(self._result_place)
            self._result = None
            return
        if self._result is None:
            self._result = PollResult(self)
            self._result_place.addWidget(self._result)
            self._result.show()
        self._result.show_poll(page, revealed)

    def _show_verdict(self, verdict: str) -> None:
        self._verdict.clear()
        self._verdict.addItem(self.parts.words(N_("No label")), "")
        for words in (*VERDICTS, *([verdict] if verdict and verdict not in VERDICTS else [])):
            self._verdict.addItem(words, words)
        self._verdict.setCurrentIndex(max(0, self._verdict.findData(verdict)))
        self._verdict.model().item(0).setEnabled(not verdict)  # type: ignore[attr-defined]

    def _on_verdict(self, index: int) -> None:
        if words := self._verdict.itemData(index):
            self.write("point.verdict", words=words)

    def _on_support(self, _step: Support) -> None:
        self.write("point.support", steps=[one.value for one, button in self._support.items() if button.isChecked()])

    def take(self, number: int) -> None:
        """Take the stance of that number for whoever is asked."""
        if isinstance(self._inside, PollAnswers):
            self._inside.take(number)

    def letters(self) -> dict[str, Callable[[], object]]:
        """Return what letters do while somebody is asked."""
        return self._inside.letters() if isinstance(self._inside, PollAnswers) else {}

    def stops(self) -> list[QWidget]:
        """Return the question or the answers, then the steps."""
        inside = [] if self._inside is None else self._inside.stops()
        return [*inside, self._verdict, *self._support.values()]

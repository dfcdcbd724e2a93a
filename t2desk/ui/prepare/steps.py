"""The quiet list of the four steps, each with its state in a word."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont

from t2desk.i18n import N_
from t2desk.ui.kit.buttons import key_words
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class Step:
    """A step by name: its words, its icon, and how far it is."""

    name: str
    words: str
    icon: str
    state: str = ""


STEPS = (
    Step("people", N_("People"), "users"),
    Step("agenda", N_("Agenda"), "list-ordered"),
    Step("rule", N_("The rule"), "scale"),
    Step("check", N_("Pre-flight"), "shield-check"),
)


class StepList(ValueListView):
    """The steps; whichever is current is shown beside."""

    def __init__(self, parts: ViewParts) -> None:
        """Show all four, without a state yet."""
        self._parts = parts
        self._states: dict[str, str] = {}
        self._is_narrow = False
        self._steps: ValueListModel[Step] = ValueListModel(lambda step: step.name, self._spoken)
        theme = parts.surroundings.theme
        super().__init__(theme, self._steps, self._paint, lambda _step: theme.look.sizes.row + 12)
        self.setObjectName("prepareSteps")
        self.setAccessibleName(parts.words(N_("Steps of the preparation")))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._show()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        self._is_narrow = is_narrow
        self.viewport().update()

    def set_state(self, step: str, words: str) -> None:
        """Say how far a step is."""
        self._states[step] = words
        self._show()

    def _show(self) -> None:
        self.set_values([Step(s.name, s.words, s.icon, self._states.get(s.name, "")) for s in STEPS])

    def _spoken(self, step: Step) -> str:
        return f"{self._parts.words(step.words)}, {step.state}"

    def _paint(self, painter: MirroredPainter, box: QRect, step: Step, selected: bool) -> None:
        tokens, sizes = self._parts.surroundings.theme.look.tokens, self._parts.surroundings.theme.look.sizes
        inner = box.adjusted(2, 1, -2, -1)
        if selected:
            painter.round_box(inner, sizes.control_radius, tokens.soft)
        ink, second = (tokens.soft_ink, tokens.soft_ink) if selected else (tokens.ink, tokens.ink_second)
        icon = sizes.text_title + 2
        left = inner.center().x() - icon // 2 if self._is_narrow else inner.left() + 14
        where = painter.place(QRect(left, box.center().y() - icon // 2, icon, icon))
        self._parts.surroundings.icons.paint(painter.painter, step.icon, QRectF(where), ink)
        if self._is_narrow:
            return
        left += icon + 12
        line = round(sizes.text_body * 1.45)
        top = box.center().y() - line
        width = inner.right() - left - 8
        key = QRect(left, top, width, line)
        words = key_words(key_of(f"prepare.{step.name}"))
        painter.text(key, words, text_font(sizes.text_meta), second, Qt.AlignmentFlag.AlignTrailing)
        painter.text(
            QRect(left, top, width, line), self._parts.words(step.words),
            text_font(sizes.text_body, QFont.Weight.DemiBold), ink,
        )  # fmt: skip
        painter.text(QRect(left, top + line, width, line), step.state, text_font(sizes.text_label), second)

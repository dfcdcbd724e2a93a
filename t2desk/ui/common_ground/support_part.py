"""How much support a point has."""

from functools import partial

from PySide6.QtWidgets import QWidget

from t2desk.domain.points import Support
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart
from t2desk.ui.common_ground.states import SUPPORT
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts


class SupportPart(PointPart):
    """The steps on which three or more stood."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin without an answer."""
        super().__init__(parts, point)
        self._support = {
            step: key_button(parts, word, "", "", f"pointSupport_{step.value}") for step, word in SUPPORT.items()
        }
        stands = FlowLayout(6, centred=False)
        for step, button in self._support.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_support, step))
            stands.addWidget(button)
        said = label(parts.words(N_("Steps on which three or more stood")), "label", wraps=True)
        self.setLayout(column(said, stands, 1))

    def show_point(self, page: PointPage) -> None:
        """Show which steps were chosen."""
        for step, button in self._support.items():
            button.setChecked(step in page.view.support)
            button.set_words(self.parts.words(SUPPORT[step]), "check" if step in page.view.support else "")

    def _on_support(self, _step: Support) -> None:
        self.write("point.support", steps=[one.value for one, button in self._support.items() if button.isChecked()])

    def stops(self) -> list[QWidget]:
        """Return the steps."""
        return list(self._support.values())

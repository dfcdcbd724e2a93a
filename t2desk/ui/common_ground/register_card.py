"""A card of the page beside the points: scrolls within itself, writes by operations of the registry."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.services.point_views import PointRow
from t2desk.services.register_views import RegisterView
from t2desk.ui.common_ground.part import told
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import Card, label, upright
from t2desk.ui.shell.views import ViewParts

Refused = Callable[[DeskError], None]


class RegisterCard(Card):
    """Shows one of three things; `leads` opens a point by its key."""

    def __init__(
        self, parts: ViewParts, refused: Refused, leads: Callable[[str], object], title: str, name: str
    ) -> None:
        """Begin without content; `title` is in the window's words."""
        super().__init__(parts.surroundings.theme, title, name)
        self.parts, self._refused, self.leads = parts, refused, leads
        self.why = label("", "second", f"{name}Why", wraps=True)
        self.why.hide()

    def hold(self, layout: QLayout) -> None:
        """Show a layout that scrolls within the card."""
        inside = QWidget()
        inside.setLayout(layout)
        self.body.addWidget(upright(inside, f"{self.objectName()}Scroll"), 1)

    def show_register(self, register: RegisterView) -> None:
        """Show it as it is now."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return where the focus begins."""
        return self.stops()[0]

    def write(self, operation: str, then: Callable[[object], None] = lambda _value: None, **fields: object) -> None:
        """Perform an operation; a refusal is said."""
        self.parts.bridge.write(operation, fields, then, self._refused)

    def offer(self, button: KeyButton, operation: str, **fields: object) -> None:
        """Let a button be pressed if its operation would be done; else say beneath why not."""
        self.parts.bridge.try_out(self, [(operation, fields)], partial(self._show_refusal, button))

    def _show_refusal(self, button: KeyButton, refusals: tuple[DeskError | None, ...]) -> None:
        refusal = refusals[0]
        button.setEnabled(refusal is None)
        self.why.setText("" if refusal is None else told(self.parts, refusal))
        self.why.setVisible(refusal is not None)

    def point_words(self, row: PointRow) -> str:
        """Return a point by its number and its words."""
        return f"{row.number}. {isolated(row.text)}"

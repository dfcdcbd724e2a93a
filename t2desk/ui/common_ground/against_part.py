"""What stands against a point: reservations and objections, what would mend them, and what became of them."""

from functools import partial

import shiboken6
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.points import ConcernKind
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.services.point_views import ConcernView
from t2desk.ui.common_ground.concern_form import ConcernForm
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import PointPart, fill, told
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts

Tried = tuple[str, dict[str, object]]


class AgainstPart(PointPart):
    """A card for each concern, then the form for another."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Begin without concerns."""
        super().__init__(parts, point)
        self._names: dict[str, str] = {}
        self._buttons: list[tuple[KeyButton, Tried]] = []
        self._none = label(
            parts.words(N_("Nothing stands against the current wording.")), "second", "concernNone", True
        )
        self._concerns = QVBoxLayout()
        self._form = ConcernForm(parts, point)
        self._why = label("", "second", "concernWhy", wraps=True)
        self.setLayout(column(self._none, self._concerns, self._why, self._form, 1, gap=10))

    def show_point(self, page: PointPage) -> None:
        """Show each concern, those of the current wording first."""
        self._names = {side.id: side.name for side in page.sides}
        self._buttons = []
        concerns = sorted(page.view.concerns, key=lambda one: not one.is_about_current)
        fill(self._concerns, [self._card(one) for one in concerns])
        self._none.setVisible(not any(one.is_about_current for one in concerns))
        another: Tried = ("point.concern", {"point": self.point, "text": "…"})
        buttons = tuple(self._buttons)
        acts = [another, *(act for _, act in buttons)]
        self.parts.bridge.try_out(self, acts, partial(self._show_refusals, buttons))
        self._form.offer_sides([] if page.is_settled else [(side.name, side.id) for side in page.sides])

    def _show_refusals(
        self, buttons: tuple[tuple[KeyButton, Tried], ...], refusals: tuple[DeskError | None, ...]
    ) -> None:
        refusal, *others = refusals
        for (button, _), other in zip(buttons, others, strict=True):
            if shiboken6.isValid(button):
                button.setEnabled(other is None)
        self._why.setText("" if refusal is None else told(self.parts, refusal))
        self._why.setVisible(refusal is not None)
        self._form.setVisible(refusal is None)

    def _card(self, concern: ConcernView) -> QWidget:
        card = QFrame()
        card.setProperty("role", "sunken")
        card.setObjectName(f"concern_{concern.key}")
        head = label(self._head(concern), "label", wraps=True)
        if concern.kind is ConcernKind.OBJECTION and not (concern.waived or concern.met):
            head.setStyleSheet(f"color: {self.parts.surroundings.theme.look.tokens.warn};")
        parts: list[QWidget] = [head, label(concern.text, "body", wraps=True)]
        if concern.mend:
            mend = self.parts.words(N_("Would be mended by: {words}")).format(words=isolated(concern.mend))
            parts.append(label(mend, "second", wraps=True))
        acts = FlowLayout(6, centred=False)
        for button in self._acts(concern):
            acts.addWidget(button)
        layout = column(*parts, acts, gap=4)
        layout.setContentsMargins(14, 10, 12, 8)
        card.setLayout(layout)
        return card

    def _head(self, concern: ConcernView) -> str:
        words = self.parts.words
        objection = concern.kind is ConcernKind.OBJECTION
        said = [words(N_("Objection")) if objection else words(N_("Reservation"))]
        if concern.side:
            said.append(isolated(self._names.get(concern.side, concern.side)))
        if not concern.is_about_current:
            said.append(words(N_("to wording {number}")).format(number=concern.wording))
        if concern.waived:
            said.append(words(N_("waived: it stands aside and does not block")))
        if concern.met:
            said.append(words(N_("met: what would mend it was done")))
        return " · ".join(said)

    def _acts(self, concern: ConcernView) -> list[KeyButton]:
        met = N_("Not met after all") if concern.met else N_("It has been met")
        acts: list[tuple[str, str, str, dict[str, object]]] = [("concern.meet", met, "check", {"met": not concern.met})]
        if concern.kind is ConcernKind.OBJECTION:
            waived = N_("Stand again") if concern.waived else N_("Waive")
            acts.append(("concern.waive", waived, "minus", {"waived": not concern.waived}))
        acts.append(("concern.remove", N_("Take back"), "undo-2", {}))
        return [self._act(concern.key, *one) for one in acts]

    def _act(self, key: str, operation: str, words: str, icon: str, fields: dict[str, object]) -> KeyButton:
        name = f"{operation.replace('.', '_')}_{key}"
        button = key_button(self.parts, words, icon, "", name, Loudness.QUIET)
        button.clicked.connect(partial(self._on_act, operation, key, fields))
        self._buttons.append((button, (operation, {"concern": key, **fields})))
        return button

    def _on_act(self, operation: str, key: str, fields: dict[str, object], _checked: bool = False) -> None:
        self.act(operation, concern=key, **fields)

    def arrange(self, is_wide: bool) -> None:
        """Lay the form's buttons out."""
        for place, button in enumerate(self._form.buttons):
            self._form.acts.addWidget(button, *((0, place) if is_wide else (place, 0)))

    def stops(self) -> list[QWidget]:
        """Return the acts on concerns, and the form."""
        return [*(button for button, _ in self._buttons), *self._form.stops()]

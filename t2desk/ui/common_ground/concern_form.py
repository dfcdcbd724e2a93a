"""Where a reservation or an objection is written down; an objection says what would mend it."""

import shiboken6
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.points import ConcernKind
from t2desk.i18n import N_
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.segments import Switch
from t2desk.ui.shell.views import ViewParts


class ConcernForm(QFrame):
    """Two boxes and two buttons: without words for what would mend it, it can only be a reservation."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Restore what was being typed about this point."""
        super().__init__()
        self.setObjectName("concernForm")
        self._parts, self._point = parts, point
        words = parts.words
        self._text = ProseBox("concernText", words(N_("What stands against it, in neutral words")), 2)
        self._text.setAccessibleName(words(N_("Reservation or objection")))
        self._mend = ProseBox("concernMend", words(N_("What would mend it; an objection needs this")), 1)
        self._mend.setAccessibleName(words(N_("What would mend it")))
        self._drafts = (
            DraftKeeper(parts, self._text, f"concern:{point}"),
            DraftKeeper(parts, self._mend, f"mend:{point}"),
        )
        self._wrong = label("", "error", "concernWrong", wraps=True)
        self._wrong.hide()
        reservation = self._button(N_("Reservation"), "concernReservation")
        objection = self._button(N_("Objection"), "concernObjection")
        reservation.clicked.connect(self._on_reservation)
        objection.clicked.connect(self._on_objection)
        self._side = ChoiceBox(parts.surroundings, "concernSide", words(N_("Whose side it is")))
        self._waived = Switch(
            parts.surroundings.theme, "concernWaived", words(N_("Waived at once")), words(N_("On")), words(N_("Off"))
        )
        said = label(words(N_("Waived at once: an objection that stands aside")), "second", wraps=True)
        waiver = row(self._waived, said, gap=8)
        waiver.setStretch(1, 1)
        # Whoever shows the form says whether the two have room beside each other.
        self.acts, self.buttons = QGridLayout(), [reservation, objection]
        self.boxes = (self._text, self._mend)
        self.acts.setSpacing(6)
        self.setLayout(column(self._text, self._mend, self._side, waiver, self._wrong, self.acts, gap=6))
        self.offer_sides([])

    def offer_sides(self, sides: list[tuple[str, str]]) -> None:
        """Offer sides by name and id; whose words they were is never asked."""
        chosen = self._side.currentData()
        self._side.clear()
        self._side.addItem(self._parts.words(N_("No side named")), "")
        for name, side in sides:
            self._side.addItem(name, side)
        self._side.setCurrentIndex(max(0, self._side.findData(chosen)))

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        return [*self.boxes, self._side, self._waived, *self.buttons]

    def _button(self, words: str, name: str) -> KeyButton:
        surroundings = self._parts.surroundings
        button = KeyButton(surroundings.theme, surroundings.icons, self._parts.words(words), "plus", "", Loudness.EDGED)
        button.setObjectName(name)
        button.setAccessibleName(self._parts.words(N_("Note as: {kind}")).format(kind=self._parts.words(words)))
        return button

    def _on_reservation(self) -> None:
        self._write(ConcernKind.RESERVATION)

    def _on_objection(self) -> None:
        if not self._mend.toPlainText().strip() and not self._waived.isChecked():
            self._say(self._parts.words(N_("An objection says what would mend it, or is waived; write that first.")))
            self._mend.setFocus()
            return
        self._write(ConcernKind.OBJECTION)

    def _write(self, kind: ConcernKind) -> None:
        mend = " ".join(self._mend.toPlainText().split())
        fields: dict[str, object] = {
            "point": self._point,
            "text": self._text.toPlainText(),
            "kind": kind.value,
            "mend": mend,
        }
        if self._side.currentData():
            fields["party"] = self._side.currentData()
        if kind is ConcernKind.OBJECTION and self._waived.isChecked():
            fields["waived"] = True
        self._parts.bridge.write("point.concern", fields, self._on_kept, self._on_refused)

    def _on_kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._wrong.hide()
            self._waived.setChecked(False)
            self._side.setCurrentIndex(0)
            for draft in self._drafts:
                draft.forget()

    def _on_refused(self, refusal: DeskError) -> None:
        if shiboken6.isValid(self):
            self._say(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details))

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()

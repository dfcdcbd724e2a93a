"""For whom an edition is made: the side and the number of a clearance draft, the recipients of a memo; else nothing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from t2desk.domain.editions import NOBODY, Addressed
from t2desk.i18n import N_
from t2desk.services.edition_views import CopyChoice, copy_choices
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.shell.views import ViewParts

_STILL_TYPING = 600  # milliseconds after the last key before the pages are drawn anew


class Addressee(QWidget):
    """The fields that the chosen edition needs; every change is told once."""

    changed = Signal()

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin hidden: most editions are for nobody in particular."""
        super().__init__()
        self.setObjectName("exportAddressee")
        self._parts, self._session, self._edition = parts, session, ""
        self._sides: tuple[CopyChoice, ...] = ()
        words = parts.words
        self._side = ChoiceBox(parts.surroundings, "clearanceSide", words(N_("For which side")))
        self._side.activated.connect(self._on_side_chosen)
        self._copy = label("", "second", "clearanceCopy", wraps=True)
        self._recipients = QLineEdit()
        self._recipients.setObjectName("memoRecipients")
        self._recipients.setAccessibleName(words(N_("Recipients")))
        self._recipients.setPlaceholderText(words(N_("Recipients, parted by ;")))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_STILL_TYPING)
        self._typed.timeout.connect(self.changed)
        self._recipients.textEdited.connect(lambda _words: self._typed.start())
        self.setLayout(column(self._side, self._copy, self._recipients, gap=6))
        self.hide()

    def show_edition(self, edition: str) -> None:
        """Show what an edition needs, and tell when it is known for whom it is."""
        self._edition = edition
        self._side.setVisible(edition == "clearance")
        self._copy.setVisible(edition == "clearance")
        self._recipients.setVisible(edition == "memo")
        self.setVisible(edition in {"clearance", "memo"})
        if edition == "clearance":
            self._parts.bridge.read(self, lambda work: copy_choices(work, self._session), self._show_sides)
        else:
            self.changed.emit()

    def renew(self) -> None:
        """Offer the next copy, after one was written."""
        if self._edition == "clearance":
            self.show_edition(self._edition)

    def addressed(self) -> Addressed:
        """Return for whom the chosen edition is made."""
        if self._edition == "memo":
            named = tuple(one.strip() for one in self._recipients.text().split(";"))
            return Addressed(tuple(one for one in named if one))
        chosen = self._chosen()
        return Addressed(side=chosen.party, copy=chosen.number) if chosen is not None else NOBODY

    def _chosen(self) -> CopyChoice | None:
        index = self._side.currentIndex()
        return self._sides[index] if self._edition == "clearance" and 0 <= index < len(self._sides) else None

    def _show_sides(self, sides: tuple[CopyChoice, ...]) -> None:
        index = max(0, self._side.currentIndex())
        self._sides = sides
        self._side.clear()
        self._side.addItems([side.name for side in sides])
        self._side.setCurrentIndex(min(index, len(sides) - 1))
        self._tell_copy()
        self.changed.emit()

    def _on_side_chosen(self) -> None:
        self._tell_copy()
        self.changed.emit()

    def _tell_copy(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self._copy.setText(self._parts.words(N_("No side has a participant yet.")))
            return
        said = self._parts.words(N_("Copy {number}, to be handed back.")).format(number=chosen.number)
        if chosen.out:
            plural = self._parts.surroundings.phrases.plural
            out = plural("{n} copy is still with this side.", "{n} copies are still with this side.", chosen.out)
            said = f"{said} {out.format(n=chosen.out)}"
        self._copy.setText(said)

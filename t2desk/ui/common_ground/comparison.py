"""Which two wordings are held against each other; the second one can be made the current text again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.services.point_views import WordingView
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.wordings import wording_name
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.pieces import label, row
from t2desk.ui.shell.views import ViewParts


class Comparison(QWidget):
    """Two choices beside each other; `chosen` comes when one is another, `restored` with the key of a wording."""

    chosen = Signal()
    restored = Signal(str)

    def __init__(self, parts: ViewParts) -> None:
        """Begin without wordings."""
        super().__init__()
        self._parts = parts
        self._known: tuple[WordingView, ...] = ()
        words = parts.words
        self._before = ChoiceBox(parts.surroundings, "pointCompareFrom", words(N_("Compare this wording")))
        self._after = ChoiceBox(parts.surroundings, "pointCompareTo", words(N_("with this wording")))
        self._restore = key_button(parts, N_("Make current again"), "undo-2", "", "pointMakeCurrent")
        for box in (self._before, self._after):
            box.activated.connect(self._on_chosen)
        self._restore.clicked.connect(lambda _checked=False: self.restored.emit(self._after.currentData()))
        layout = row(
            label(words(N_("Compare")), "label"), self._before, label(_arrow(), "second"), self._after, self._restore
        )
        layout.setStretch(1, 1)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def show_wordings(self, wordings: tuple[WordingView, ...]) -> None:
        """Offer these; a new one is held against the one before it in its language."""
        if wordings == self._known:
            return
        is_new = [one.key for one in wordings] != [one.key for one in self._known]
        self._known = wordings
        if is_new:
            self._offer(wordings)
        self.setVisible(len(wordings) > 1)
        self._show_restore()

    def _offer(self, wordings: tuple[WordingView, ...]) -> None:
        for box in (self._before, self._after):
            box.clear()
            for one in wordings:
                box.addItem(wording_name(self._parts, one), one.key)
        current = next((one for one in wordings if one.is_current), None)
        earlier = [one for one in wordings if current and one.language == current.language and one is not current]
        before = max(earlier, key=lambda one: one.number, default=current)
        for box, shown in ((self._before, before), (self._after, current)):
            box.setCurrentIndex(box.findData(shown.key if shown else None))

    def pair(self) -> tuple[WordingView, WordingView] | None:
        """Return the two wordings held against each other, or None where they are one."""
        named = {one.key: one for one in self._known}
        before, after = named.get(self._before.currentData()), named.get(self._after.currentData())
        return (before, after) if before is not None and after is not None and before is not after else None

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return [self._before, self._after, self._restore]

    def _on_chosen(self, _index: int) -> None:
        self._show_restore()
        self.chosen.emit()

    def _show_restore(self) -> None:
        current = next((one for one in self._known if one.is_current), None)
        pair = self.pair()
        can = pair is not None and current is not None and pair[1] is not current
        self._restore.setVisible(bool(can and pair and current and pair[1].language == current.language))


def _arrow() -> str:
    # No writing direction turns an arrow round.
    return "←" if QGuiApplication.isRightToLeft() else "→"

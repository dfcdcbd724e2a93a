"""The card of a point's wordings: the current one large, what changed, all others, and a box for a new one."""

import shiboken6
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.comparison import Comparison
from t2desk.ui.common_ground.over_page import key_button
from t2desk.ui.common_ground.part import fill, told
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.common_ground.wordings import changes_card, side_of, wording_card
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.pieces import Card, column, label
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.shell.message_bar import WARN
from t2desk.ui.shell.views import ViewParts


class WordingsCard(Card):
    """Wordings never change once written; here they are read, compared, and a new one is begun."""

    def __init__(self, parts: ViewParts, point: str) -> None:
        """Restore what was being typed for this point."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Wordings")), "pointWordings")
        self._parts, self._point, self._text = parts, point, ""
        words = parts.words
        self._page: PointPage | None = None
        self._current = label("", "body", "pointCurrent", wraps=True)
        size = parts.surroundings.theme.look.sizes.text_title + 4
        self._current.setStyleSheet(f"font-size: {size}px; font-weight: 600;")
        self._changed, self._wordings = QVBoxLayout(), QVBoxLayout()
        self._comparison = Comparison(parts)
        self._comparison.chosen.connect(self._show_changes)
        self._comparison.restored.connect(self._on_restored)
        # Nothing in here takes the focus, so the list does: arrows scroll it.
        inside = QWidget()
        layout = column(self._current, self._changed, self._wordings, 1, gap=10)
        layout.setContentsMargins(0, 0, 6, 0)
        inside.setLayout(layout)
        self._list = ReadingArea("pointWordingList", words(N_("Wordings")), inside)
        self._new = ProseBox("pointNewWording", words(N_("Write a new wording; earlier ones stay as they are.")), 2)
        self._new.setAccessibleName(words(N_("New wording")))
        self._new.finished.connect(self._on_worded)
        self._draft = DraftKeeper(parts, self._new, f"wording:{point}")
        self._take = key_button(parts, N_("Begin from the current one"), "pen-line", "", "pointBeginWording")
        self._take.clicked.connect(self._on_take_current)
        self._save = key_button(
            parts, N_("Keep as a new wording"), "check", "Ctrl+Enter", "pointSaveWording", Loudness.LOUD
        )
        self._save.clicked.connect(self._on_worded)
        self._agreed = label("", "second", "pointWordingClosed", wraps=True)
        self._acts = QGridLayout()
        self._acts.setSpacing(6)
        for part in (self._list, self._comparison, self._agreed, self._new):
            self.body.addWidget(part)
        self.body.addLayout(self._acts)
        self.body.setStretch(0, 1)

    def show_point(self, page: PointPage) -> None:
        """Show the wordings as they are now."""
        self._page, self._text = page, page.view.row.text
        self._current.setText(self._text)
        self._current.setAlignment(side_of(self._text))
        self._comparison.show_wordings(page.view.wordings)
        self._show_changes()
        several = len(page.view.wordings) > 1
        fill(self._wordings, [wording_card(self._parts, one) for one in page.view.wordings] if several else [])
        wording = ("point.word", {"point": self._point, "text": "…"})
        self._parts.bridge.try_out(self, [wording], self._show_refusal)

    def _show_refusal(self, refusals: tuple[DeskError | None, ...]) -> None:
        """Offer no box whose words would be refused, and say why."""
        refusal = refusals[0]
        self._agreed.setText("" if refusal is None else told(self._parts, refusal))
        self._agreed.setVisible(refusal is not None)
        for one in (self._new, self._take, self._save):
            one.setVisible(refusal is None or bool(self._new.toPlainText().strip()))

    def _show_changes(self) -> None:
        pair = self._comparison.pair()
        fill(self._changed, [changes_card(self._parts, *pair)] if pair else [])

    def arrange(self, is_wide: bool) -> None:
        """Put the buttons beside each other where two have room, else under each other."""
        for place, button in enumerate((self._take, self._save)):
            self._acts.addWidget(button, *((0, place) if is_wide else (place, 0)))

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        return [self._list, *self._comparison.stops(), self._new, self._take, self._save]

    def _on_restored(self, wording: str) -> None:
        fields = {"point": self._point, "wording": wording}
        self._parts.bridge.write("point.current", fields, refused=self._on_refused)

    def _on_take_current(self) -> None:
        if not self._new.toPlainText().strip():
            self._new.insertPlainText(self._text)
        self._new.setFocus()

    def _on_worded(self) -> None:
        text = self._new.toPlainText()
        if text.strip():
            fields = {"point": self._point, "text": text}
            self._parts.bridge.write("point.word", fields, self._on_kept, self._on_refused)

    def _on_kept(self, _value: object) -> None:
        if shiboken6.isValid(self):
            self._draft.forget()

    def _on_refused(self, refusal: DeskError) -> None:
        self._parts.say(told(self._parts, refusal), WARN)

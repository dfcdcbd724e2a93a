"""Each side's word on a wording that was read: a row a side, the one that is asked now stands out."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView

from t2desk.domain.read_back import Answer
from t2desk.i18n import N_
from t2desk.services.point_page import Side
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

SideAnswer = tuple[Side, Answer | None]
# What a side says: its icon, its word, and its tone.
ANSWERS: dict[Answer | None, tuple[str, str, str]] = {
    Answer.AGREE: ("circle-check", N_("agrees"), "soft"),
    Answer.AMEND: ("pen-line", N_("amends"), "warn"),
    Answer.WITHDRAW: ("x", N_("withdraws"), "over"),
    None: ("circle-question-mark", N_("not asked yet"), "plain"),
}
_LEAD = 16


class AnswerRows(ValueListView):
    """Rows that are read across a table."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without sides."""
        self._around, self._parts = parts.surroundings, parts
        self._sides: ValueListModel[SideAnswer] = ValueListModel(lambda one: one[0].id, self._spoken)
        super().__init__(parts.surroundings.theme, self._sides, self._paint, lambda _one: self._height())
        self.setObjectName("readingSides")
        self.setAccessibleName(parts.words(N_("The sides, and what each says")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_answers(self, answers: tuple[SideAnswer, ...]) -> None:
        """Show what each side said."""
        self.set_values(answers)
        self.setFixedHeight(min(6, max(1, len(answers))) * self._height() + 6)

    def to_next_unasked(self) -> None:
        """Go to the next side that has not been asked, after the one that is; stay where there is none."""
        values, at = self._sides.values(), max(0, self.currentIndex().row())
        order = [*range(at, len(values)), *range(at)]
        place = next((one for one in order if values[one][1] is None), at)
        self.to(place)

    def to(self, place: int) -> None:
        """Ask the side at this place."""
        if 0 <= place < len(self._sides.values()):
            self.setCurrentIndex(self._sides.index(place))

    def side(self) -> Side | None:
        """Return the side that is asked."""
        current = self.current()
        return None if current is None else current[0]

    def _height(self) -> int:
        return self._around.theme.look.sizes.button + 10

    def _spoken(self, one: SideAnswer) -> str:
        side, answer = one
        return f"{side.name}, {self._parts.words(ANSWERS[answer][1])}"

    def _paint(self, painter: MirroredPainter, box: QRect, one: SideAnswer, selected: bool) -> None:
        side, answer = one
        look, sizes = self._around.theme.look, self._around.theme.look.sizes
        tokens = look.tokens
        if selected:
            painter.round_box(box.adjusted(2, 1, -2, -1), sizes.control_radius, tokens.soft)
        icon, word, tone = ANSWERS[answer]
        ink = {"soft": tokens.accent, "warn": tokens.warn, "over": tokens.over}.get(tone, tokens.ink_third)
        number = QRect(box.left() + _LEAD, box.top(), 24, box.height())
        painter.text(number, str(self._place(side) + 1), text_font(sizes.text_body), tokens.ink_third)
        mark = sizes.text_title - 2
        place = QRect(number.right() + 6, box.center().y() - mark // 2, mark, mark)
        painter.shape(place, side.number, tokens.parties[side.number % len(tokens.parties)])
        wide = box.width() * 45 // 100
        said = QRect(box.right() - wide, box.top(), wide - _LEAD, box.height())
        name = QRect(place.right() + 12, box.top(), said.left() - place.right() - 24, box.height())
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
        painter.text(name, side.name, text_font(sizes.text_title, weight), tokens.soft_ink if selected else tokens.ink)
        spot = QRect(said.left(), box.center().y() - mark // 2 - 2, mark + 4, mark + 4)
        self._around.icons.paint(painter.painter, icon, QRectF(painter.place(spot)), ink)
        words = said.adjusted(mark + 14, 0, 0, 0)
        painter.text(words, self._parts.words(word), text_font(sizes.text_title, QFont.Weight.DemiBold), ink)

    def _place(self, side: Side) -> int:
        return self._sides.row_of(side.id)

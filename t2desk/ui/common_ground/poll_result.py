"""What was said once it is shown: the weakest side first, in the exact words of its step; cards by their count."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from t2desk.domain.support import PollWay, SideAgreement
from t2desk.i18n import N_
from t2desk.services.point_page import PointPage, Side
from t2desk.services.support_views import PollView
from t2desk.ui.common_ground.part import PointPart, fill
from t2desk.ui.common_ground.support_words import AGREEMENTS, AgreementLook, paint_ground, tones
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, label


class SideBar(QWidget):
    """One side, what can be said of it, and on which step it stands."""

    def __init__(self, around: Surroundings, name: str, side: Side | None, look: AgreementLook, step: str) -> None:
        """Say it in words too: nothing here is known by colour alone."""
        super().__init__()
        self._around, self._name, self._side, self._look, self._step = around, name, side, look, step
        self.setObjectName("pollSideResult")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        said = around.words(look.word)
        self.setAccessibleName(around.phrases.listed(name, said, step))
        self.setToolTip(step)

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        return QSize(160, self._around.theme.look.sizes.button + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground with its pattern, the side at its beginning, its word and its step at the end."""
        del event
        tokens, sizes = self._around.theme.look.tokens, self._around.theme.look.sizes
        device = QPainter(self)
        painter = MirroredPainter(device, self.rect(), self.layoutDirection())
        whole = self.rect()
        paint_ground(painter, whole, self._look, tokens, sizes.control_radius)
        ink = tones(tokens, self._look.tone)[1]
        mark, left = sizes.text_body, 12
        if self._side is not None:
            spot = QRect(left, (whole.height() - mark) // 2, mark, mark)
            painter.shape(spot, self._side.number, tokens.parties[self._side.number % len(tokens.parties)])
        inner = QRect(left + mark + 10, 0, whole.width() - left - mark - 22, whole.height())
        half = inner.width() * 42 // 100
        name = QRect(inner.left(), 0, half, whole.height())
        painter.text(name, self._name, text_font(sizes.text_body, QFont.Weight.DemiBold), tokens.ink)
        self._paint_words(painter, QRect(inner.left() + half + 8, 0, inner.width() - half - 8, whole.height()), ink)
        device.end()

    def _paint_words(self, painter: MirroredPainter, place: QRect, ink: str) -> None:
        sizes = self._around.theme.look.sizes
        mark, half = sizes.text_body, place.height() // 2
        top = QRect(place.left(), 5 if self._step else 0, place.width(), half if self._step else place.height())
        icon = QRect(top.left(), top.center().y() - mark // 2, mark, mark)
        if self._look.icon:
            self._around.icons.paint(painter.painter, self._look.icon, QRectF(painter.place(icon)), ink)
        word = self._around.words(self._look.word)
        bold = text_font(sizes.text_label, QFont.Weight.DemiBold)
        painter.text(top.adjusted(mark + 8, 0, 0, 0), word, bold, ink)
        below = QRect(place.left() + mark + 8, half - 1, place.width() - mark - 8, half - 4)
        painter.text(below, self._step, text_font(sizes.text_meta), self._around.theme.look.tokens.ink_second)

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return self.sizeHint()


class PollResult(QWidget):
    """A bar a side, or a line a step of cards."""

    def __init__(self, around: PointPart) -> None:
        """Begin empty."""
        super().__init__()
        self._around = around
        self._head = label("", "label", "pollResultHead", wraps=True)
        self._foot = label("", "meta", "pollResultFoot", wraps=True)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(4)
        self.setLayout(column(self._head, self._bars, self._foot, gap=6))

    def show_poll(self, page: PointPage, poll: PollView) -> None:
        """Show a poll that was revealed."""
        words = self._around.parts.words
        if poll.way is PollWay.CARDS:
            self._head.setText(words(N_("What the cards say")))
            fill(self._bars, [label(one, "body", wraps=True) for one in self._card_lines(poll)])
            self._foot.setText(words(N_("Whose they were nobody was asked.")))
            return
        self._head.setText(words(N_("What was said; the weakest side first")))
        sides, steps = {one.id: one for one in page.sides}, dict(poll.steps)
        bars = [self._bar(one, sides.get(one.side), poll, steps.get(one.side)) for one in poll.sides]
        fill(self._bars, bars)
        self._foot.setText(words(N_("The support of a point is that of its weakest side; nothing is averaged.")))

    def _bar(self, one: SideAgreement, side: Side | None, poll: PollView, step: int | None) -> SideBar:
        words = self._around.parts.words
        said = poll.labels[step - 1] if step else ""
        if one.percent is not None:
            said = words(N_("{percent} % in favour")).format(percent=one.percent)
        elif not said and one.tally.counted():
            tally = words(N_("{favour} in favour, {neither} neither, {against} against"))
            said = tally.format(favour=one.tally.favour, neither=one.tally.neither, against=one.tally.against)
        name = side.name if side is not None else words(N_("No side"))
        return SideBar(self._around.parts.surroundings, name, side, AGREEMENTS[one.agreement.value], said)

    def _card_lines(self, poll: PollView) -> list[str]:
        words = self._around.parts.words
        line = words(N_("{step}: {count}"))
        cards = poll.cards or (0,) * len(poll.labels)
        return [line.format(step=said, count=count) for said, count in zip(poll.labels, cards, strict=True)]

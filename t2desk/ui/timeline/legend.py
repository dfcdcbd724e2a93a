"""What the forms of a timeline mean: each form beside its words, in one line that wraps."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from t2desk.domain.floor import TurnKind
from t2desk.i18n import N_
from t2desk.services.floor_views import Speaker
from t2desk.services.timeline import Drawn
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.timeline.drawing import paint_gap, paint_turn

_SAMPLE = 18
_FORMS = (
    (TurnKind.STATEMENT, N_("statement")),
    (TurnKind.QUESTION, N_("question, response")),
    (TurnKind.FACILITATOR, N_("charged to nobody")),
    (TurnKind.POINT_OF_ORDER, N_("interrupt")),
    (None, N_("nobody has the floor")),
)


class Legend(QWidget):
    """The forms and their words; those that have no room are left out, and all are in the description."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Say the words to a screen reader too."""
        super().__init__()
        self.setObjectName("timelineLegend")
        self._surroundings = surroundings
        self.setAccessibleName(surroundings.words(N_("What the forms mean")))
        self.setAccessibleDescription(", ".join(surroundings.words(words) for _, words in _FORMS))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        surroundings.theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(100, self._surroundings.theme.look.sizes.text_meta + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint form after form."""
        del event
        look = self._surroundings.theme.look
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        font = text_font(look.sizes.text_meta)
        left = 2
        for kind, message in _FORMS:
            words = self._surroundings.words(message)
            wide = QFontMetrics(font).horizontalAdvance(words)
            if left + _SAMPLE + 8 + wide > self.width():
                break
            box = QRect(left, 3, _SAMPLE, self.height() - 6)
            self._paint_form(mirrored, box, kind)
            mirrored.text(QRect(box.right() + 8, 0, wide + 4, self.height()), words, font, look.tokens.ink_second)
            left = box.right() + wide + 30
        painter.end()

    def _paint_form(self, painter: MirroredPainter, box: QRect, kind: TurnKind | None) -> None:
        if kind is None:
            paint_gap(painter, self._surroundings, box.adjusted(0, 3, 0, -3), off=False)
            return
        turn = Drawn(0, Speaker("", 0, "", "", 0), kind, None, 0, 1, 1)
        paint_turn(painter, self._surroundings, box, turn, [box])

"""What stands out in the capture line: its sign, parties, items, and whatever names somebody."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.capture import MarkKind, Vocabulary, marks_of
from t2desk.ui.capture.name_marks import NameMarks
from t2desk.ui.kit.places import to_qt
from t2desk.ui.kit.theme import Theme


class LineMarks(NameMarks):
    """Marks a line as it is typed; weight or ground goes with every colour."""

    def __init__(self, box: QPlainTextEdit, theme: Theme) -> None:
        """Know no parties, items or names yet."""
        self._known = Vocabulary()
        super().__init__(box, theme)

    def set_known(self, known: Vocabulary) -> None:
        """Mark these parties and items from now on."""
        self._known = known
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        for mark in marks_of(text, self._known):
            self._put(text, mark.start, mark.end, self._look_of(mark.kind))
        super().highlightBlock(text)

    def _put(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = to_qt(text, start)
        self.setFormat(first, to_qt(text, end) - first, look)

    def _look_of(self, kind: MarkKind) -> QTextCharFormat:
        tokens = self._theme.look.tokens
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        ink, ground = {
            MarkKind.PREFIX: (tokens.soft_ink, tokens.soft),
            MarkKind.PARTY: (tokens.parties[0], None),
            MarkKind.ITEM: (tokens.warn, tokens.warn_soft),
        }[kind]
        look.setForeground(QColor(ink))
        if ground:
            look.setBackground(QColor(ground))
        return look

"""What stands out in the capture line: its sign, parties, items, and whatever names somebody."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from t2desk.domain.capture import MarkKind, Vocabulary, marks_of
from t2desk.domain.findings import Level, NameFound
from t2desk.ui.kit.places import to_qt
from t2desk.ui.kit.theme import Theme


class LineMarks(QSyntaxHighlighter):
    """Marks a line as it is typed; weight, ground or a wavy line goes with every colour."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        """Know no parties, items or names yet."""
        super().__init__(document)
        self._theme = theme
        self._known = Vocabulary()
        self._names: tuple[NameFound, ...] = ()
        theme.changed.connect(self.rehighlight)

    def set_known(self, known: Vocabulary) -> None:
        """Mark these parties and items from now on."""
        self._known = known
        self.rehighlight()

    def set_names(self, names: tuple[NameFound, ...]) -> None:
        """Mark these places, which were found in the text as it stands."""
        if names != self._names:
            self._names = names
            self.rehighlight()

    def names(self) -> tuple[NameFound, ...]:
        """Return the places that are marked as names."""
        return self._names

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        for mark in marks_of(text, self._known):
            self._put(text, mark.start, mark.end, self._look_of(mark.kind))
        for name in self._names:
            if text[name.start : name.end] == name.text:
                self._put(text, name.start, name.end, self._name_look(name.level))

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

    def _name_look(self, level: Level) -> QTextCharFormat:
        tokens = self._theme.look.tokens
        look = QTextCharFormat()
        look.setUnderlineColor(QColor(tokens.over if level is Level.BLOCK else tokens.warn))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        if level is Level.BLOCK:
            look.setForeground(QColor(tokens.over))
            look.setBackground(QColor(tokens.over_soft))
        return look

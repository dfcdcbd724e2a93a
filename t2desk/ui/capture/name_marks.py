"""Whatever names somebody stands out in a text of several lines, and the marks go along while it is typed on."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.findings import Level, NameFound
from t2desk.ui.kit.places import to_qt
from t2desk.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Mark:
    """A name that was found, at Qt's places in the text as it stands now."""

    start: int
    end: int
    name: NameFound


class NameMarks(QSyntaxHighlighter):
    """Marks names in a box; a wavy line and a ground go with every colour."""

    def __init__(self, box: QPlainTextEdit, theme: Theme) -> None:
        """Know no names yet."""
        super().__init__(box)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        # Before the highlighter listens itself: else it would look for the marks where they were.
        box.document().contentsChange.connect(self._on_contents)
        self.setDocument(box.document())
        theme.changed.connect(self.rehighlight)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that still stand on the words they were put on."""
        text = self.document().toPlainText()
        return tuple(mark for mark in self._marks if _words(text, mark.start, mark.end) == mark.name.text)

    def set_names(self, names: tuple[NameFound, ...]) -> None:
        """Mark these places, which were found in the text as it stands."""
        text = self.document().toPlainText()
        marks = tuple(Mark(to_qt(text, name.start), to_qt(text, name.end), name) for name in names)
        if marks != self._marks:
            self._marks = marks
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        begin = self.currentBlock().position()
        for mark in self._marks:
            start, end = max(0, mark.start - begin), min(to_qt(text, len(text)), mark.end - begin)
            part = _words(mark.name.text, start + begin - mark.start, end + begin - mark.start)
            if start < end and _words(text, start, end) == part:
                self.setFormat(start, end - start, self._look(mark.name.level))

    def _look(self, level: Level) -> QTextCharFormat:
        tokens = self._theme.look.tokens
        look = QTextCharFormat()
        look.setUnderlineColor(QColor(tokens.over if level is Level.BLOCK else tokens.warn))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        if level is Level.BLOCK:
            look.setForeground(QColor(tokens.over))
            look.setBackground(QColor(tokens.over_soft))
        return look

    def _on_contents(self, place: int, removed: int, added: int) -> None:
        if removed != added:
            moved = (_moved(mark, place, place + removed, added - removed) for mark in self._marks)
            self._marks = tuple(mark for mark in moved if mark is not None)


def _moved(mark: Mark, place: int, end: int, by: int) -> Mark | None:
    """Return a mark after a change between two places; None where it was changed itself."""
    if mark.end <= place:
        return mark
    return replace(mark, start=mark.start + by, end=mark.end + by) if mark.start >= end else None


def _words(text: str, start: int, end: int) -> str:
    """Return what stands between Qt's places, a line's end as the blank that it was when names were looked for."""
    units = text.encode("utf-16-le")[2 * start : 2 * end]
    return units.decode("utf-16-le", "ignore").replace("\n", " ")

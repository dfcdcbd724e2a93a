"""Lines of a short list: a figure or a mark, and words that wrap beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import label
from t2desk.ui.kit.theme import Theme


class Lines(QWidget):
    """Shows (figure, words) under each other; a line without a figure is a quiet one under the line before."""

    def __init__(self, theme: Theme, name: str, role: str = "body", gap: int = 12) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName(name)
        self._theme, self._role = theme, role
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(gap)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: list[tuple[str, str]], nothing: str = "") -> None:
        """Show these lines in place of those before, or say that there is nothing."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for number, (figure, words) in enumerate(lines):
            if figure:
                self._grid.addWidget(self._figure(figure), number, 0, Qt.AlignmentFlag.AlignTrailing | top)
            self._grid.addWidget(label(words, self._role if figure else "meta", wraps=True), number, 1)
        if not lines and nothing:
            self._grid.addWidget(label(nothing, "second", wraps=True), 0, 0, 1, 2)

    def _figure(self, figure: str) -> QWidget:
        made = label(figure, self._role)
        made.setFont(figure_font(self._theme.look.sizes.text_body, QFont.Weight.DemiBold))
        made.setStyleSheet("font-weight: 600;")
        return made

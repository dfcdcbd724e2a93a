"""A choice among a few, and a switch: radio buttons and a check box in the window's own dress."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import row
from t2desk.ui.kit.theme import Theme

_INSET = 3


class _Segment(QRadioButton):
    """One value of a choice; the one in force is raised from the rest."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _font(self) -> QFont:
        return text_font(self._theme.look.sizes.text_label, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        sizes = self._theme.look.sizes
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self.text()) + 28, sizes.button - 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, sizes = self._theme.look.tokens, self._theme.look.sizes
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        ink = tokens.ink_second
        if self.isChecked():
            mirrored.round_box(self.rect(), sizes.control_radius - 2, tokens.soft, tokens.accent)
            ink = tokens.soft_ink
        if not self.isEnabled():
            ink = tokens.ink_third
        mirrored.text(self.rect(), self.text(), self._font(), ink, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            mirrored.round_box(self.rect(), sizes.control_radius - 2, None, tokens.focus, 2)
        painter.end()


class Segments(QWidget):
    """A few values beside each other, one in force; arrows move. `chosen` comes with the value."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, words: str, values: Sequence[tuple[str, str]]) -> None:
        """Make a segment for each (value, words); its objectName is `name-value`."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._segments = {value: self._segment(name, value, said) for value, said in values}
        layout = row(*self._segments.values(), gap=2)
        layout.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _segment(self, name: str, value: str, said: str) -> _Segment:
        made = _Segment(self._theme, said)
        made.setObjectName(f"{name}-{value}")
        made.toggled.connect(lambda is_on: self.chosen.emit(value) if is_on else None)
        self._group.addButton(made)
        return made

    def show_value(self, value: str) -> None:
        """Show a value as the one in force, and tell nobody."""
        self.blockSignals(True)
        self._segments[value].setChecked(True)
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough the segments lie in."""
        del event
        tokens, sizes = self._theme.look.tokens, self._theme.look.sizes
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        mirrored.round_box(self.rect(), sizes.control_radius, tokens.sunken, tokens.edge)
        painter.end()


class Switch(QCheckBox):
    """A switch; it says on or off in words beside it, since a position alone says nothing to many."""

    def __init__(self, theme: Theme, name: str, words: str, on: str, off: str) -> None:
        """Begin off."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._theme, self._said = theme, (off, on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _sizes(self) -> tuple[QFont, int, int]:
        sizes = self._theme.look.sizes
        height = round(sizes.button * 0.62)
        return text_font(sizes.text_label, QFont.Weight.DemiBold), round(height * 1.8), height

    def sizeHint(self) -> QSize:
        """Return the room for the switch and the longer word."""
        font, width, _ = self._sizes()
        words = max(QFontMetrics(font).horizontalAdvance(one) for one in self._said)
        return QSize(width + 10 + words + 8, self._theme.look.sizes.button)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a switch is not cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough, the knob and the word."""
        del event
        tokens = self._theme.look.tokens
        font, width, height = self._sizes()
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        trough = QRect(2, (self.height() - height) // 2, width, height)
        fill, edge = (tokens.accent, tokens.accent) if self.isChecked() else (tokens.sunken, tokens.edge)
        mirrored.round_box(trough, height / 2, fill, edge)
        knob = trough.adjusted(4, 4, -4, -4)
        knob.setWidth(knob.height())
        if self.isChecked():
            knob.moveRight(trough.right() - 4)
        mirrored.round_box(knob, knob.height() / 2, tokens.on_accent if self.isChecked() else tokens.edge)
        words = QRect(width + 12, 0, self.width() - width - 12, self.height())
        mirrored.text(words, self._said[self.isChecked()], font, tokens.ink_second)
        if self.hasFocus():
            mirrored.round_box(trough.adjusted(-2, -2, 2, 2), height / 2 + 2, None, tokens.focus, 2)
        painter.end()

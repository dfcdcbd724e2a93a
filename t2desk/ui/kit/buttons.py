"""Buttons that show their icon, their words and their key."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.icons import Icons
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.theme import Theme

_GAP = 8


class Loudness(StrEnum):
    """How loud a button is: one loud one in a place, the rest edged or quiet."""

    LOUD = "loud"
    EDGED = "edged"
    QUIET = "quiet"


def key_words(keys: str) -> str:
    """Return a key as this system, and the keyboards of this language, write it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


class KeyButton(QPushButton):
    """A button painted whole: icon, words, and the key that does the same."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        words: str,
        icon: str = "",
        key: str = "",
        loudness: Loudness = Loudness.QUIET,
        live: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; a live one is taller, for use across a table."""
        super().__init__(words, parent)
        self._theme, self._icons, self._icon, self._key = theme, icons, icon, key_words(key)
        self._loudness, self._live = loudness, live
        self._hovered = False
        self._all_of_key = self._key
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(self._key)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str, icon: str | None = None) -> None:
        """Say something else."""
        self._icon = self._icon if icon is None else icon
        self.setText(words)
        self.updateGeometry()
        self.update()

    def set_live(self, live: bool) -> None:
        """Make it tall, or as tall as the others."""
        self._live = live
        self.updateGeometry()

    def show_key(self, shown: bool) -> None:
        """Show the key or leave it out, where the room is short; it works either way."""
        self._key = self._all_of_key if shown else ""
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._theme.look.sizes
        weight = QFont.Weight.DemiBold if self._loudness is Loudness.LOUD else QFont.Weight.Medium
        return text_font(sizes.text_body, weight), text_font(sizes.text_meta)

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and key."""
        words_font, key_font = self._fonts()
        sizes = self._theme.look.sizes
        width = 2 * (sizes.padding if self._loudness is not Loudness.QUIET else _GAP + 4)
        width += (sizes.text_title + 2) if self._icon else 0
        width += _GAP if self._icon and self.text() else 0
        width += QFontMetrics(words_font).horizontalAdvance(self.text())
        width += (QFontMetrics(key_font).horizontalAdvance(self._key) + 12 + _GAP) if self._key else 0
        return QSize(width, sizes.button_live if self._live else sizes.button)

    def minimumSizeHint(self) -> QSize:
        """Return the same room: a button does not shrink, and its words are not cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it as before."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words and key."""
        del event
        painter = QPainter(self)
        mirrored = MirroredPainter(painter, self.rect(), self.layoutDirection())
        ink = self._paint_ground(mirrored)
        self._paint_parts(mirrored, ink)
        if self.hasFocus():
            tokens, sizes = self._theme.look.tokens, self._theme.look.sizes
            mirrored.round_box(self.rect().adjusted(1, 1, -1, -1), sizes.control_radius, None, tokens.focus, 2)
        painter.end()

    def _paint_ground(self, mirrored: MirroredPainter) -> str:
        tokens, sizes = self._theme.look.tokens, self._theme.look.sizes
        if not self.isEnabled():
            if self._loudness is not Loudness.QUIET:
                mirrored.round_box(self.rect(), sizes.control_radius, tokens.sunken, tokens.line)
            return tokens.ink_third
        if self._loudness is Loudness.LOUD:
            fill = tokens.soft_ink if self._hovered or self.isDown() else tokens.accent
            mirrored.round_box(self.rect(), sizes.control_radius, fill)
            return tokens.surface if fill == tokens.soft_ink else tokens.on_accent
        fill_soft = tokens.soft if self._hovered or self.isDown() or self.isChecked() else None
        if self._loudness is Loudness.EDGED:
            mirrored.round_box(self.rect(), sizes.control_radius, fill_soft or tokens.surface, tokens.edge)
        elif fill_soft:
            mirrored.round_box(self.rect(), sizes.control_radius, fill_soft)
        return tokens.soft_ink if fill_soft else tokens.ink

    def _paint_parts(self, mirrored: MirroredPainter, ink: str) -> None:
        words_font, key_font = self._fonts()
        sizes = self._theme.look.sizes
        words_width = QFontMetrics(words_font).horizontalAdvance(self.text())
        key_width = QFontMetrics(key_font).horizontalAdvance(self._key) + 12 if self._key else 0
        icon = sizes.text_title + 2 if self._icon else 0
        gap = _GAP if icon and self.text() else 0
        total = icon + gap + words_width + (_GAP if key_width else 0) + key_width
        x, height = (self.width() - total) // 2, self.height()
        if icon:
            where = mirrored.place(QRect(x, (height - icon) // 2, icon, icon))
            self._icons.paint(mirrored.painter, self._icon, QRectF(where), ink)
            x += icon + gap
        mirrored.text(QRect(x, 0, words_width + 2, height), self.text(), words_font, ink)
        if key_width:
            self._paint_key(mirrored, QRect(x + words_width + _GAP, height // 2 - 10, key_width, 20), key_font, ink)

    def _paint_key(self, mirrored: MirroredPainter, cap: QRect, font: QFont, ink: str) -> None:
        loud = self._loudness is Loudness.LOUD and self.isEnabled()
        edge = ink if loud else self._theme.look.tokens.edge
        mirrored.painter.setOpacity(0.75 if loud else 1.0)
        mirrored.round_box(cap, 4, None, edge)
        mirrored.painter.setOpacity(1.0)
        mirrored.text(cap, self._key, font, ink, Qt.AlignmentFlag.AlignHCenter)

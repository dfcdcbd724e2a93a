"""Buttons that show their icon, their words and their key."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QWidget

from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.icons import Icons
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.theme import Theme

_GAP = 8
_CORNER = 0.84  # of the size of small print: what stands in a corner is read, and is not the button's words


class Loudness(StrEnum):
    """How loud a button is: one loud one in a place, the rest edged or quiet."""

    LOUD = "loud"
    EDGED = "edged"
    QUIET = "quiet"


def key_words(keys: str) -> str:
    """Return a key as this system, and the keyboards of this language, write it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def one_of(group: QButtonGroup) -> None:
    """Let a group in which one button is on be told as radio buttons, with one stop for Tab: the one that is on."""
    for button in group.buttons():
        button.setAutoExclusive(True)  # what Qt tells a radio button from a check box by
    group.buttonToggled.connect(_move_stop)


def _move_stop(button: QAbstractButton, is_on: bool) -> None:
    for one in button.group().buttons() if is_on else ():
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one.isChecked() else Qt.FocusPolicy.ClickFocus)


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
        self._hovered = self._is_icon = self._in_corner = False
        self._all_of_key = self._key
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(self._key)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str, icon: str | None = None) -> None:
        """Say something else."""
        self._icon = self._icon if icon is None else icon
        self.setText(words)
        self._changed()

    def be_icon(self, is_icon: bool) -> None:
        """Show the icon alone, if there is one and no room for more; words and key are spoken, and in the tool tip."""
        self._is_icon = is_icon and bool(self._icon)
        self.setToolTip("")
        self._changed()

    def _changed(self) -> None:
        if self._is_icon:
            self.setToolTip(f"{self.text()} ({self._all_of_key})" if self._all_of_key else self.text())
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        return "" if self._is_icon else self.text()

    def set_live(self, live: bool) -> None:
        """Make it tall, or as tall as the others."""
        self._live = live
        self.updateGeometry()

    def show_key(self, shown: bool, in_corner: bool = False) -> None:
        """Show the key beside the words, small in the corner where it costs no width, or not; it works either way."""
        self._key = self._all_of_key if shown else ""
        self._in_corner = in_corner
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
        words = self._shown()
        width = 2 * (sizes.padding if self._loudness is not Loudness.QUIET and words else _GAP + 4)
        width += (sizes.text_title + 2) if self._icon else 0
        width += _GAP if self._icon and words else 0
        width += QFontMetrics(words_font).horizontalAdvance(words)
        width += (_GAP + self._cap_width(key_font)) if self._cap_width(key_font) else 0
        return QSize(width, sizes.button_live if self._live else sizes.button)

    def _cap_width(self, font: QFont) -> int:
        """Return how wide the key is beside the words, 0 where it is not there."""
        return QFontMetrics(font).horizontalAdvance(self._key) + 12 if self._key and not self._in_corner else 0

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by Space: Qt does so only within dialogs. A key held down presses once."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

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
        words = self._shown()
        words_width = QFontMetrics(words_font).horizontalAdvance(words)
        key_width = self._cap_width(key_font)
        icon = sizes.text_title + 2 if self._icon else 0
        gap = _GAP if icon and words else 0
        total = icon + gap + words_width + (_GAP if key_width else 0) + key_width
        x, height = (self.width() - total) // 2, self.height()
        if icon:
            where = mirrored.place(QRect(x, (height - icon) // 2, icon, icon))
            self._icons.paint(mirrored.painter, self._icon, QRectF(where), ink)
            x += icon + gap
        mirrored.text(QRect(x, 0, words_width + 2, height), words, words_font, ink)
        if key_width:
            high = sizes.text_meta + 8
            cap = QRect(x + words_width + _GAP, (height - high) // 2, key_width, high)
            self._paint_key(mirrored, cap, key_font, ink)
        elif self._key and not self._is_icon:
            self._paint_corner(mirrored, ink)

    def _paint_corner(self, mirrored: MirroredPainter, ink: str) -> None:
        font = text_font(round(self._theme.look.sizes.text_meta * _CORNER), QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(self._key) + 2, metrics.height()
        # Without a frame there is no corner to keep away from, only the words.
        aside, above = (0, 4) if self._loudness is Loudness.QUIET else (7, 3)
        where = QRect(self.width() - width - aside, above, width, height)
        quiet = ink if self._loudness is Loudness.LOUD or not self.isEnabled() else self._theme.look.tokens.ink_second
        mirrored.text(where, self._key, font, quiet, Qt.AlignmentFlag.AlignTrailing)

    def _paint_key(self, mirrored: MirroredPainter, cap: QRect, font: QFont, ink: str) -> None:
        loud = self._loudness is Loudness.LOUD and self.isEnabled()
        edge = ink if loud else self._theme.look.tokens.edge
        mirrored.painter.setOpacity(0.75 if loud else 1.0)
        mirrored.round_box(cap, 4, None, edge)
        mirrored.painter.setOpacity(1.0)
        mirrored.text(cap, self._key, font, ink, Qt.AlignmentFlag.AlignHCenter)

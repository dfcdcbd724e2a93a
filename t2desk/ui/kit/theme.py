"""The look put on: palette, style sheet, fonts and sizes from the tokens; light, dark, system, high contrast."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.style import style_sheet
from t2desk.ui.kit.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Sizes, Tokens


class Scheme(StrEnum):
    """What somebody may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens and sizes in force."""

    tokens: Tokens
    sizes: Sizes


class Theme(QObject):
    """Holds the look in force and puts it on the application; `changed` tells those who paint themselves."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme, percent: int, high_contrast: bool) -> None:
        """Put the look on and follow the system's scheme where that was chosen."""
        super().__init__(application)
        self._application = application
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self.scheme, self.percent, self.high_contrast = scheme, percent, high_contrast
        application.setStyle("Fusion")
        self.look = self._put_on()

    def choose(self, scheme: Scheme, percent: int, high_contrast: bool) -> None:
        """Change the look."""
        self.scheme, self.percent, self.high_contrast = scheme, percent, high_contrast
        self.look = self._put_on()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.look = self._put_on()
            self.changed.emit()

    def _tokens(self) -> Tokens:
        dark = self.scheme is Scheme.DARK
        if self.scheme is Scheme.SYSTEM:
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        if self.high_contrast:
            return DARK_CONTRAST if dark else LIGHT_CONTRAST
        return DARK if dark else LIGHT

    def _put_on(self) -> Look:
        look = Look(self._tokens(), Sizes().at(self.percent))
        self._application.setFont(text_font(look.sizes.text_body))
        self._application.setPalette(_palette(look.tokens))
        self._application.setStyleSheet(style_sheet(look.tokens, look.sizes))
        return look


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.PlaceholderText: tokens.ink_third,
        QPalette.ColorRole.ToolTipBase: tokens.ink,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.Link: tokens.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink_third))
    return palette

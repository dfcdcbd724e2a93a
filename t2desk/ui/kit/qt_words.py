"""Qt's own words (its file dialog, the menus of text boxes) in the window's language, from the catalogues it brings."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

# Keyboards sold with Arabic letters carry Latin names on these keys; Qt's Arabic names some of them and not others.
_KEEPS_KEY_NAMES = frozenset({"ar"})
_KEY_NAMES = "QShortcut"


class QtWords(QTranslator):
    """Qt's catalogue of one language; without the names of keys where nobody finds those on a keyboard."""

    def __init__(self, application: QCoreApplication, language: str) -> None:
        """Install the catalogue in place of one before it; where Qt has none, its words stay English."""
        for before in application.findChildren(QtWords):
            application.removeTranslator(before)
        super().__init__(application)
        self._without = _KEY_NAMES if language in _KEEPS_KEY_NAMES else ""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.load(f"qtbase_{language}", folder):
            application.installTranslator(self)

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return Qt's words, or none for names of keys that are kept."""
        return None if context == self._without else super().translate(context, text, disambiguation, n)

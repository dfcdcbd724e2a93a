"""The capture line as the desk shows it."""

from PySide6.QtWidgets import QLineEdit

from t2desk.i18n import N_
from t2desk.ui.shell.views import ViewParts


class CaptureLine(QLineEdit):
    """A plain line, until the capture line itself is merged."""

    def __init__(self, parts: ViewParts) -> None:
        """Show what it is for."""
        super().__init__()
        self.setObjectName("captureLine")
        self.setPlaceholderText(parts.words(N_("Write down a point…")))
        self.setAccessibleName(parts.words(N_("Capture line")))

    def take_focus(self, prefix: str = "") -> None:
        """Take the caret, with a first character where one is given."""
        if prefix and not self.text().startswith(prefix):
            self.setText(prefix + self.text())
        self.setFocus()

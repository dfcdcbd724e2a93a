"""A view to be filled."""

from PySide6.QtWidgets import QWidget

from t2desk.ui.kit.pieces import EmptyState
from t2desk.ui.shell.views import ViewParts


def build(parts: ViewParts) -> QWidget:
    """Return the view."""
    return EmptyState(parts.words("Nothing here yet."))

"""Triage of a session: a stand-in that only says where points are moved on."""

from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.pieces import EmptyState
from t2desk.ui.shell.views import ViewParts


def build_triage(parts: ViewParts, session: str) -> QWidget:
    """Return the triage of a session."""
    del session
    return EmptyState(parts.words(N_("Move points on in Common ground, on the desk.")))

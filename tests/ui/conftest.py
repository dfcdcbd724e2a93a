"""Every test of the window runs without a screen, in one application."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from t2desk.app.window import make_application
from t2desk.ui.kit.theme import Scheme


@pytest.fixture
def surroundings(qapp):
    """The parts of the window that do not depend on a dossier, in English and light."""
    return make_application("en", Scheme.LIGHT)[1]

"""Every test of the window runs without a screen, in one application."""

import os
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from t2desk.app.window import make_application
from t2desk.ui.kit.book import SettingsBook
from t2desk.ui.kit.theme import Scheme

PLAIN = (Scheme.LIGHT, 100, False)


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application in its look; putting it on costs most of a second."""
    return make_application("en", Scheme.LIGHT)[1]


@pytest.fixture
def surroundings(dressed):
    """The parts of the window that do not depend on a dossier, in English and light, with settings of their own."""
    theme = dressed.theme
    if (theme.scheme, theme.percent, theme.high_contrast) != PLAIN:
        theme.choose(*PLAIN)
    return replace(dressed, settings=SettingsBook())

"""Every test of the window runs without a screen, in one application."""

import os
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt

from t2desk.app.window import load_more_fonts, make_application
from t2desk.i18n import Phrases
from t2desk.ui.kit.book import SettingsBook
from t2desk.ui.kit.theme import Scheme
from tests.ui.crowd import crowded

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


@pytest.fixture(scope="session")
def crowd(tmp_path_factory):
    """A dossier with forty people, long names and thirty items; whoever opens it opens a copy."""
    load_more_fonts()
    return crowded(tmp_path_factory.mktemp("crowd") / "d.t2d")


@pytest.fixture
def speaking(surroundings, qapp):
    """Return what gives the surroundings in a language, the window mirrored where it must be."""

    def speak(language):
        mirrored = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
        qapp.setLayoutDirection(mirrored)
        return replace(surroundings, phrases=Phrases(language))

    yield speak
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

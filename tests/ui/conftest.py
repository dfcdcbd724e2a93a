"""Fixtures of the window: no screen is needed, and one application serves all tests."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def surroundings():
    """The window's look, icons and words, in English and light."""
    from t2desk.app.window import make_application
    from t2desk.ui.kit.theme import Scheme

    return make_application("en", Scheme.LIGHT)[1]

"""Words: in a language that brackets every message, nothing is seen without brackets but data and keys."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from t2desk.app.keeping import Keeper
from t2desk.app.window import make_window, view_kinds
from t2desk.i18n import Phrases
from t2desk.ui.kit.lane import InlineLane
from t2desk.ui.shell.commands import COMMANDS
from t2desk.vault.kdf import CHEAPEST
from tests.storage.dossiers import PASSPHRASE, make

# Numbers, times, sizes, signs; and what names itself: the program, its version, languages, file formats.
FREE = re.compile(r"^[\d\s:.,%·/+–−…×()\W]*$")
# What shows words of the dossier or drawn from it.
DATA = {"headWords", "seriesTitle"}
NAMES = {"t2desk", "English", "Français", "العربية", "Enter", "Tab", "Esc", "Alt+Enter"}


class Bracketed(Phrases):
    """A language in which every message stands in brackets."""

    def __init__(self):
        super().__init__("en")

    def __call__(self, message):
        return f"⟦{message}⟧"

    def plural(self, one, many, count):
        return f"⟦{one if count == 1 else many}⟧"


@pytest.fixture
def window(qtbot, surroundings, tmp_path):
    path = make(tmp_path / "a.t2d")
    keeper = Keeper(cost=CHEAPEST)
    made = make_window(replace(surroundings, phrases=Bracketed()), InlineLane(), keeper, path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made, keeper, path


def words_of(widget):
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    yield widget.accessibleName()


def bare(window):
    keys = {QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for one in COMMANDS for key in one.keys}
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and one.objectName() not in DATA]
    said = {words for widget in shown for words in words_of(widget) if words}
    return {words for words in said if "⟦" not in words and words not in keys | NAMES and not FREE.match(words)}


def test_the_door_speaks_in_every_word(window):
    made, _, path = window
    assert {words for words in bare(made) if str(path) not in words and "t2desk" not in words} == set()


@pytest.mark.parametrize("kind", [kind.name for kind in view_kinds()])
def test_every_view_speaks_in_every_word(window, kind):
    made, keeper, path = window
    made.enter(keeper.open(path, PASSPHRASE))
    made.go(kind)
    found = bare(made)
    assert {words for words in found if "t2desk" not in words} == set()

"""What Qt itself says is said in the window's language, and keys keep the names that stand on them."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from t2desk.domain.desk_errors import NothingToReport
from t2desk.i18n import Phrases
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.qt_words import QtWords


@pytest.fixture
def said_in(qapp):
    yield lambda language: QtWords(qapp, language)
    QtWords(qapp, "en")


def native(keys):
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def test_the_file_dialog_is_arabic_and_the_keys_are_latin(said_in):
    said_in("ar")
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "اعثر في:"
    assert native("Alt+Up") == "Alt+Up"


def test_french_keyboards_have_french_names_on_their_keys(said_in):
    said_in("fr")
    assert native("Ctrl+Shift+Z") == "Ctrl+Maj+Z"


def test_a_language_that_qt_does_not_know_stays_english(said_in):
    said_in("xx")
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "Look in:"


def test_a_button_shows_its_key_as_it_stands_on_the_keyboard(said_in, surroundings, qtbot):
    said_in("fr")
    made = KeyButton(surroundings.theme, surroundings.icons, "Clore", "", "Esc")
    qtbot.addWidget(made)
    assert made.accessibleDescription() == "Échap"


def test_parts_are_joined_and_what_is_missing_is_named_in_the_language():
    arabic = Phrases("ar")
    assert arabic.listed("أ", "", "ب") == "أ، ب"
    assert "بنود جدول الأعمال" in arabic.told(NothingToReport.sentence, {"missing": "agenda items"})

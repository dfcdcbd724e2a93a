"""The settings view: in force at once, taken back with one button, and kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from t2desk.app.window import book_of, make_application
from t2desk.domain.settings import Settings
from t2desk.system.settings_file import SettingsFile
from t2desk.ui.kit.book import SettingsBook
from t2desk.ui.kit.theme import Scheme
from t2desk.ui.settings.about import NOT_PROTECTED
from t2desk.ui.settings.view import SettingsView
from tests.architecture.test_house import TOP


@pytest.fixture
def view(qtbot, surroundings, tmp_path):
    """The view over a settings file; the look follows it."""
    book = book_of(SettingsFile(tmp_path))
    book.change(Settings(look="light"))
    theme = surroundings.theme
    book.listen(lambda now: theme.choose(Scheme(now.look), now.text_size, now.high_contrast))
    made = SettingsView(replace(surroundings, settings=book))
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    return made


def find(view, name):
    return view.findChild(QWidget, name)


def press(view, name, key=Qt.Key.Key_Space):
    find(view, name).setFocus()
    QTest.keyClick(find(view, name), key)


def kept(tmp_path):
    return SettingsFile(tmp_path).settings


def test_every_setting_that_has_words_has_a_control(view):
    for name in ("look-dark", "text_size-more", "high_contrast", "language-ar", "remember_place"):
        assert find(view, f"setting-{name}") is not None, name
    assert find(view, "setting-last_place") is None


def test_a_look_is_put_on_at_once_and_kept(view, surroundings, tmp_path):
    press(view, "setting-look-dark")
    assert surroundings.theme.look.tokens.is_dark
    press(view, "setting-high_contrast")
    assert surroundings.theme.high_contrast
    assert (kept(tmp_path).look, kept(tmp_path).high_contrast) == ("dark", True)


def test_arrows_move_between_the_values_of_a_choice(view, tmp_path):
    press(view, "setting-look-light", Qt.Key.Key_Right)
    assert kept(tmp_path).look == "dark"


def test_text_grows_to_its_limit_and_not_past_it(view, surroundings, tmp_path):
    for _ in range(9):
        press(view, "setting-text_size-more")
    assert find(view, "setting-text_size-value").text() == "160 %"
    assert surroundings.theme.percent == kept(tmp_path).text_size == 160
    assert not find(view, "setting-text_size-more").isEnabled()


def test_back_to_defaults_takes_everything_back(view, surroundings, tmp_path):
    press(view, "setting-look-dark")
    press(view, "setting-text_size-more")
    press(view, "settingsDefaults")
    assert kept(tmp_path) == Settings()
    assert surroundings.theme.percent == 100
    assert find(view, "setting-look-system").isChecked()
    assert find(view, "setting-text_size-value").text() == "100 %"


def test_what_the_disk_refuses_is_said_and_the_look_changes_all_the_same(view, surroundings, tmp_path):
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").mkdir()
    press(view, "setting-look-dark")
    assert surroundings.theme.look.tokens.is_dark
    assert find(view, "settingsProblem").isVisible()
    assert find(view, "settingsProblem").text()


def test_a_damaged_file_is_told_in_the_view(qtbot, surroundings):
    view = SettingsView(replace(surroundings, settings=SettingsBook(problem="What was unclear is back.")))
    qtbot.addWidget(view)
    view.show()
    assert find(view, "settingsProblem").text() == "What was unclear is back."


def test_the_application_follows_its_book(dressed):
    book = SettingsBook(Settings(look="dark", text_size=120))
    _, surroundings = make_application("en", book=book)
    assert surroundings.theme.look.tokens.is_dark
    assert surroundings.theme.percent == 120
    book.change(Settings(look="light"))
    assert not surroundings.theme.look.tokens.is_dark
    dressed.theme.choose(Scheme.LIGHT, 100, False)


def test_about_says_what_the_readme_says(view):
    readme = " ".join((TOP / "README.md").read_text("utf-8").split())
    said = readme.split("## What it does not protect from")[1].split("##")[0]
    for sentence in NOT_PROTECTED[:4]:
        assert sentence in said
    shown = {one.text() for one in view.findChildren(QLabel)}
    assert set(NOT_PROTECTED) <= shown


@pytest.mark.parametrize(("width", "columns"), [(1440, 2), (1024, 1)])
def test_cards_stand_side_by_side_only_where_there_is_room(view, qtbot, width, columns):
    view.resize(width, 800)
    settings, limits = find(view, "settingsCard"), find(view, "limits")
    qtbot.waitUntil(lambda: (limits.mapTo(view, limits.rect().topLeft()).x() > settings.width()) == (columns == 2))

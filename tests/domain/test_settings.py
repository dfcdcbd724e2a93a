"""Settings: what a file says is taken only where it makes sense, and what need not be remembered is not."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.settings import LARGEST_TEXT, LONGEST_PLACE, SMALLEST_TEXT, Settings, is_allowed, settings_from

PLACE = "/home/somebody/dialogue.t2d"


def test_by_default_nothing_on_the_laptop_says_which_dossier_was_open():
    assert (Settings().remember_place, Settings().last_place) == (False, "")


def test_an_empty_file_is_the_defaults_and_makes_sense():
    assert settings_from({}) == (Settings(), True)


def test_what_a_file_says_is_taken():
    stored = {
        "look": "dark", "text_size": 120, "high_contrast": True, "language": "ar", "remember_place": True,
        "last_place": PLACE,
    }  # fmt: skip
    assert settings_from(stored) == (Settings("dark", 120, True, "ar", True, PLACE), True)
    assert stored.keys() == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look", "pink"), ("look", 1), ("look", None), ("text_size", SMALLEST_TEXT - 1),
        ("text_size", LARGEST_TEXT + 1), ("text_size", "100"), ("text_size", 100.0), ("text_size", True),
        ("high_contrast", 1), ("high_contrast", "true"), ("language", "xx"), ("language", ["en"]),
        ("remember_place", "yes"), ("last_place", "x" * (LONGEST_PLACE + 1)), ("last_place", "a\nb"),
        ("last_place", "a\x00b"), ("last_place", "\u202ea"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_at_its_default_and_told(name, value):
    assert not is_allowed(name, value)
    read, sound = settings_from({name: value, "look": "light"} if name != "look" else {name: value})
    assert not sound
    assert getattr(read, name) == getattr(Settings(), name)


def test_one_bad_field_takes_no_other_with_it():
    read, sound = settings_from({"look": "dark", "text_size": 9999})
    assert (read, sound) == (Settings(look="dark"), False)


def test_a_field_of_a_newer_program_is_passed_over():
    assert settings_from({"look": "dark", "of_a_newer_version": [1]}) == (Settings(look="dark"), True)


def test_a_place_that_need_not_be_remembered_is_not_read_back():
    assert settings_from({"last_place": PLACE})[0].last_place == ""
    assert settings_from({"remember_place": "yes", "last_place": PLACE})[0].last_place == ""


def test_no_longer_remembering_forgets_at_once():
    remembering = Settings().with_field("remember_place", True).with_field("last_place", PLACE)
    assert remembering.last_place == PLACE
    assert remembering.with_field("look", "dark").last_place == PLACE
    assert remembering.with_field("remember_place", False).last_place == ""


def test_without_remembering_a_place_cannot_be_set():
    assert Settings().with_field("last_place", PLACE).last_place == ""


ANYTHING = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text("ab/\n\u202e", max_size=20)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), ANYTHING))
def test_whatever_a_file_says_the_settings_are_ones_that_may_be_set(stored):
    read, sound = settings_from(stored)
    assert all(is_allowed(field.name, getattr(read, field.name)) for field in fields(Settings))
    assert sound is all(is_allowed(name, value) for name, value in stored.items())

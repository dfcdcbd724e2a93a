"""Catalogues: every word of the program is in each of them, translated, and compiled as it stands."""

import re
import sys
from pathlib import Path
from unicodedata import bidirectional

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
import catalogues

PLACE = re.compile(r"{\w*}")


@pytest.fixture(scope="module")
def today():
    return {message.id for message in catalogues.gathered() if message.id}


def test_no_words_hide_in_a_formatted_string():
    # Python 3.11 hands such a string over as one piece: what is marked in it would never be gathered.
    hidden = re.compile(r"""f(["'])(?:(?!\1).)*\{[^"}]*N_\(""")
    for path in (catalogues.CHECKOUT / "t2desk").rglob("*.py"):
        assert not hidden.search(path.read_text("utf-8")), path


@pytest.fixture(scope="module", params=catalogues.LANGUAGES)
def stored(request):
    with catalogues.po_path(request.param).open("rb") as file:
        return request.param, catalogues.read_po(file, locale=request.param)


def test_words_are_gathered_from_every_layer(today):
    assert "There is nothing to undo." in today
    assert "Nobody has the floor" in today or "Speaking now" in today
    assert "Not for attribution" in today


def test_a_catalogue_has_todays_words_and_no_others(today, stored):
    language, catalogue = stored
    there = {message.id for message in catalogue if message.id}
    assert there == today, f"run packaging/catalogues.py ({language})"


def test_nothing_is_left_untranslated(stored):
    _, catalogue = stored
    assert catalogues.missing(catalogue) == []


def test_every_place_in_a_sentence_is_kept(stored):
    _, catalogue = stored
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert set(PLACE.findall(message.string)) == set(PLACE.findall(message.id)), message.id
        elif message.id:
            allowed = set(PLACE.findall(message.id[0])) | set(PLACE.findall(message.id[1]))
            for form in message.string:
                assert set(PLACE.findall(form)) <= allowed, message.id


def test_the_compiled_catalogue_is_the_written_one(stored):
    language, catalogue = stored
    assert catalogues.po_path(language).with_suffix(".mo").read_bytes() == catalogues.compiled(catalogue)


def test_an_arabic_sentence_begins_on_the_right_even_with_a_latin_word_in_front():
    # Qt gives a label the direction of its first letter: without the mark, "Enter" would turn the sentence around.
    with catalogues.po_path("ar").open("rb") as file:
        catalogue = catalogues.read_po(file, locale="ar")
    for message in catalogue:
        for form in message.string if isinstance(message.string, tuple) else (message.string,):
            directions = [bidirectional(sign) for sign in PLACE.sub("", form or "")]
            if message.id and "AL" in directions:
                assert next(one for one in directions if one in {"L", "R", "AL"}) != "L", form

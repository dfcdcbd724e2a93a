"""Typefaces: found without running their packages, and every character that none can draw is named."""

import subprocess
import sys

import pytest

from t2desk.domain.documents import Paragraph
from t2desk.domain.errors import Refused
from t2desk.reports.errors import MissingCharacters
from t2desk.reports.fonts import Family, drawn, missing_characters, set_as
from t2desk.reports.render import render


def test_latin_comes_from_source_and_the_rest_from_fira():
    assert Family().face_for("Readings").name == "SourceSerifPro-Regular"
    assert Family(sans=True, bold=True).face_for("Readings").name == "SourceSansPro-Semibold"
    assert Family(italic=True).face_for("Показания").name == "FiraGO-Italic"
    assert Family().face_for("ქართული").name == "FiraGO-Regular"
    assert Family().face_for("漢") is None


def test_font_packages_are_read_and_never_run():
    script = (
        "import sys; from t2desk.reports.fonts import Family; Family().face_for('ქ');"
        "print([n for n in sys.modules if n.startswith(('font_source', 'pymupdf'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_missing_characters_are_named(document_of, text):
    document = document_of(Paragraph(text("water ⴰ and \U0001f600")))
    assert missing_characters(document) == ("U+2D30 TIFINAGH LETTER YA", "U+1F600 GRINNING FACE")
    with pytest.raises(MissingCharacters) as refused:
        render(document)
    assert "U+2D30 TIFINAGH LETTER YA" in str(refused.value.details["characters"])
    assert "ⴰ" not in str(refused.value)
    assert isinstance(refused.value, Refused)
    assert refused.value.sentence.format(**refused.value.details).startswith("The document holds characters")


def test_control_characters_are_missing_too(document_of, text):
    assert missing_characters(document_of(Paragraph(text("a\x07b")))) == ("U+0007 without a name",)


@pytest.mark.parametrize("words", ["a\u202eb", "a\u202db"])
def test_signs_that_would_hide_the_order_of_words_are_refused_by_name(document_of, text, words):
    with pytest.raises(MissingCharacters) as refused:
        render(document_of(Paragraph(text(words))))
    assert "OVERRIDE" in str(refused.value.details["characters"])


def test_many_missing_characters_are_counted_not_all_named(document_of, text):
    with pytest.raises(MissingCharacters) as refused:
        render(document_of(Paragraph(text("".join(map(chr, range(0x13000, 0x13050)))))))
    assert str(refused.value.details["characters"]).endswith("… (80)")


def test_what_is_drawn_is_composed_and_has_ink():
    assert drawn("e\u0301\u00ad\u200b\ta\r\nb") == "é a\nb"


def test_joiners_stay_where_letters_join_and_go_where_they_only_hide_something():
    assert drawn("می\u200cخواهم a\u200cb") == "می\u200cخواهم ab"
    assert drawn("क्\u200dष") == "क्\u200dष"


def test_signs_that_turn_the_order_are_laid_out_but_not_drawn():
    assert set_as("a\u2067ב\u2069") == "a\u2067ב\u2069"
    assert drawn("a\u2067ב\u2069") == "aב"

"""Typefaces: found without running their packages, and every character that none can draw is named."""

import subprocess
import sys

import pytest

from t2desk.domain.documents import Paragraph
from t2desk.domain.errors import Refused
from t2desk.reports.errors import MissingCharacters, ScriptNotReady
from t2desk.reports.fonts import Family, complex_characters, drawn, missing_characters
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
    document = document_of(Paragraph(text("water 水 and \U0001f600")))
    assert missing_characters(document) == ("U+6C34 CJK UNIFIED IDEOGRAPH-6C34", "U+1F600 GRINNING FACE")
    with pytest.raises(MissingCharacters) as refused:
        render(document)
    assert "U+6C34 CJK UNIFIED IDEOGRAPH-6C34" in str(refused.value.details["characters"])
    assert "水" not in str(refused.value)
    assert isinstance(refused.value, Refused)
    assert refused.value.sentence.format(**refused.value.details).startswith("The document holds characters")


def test_control_characters_are_missing_too(document_of, text):
    assert missing_characters(document_of(Paragraph(text("a\x07b")))) == ("U+0007 without a name",)


@pytest.mark.parametrize("words", ["ينبغي", "שלום", "नमस्ते", "สวัสดี", "a\u202eb", "a\u2067b"])
def test_right_to_left_and_complex_scripts_are_refused_by_name(document_of, text, words):
    document = document_of(Paragraph(text(words)))
    assert complex_characters(document)
    assert set(complex_characters(document)) <= set(missing_characters(document))
    with pytest.raises(ScriptNotReady, check=lambda refusal: refusal.details["letters"].isprintable()):
        render(document)


def test_many_missing_characters_are_counted_not_all_named(document_of, text):
    with pytest.raises(MissingCharacters) as refused:
        render(document_of(Paragraph(text("".join(map(chr, range(0x4E00, 0x4E50)))))))
    assert str(refused.value.details["characters"]).endswith("… (80)")


def test_what_is_drawn_is_composed_and_has_ink():
    assert drawn("e\u0301\u00ad\u200b\ta\r\nb") == "é a\nb"

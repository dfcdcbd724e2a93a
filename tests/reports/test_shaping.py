"""Words into glyphs: kerning, ligatures, marks, and the exact text of each."""

import pytest

from t2desk.reports.errors import MissingCharacters
from t2desk.reports.fonts import Family
from t2desk.reports.shaping import Look, Shaper

SERIF = Look(Family(), "en")
LABEL = Look(Family(sans=True, bold=True), "en", capitals=True, tracked=True)


def texts(shaper: Shaper, face: str) -> list[str]:
    return [text for _, text in shaper.uses[face].numbers]


def test_pairs_are_kerned():
    shaper = Shaper()
    apart = sum(shaper.shape(letter, SERIF).advance for letter in "AV")
    assert shaper.shape("AV", SERIF).advance < apart


def test_a_ligature_stands_for_all_its_letters():
    shaper = Shaper()
    assert shaper.shape("office", SERIF).glyphs < len("office")
    assert "".join(texts(shaper, "SourceSerifPro-Regular")) == "office"


def test_capitals_are_drawn_but_the_words_stay_as_written():
    shaper = Shaper()
    small = shaper.shape("water", LABEL)
    assert texts(shaper, "SourceSansPro-Semibold") == list("water")
    assert small.advance == Shaper().shape("WATER", LABEL).advance


def test_turkish_capitals_keep_their_dot():
    shaper = Shaper()
    turkish = Look(LABEL.family, "tr", capitals=True, tracked=True)
    shaper.shape("i", turkish)
    shaper.shape("İ", turkish)
    assert len({glyph for glyph, _ in shaper.uses["SourceSansPro-Semibold"].numbers}) == 1


def test_letters_one_capital_cannot_stand_for_stay_small():
    shaper = Shaper()
    shaper.shape("ß", LABEL)
    assert texts(shaper, "SourceSansPro-Semibold") == ["ß"]


def test_one_glyph_for_two_texts_gets_two_numbers():
    shaper = Shaper()
    shaper.shape("a", LABEL)
    shaper.shape("A", LABEL)
    assert [text for _, text in shaper.uses["SourceSansPro-Semibold"].numbers] == ["a", "A"]


def test_marks_without_a_composed_letter_are_placed_and_keep_their_text():
    shaper = Shaper()
    shaper.shape("q\u0301", SERIF)
    assert "".join(texts(shaper, "SourceSerifPro-Regular")) == "q\u0301"


def test_a_face_changes_inside_a_word_only_where_it_must():
    shaper = Shaper()
    assert [part.font for part in shaper.shape("ḠქḠ", SERIF).parts] == ["T0", "T1", "T0"]
    assert [(part.font, part.script) for part in shaper.shape("aქb", SERIF).parts] == [
        ("T1", "Latn"),
        ("T1", "Geor"),
        ("T1", "Latn"),
    ]
    assert set(shaper.uses) == {"SourceSerifPro-Regular", "FiraGO-Regular"}


def test_a_letter_no_face_has_is_never_a_box():
    with pytest.raises(MissingCharacters):
        Shaper().shape("水", SERIF)


def test_shaping_the_same_word_again_gives_the_same_piece():
    shaper = Shaper()
    assert shaper.shape("water", SERIF) is shaper.shape("water", SERIF)
    assert shaper.shape("water", SERIF) == Shaper().shape("water", SERIF)

"""Texts: normalised, bounded, and refused where they would show other than they read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.desk_errors import EmptyText, TextTooLong, UnfitCharacter
from t2desk.domain.text import LINE_LIMIT, PROSE_LIMIT, folded, one_line, optional_line, prose

READERS = [one_line, optional_line, prose]
CONTROLS = [*(chr(c) for c in range(0x20) if chr(c) not in "\t\n\r"), "\x7f", "\x85", "\x9b"]
DIRECTIONS = [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
HIDDEN = ["\u200b", "\u2060", "\ufeff", "\u00ad", "\U000e0041", "\u2028", "\u2029", "\ud800"]
HONEST = ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("character", [*CONTROLS, *DIRECTIONS, *HIDDEN], ids=lambda c: f"U+{ord(c):04X}")
def test_text_is_refused_with_a_character_that_hides(reader, character):
    with pytest.raises(UnfitCharacter) as refusal:
        reader("title", f"one{character}two")
    assert refusal.value.details == {"field": "title", "code": f"{ord(character):04X}"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("character", HONEST, ids=lambda c: f"U+{ord(c):04X}")
def test_text_keeps_joiners_and_marks_that_scripts_need(reader, character):
    assert reader("title", f"می{character}خواهم") == f"می{character}خواهم"


@pytest.mark.parametrize("reader", READERS)
def test_text_is_refused_past_its_limit(reader):
    assert reader("title", "a" * 10, 10) == "a" * 10
    with pytest.raises(TextTooLong):
        reader("title", "a" * 11, 10)


def test_limits_are_those_of_a_line_and_of_a_page():
    assert one_line("t", "a" * LINE_LIMIT)
    assert prose("t", "a" * PROSE_LIMIT)
    with pytest.raises(TextTooLong):
        one_line("t", "a" * (LINE_LIMIT + 1))
    with pytest.raises(TextTooLong):
        prose("t", "a" * (PROSE_LIMIT + 1))


@pytest.mark.parametrize("reader", [one_line, prose])
@pytest.mark.parametrize("text", ["", "   ", "\t", "\u2003"])
def test_text_is_refused_when_empty(reader, text):
    with pytest.raises(EmptyText):
        reader("title", text)


def test_line_may_be_empty_where_it_is_optional():
    assert optional_line("title", "  ") == ""


@pytest.mark.parametrize("reader", [one_line, optional_line])
@pytest.mark.parametrize("text", ["one\ntwo", "one\rtwo"])
def test_line_is_refused_with_two_lines(reader, text):
    with pytest.raises(UnfitCharacter):
        reader("title", text)


def test_prose_has_lines_that_end_at_lf():
    assert prose("text", "one\r\ntwo\n\nthree") == "one\ntwo\n\nthree"


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=40))
def test_ordinary_text_is_only_normalised_and_reading_twice_changes_nothing(text):
    once = optional_line("title", text)
    assert once == unicodedata.normalize("NFC", text).strip()
    assert optional_line("title", once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [("Élysée", "elysee"), ("STRASSE", "straße"), ("a  b\tc", "A b c"), ("ﬁnal", "final"), ("Cafe\u0301", "café")],
)
def test_folded_texts_are_equal_but_for_case_accents_and_blanks(one, other):
    assert folded(one) == folded(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_for_ascii(text):
    plain = text.encode("ascii", "ignore").decode()
    assert folded(folded(plain)) == folded(plain)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("مُحَمَّد", "محمد"), ("محـمد", "محمد"), ("علی", "علي"), ("کتاب", "كتاب"), ("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"), ("Ёлка", "елка"),
        ("שָׁלוֹם", "שלום"), ("Diyarbakır", "DIYARBAKIR"), ("İzmir", "izmir"), ("Łódź", "lodz"), ("Øre", "ore"),
        ("می\u200cشود", "ميشود"), ("ｶﾅ", "カナ"),
    ],
)  # fmt: skip
def test_words_are_found_as_another_keyboard_writes_them(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)

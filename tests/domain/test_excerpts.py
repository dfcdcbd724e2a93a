"""Excerpts: cut between words, with an ellipsis, in the direction of the text they are from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.excerpts import excerpt

LINE = "It was said in the morning that Zoran Vukelić had asked for the readings of every well."


def around(text, found, before, after):
    start = text.index(found)
    return excerpt(text, start, start + len(found), before, after)


def test_it_is_cut_between_words_and_says_where():
    assert around(LINE, "Zoran Vukelić", 20, 20) == "…in the morning that Zoran Vukelić had asked for the…"


def test_a_cut_that_falls_between_two_words_takes_none_of_them_away():
    assert around("one two three four five", "three", 4, 5) == "…two three four…"


def test_what_fits_is_whole_and_on_one_line():
    assert around("one\n  two\tthree ", "two", 40, 40) == "one two three"
    assert excerpt("", 0, 0, 5, 5) == ""


@pytest.mark.parametrize(("before", "after"), [(3, 3), (0, 0)])
def test_a_word_longer_than_the_room_is_cut_between_whole_characters(before, after):
    said = around("e\u0301e\u0301e\u0301X\u0301e\u0301e\u0301e\u0301", "X\u0301", before, after)
    assert said.startswith("…")
    assert said.endswith("…")
    assert not unicodedata.combining(said[1])
    assert "X\u0301" in said


ARABIC = "قال المشاركون في الصباح إن Boris Kovač طلب القراءات من كل بئر في الوادي"


def test_it_runs_as_the_whole_text_does_where_its_own_first_word_would_turn_it_around():
    said = around(ARABIC, "Boris", 1, 12)
    assert said.startswith("\u200f…")
    assert around(ARABIC, "الصباح", 5, 5)[0] == "…"
    assert around("In the morning قال المشاركون كلهم ذلك", "المشاركون", 4, 4).startswith("\u200e…")


@given(
    st.text("ab ب\u0301\n", max_size=60), st.integers(0, 60), st.integers(0, 10), st.integers(0, 30), st.integers(0, 30)
)
def test_no_word_of_it_is_half_a_word_while_there_are_blanks_to_cut_at(text, start, length, before, after):
    start = min(start, len(text))
    end = min(start + length, len(text))
    said = excerpt(text, start, end, before, after)
    assert "\n" not in said
    bare = said.strip("\u200e\u200f").removeprefix("…").removesuffix("…")
    assert bare in " ".join(text.split(" ")).replace("\n", " ") or " ".join(bare.split()) in " ".join(text.split())
    assert len(bare) <= before + after + (end - start)

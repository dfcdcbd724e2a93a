"""Brackets: found, opened and closed in the text itself; nothing outside a bracket ever changes."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from t2desk.domain.brackets import ORDINALS, brackets_in, is_clean, ordinal, with_bracket, with_choice
from t2desk.domain.ground_errors import BracketNotThere, WordsNotThereOnce

WEEKS = "Closed for [six] [ten] weeks [and its banks], reviewed each year."


def alternatives(text):
    return [bracket.alternatives for bracket in brackets_in(text)]


def test_neighbours_are_alternatives_of_one_bracket():
    assert alternatives(WEEKS) == [("six", "ten"), ("and its banks",)]
    assert [bracket.place for bracket in brackets_in(WEEKS)] == [1, 2]


@pytest.mark.parametrize(
    ("text", "found"),
    [("none", []), ("[a]/[b]", [("a", "b")]), ("[a], [b]", [("a",), ("b",)]), ("[a [b] c]", [("a [b] c",)]),
     ("a ] b [ c", []), ("[", []), ("[]", [("",)]), ("[open [a]", [("a",)]), ("[ستة] [عشرة] أسابيع", [("ستة", "عشرة")]),
     ("[a]\n[b]", [("a",), ("b",)])],
)  # fmt: skip
def test_brackets_are_found(text, found):
    assert alternatives(text) == found
    assert is_clean(text) is not bool(found)


def test_words_are_bracketed_with_alternatives_and_one_is_chosen():
    opened = with_bracket("for six weeks", "six", ("ten", "twelve"))
    assert opened == "for [six] [ten] [twelve] weeks"
    assert [with_choice(opened, 1, choice) for choice in (1, 2, 3, 0)] == [
        "for six weeks", "for ten weeks", "for twelve weeks", "for weeks",
    ]  # fmt: skip


def test_a_bracket_that_is_dropped_leaves_no_blank_before_a_comma():
    assert with_choice(WEEKS, 2, 0) == "Closed for [six] [ten] weeks, reviewed each year."
    assert with_choice("[Perhaps] we go", 1, 0) == "we go"
    assert with_choice("we go [now]", 1, 0) == "we go"


@pytest.mark.parametrize("words", ["", " ", "no such", "e", "six", "[six]"])
def test_words_that_are_not_there_once_outside_brackets_are_refused(words):
    with pytest.raises(WordsNotThereOnce):
        with_bracket("The well, the [six] wells", words, ())


@pytest.mark.parametrize(("place", "choice"), [(0, 1), (3, 1), (1, 3), (1, -1)])
def test_a_bracket_or_alternative_that_is_not_there_is_refused(place, choice):
    with pytest.raises(BracketNotThere):
        with_choice(WEEKS, place, choice)


def test_alternatives_are_called_as_the_manual_calls_them():
    assert [ordinal(number) for number in (1, 2, 3, 10, 11)] == ["", "bis", "ter", ORDINALS[-1], "11"]


PLAIN = st.text(alphabet="abc, .سخ", min_size=1, max_size=20)


@settings(max_examples=50)
@given(PLAIN, PLAIN, st.lists(PLAIN, max_size=3), PLAIN)
def test_choosing_what_was_bracketed_brings_the_text_back(before, words, others, after):
    text = before + "<" + words + ">" + after
    opened = with_bracket(text, "<" + words + ">", tuple(others))
    assert not is_clean(opened)
    assert with_choice(opened, 1, 1) == text


@settings(max_examples=50)
@given(st.text(alphabet="[] ab/", max_size=40))
def test_any_text_has_brackets_that_do_not_overlap_and_closing_all_ends(text):
    found = brackets_in(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for _ in range(len(text) + 1):
        if is_clean(text):
            break
        text = with_choice(text, 1, 1)
    assert is_clean(text)

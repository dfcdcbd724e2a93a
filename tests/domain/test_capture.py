"""The capture line as a language: signs, parties, items, and what may complete them."""

import pytest

from t2desk.domain.capture import PREFIXES, MarkKind, Vocabulary, marks_of, offers_for, read_line
from t2desk.domain.notes import NoteKind

KNOWN = Vocabulary(("North", "Upper valley farmers", "Upper towns", "الشمال"), ((1, "i01"), (2, "i02"), (12, "i12")))
TITLES = {1: "Opening", 2: "Dry-season allocation", 12: "Steps"}


def test_every_kind_has_one_sign_and_the_point_too():
    assert {prefix.kind for prefix in PREFIXES} == {None, *NoteKind}
    assert len({prefix.sign for prefix in PREFIXES}) == len(PREFIXES)


@pytest.mark.parametrize("prefix", PREFIXES, ids=lambda prefix: prefix.words)
@pytest.mark.parametrize("gap", ["", " ", "   "])
def test_the_first_character_decides(prefix, gap):
    read = read_line(f" {prefix.sign}{gap}words", KNOWN)
    assert (read.is_point, read.kind, read.text) == (prefix.kind is None, prefix.kind or NoteKind.FACT, "words")


@pytest.mark.parametrize("line", ["words", "a + b", "5 % of it", "-> on", "", "سلام"])
def test_a_line_without_a_sign_is_a_fact_as_it_stands(line):
    read = read_line(line, KNOWN)
    assert (read.is_point, read.kind, read.text, read.item) == (False, NoteKind.FACT, line, None)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("if @North agrees", "if North agrees"),
        ("if @north, then", "if North, then"),
        ("@Upper valley farmers agree", "Upper valley farmers agree"),
        ("@farm agree", "Upper valley farmers agree"),
        ("@upper agree", "@upper agree"),
        ("@Northern light", "@Northern light"),
        ("@n x", "@n x"),
        ("mail@North.org", "mail@North.org"),
        ("@الشمال هنا", "الشمال هنا"),
        ("@", "@"),
    ],
)
def test_a_party_stays_in_the_text_by_its_name_and_what_is_unknown_as_typed(line, text):
    assert read_line(line, KNOWN).text == text


@pytest.mark.parametrize(
    ("line", "text", "item"),
    [
        ("words #2", "words", "i02"),
        ("#12 words", "words", "i12"),
        ("! words #1 more", "words more", "i01"),
        ("words #7", "words #7", None),
        ("C#2 words", "C#2 words", None),
        ("words #2nd", "words #2nd", None),
        ("words #٢", "words", "i02"),
        ("#1 then #2", "then", "i02"),
    ],
)
def test_an_item_leaves_the_text_and_the_last_one_counts(line, text, item):
    read = read_line(line, KNOWN)
    assert (read.text, read.item) == (text, item)


def test_marks_say_where_everything_stands():
    line = "+ if @North sees #2"
    assert [(line[mark.start : mark.end], mark.kind) for mark in marks_of(line, KNOWN)] == [
        ("+", MarkKind.PREFIX), ("@North", MarkKind.PARTY), ("#2", MarkKind.ITEM),
    ]  # fmt: skip


def offered(typed, words=()):
    return [offer.shown for offer in offers_for(typed, KNOWN, TITLES, words)]


def test_parties_and_items_are_offered_by_any_beginning():
    assert offered("if @upp") == ["Upper valley farmers", "Upper towns"]
    assert offered("if @tow") == ["Upper towns"]
    assert offered("if @NORTH") == []
    assert offered("see #dry") == ["#2 Dry-season allocation"]
    assert offered("see #1") == ["#1 Opening", "#12 Steps"]


def test_words_are_offered_from_three_letters_on_and_as_they_were_begun():
    words = ("metering", "Métier", "water")
    assert offered("the me", words) == []
    assert offered("the met", words) == ["metering", "Métier"]
    (offer,) = offers_for("Wat", KNOWN, TITLES, words)
    assert (offer.start, offer.written) == (0, "Water ")
    assert offered("water", words) == []

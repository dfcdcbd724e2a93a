"""A document's texts: marks are read as meant, and no text can be missed by whoever has to look at all of them."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from t2desk.domain import documents
from t2desk.domain.documents import (
    Bar,
    Bars,
    Document,
    Fact,
    Heading,
    Masthead,
    Pair,
    Paragraph,
    Span,
    Table,
    Terms,
    Text,
)


def text(words: str) -> Text:
    return Text(words, "test")


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("plain", (Span("plain"),)),
        ("a **b c** d", (Span("a "), Span("b c", bold=True), Span(" d"))),
        ("*a* b", (Span("a", italic=True), Span(" b"))),
        ("**three**-step", (Span("three", bold=True), Span("-step"))),
        ("for [six] weeks", (Span("for "), Span("[six]", bracketed=True), Span(" weeks"))),
        ("", ()),
    ],
)
def test_marks_become_spans(words, spans):
    assert text(words).spans() == spans


@pytest.mark.parametrize("words", ["2 * 3 * 4", "a*b*c", "** not bold **", "[open", "]closed[", "*", "****", "[]"])
def test_marks_that_do_not_pair_are_ordinary_characters(words):
    assert text(words).spans() == (Span(words),)
    assert text(words).plain == words


def test_plain_keeps_brackets_and_drops_asterisks():
    assert text("a **b** *c* [d]").plain == "a b c [d]"


def test_texts_come_in_reading_order_with_their_places():
    document = Document(
        language="en",
        title=text("title"),
        band=Pair(text("rule"), text("not for attribution")),
        masthead=Masthead(text("series"), text("head"), facts=(Fact(text("dates"), text("march")),)),
        blocks=(Heading(text("heading"), text("side")), Bars(text("caption"), (Bar(text("a"), text("b"), 1, 2),))),
        footer=text("footer"),
    )
    found = list(document.texts())
    assert [each.words for each, _ in found] == [
        "title", "rule", "not for attribution", "series", "head", "dates", "march",
        "heading", "side", "caption", "a", "b", "footer",
    ]  # fmt: skip
    assert {place: each.words for each, place in found}["blocks 2 bars 1 label"] == "a"
    assert ("masthead facts 1 value") in {place for _, place in found}


def test_tables_and_terms_are_walked_to_the_last_cell():
    table = Table((documents.Column(text("h1")), documents.Column(text("h2"))), ((text("a"), text("b")),))
    document = Document(
        language="en",
        title=text("t"),
        masthead=Masthead(text("s"), text("m")),
        blocks=(Terms(text("rule"), text("full")), Paragraph(text("p")), table),
        footer=text("f"),
    )
    assert {"rule", "full", "p", "h1", "h2", "a", "b"} <= {each.words for each, _ in document.texts()}


def test_every_value_is_frozen_and_slotted():
    values = [each for each in vars(documents).values() if isinstance(each, type) and is_dataclass(each)]
    assert len(values) > 15
    for value in values:
        assert value.__dataclass_params__.frozen, value
        assert hasattr(value, "__slots__"), value


def test_a_text_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        text("a").words = "b"


def test_every_text_has_an_origin():
    assert [field.name for field in fields(Text)] == ["words", "origin"]

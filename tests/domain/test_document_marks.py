"""Documents: every text is found with its place, and marks become spans without losing a word."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from t2desk.domain.documents import FIXED, Document, Heading, Masthead, Paragraph, Point, Text, Tone


def text(words, origin=FIXED):
    return Text(words, origin)


def document(*blocks):
    return Document(
        language="en",
        title=text("Title", "series.title"),
        masthead=Masthead(text("Series"), text("Title")),
        blocks=blocks,
        footer=text("Footer"),
    )


def test_marks_become_spans():
    spans = text("one **bold** *italic* [open] end").spans()
    assert [(s.words, s.bold, s.italic, s.bracketed) for s in spans if s.words.strip()] == [
        ("one ", False, False, False),
        ("bold", True, False, False),
        ("italic", False, True, False),
        ("[open]", False, False, True),
        (" end", False, False, False),
    ]


def test_marks_that_do_not_pair_are_ordinary():
    assert text("2 * 3 ** 4 [").plain == "2 * 3 ** 4 ["


@given(st.text(st.characters(exclude_characters="*[]", exclude_categories=["Cs"]), max_size=40))
def test_words_without_marks_are_shown_as_they_are(words):
    assert text(words).plain == words


@given(st.text("ab *[]", max_size=30))
def test_only_marks_are_ever_lost(words):
    assert text(words).plain.replace("*", "") == words.replace("*", "")


def test_every_text_of_a_document_is_found_once_with_its_place():
    found = dict(reversed(pair) for pair in document(Heading(text("H")), Paragraph(text("P"))).texts())
    assert {place: t.words for place, t in found.items()} == {
        "title": "Title",
        "masthead series": "Series",
        "masthead title": "Title",
        "blocks 1 text": "H",
        "blocks 2 text": "P",
        "footer": "Footer",
    }


def test_a_field_that_is_new_is_found_by_itself():
    newer = dataclasses.make_dataclass("Newer", [("hidden", object)], frozen=True)
    places = [place for _, place in document(newer((text("x"), text("y")))).texts()]
    assert "blocks 1 hidden 1" in places
    assert "blocks 1 hidden 2" in places


def test_a_points_notes_and_wordings_are_among_the_texts():
    point = Point(text("1"), text("Agreed"), Tone.AGREED, text("Statement"))
    assert "Statement" in [t.words for t, _ in document(point).texts()]

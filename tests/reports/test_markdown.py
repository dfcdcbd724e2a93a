"""Markdown: read back by another library it says what the document says, and no text can become a mark."""

from dataclasses import replace

import pytest

from t2desk.domain.documents import BulletList, Column, Paragraph, Table, Text, Wording
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.markdown import markdown_pages, render_markdown, texts_in

TRICKY = [
    "# not a heading", "1. not a list", "- not a list", "+ nor this", "> not a quotation", "a | b", "**half", "`code`",
    "<b>no</b>", "[link](http://example)", "![picture](x)", "&amp; stays", "=====", "*a", "\\*", "_under_", "~~no~~",
    "1) neither", "***", "---", "a\nb", "**“Quoted”**words", "(*lean*)er", "http://example.org",
]  # fmt: skip


def test_another_reader_finds_every_word_of_the_document(full):
    read = " ".join(markdown_pages(render_markdown(full))[0].split())
    band_and_heads = {"title", "running_head left", "running_head right"}
    missing = [text.plain for text, place in full.texts() if place not in band_and_heads
               and " ".join(text.plain.split()) not in read]  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("words", TRICKY)
def test_a_text_is_read_as_it_was_written_wherever_it_stands(document_of, words):
    text = Text(words, "x")
    document = document_of(Paragraph(text), BulletList((text,)), Table((Column(text),), ((text,),)))
    read = [" ".join(one.split()) for one in texts_in(render_markdown(document))]
    assert read.count(" ".join(text.plain.split())) == 4


@pytest.mark.parametrize("foreign", ["[a](b)", "![a](b)", "<b>a</b>", "<!-- a -->", "`a`", "    a", "1. a"])
def test_a_mark_that_is_never_written_is_refused(foreign):
    with pytest.raises(UnexpectedContent):
        texts_in(foreign.encode())


def test_a_number_stands_before_its_paragraph(document_of):
    written = render_markdown(document_of(Paragraph(Text("Plain words.", "x"), number=Text("7.", "fixed"))))
    assert "7. Plain words." in texts_in(written)


def test_a_wording_from_the_right_is_isolated_in_a_document_from_the_left(document_of, point):
    other = Wording("ar", Text("Arabic", "x"), Text("نص واحد.", "x"))
    block = replace(point("1"), wordings=(other,))
    assert "\u2067نص واحد.\u2069" in render_markdown(document_of(block)).decode()

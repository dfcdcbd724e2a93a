"""Runs and paragraphs of a Word file: words cut by direction of writing, each with its language."""

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from t2desk.domain.documents import Span
from t2desk.reports.bidi import RIGHT_TO_LEFT
from t2desk.reports.docx_parts import W
from t2desk.reports.fonts import set_as
from t2desk.reports.linear import Spans
from t2desk.reports.scripts import is_from_the_right

_OCHRE = "9A5714"


def tag(name: str) -> str:
    """Return a name of the word processing language."""
    return f"{{{W}}}{name}"


def add(parent: Element, name: str, **values: str) -> Element:
    """Add an element with its attributes."""
    return SubElement(parent, tag(name), {tag(key): value for key, value in values.items()})


def add_paragraph(parent: Element, style: str, spans: Spans, language: str, number: Spans = ()) -> Element:
    """Add a paragraph in a style, read from the right where its language is; a number stands before a tab."""
    paragraph = add(parent, "p")
    about = add(paragraph, "pPr")
    add(about, "pStyle", val=style)
    if is_from_the_right(language):
        add(about, "bidi")
    if number:
        add_runs(paragraph, number, language)
        add(add(paragraph, "r"), "tab")
    add_runs(paragraph, spans, language)
    return paragraph


def add_runs(paragraph: Element, spans: Spans, language: str) -> None:
    """Add a run for each stretch of one look and one direction."""
    for span in spans:
        for words, from_the_right in _directed(set_as(span.words).replace("\n", " "), is_from_the_right(language)):
            _add_run(paragraph, words, span, language, from_the_right)


def _directed(words: str, base: bool) -> Iterator[tuple[str, bool]]:
    """Yield stretches of one direction; what has none of its own goes with what is before it."""
    directions, last = [], base
    for character in words:
        if RIGHT_TO_LEFT.search(character):
            last = True
        elif character.isalnum():
            last = False
        directions.append(last)
    for from_the_right, pairs in groupby(zip(words, directions, strict=True), key=lambda pair: pair[1]):
        yield "".join(character for character, _ in pairs), from_the_right


def _add_run(paragraph: Element, words: str, span: Span, language: str, from_the_right: bool) -> None:
    run = add(paragraph, "r")
    about = add(run, "rPr")
    if span.bold or span.bracketed:
        add(about, "b")
        add(about, "bCs")
    if span.italic:
        add(about, "i")
        add(about, "iCs")
    if span.bracketed:
        add(about, "color", val=_OCHRE)
    if from_the_right:
        add(about, "rtl")
    if language and from_the_right == is_from_the_right(language):
        add(about, "lang", **({"bidi": language} if from_the_right else {"val": language}))
    if not len(about):
        run.remove(about)
    text = add(run, "t")
    text.text = words
    if words != words.strip():
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

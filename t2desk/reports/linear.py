"""A document as lines and grids in reading order: what formats without pages are written from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from t2desk.domain.documents import (
    Agenda,
    Bars,
    BulletList,
    Document,
    Heading,
    Note,
    Paragraph,
    Point,
    Span,
    Step,
    Table,
    Terms,
    Text,
)
from t2desk.i18n import Phrases
from t2desk.reports.masthead import TERMS_OF_USE
from t2desk.reports.points import MEND, NONE, NOTE_WORDS, STEPS_FILLED
from t2desk.reports.tables import ITEM, MINUTES, TIME

Spans = tuple[Span, ...]


class Role(StrEnum):
    """What a line is in its document."""

    SERIES = "series"
    TITLE = "title"
    DECK = "deck"
    TERMS_LABEL = "terms_label"
    TERMS = "terms"
    SECTION = "section"
    SUBSECTION = "subsection"
    SIDE = "side"
    BODY = "body"
    CAPTION = "caption"
    BULLET = "bullet"
    POINT = "point"
    STATEMENT = "statement"
    LANGUAGE = "language"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: what it is, its words, the number before it, and its language where it is not the document's."""

    role: Role
    spans: Spans
    number: Spans = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells under headings, or without any."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


Piece = Line | Grid


def pieces(document: Document) -> Iterator[Piece]:
    """Yield what a document says between its header and its footer, in reading order."""
    phrases = Phrases(document.language)
    head = document.masthead
    yield Line(Role.SERIES, head.series.spans())
    yield Line(Role.TITLE, head.title.spans())
    if head.deck is not None:
        yield Line(Role.DECK, head.deck.spans())
    if head.facts:
        yield Grid(
            tuple(fact.label.spans() for fact in head.facts), (tuple(fact.value.spans() for fact in head.facts),)
        )
    for block in document.blocks:
        yield from _PIECES[type(block)](block, phrases)


def _terms(block: Terms, phrases: Phrases) -> Iterator[Piece]:
    label = Span(phrases(TERMS_OF_USE) + ":", bold=True)
    yield Line(Role.TERMS_LABEL, (label, Span(" "), *block.rule.spans()))
    yield Line(Role.TERMS, block.full.spans())


def _heading(block: Heading, _phrases: Phrases) -> Iterator[Piece]:
    yield Line(Role.SECTION if block.level <= 2 else Role.SUBSECTION, block.text.spans())
    if block.side is not None:
        yield Line(Role.SIDE, block.side.spans())


def _paragraph(block: Paragraph, _phrases: Phrases) -> Iterator[Piece]:
    role = Role.BODY if block.prominence == "body" else Role.CAPTION
    yield Line(role, block.text.spans(), block.number.spans() if block.number else ())


def _bullets(block: BulletList, _phrases: Phrases) -> Iterator[Piece]:
    yield from (Line(Role.BULLET, item.spans()) for item in block.items)


def _table(block: Table, _phrases: Phrases) -> Iterator[Piece]:
    head = tuple(column.heading.spans() for column in block.columns)
    yield Grid(head, tuple(tuple(text.spans() for text in row) for row in block.rows))


def _bars(block: Bars, _phrases: Phrases) -> Iterator[Piece]:
    yield Line(Role.CAPTION, block.caption.spans())
    yield Grid((), tuple((bar.label.spans(), bar.value.spans()) for bar in block.bars))
    if block.note is not None:
        yield Line(Role.CAPTION, block.note.spans())


def _point(block: Point, phrases: Phrases) -> Iterator[Piece]:
    yield Line(Role.POINT, block.verdict.spans(), block.number.spans())
    yield Line(Role.STATEMENT, block.statement.spans())
    for wording in block.wordings:
        yield Line(Role.LANGUAGE, wording.label.spans())
        yield Line(Role.STATEMENT, wording.text.spans(), language=wording.language)
    if block.support:
        yield Line(Role.CAPTION, (Span(_support(block.support, phrases)),))
    yield from (_note(note, phrases) for note in block.notes)


def _support(steps: tuple[Step, ...], phrases: Phrases) -> str:
    nothing = phrases(NONE)
    filled = ", ".join(step.label.plain for step in steps if step.filled) or nothing
    empty = ", ".join(step.label.plain for step in steps if not step.filled) or nothing
    return phrases(STEPS_FILLED).format(filled=filled, empty=empty)


def _note(note: Note, phrases: Phrases) -> Line:
    spans = [Span(phrases(NOTE_WORDS[note.kind]), bold=True), Span(" "), *note.text.spans()]
    if note.mend is not None:
        spans += [Span(" "), Span(phrases(MEND), italic=True), Span(" "), *note.mend.spans()]
    return Line(Role.NOTE, tuple(spans))


def _programme(block: Agenda, phrases: Phrases) -> Iterator[Piece]:
    head = tuple((Span(phrases(words)),) for words in (TIME, ITEM, MINUTES))
    rows = []
    for row in block.rows:
        title = row.title.spans()
        if not row.level:
            title = tuple(replace(span, bold=True) for span in title)
        if row.aim is not None:
            title = (*title, Span(" "), *(replace(span, italic=True) for span in row.aim.spans()))
        rows.append((row.time.spans(), title, _or_nothing(row.minutes)))
    yield Grid(head, tuple(rows))


def _or_nothing(text: Text | None) -> Spans:
    return text.spans() if text else ()


_PIECES: dict[type, Callable[[Any, Phrases], Iterator[Piece]]] = {
    Terms: _terms,
    Heading: _heading,
    Paragraph: _paragraph,
    BulletList: _bullets,
    Point: _point,
    Table: _table,
    Agenda: _programme,
    Bars: _bars,
}

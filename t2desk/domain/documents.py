"""A finished document as frozen values: what a page may say, each text with where it came from, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Literal

PageSize = Literal["A4", "Letter"]
Prominence = Literal["body", "caption"]  # running text, or the small sans of an explanation

FIXED = "fixed"  # the origin of words that belong to the program, not to a dossier
_MARKS = re.compile(
    r"\*\*(?P<bold>\S(?:[^*\n]*[^*\s])?)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"
    r"|(?P<bracketed>\[[^\[\]\n]+\])"
)


class Tone(StrEnum):
    """How a point stands; it chooses a colour, the verdict's words say it."""

    AGREED = "agreed"
    RESERVED = "reserved"
    OPEN = "open"


class NoteKind(StrEnum):
    """What a note under a point is; the renderer has the word for it in the document's language."""

    RESERVATION = "reservation"
    OBJECTION = "objection"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one text that looks the same throughout."""

    words: str
    bold: bool = False
    italic: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words and the field they were projected from; words may hold **bold**, *italic* and [bracketed] stretches."""

    words: str
    origin: str

    def spans(self) -> tuple[Span, ...]:
        """Return the stretches in order; marks that do not pair are ordinary characters."""
        found: list[Span] = []
        done = 0
        for match in _MARKS.finditer(self.words):
            kind = str(match.lastgroup)
            found.append(Span(self.words[done : match.start()]))
            found.append(Span(match[kind], bold=kind == "bold", italic=kind == "italic", bracketed=kind == "bracketed"))
            done = match.end()
        found.append(Span(self.words[done:]))
        return tuple(span for span in found if span.words)

    @property
    def plain(self) -> str:
        """The words as a reader sees them, without the marks."""
        return "".join(span.words for span in self.spans())


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in the strip under the title."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: series in capitals, title, one or two sentences, up to four facts."""

    series: Text
    title: Text
    deck: Text | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The box that tells the reader what may be done with the document: the rule's name and its full text."""

    rule: Text
    full: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section (level 2) or a part of one (level 3), with a word beside it in the side column."""

    text: Text
    side: Text | None = None
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text or a caption; a number stands before running text, the same in every language of the document."""

    text: Text
    prominence: Prominence = "body"
    number: Text | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    """Short items without an order that means anything."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a support scale: its word, and whether enough stood on it to be shown."""

    label: Text
    filled: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A reservation, an objection or why there is no agreement, with what would mend it where that was said."""

    kind: NoteKind
    text: Text
    mend: Text | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The same statement in another language; `language` is a BCP 47 code, `label` its name for the reader."""

    language: str
    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Point:
    """A point of common ground: number, verdict, statement, other languages, five steps of support or none, notes."""

    number: Text
    verdict: Text
    tone: Tone
    statement: Text
    wordings: tuple[Wording, ...] = ()
    support: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: heading and its share of the width, relative to the other columns' shares."""

    heading: Text
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under headings; each row has a text for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of a programme; `level` 0 is an item, 1 and more are its parts; the aim stands under the title."""

    time: Text
    title: Text
    minutes: Text | None = None
    level: int = 0
    aim: Text | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A programme: when, what, how long."""

    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A share given as a band: from `low` to `high` per cent of the whole, and the words that say so."""

    label: Text
    value: Text
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares drawn beside each other, with a line above that says what they are and a note below."""

    caption: Text
    bars: tuple[Bar, ...]
    note: Text | None = None


Block = Terms | Heading | Paragraph | BulletList | Point | Table | Agenda | Bars


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts at the two ends of one line: a handling band, a running head."""

    left: Text
    right: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything one edition says, in reading order; `title` is the file's title, `language` a BCP 47 code."""

    language: str
    title: Text
    band: Pair | None = None
    running_head: Pair | None = None
    masthead: Masthead
    blocks: tuple[Block, ...] = ()
    footer: Text
    page_size: PageSize = "A4"

    def texts(self) -> Iterator[tuple[Text, str]]:
        """Yield every text with the name of its place; a new field is found by itself, so none can be forgotten."""
        yield from _texts_in(self, "")


def _texts_in(value: object, place: str) -> Iterator[tuple[Text, str]]:
    """Walk through fields and tuples in their order; places read like `blocks 3 statement`, counted from 1."""
    if isinstance(value, Text):
        yield value, place
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from _texts_in(item, f"{place} {number}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name), f"{place} {field.name}".strip())

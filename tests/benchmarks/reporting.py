"""A five-page report, from the call to bytes that were opened again and checked."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from t2desk.domain.documents import (
    Block,
    Column,
    Document,
    Fact,
    Heading,
    Masthead,
    Pair,
    Paragraph,
    Point,
    Step,
    Table,
    Text,
    Tone,
    Wording,
)
from t2desk.reports.render import render
from tests.benchmarks.measuring import Effort, Row, at_most, median_of, plainly, python

PROSE = (
    "The meeting came back to the gauges more than once. Some held that readings taken jointly would cost little and "
    "settle much; others that nothing should be measured before it is agreed what the figures are for. Nobody spoke "
    "against a trial of ten weeks, and several thought that a shorter one would tell **nothing they did not know**. "
)
COLD = "from tests.benchmarks.reporting import five_pages, render; render(five_pages())"


def words(text: str) -> Text:
    """Return words of a section."""
    return Text(text, "section.text")


def five_pages() -> Document:
    """Return a document with headings, prose, points in three scripts, and a table."""
    return Document(
        language="en",
        title=words("Second session"),
        band=Pair(words("Chatham House Rule"), words("Not for attribution")),
        running_head=Pair(words("Dialogue on Water"), words("Second session")),
        masthead=Masthead(
            words("Dialogue on Water"),
            words("Second session: sequencing and verification"),
            words("It records what was said, not who said it."),
            (Fact(words("Dates"), words("March 2026")), Fact(words("Status"), words("Draft"))),
        ),
        blocks=tuple(_blocks()),
        footer=words("Second draft. Comments by 3 April."),
    )


def _blocks() -> Iterator[Block]:
    for part in range(5):
        yield Heading(words(f"What moved in part {part + 1}"), words("In brief"))
        yield Paragraph(words(PROSE * 2))
        yield Heading(words("Common ground"), level=3)
        for number in range(2):
            yield _point(f"{part + 1}.{number + 1}")
        yield Paragraph(words(PROSE))
    rows = tuple((words(f"{day} April"), words(PROSE[:90])) for day in range(1, 11))
    yield Table((Column(words("By"), 1), Column(words("What"), 3)), rows)


def _point(number: str) -> Point:
    steps = ("endorse", "support", "can live with", "reservation", "oppose")
    return Point(
        words(number),
        words("Support with reservation"),
        Tone.RESERVED,
        words("Gauge readings should be taken jointly, for a period of [six] [ten] weeks."),
        (
            Wording("ru", words("Russian"), words("Показания следует снимать совместно.")),
            Wording("el", words("Greek"), words("Οι μετρήσεις πρέπει να λαμβάνονται από κοινού.")),
        ),
        tuple(Step(words(step), index < 4) for index, step in enumerate(steps)),
        (),
    )


def report(effort: Effort) -> Iterator[Row]:
    """Render the report in a fresh process, everything loaded for it alone, and in one that has rendered before."""
    document = five_pages()
    with pikepdf.open(BytesIO(render(document))) as pdf:
        pages = len(pdf.pages)
    cold = median_of(lambda: python("-c", COLD), effort.rounds(5, 2))
    yield at_most(f"report of {pages} pages, checked bytes, cold process", cold, 2, "s")
    yield plainly("  the same, warm", median_of(lambda: render(document), effort.rounds(7, 3)), "s")

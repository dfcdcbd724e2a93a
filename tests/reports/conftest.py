"""Documents to render: a small one, a full one with every kind of block, and the parts to make others."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from t2desk.domain.documents import (
    Agenda,
    AgendaRow,
    Bar,
    Bars,
    Block,
    BulletList,
    Column,
    Document,
    Fact,
    Heading,
    Masthead,
    Note,
    NoteKind,
    Pair,
    Paragraph,
    Point,
    Step,
    Table,
    Terms,
    Text,
    Tone,
    Wording,
)
from t2desk.reports.render import render

STEPS = ("endorse", "support", "can live with", "reservation", "oppose")


def words(text: str) -> Text:
    return Text(text, "section.text")


def a_point(number: str, statement: str = "Gauge readings should be taken jointly.") -> Point:
    return Point(
        words(number),
        words("Support with reservation"),
        Tone.RESERVED,
        words(statement),
        (
            Wording("ru", words("Russian"), words("Показания следует снимать совместно.")),
            Wording("el", words("Greek"), words("Οι μετρήσεις πρέπει να λαμβάνονται από κοινού.")),
        ),
        tuple(Step(words(step), index < 4) for index, step in enumerate(STEPS)),
        (Note(NoteKind.RESERVATION, words("Ten weeks would do."), words("a review on the ground")),),
    )


def full_blocks() -> tuple[Block, ...]:
    return (
        Terms(words("Chatham House Rule"), words("Participants are free to use the information received.")),
        Heading(words("What moved in this session"), words("In brief")),
        BulletList((words("A **three-step sequence** was accepted."), words("Data moved to a *method*."))),
        Heading(words("Common ground")),
        Heading(words("On the water"), level=3),
        Paragraph(words("A step is filled where three or more stood on it."), "caption"),
        a_point("1", "Goods should move first, for a period of [six] [ten] weeks."),
        Heading(words("Who had the floor"), words("Process edition only")),
        Bars(
            words("share of the floor"),
            (Bar(words("Upper basin"), words("35 to 40 per cent"), 35, 40),),
            words("Rounded."),
        ),
        Heading(words("Next steps")),
        Table(
            (Column(words("By"), 1), Column(words("What"), 3)), ((words("3 April"), words("Comments on this draft")),)
        ),
        Heading(words("Programme")),
        Agenda(
            (
                AgendaRow(words("9:00"), words("Opening"), words("30")),
                AgendaRow(words("9:30"), words("Ground rules"), level=1),
            )
        ),
    )


def make(*blocks: Block, **changes: object) -> Document:
    document = Document(
        language="en",
        title=words("Second session"),
        band=Pair(words("Chatham House Rule"), words("Not for attribution")),
        running_head=Pair(words("Dialogue on Water"), words("Second session")),
        masthead=Masthead(
            words("Dialogue on Water"),
            words("Second session: sequencing, verification and the office of transit"),
            words("It records what was said, not who said it."),
            tuple(Fact(words(label), words(value)) for label, value in (("Dates", "March 2026"), ("Status", "Draft"))),
        ),
        blocks=blocks,
        footer=words("Second draft. Comments by 3 April."),
    )
    return replace(document, **changes)  # type: ignore[arg-type]


@pytest.fixture(name="text")
def _text() -> Callable[[str], Text]:
    return words


@pytest.fixture(name="point")
def _point() -> Callable[..., Point]:
    return a_point


@pytest.fixture(name="document_of")
def _document_of() -> Callable[..., Document]:
    return make


@pytest.fixture
def full() -> Document:
    return make(*full_blocks())


@pytest.fixture(scope="session")
def full_bytes() -> bytes:
    return render(make(*full_blocks()))


@pytest.fixture
def opened(full_bytes):
    with pikepdf.open(BytesIO(full_bytes)) as pdf:
        yield pdf

"""Three hundred pages of prose and tables beside plain reportlab, which neither tags nor finishes them."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from t2desk.domain.documents import Block, Column, Document, Heading, Table
from t2desk.domain.documents import Paragraph as Prose
from t2desk.reports.engine import BaseDocTemplate, Frame, PageTemplate
from t2desk.reports.render import _drawn
from tests.benchmarks.measuring import Effort, Row, at_most, plainly, python, seconds_of, side_by_side, skipped
from tests.benchmarks.reporting import PROSE, five_pages, words

# reportlab only after its settings are shut out by the engine
from reportlab.lib.styles import ParagraphStyle  # isort: skip
from reportlab.platypus import Paragraph as Plain, Table as PlainTable  # isort: skip

_STATUS = Path("/proc/self/status")
_PARTS = 200  # about 300 pages
_ROWS = 12
_MEMORY = "from tests.benchmarks.long_documents import long, memory; memory(long(200))"
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=14.4, spaceAfter=7.2)
_HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=14.5, leading=18.2, spaceBefore=14.4)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.8, leading=12.2)


def long(parts: int) -> Document:
    """Return a document of headings, prose and tables, without the points that reportlab has no like of."""
    return replace(five_pages(), blocks=tuple(block for part in range(parts) for block in _part(part)))


def _part(part: int) -> Iterator[Block]:
    yield Heading(words(f"What moved in part {part + 1}"))
    for number in range(3):
        yield Prose(words(f"{number}. {PROSE * 2}"))
    rows = tuple((words(f"{day} April"), words(PROSE[:90])) for day in range(1, _ROWS))
    yield Table((Column(words("By"), 1), Column(words("What"), 3)), rows)


def plain(parts: int) -> bytes:
    """Draw the same words with reportlab's own paragraphs and tables in columns of the same widths."""
    file, story = BytesIO(), []
    for part in range(parts):
        story.append(Plain(f"What moved in part {part + 1}", _HEAD))
        story += [Plain(f"{number}. {PROSE * 2}".replace("**", ""), _BODY) for number in range(3)]
        rows = [[Plain(f"{day} April", _CELL), Plain(PROSE[:90], _CELL)] for day in range(1, _ROWS)]
        story.append(PlainTable([["By", "What"], *rows], colWidths=(88, 263), repeatRows=1))
    template = BaseDocTemplate(file, invariant=1)
    template.addPageTemplates(PageTemplate(frames=[Frame(120, 66, 363, 700)]))
    template.build(story)
    return file.getvalue()


def memory(document: Document) -> None:
    """Draw a document and print the most memory that this process has held, in MB.

    Not `ru_maxrss`: that of a child begins with what its parent held, whoever that was.
    """
    _drawn(document, True)
    most = next(line for line in _STATUS.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
    sys.stdout.write(str(int(most.split()[1]) / 1024))


def pages(effort: Effort) -> Iterator[Row]:
    """Compare, then show that twice the pages cost twice the time."""
    document, half = long(_PARTS), long(_PARTS // 2)
    ours, peer = side_by_side(lambda: _drawn(document, True), lambda: plain(_PARTS), effort.rounds(5, 2))
    yield at_most("300 pages, tagged and finished, beside plain reportlab", ours / peer, 1.0, "x", " plain reportlab")
    yield plainly("  ours", ours, "s")
    yield plainly("  plain reportlab, neither tagged nor finished", peer, "s")
    yield plainly("  twice the pages, times the time", ours / seconds_of(lambda: _drawn(half, True)), "x")
    what = "  memory of the process"
    if _STATUS.exists():
        yield at_most(what, float(python("-c", _MEMORY)), 150, "MB")
    else:
        yield skipped(what, "only Linux tells what a process held at most")

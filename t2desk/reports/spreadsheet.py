"""The shares of a document as CSV: three columns, every cell dead whatever a spreadsheet makes of its first sign."""

import csv
import re
from io import StringIO

from t2desk.domain.documents import Bars, Document, Heading, Paragraph
from t2desk.i18n import Phrases
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.given import fixed_words, given_words, words_of

# What begins a formula in Excel, LibreOffice or Sheets, wide forms included, and separators after which a cell begins
# anew for a reader who was told another separator.
_LIVE = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212%|!"
_BEGINS = re.compile(rf"^(?=[\s\"']*[{_LIVE}])")
_ANEW = re.compile(rf"([;,:|\"'])(?=[\s\"']*[{_LIVE}])")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def dead_cell(words: str) -> str:
    """Return a text that no spreadsheet takes for a formula: on one line, an apostrophe before what would live."""
    flat = _BREAKS.sub(" ", words).strip()
    return _BEGINS.sub("'", _ANEW.sub(r"\1'", flat))


def render_csv(document: Document) -> bytes:
    """Return headings, sentences and shares as rows; UTF-8 with a mark for Excel, every field quoted."""
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _rows(document):
        writer.writerow([dead_cell(cell) for cell in row])
    finished = written.getvalue().encode("utf-8-sig")
    _check(finished, document)
    return finished


def csv_pages(finished: bytes) -> tuple[str, ...]:
    """Return all cells as one page, a line for each."""
    return ("\n".join(cell for row in csv.reader(StringIO(finished.decode("utf-8-sig"))) for cell in row),)


def _rows(document: Document) -> list[tuple[str, str, str]]:
    rows = [(document.title.plain, "", "")]
    under = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            under = block.text.plain
        elif isinstance(block, Paragraph):
            rows.append((under, block.text.plain, ""))
        elif isinstance(block, Bars):
            rows += [(under, bar.label.plain, bar.value.plain) for bar in block.bars]
    return rows


def _check(finished: bytes, document: Document) -> None:
    allowed = given_words(document) | fixed_words(Phrases(document.language)) | {"'"}
    if {word for page in csv_pages(finished) for word in words_of(page)} - allowed:
        raise UnexpectedContent(what="words that were not given")

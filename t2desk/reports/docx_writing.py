"""The same editions as Word files: written part by part, the same bytes for the same words, and opened again."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, register_namespace, tostring
from xml.sax.saxutils import escape

from t2desk.domain.documents import Document, Pair, Span
from t2desk.i18n import Phrases
from t2desk.reports.docx_checking import check_docx
from t2desk.reports.docx_parts import CORE_HEAD, CORE_TAIL, FIXED_PARTS, RELATION, W
from t2desk.reports.docx_runs import add, add_paragraph, add_runs, tag
from t2desk.reports.linear import Grid, Role, Spans, pieces
from t2desk.reports.page import PAGE_OF
from t2desk.reports.scripts import is_from_the_right

_STYLES = {
    Role.SERIES: "Series", Role.TITLE: "Title", Role.DECK: "Subtitle", Role.TERMS_LABEL: "Terms", Role.TERMS: "Terms",
    Role.SECTION: "Heading1", Role.SUBSECTION: "Heading2", Role.SIDE: "Side", Role.BODY: "Normal",
    Role.CAPTION: "Caption", Role.BULLET: "List", Role.POINT: "Point", Role.STATEMENT: "Statement",
    Role.LANGUAGE: "Language", Role.NOTE: "Note",
}  # fmt: skip
_A4, _LETTER = ("11906", "16838"), ("12240", "15840")  # twentieths of a point
_MARGIN, _TEXT_WIDTH = "1134", 9638
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name: no time of writing
_UNIX, _PLAIN_FILE = 3, 0o644 << 16

register_namespace("w", W)
register_namespace("r", RELATION)


def render_docx(document: Document) -> bytes:
    """Return the document as a Word file, checked. Raises `UnexpectedContent` for more or less than the document."""
    parts = {
        **{name: words.encode() for name, words in FIXED_PARTS.items()},
        "word/document.xml": _body(document),
        "word/header1.xml": _header(document),
        "word/footer1.xml": _footer(document),
        "docProps/core.xml": f"{CORE_HEAD}{escape(document.title.plain)}{CORE_TAIL}".encode(),
    }
    finished = _packed(parts)
    check_docx(finished, document)
    return finished


def _packed(parts: dict[str, bytes]) -> bytes:
    """Pack the parts without time, owner or system."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _PLAIN_FILE
            archive.writestr(entry, content)
    return packed.getvalue()


def _written(root: Element) -> bytes:
    return _HEAD + tostring(root, "unicode").encode()


def _body(document: Document) -> bytes:
    root = Element(tag("document"))
    body = add(root, "body")
    for piece in pieces(document):
        if isinstance(piece, Grid):
            _add_grid(body, piece, document.language)
        else:
            style = "Number" if piece.role is Role.BODY and piece.number else _STYLES[piece.role]
            add_paragraph(body, style, piece.spans, piece.language or document.language, piece.number)
    _add_page(body, document)
    return _written(root)


def _add_page(body: Element, document: Document) -> None:
    page = add(body, "sectPr")
    for kind, number in (("headerReference", "r4"), ("footerReference", "r5")):
        add(page, kind, type="default").set(f"{{{RELATION}}}id", number)
    width, height = _A4 if document.page_size == "A4" else _LETTER
    add(page, "pgSz", w=width, h=height)
    add(page, "pgMar", top="1417", bottom="1134", left=_MARGIN, right=_MARGIN, header="567", footer="567", gutter="0")
    if is_from_the_right(document.language):
        add(page, "bidi")


def _add_grid(body: Element, grid: Grid, language: str) -> None:
    count = len(grid.head or grid.rows[0]) if grid.head or grid.rows else 0
    table = add(body, "tbl")
    about = add(table, "tblPr")
    if is_from_the_right(language):
        add(about, "bidiVisual")
    add(about, "tblW", w=str(_TEXT_WIDTH), type="dxa")
    borders = add(about, "tblBorders")
    for edge in ("top", "bottom", "insideH"):
        add(borders, edge, val="single", sz="4", space="0", color="CFD6DB")
    columns = add(table, "tblGrid")
    for _ in range(count):
        add(columns, "gridCol", w=str(_TEXT_WIDTH // max(1, count)))
    if grid.head:
        _add_row(table, grid.head, "CellHead", language, is_head=True)
    for row in grid.rows:
        _add_row(table, row, "Cell", language)
    add_paragraph(body, "Normal", (), language)


def _add_row(table: Element, cells: tuple[Spans, ...], style: str, language: str, is_head: bool = False) -> None:
    row = add(table, "tr")
    about = add(row, "trPr")
    add(about, "cantSplit")
    if is_head:
        add(about, "tblHeader")
    for spans in cells:
        cell = add(row, "tc")
        add(add(cell, "tcPr"), "tcW", w=str(_TEXT_WIDTH // len(cells)), type="dxa")
        add_paragraph(cell, style, spans, language)


def _header(document: Document) -> bytes:
    root = Element(tag("hdr"))
    for pair, style in ((document.band, "Band"), (document.running_head, "Running")):
        if pair is not None:
            _add_pair(root, pair, style, document.language)
    if not len(root):
        add_paragraph(root, "Running", (), document.language)
    return _written(root)


def _add_pair(root: Element, pair: Pair, style: str, language: str) -> None:
    paragraph = add_paragraph(root, style, pair.left.spans(), language)
    _tab_to_the_end(paragraph)
    add_runs(paragraph, pair.right.spans(), language)


def _tab_to_the_end(paragraph: Element) -> None:
    """Let what comes next end at the line's other edge."""
    about = paragraph[0]
    stops = Element(tag("tabs"))
    add(stops, "tab", val="right", pos=str(_TEXT_WIDTH))
    about.insert(1, stops)  # after the style, as the schema orders them
    add(add(paragraph, "r"), "tab")


def _footer(document: Document) -> bytes:
    root = Element(tag("ftr"))
    paragraph = add_paragraph(root, "Running", document.footer.spans(), document.language)
    _tab_to_the_end(paragraph)
    before, between, after = _around_numbers(Phrases(document.language)(PAGE_OF))
    add_runs(paragraph, (Span(before),), document.language)
    add(paragraph, "fldSimple", instr="PAGE")
    add_runs(paragraph, (Span(between),), document.language)
    add(paragraph, "fldSimple", instr="NUMPAGES")
    if after:
        add_runs(paragraph, (Span(after),), document.language)
    return _written(root)


def _around_numbers(words: str) -> tuple[str, str, str]:
    """Return the words before, between and after a page's number and the number of pages."""
    before, rest = words.split("{page}")
    between, after = rest.split("{total}")
    return before, between, after

"""The same editions as Markdown: plain, for a secure messenger; parsed again by another library before it leaves."""

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from t2desk.domain.documents import Document, Pair, Span
from t2desk.reports.errors import UnexpectedContent
from t2desk.reports.fonts import set_as
from t2desk.reports.given import check_words
from t2desk.reports.linear import Grid, Line, Role, Spans, pieces
from t2desk.reports.scripts import is_from_the_right

_ISOLATE, _END = "\u2067", "\u2069"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_AT_START = re.compile(r"^(\d*)([-+=.)])")
_BEFORE = {Role.TITLE: "# ", Role.SECTION: "## ", Role.SUBSECTION: "### ", Role.POINT: "### ", Role.BULLET: "- ",
           Role.TERMS_LABEL: "> ", Role.TERMS: "> ", Role.NOTE: "> "}  # fmt: skip
_QUIET = frozenset({Role.SERIES, Role.DECK, Role.SIDE, Role.CAPTION, Role.LANGUAGE})
_PAIRED = (
    "heading", "paragraph", "bullet_list", "list_item", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
)  # fmt: skip
_TOKENS = {"inline", "hr", *(f"{name}_{end}" for name in _PAIRED for end in ("open", "close"))}
_INLINE = {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "softbreak"}


def render_markdown(document: Document) -> bytes:
    """Return the document as Markdown in UTF-8, checked. Raises `UnexpectedContent` for more or less than was given."""
    lines = _frame(document.band)
    lines += [line for piece in pieces(document) for line in _piece(piece, document.language)]
    lines += ["---", "", _inline(document.footer.spans(), document.language), ""]
    finished = "\n".join(lines).encode()
    head = document.running_head
    check_words(
        [*texts_in(finished), *((head.left.plain, head.right.plain) if head else ()), document.title.plain], document
    )
    return finished


def markdown_pages(finished: bytes) -> tuple[str, ...]:
    """Return what a reader sees, as one page."""
    return ("\n".join(texts_in(finished)),)


def texts_in(finished: bytes) -> list[str]:
    """Return the texts that a Markdown reader shows. Raises `UnexpectedContent` for a link, a picture, code or HTML."""
    tokens = MarkdownIt("commonmark").enable("table").parse(finished.decode())
    if any(token.type not in _TOKENS for token in tokens):
        raise UnexpectedContent(what="mark that is not on the list")
    return [_said(token.children or []) for token in tokens if token.type == "inline"]


def _said(tokens: list[Token]) -> str:
    if any(token.type not in _INLINE for token in tokens):
        raise UnexpectedContent(what="mark that is not on the list")
    return "".join("\n" if token.type == "softbreak" else token.content for token in tokens)


def _frame(pair: Pair | None) -> list[str]:
    if pair is None:
        return []
    return [f"**{_escaped(pair.left.plain)}**: {_escaped(pair.right.plain)}", ""]


def _piece(piece: Line | Grid, language: str) -> Iterator[str]:
    if isinstance(piece, Grid):
        yield from _grid(piece, language)
        return
    words = _inline(piece.spans, piece.language or language, base=language)
    number = _escaped("".join(span.words for span in piece.number))
    if piece.role in _QUIET:
        words = _inline(tuple(Span(span.words, bold=span.bold or piece.role is Role.SERIES, italic=True)
                              if span.words.strip() else span for span in _merged(piece.spans)), language)  # fmt: skip
    if number:
        words = f"{_at_start(number)} {words}"
    yield f"{_BEFORE.get(piece.role, '')}{words}"
    yield ""


def _merged(spans: Spans) -> Spans:
    """Return quiet words as one stretch where nothing in them stands out: emphasis within emphasis does not nest."""
    return (Span("".join(span.words for span in spans).strip()),)


def _grid(grid: Grid, language: str) -> Iterator[str]:
    count = len(grid.head or grid.rows[0]) if grid.head or grid.rows else 0
    head = grid.head or ((),) * count
    yield "| " + " | ".join(_inline(cell, language) for cell in head) + " |"
    yield "|" + " --- |" * count
    for row in grid.rows:
        yield "| " + " | ".join(_inline(cell, language) for cell in row) + " |"
    yield ""


def _inline(spans: Spans, language: str, base: str = "") -> str:
    """Return words with their marks; isolated where they are read the other way than the document."""
    said = "".join(_marked(spans, index) for index in range(len(spans)))
    said = _at_start(said)
    if is_from_the_right(language) and base and not is_from_the_right(base):
        return f"{_ISOLATE}{said}{_END}"
    return said


def _at_start(words: str) -> str:
    """Keep what begins a line from becoming a list or a line under a heading."""
    return _AT_START.sub(r"\1\\\2", words.strip())


def _marked(spans: Spans, index: int) -> str:
    span = spans[index]
    words = _escaped(span.words)
    mark = "**" if span.bold or span.bracketed else "*" if span.italic else ""
    if span.bold and span.italic:
        mark = "***"
    return f"{mark}{words}{mark}" if mark and _holds(spans, index) else words


def _holds(spans: Spans, index: int) -> bool:
    """Say whether a mark would be read as one: it touches no letter with a sign on its inner side."""
    before = spans[index - 1].words[-1:] if index else ""
    after = spans[index + 1].words[:1] if index + 1 < len(spans) else ""
    words = spans[index].words
    return words == words.strip() and _fits(before, words[:1]) and _fits(after, words[-1:])


def _fits(outer: str, inner: str) -> bool:
    return inner.isalnum() or not outer or outer.isspace() or unicodedata.category(outer)[0] in "PS"


def _escaped(words: str) -> str:
    """Return words that mean nothing to Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(set_as(words).split("\n")))

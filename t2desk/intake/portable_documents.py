"""The text of finished PDF files, page by page, as another program would read it out."""

import io
import zlib

import pypdf
from pypdf.errors import PyPdfError

from t2desk.domain.intake_errors import DocumentLocked, FileTooLarge, NotADocument, NoTextInside
from t2desk.domain.intake_rows import ForeignText, Notice
from t2desk.i18n import N_
from t2desk.intake.cage import MEGABYTE

MOST_CHARACTERS = 20 * MEGABYTE
_EMPTY_PAGE = N_("Page {page} holds no text that can be read, so nothing on it was checked.")
BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, EOFError, RecursionError,
    NotImplementedError, AssertionError, ArithmeticError, LookupError, zlib.error,
)  # fmt: skip


def text_from_pdf(data: bytes) -> ForeignText:
    """Return the text of each page; raise NotADocument, DocumentLocked, FileTooLarge or NoTextInside."""
    try:
        pages = _pages(data)
    except BROKEN:
        raise NotADocument from None
    if not any(page.strip() for page in pages):
        raise NoTextInside
    empty = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    return ForeignText(pages, True, tuple(Notice(_EMPTY_PAGE, {"page": number}) for number in empty))


def _pages(data: bytes) -> tuple[str, ...]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentLocked
    pages: list[str] = []
    characters = 0
    for page in reader.pages:
        pages.append(page.extract_text().encode("utf-8", "replace").decode())
        characters += len(pages[-1])
        if characters > MOST_CHARACTERS:
            raise FileTooLarge(limit=MOST_CHARACTERS // MEGABYTE)
    return tuple(pages)

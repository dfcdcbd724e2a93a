"""Pages of a PDF as pictures and words, from bytes in memory; the one place of the window that knows pypdfium2."""

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, and its words as a reader hears them."""

    width: float
    height: float
    words: str


def sheets(content: bytes) -> tuple[Sheet, ...]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(_sheet(page) for page in document)
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    try:
        return Sheet(page.get_width(), page.get_height(), text.get_text_bounded())
    finally:
        text.close()


def picture(content: bytes, number: int, width: int, ratio: float) -> QImage:
    """Return a page, counted from 0, so many logical pixels wide on a screen of this ratio."""
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number]
        drawn = page.render(scale=width * ratio / page.get_width(), force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR)
        image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888)
        copied = image.copy()  # the bitmap's memory goes with the document
        copied.setDevicePixelRatio(ratio)
        return copied
    finally:
        document.close()

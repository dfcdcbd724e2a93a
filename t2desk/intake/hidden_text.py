"""Words on a page that nobody sees: off it, under something, without ink, clipped away, white on white, too small.

The seven ways in which text was hidden in study/pdf.md §3; each is asked of the page's objects in drawing order.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from t2desk.domain.inspected import Thing, ThingKind

_Box = tuple[float, float, float, float]  # left, bottom, right, top in points
_SMALLEST = 1.5  # size in points below which nobody reads
_FAINT = 24  # of 255: less ink than this, or less difference from the ground, is not seen
_OPAQUE = 200
_NEARLY_ALL = 0.9
_WHITE = (255, 255, 255)
_NO_INK = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
_COVERS = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}


@dataclass(frozen=True, slots=True)
class _Drawn:
    kind: int
    box: _Box
    colour: tuple[int, int, int]
    ink: int
    words: str = ""
    mode: int = 0
    clip: _Box | None = None
    size: float = 0.0


def hidden_texts(data: bytes) -> Iterator[Thing]:
    """Yield the words of a PDF that a reader does not see, with the page and why."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            drawn = list(_objects(page))
            left, bottom, right, top = page.get_cropbox()
            for index, one in enumerate(drawn):
                if one.words.strip():
                    yield from _judged(one, drawn[:index], drawn[index + 1 :], (left, bottom, right, top), number + 1)
            page.close()
    finally:
        document.close()


def _judged(one: _Drawn, below: list[_Drawn], above: list[_Drawn], page: _Box, number: int) -> Iterator[Thing]:
    words = " ".join(one.words.split()).encode("utf-8", "replace").decode()
    why = _hidden(one, below, page)
    if why:
        yield Thing(ThingKind.HIDDEN, f"page {number}", f"{words} ({why})", outside=True)
    elif any(_covers(other, one) for other in above):
        yield Thing(ThingKind.COVERED, f"page {number}", f"{words} (something is drawn over it)", outside=True)


def _hidden(one: _Drawn, below: list[_Drawn], page: _Box) -> str:
    if one.mode in _NO_INK:
        return "drawn without ink"
    if one.ink < _FAINT:
        return "transparent"
    if one.size < _SMALLEST:
        return "too small to be read"
    if not _meet(one.box, page):
        return "off the page"
    if one.clip is not None and not _meet(one.box, one.clip):
        return "clipped away"
    ground = next((other.colour for other in reversed(below) if _covers(other, one)), _WHITE)
    if max(abs(mine - its) for mine, its in zip(one.colour, ground, strict=True)) < _FAINT:
        return "in the colour of its ground"
    return ""


def _covers(other: _Drawn, one: _Drawn) -> bool:
    """Say whether something opaque lies over nearly all of a text's place."""
    if other.kind not in _COVERS or other.ink < _OPAQUE:
        return False
    width = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    whole = (one.box[2] - one.box[0]) * (one.box[3] - one.box[1])
    return width > 0 and height > 0 and width * height >= _NEARLY_ALL * whole


def _meet(one: _Box, other: _Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0 and min(one[3], other[3]) - max(one[1], other[1]) > 0


def _objects(page: pypdfium2.PdfPage) -> Iterator[_Drawn]:
    textpage = page.get_textpage()
    try:
        for one in page.get_objects():
            if one.type == pdfium.FPDF_PAGEOBJ_FORM:
                continue
            yield _drawn(one, textpage)
    finally:
        textpage.close()


def _drawn(one: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> _Drawn:
    colour, ink = _fill(one)
    box = _on_page(one, one.get_bounds())
    if one.type != pdfium.FPDF_PAGEOBJ_TEXT:
        return _Drawn(one.type, box, colour, 255 if one.type == pdfium.FPDF_PAGEOBJ_IMAGE else ink)
    return _Drawn(one.type, box, colour, ink, _text(one, textpage),
                  pdfium.FPDFTextObj_GetTextRenderMode(one.raw), _clip(one), _size(one))  # fmt: skip


def _on_page(one: pypdfium2.PdfObject, box: _Box) -> _Box:
    """Return a box as it stands on the page: what is in a form is moved with the form."""
    container = one.container
    while container is not None:
        corners = [container.get_matrix().on_point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        box = (
            min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners),
            max(y for _, y in corners),
        )  # fmt: skip
        container = container.container
    return box


def _fill(one: pypdfium2.PdfObject) -> tuple[tuple[int, int, int], int]:
    """Return fill colour and ink; a path without a fill has none."""
    red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(one.raw, red, green, blue, ink):
        return (0, 0, 0), 255 if one.type == pdfium.FPDF_PAGEOBJ_TEXT else 0
    if one.type == pdfium.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(one.raw, mode, stroke) or not mode.value:
            return (0, 0, 0), 0
    return (red.value, green.value, blue.value), ink.value


def _size(one: pypdfium2.PdfObject) -> float:
    """Return the size of a text in points, as scaled by its matrix and those of the forms it is in."""
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(one.raw, size)
    scale, within = 1.0, one
    while within is not None:
        matrix = within.get_matrix()
        scale *= math.hypot(matrix.c, matrix.d)
        within = within.container
    return abs(size.value) * scale


def _text(one: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(one.raw, textpage.raw, None, 0)
    buffer = ctypes.create_string_buffer(max(2, length))
    pdfium.FPDFTextObj_GetText(one.raw, textpage.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def _clip(one: pypdfium2.PdfObject) -> _Box | None:
    """Return the box of what a text is clipped to, or nothing where it is not."""
    clip = pdfium.FPDFPageObj_GetClipPath(one.raw)
    boxes = []
    for index in range(max(0, pdfium.FPDFClipPath_CountPaths(clip) if clip else 0)):
        points = []
        for segment in range(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, index))):
            x, y = ctypes.c_float(), ctypes.c_float()
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, segment), x, y)
            points.append((x.value, y.value))
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            boxes.append((min(across), min(up), max(across), max(up)))
    if not boxes:
        return None
    return (
        max(box[0] for box in boxes), max(box[1] for box in boxes), min(box[2] for box in boxes),
        min(box[3] for box in boxes),
    )  # fmt: skip

"""The window's typefaces: Source Sans, FiraGO for more scripts, and the system's for the rest."""

import ast
import base64
import lzma
import struct
from importlib import util
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = (
    "Source Sans Pro", "FiraGO", "Noto Sans Armenian", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR",
    "Noto Sans", "PingFang SC", "Segoe UI", "Arial Unicode MS",
)  # fmt: skip
_FIRST_CUTS = ("Regular", "Semibold")
_LATER_CUTS = ("It", "Bold")
_MORE_CUTS = ("Regular", "Bold")
# Thousandths of an em below the baseline. FiraGO says 265, but its final yeh reaches down to 397 (its glyph's own box):
# Qt believes what is said, and a label would cut off the two dots that tell علي from على.
_REACHES_DOWN = 440  # and a pixel for rounding at the smallest text
# Where a font says so: table, place within the table, whether it is counted downwards.
_SAID_IN = ((b"hhea", 6, -1), (b"OS/2", 70, -1), (b"OS/2", 76, 1))


def load_first_fonts() -> None:
    """Load what the door is written in; some ten milliseconds."""
    _load_cuts(_FIRST_CUTS)


def _load_cuts(cuts: tuple[str, ...]) -> None:
    for cut in cuts:
        path = _folder("font_source_sans_pro") / "files" / f"SourceSansPro-{cut}.ttf"
        QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))


def load_more_fonts() -> None:
    """Load the other cuts and scripts, once the door is painted; some fifty milliseconds."""
    _load_cuts(_LATER_CUTS)
    for cut in _MORE_CUTS:
        # The package keeps its fonts as literals in modules: they are read, and nothing of it is run.
        source = (_folder("pymupdf_fonts") / f"FiraGO_{cut}.py").read_text("ascii")
        literals = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
        packed = next(value for value in literals if isinstance(value, bytes))
        QFontDatabase.addApplicationFontFromData(QByteArray(reaching_down(lzma.decompress(base64.b64decode(packed)))))


def reaching_down(font: bytes) -> bytes:
    """Return a font of a thousand units an em that says how far its letters really reach below the line.

    Tables and their directory are those of the OpenType specification; only what is said of the descent changes.
    """
    out = bytearray(font)
    for entry in range(12, 12 + 16 * struct.unpack_from(">H", out, 4)[0], 16):
        tag, _, start, length = struct.unpack_from(">4sLLL", out, entry)
        for table, place, sign in _SAID_IN:
            if table == tag:
                struct.pack_into(">h", out, start + place, sign * _REACHES_DOWN)
        if tag in {b"hhea", b"OS/2"}:
            words = bytes(out[start : start + length]).ljust(-(-length // 4) * 4, b"\0")
            struct.pack_into(">L", out, entry + 4, sum(struct.unpack(f">{len(words) // 4}L", words)) & 0xFFFFFFFF)
    return bytes(out)


def _folder(package: str) -> Path:
    # Not importlib.resources, which the door would wait 5 ms for: both packages are plain folders.
    spec = util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent


def text_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's font at a size in pixels, with fallbacks for every script."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def figure_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font for numbers that change in place: every digit is equally wide."""
    font = text_font(pixels, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font

"""The typefaces: Source Serif and Source Sans, with FiraGO where they lack a letter; read from locked packages."""

import ast
import base64
import lzma
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources, util
from importlib.resources.abc import Traversable

import uharfbuzz

from t2desk.domain.documents import Document
from t2desk.reports.scripts import MOVING

_SERIF = ("font_source_serif_pro", "SourceSerifPro")
_SANS = ("font_source_sans_pro", "SourceSansPro")
_CUTS = {(False, False): "Regular", (True, False): "Semibold", (False, True): "It", (True, True): "SemiboldIt"}
_FALLBACK_CUTS = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
# Soft hyphens, spaces of no width and byte order marks have no ink; they only tell where a line may end.
_NO_INK = {ord(character): None for character in "\u00ad\u200b\u2060\ufeff"}
# Signs that turn the order of letters without ink of their own; overrides are not among them, for they hide words.
_TURNING = {ord(character): None for character in "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"}
# Joiners mean something after letters that join or move, and nothing but mischief elsewhere.
_LOOSE_JOINER = re.compile(f"(?<!{MOVING.pattern[:-1]}\u200c\u200d])[\u200c\u200d]+")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One cut of a typeface, ready to shape with; lengths are in thousandths of an em."""

    name: str
    data: bytes
    font: uharfbuzz.Font
    characters: frozenset[int]
    scale: float

    def has(self, text: str) -> bool:
        """Say whether every character of the text can be drawn with this face."""
        return all(ord(character) in self.characters for character in text)


@dataclass(frozen=True, slots=True)
class Family:
    """A typeface with its four cuts; `bold` is semibold where the family has it."""

    sans: bool = False
    bold: bool = False
    italic: bool = False

    def face_for(self, text: str, others_first: bool = False) -> Face | None:
        """Return the first face that has every character of the text; FiraGO is only read where it is needed.

        With `others_first` FiraGO comes before the text face, so that a text in another writing is of one design.
        """
        cut = _FALLBACK_CUTS[self.bold, self.italic]
        if others_first and _fira(cut).has(text):
            return _fira(cut)
        if self.own.has(text):
            return self.own
        return _fira(cut) if _fira(cut).has(text) else None

    @property
    def own(self) -> Face:
        """The cut of the text face itself."""
        package, stem = _SANS if self.sans else _SERIF
        return _packaged(package, f"{stem}-{_CUTS[self.bold, self.italic]}")


def fonts_are_complete() -> bool:
    """Say whether every face that a document may need is installed and can be read."""
    try:
        faces = [_packaged(package, f"{stem}-{cut}") for package, stem in (_SERIF, _SANS) for cut in _CUTS.values()]
        faces += [_fira(cut) for cut in _FALLBACK_CUTS.values()]
    except (OSError, ImportError, ValueError, StopIteration, lzma.LZMAError):
        return False
    return all(face.has("A") for face in faces)


def set_as(words: str) -> str:
    """Return the words as they are laid out: composed letters, plain spaces, nothing that means nothing."""
    composed = unicodedata.normalize("NFC", words)
    if composed.isascii() and "\r" not in composed and "\t" not in composed:
        return composed
    plain = composed.translate(_NO_INK).replace("\r\n", "\n").replace("\t", " ")
    return _LOOSE_JOINER.sub("", plain)


def drawn(words: str) -> str:
    """Return the words as they are drawn: without the signs that turn the order of letters."""
    laid = set_as(words)
    return laid if laid.isascii() else laid.translate(_TURNING)


def missing_characters(document: Document, more: tuple[Face, ...] = ()) -> tuple[str, ...]:
    """Name every character of the document that no face has, as `U+4E00 CJK UNIFIED IDEOGRAPH-4E00`."""
    lacked = characters_lacked(document)
    # A face from elsewhere may have a picture even for signs that hide the order of words.
    found = {each for each in lacked if each.isalnum() or unicodedata.category(each) in {"Po", "Ps", "Pe", "Pd", "So"}}
    return character_names(lacked - {each for each in found if any(face.has(each) for face in more)})


def characters_lacked(document: Document) -> set[str]:
    """Return the document's characters that the faces of the packages lack."""
    return {character for character in _used(document) if not _has(character)}


def _used(document: Document) -> set[str]:
    """Collect the document's characters, without line ends and joiners, which are never drawn themselves."""
    return {character for text, _ in document.texts() for character in drawn(text.plain)} - set("\n\u200c\u200d")


def _has(character: str) -> bool:
    """Say whether a face can draw the character in every family and cut a document may use it in."""
    return all(
        Family(sans, bold, italic).face_for(character) is not None
        for sans in (False, True)
        for bold in (False, True)
        for italic in (False, True)
    )


def character_names(characters: set[str]) -> tuple[str, ...]:
    """Give characters their code points and Unicode names, in code-point order."""
    return tuple(f"U+{ord(each):04X} {unicodedata.name(each, 'without a name')}" for each in sorted(characters))


@cache
def _packaged(package: str, stem: str) -> Face:
    """Read a face from a package's files."""
    return opened_face(stem, (_files(package) / "files" / f"{stem}.ttf").read_bytes())


@cache
def _fira(cut: str) -> Face:
    """Read a FiraGO face: its package keeps the file as a literal, which is parsed and never run."""
    source = (_files("pymupdf_fonts") / f"FiraGO_{cut}.py").read_text("ascii")
    literals = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    packed = next(value for value in literals if isinstance(value, bytes))
    return opened_face(f"FiraGO-{cut}", lzma.decompress(base64.b64decode(packed)))


def _files(package: str) -> Traversable:
    """Find an installed package's files without running the package."""
    spec = util.find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(package)
    return resources.files(util.module_from_spec(spec))


def opened_face(name: str, data: bytes, index: int = 0) -> Face:
    """Open a face with HarfBuzz; `index` is its place in a collection."""
    face = uharfbuzz.Face(data, index)
    return Face(name, data, uharfbuzz.Font(face), frozenset(face.unicodes), 1000 / face.upem)

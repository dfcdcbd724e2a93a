"""Words into glyphs: HarfBuzz shapes each word once per document, and every glyph remembers the text it stands for."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

import uharfbuzz

from t2desk.reports.errors import MissingCharacters
from t2desk.reports.fonts import Face, Family, character_names
from t2desk.reports.styles import Style

FIRST_CID = 1  # 0 is .notdef, which is never drawn
_MONOTONE = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides a word's glyphs, apart from its letters."""

    family: Family
    language: str
    capitals: bool = False
    tracked: bool = False

    @classmethod
    def of(cls, style: Style, language: str) -> "Look":
        """Return a style's look; tracked letters stand alone, without kerning that readers would take for a space."""
        return cls(style.family, language, style.capitals, style.tracking != 0)

    def marked(self, bold: bool, italic: bool) -> "Look":
        """Return the look with a mark's weight or slope added."""
        family = replace(self.family, bold=self.family.bold or bold, italic=self.family.italic or italic)
        return replace(self, family=family)


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs to show together: font resource, the inside of a TJ array, rise in thousandths.

    `spelled` is the text where several glyphs stand for one letter.
    """

    font: str
    show: str
    rise: int = 0
    spelled: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped word or part of one: what to show, its advance in thousandths of an em, its number of glyphs."""

    parts: tuple[Part, ...]
    advance: float
    glyphs: int


@dataclass(slots=True)
class FaceUse:
    """What one document has drawn with a face: a number (CID) for every pair of glyph and text, in order of use."""

    face: Face
    resource: str
    numbers: dict[tuple[int, str], int] = field(default_factory=dict)
    advances: dict[int, int] = field(default_factory=dict)

    def number(self, glyph: int, text: str) -> int:
        """Return the number of a glyph that stands for a text, giving the next one at first use."""
        return self.numbers.setdefault((glyph, text), len(self.numbers) + FIRST_CID)

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph as the font program has it, in whole thousandths."""
        if glyph not in self.advances:
            self.advances[glyph] = round(self.face.font.get_glyph_h_advance(glyph) * self.face.scale)
        return self.advances[glyph]


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One placed glyph: offsets and advance in thousandths."""

    number: int
    width: int
    advance: int
    across: int
    up: int


class Shaper:
    """Shapes for one document; nothing of it outlives the document, so no export can tell of an earlier one."""

    def __init__(self) -> None:
        """Start with no face used."""
        self.uses: dict[str, FaceUse] = {}
        self._pieces: dict[tuple[Look, str], Piece] = {}

    def shape(self, word: str, look: Look) -> Piece:
        """Return the word's glyphs; a word seen before in this look costs a dictionary's look-up."""
        piece = self._pieces.get((look, word))
        if piece is None:
            piece = self._pieces[(look, word)] = self._shaped(word, look)
        return piece

    def _shaped(self, word: str, look: Look) -> Piece:
        """Shape a word that is new, run by run of one face."""
        parts: list[Part] = []
        advance, glyphs = 0, 0
        for face, text in _runs(word, look):
            use = self.uses.setdefault(face.name, FaceUse(face, f"T{len(self.uses)}"))
            for spelled, placed in _clusters(text, use, look):
                parts.extend(_parts(use.resource, placed, spelled))
                advance += sum(glyph.advance for glyph in placed)
                glyphs += len(placed)
        return Piece(joined(parts), advance, glyphs)


def _runs(word: str, look: Look) -> Iterator[tuple[Face, str]]:
    """Cut a word where the face must change: the first face that has all of it, else the first for each letter."""
    whole = look.family.face_for(_cased(word, look))
    if whole is not None:
        yield whole, word
        return
    letters = [(_face_of(letter, look), letter) for letter in _letters(word)]
    for face, group in groupby(letters, key=lambda pair: pair[0]):
        yield face, "".join(letter for _, letter in group)


def _face_of(letter: str, look: Look) -> Face:
    """Return the first face with the letter and its marks; what no face has is refused, never drawn as a box."""
    face = look.family.face_for(_cased(letter, look))
    if face is None:
        raise MissingCharacters(characters=", ".join(character_names(set(letter))))
    return face


def _letters(word: str) -> Iterator[str]:
    """Cut a word into letters that keep their combining marks."""
    start = 0
    for index in range(1, len(word) + 1):
        if index == len(word) or not unicodedata.combining(word[index]):
            yield word[start:index]
            start = index


def _cased(word: str, look: Look) -> str:
    """Return the letters that are drawn."""
    return "".join(_capital(letter, look) for letter in word) if look.capitals else word


@cache
def _capital(letter: str, look: Look) -> str:
    """Return the capital drawn for a letter: one for one, or the letter itself, so that the text stays exact."""
    turkish = look.language.partition("-")[0] in {"tr", "az"}
    capital = "İ" if turkish and letter == "i" else letter.upper()
    return capital if len(capital) == 1 and look.family.face_for(capital) is not None else letter


def _clusters(text: str, use: FaceUse, look: Look) -> Iterator[tuple[str | None, list[_Glyph]]]:
    """Shape a run and yield its clusters; the words are given where a cluster needs more than one glyph."""
    buffer = _shaped_buffer(text, use.face, look)
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in placed})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groupby(placed, key=lambda pair: pair[0].cluster):
        members = list(group)
        words = text[start : ends[start]]
        yield (words if len(members) > 1 else None), [_glyph(use, info, position, words) for info, position in members]


def _shaped_buffer(text: str, face: Face, look: Look) -> uharfbuzz.Buffer:
    """Run HarfBuzz with everything said, so that neither the locale nor a neighbour has a voice in it."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = _MONOTONE
    buffer.add_str(_cased(text, look))
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = look.language
    uharfbuzz.shape(face.font, buffer, dict.fromkeys(("kern", "liga", "clig"), not look.tracked))
    return buffer


def _glyph(use: FaceUse, info: uharfbuzz.GlyphInfo, position: uharfbuzz.GlyphPosition, words: str) -> _Glyph:
    """Give a glyph its number and turn its place into thousandths."""
    scale = use.face.scale
    return _Glyph(
        use.number(info.codepoint, words),
        use.advance(info.codepoint),
        round(position.x_advance * scale),
        round(position.x_offset * scale),
        round(position.y_offset * scale),
    )


def _parts(resource: str, placed: list[_Glyph], spelled: str | None) -> Iterator[Part]:
    """Write a cluster as shows, one for each height its glyphs stand at."""
    for up, group in groupby(placed, key=lambda glyph: glyph.up):
        yield Part(resource, "".join(_shown(glyph) for glyph in group), up, spelled)
        spelled = None if spelled is None else ""


def _shown(glyph: _Glyph) -> str:
    """Write one glyph with the adjustments before and after it, as the inside of a TJ array."""
    before = f"{-glyph.across} " if glyph.across else ""
    after = glyph.width + glyph.across - glyph.advance
    return f"{before}<{glyph.number:04X}>" + (f"{after} " if after else "")


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join neighbours that need no change between them, and the hexadecimal strings that touch."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if last and last.spelled is None and part.spelled is None and (last.font, last.rise) == (part.font, part.rise):
            found[-1] = replace(last, show=last.show + part.show)
        else:
            found.append(part)
    return tuple(replace(part, show=part.show.replace("><", "")) for part in found)

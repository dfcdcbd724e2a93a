"""Words into glyphs: HarfBuzz shapes each word once per document, and every glyph remembers the text it stands for."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

import uharfbuzz

from t2desk.reports.errors import MissingCharacters
from t2desk.reports.fonts import Face, Family, character_names
from t2desk.reports.hyphenation import SOFT_HYPHEN
from t2desk.reports.scripts import MOVING, by_script
from t2desk.reports.styles import Style

NO_TEXT = "\u2060"  # what a further glyph of a letter stands for to readers that ignore the spelled-out text
_WITHOUT_INK = {ord(sign): None for sign in "\u200c\u200d"}
_UPRIGHT = {"Arab", "Hebr", "Syrc", "Thaa", "Deva", "Thai"}  # writings without a sloped cut of their own
_ARABIC, _ARABIC_FOR_CAPITALS = 1.06, 1.3  # sizes beside Latin text and beside Latin capitals
FIRST_CID = 1  # 0 is .notdef, which is never drawn
_BY_CHARACTER = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
_BY_LETTER = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES  # where readers tear marks from what they stand on


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides a word's glyphs, apart from its letters."""

    family: Family
    language: str
    capitals: bool = False
    tracked: bool = False
    others_first: bool = False  # the faces of other writings also for what the text face has: one design in a text

    @classmethod
    def of(cls, style: Style, language: str, others_first: bool = False) -> "Look":
        """Return a style's look; tracked letters stand alone, without kerning that readers would take for a space."""
        return cls(style.family, language, style.capitals, style.tracking != 0, others_first)

    def marked(self, bold: bool, italic: bool) -> "Look":
        """Return the look with a mark's weight or slope added."""
        family = replace(self.family, bold=self.family.bold or bold, italic=self.family.italic or italic)
        return replace(self, family=family)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one direction within the word they are shaped in, whose other letters they may join."""

    word: str
    start: int
    end: int
    from_the_right: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs to show together: font resource, the inside of a TJ array, rise in thousandths.

    `spelled` is the text where several glyphs stand for one letter; `factor` is the size beside the style's;
    `script` is the writing, as far as letters have one.
    """

    font: str
    show: str
    rise: int = 0
    spelled: str | None = None
    factor: float = 1.0
    script: str = ""

    def continues(self, other: "Part") -> bool:
        """Say whether nothing changes from the other part to this one."""
        mine, its = (
            (self.font, self.rise, self.factor, self.script),
            (other.font, other.rise, other.factor, other.script),
        )
        return mine == its and self.spelled is None and other.spelled is None


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

    def __init__(self, more: tuple[Face, ...] = ()) -> None:
        """Start with no face used; `more` are faces for what those of the packages lack."""
        self.uses: dict[str, FaceUse] = {}
        self._more = more
        self._pieces: dict[tuple[Look, str | Run], Piece] = {}

    def shape(self, word: str, look: Look) -> Piece:
        """Return the word's glyphs, left to right; a word seen before in this look costs a dictionary's look-up."""
        piece = self._pieces.get((look, word))
        if piece is None:
            piece = self._pieces[look, word] = self._shaped(Run(word, 0, len(word)), look)
        return piece

    def shape_run(self, run: Run, look: Look) -> Piece:
        """Return the glyphs of a part of a word from left to right, whichever way it is read."""
        piece = self._pieces.get((look, run))
        if piece is None:
            piece = self._pieces[look, run] = self._shaped(run, look)
        return piece

    def _shaped(self, run: Run, look: Look) -> Piece:
        """Shape a run that is new, stretch by stretch of one face and writing."""
        parts: list[Part] = []
        advance, glyphs = 0.0, 0
        drawn = _cased(run.word, look)
        stretches = [*_stretches(run, drawn, look, self._more)]
        for face, script, stretch in reversed(stretches) if run.from_the_right else stretches:
            use = self.uses.setdefault(face.name, FaceUse(face, f"T{len(self.uses)}"))
            factor = _factor(script, look)
            for spelled, placed in _letters_placed(drawn, stretch, script, use, look):
                parts.extend(_parts(use.resource, placed, spelled, factor, script))
                advance += sum(glyph.advance for glyph in placed) * factor
                glyphs += len(placed)
        return Piece(joined(parts), advance, glyphs)


def _factor(script: str, look: Look) -> float:
    """Return the size beside Latin letters of the same grade: Arabic looks smaller, and has no capitals."""
    if script != "Arab":
        return 1.0
    return _ARABIC_FOR_CAPITALS if look.capitals else _ARABIC


def _stretches(run: Run, drawn: str, look: Look, more: tuple[Face, ...]) -> Iterator[tuple[Face, str, Run]]:
    """Cut a run where the writing changes, then where the face must change."""
    at = run.start
    whole = _chosen(drawn[run.start : run.end], look, more)
    for script, text in by_script(run.word[run.start : run.end]):
        if whole is not None and script not in _UPRIGHT:
            yield whole, script, replace(run, start=at, end=at + len(text))
            at += len(text)
            continue
        seen = look if script not in _UPRIGHT else replace(look, family=replace(look.family, italic=False))
        for face, length in _faces(drawn[at : at + len(text)], seen, more):
            yield face, script, replace(run, start=at, end=at + length)
            at += length


def _faces(drawn: str, look: Look, more: tuple[Face, ...]) -> Iterator[tuple[Face, int]]:
    """Choose the first face that has all letters, else the first for each letter; yield each with how many it sets."""
    whole = _chosen(drawn, look, more)
    if whole is not None:
        yield whole, len(drawn)
        return
    letters = [(_face_of(letter, look, more), letter) for letter in _letters(drawn)]
    for face, group in groupby(letters, key=lambda pair: pair[0]):
        yield face, sum(len(letter) for _, letter in group)


def _chosen(text: str, look: Look, more: tuple[Face, ...]) -> Face | None:
    """Return the first face that has a text."""
    shown = text.translate(_WITHOUT_INK)
    face = look.family.face_for(shown, look.others_first)
    return face or next((other for other in more if other.has(shown)), None)


def _face_of(letter: str, look: Look, more: tuple[Face, ...]) -> Face:
    """Return the first face with the letter and its marks; what no face has is refused, never drawn as a box."""
    face = _chosen(letter, look, more)
    if face is None:
        raise MissingCharacters(characters=", ".join(character_names(set(letter))))
    return face


def _letters(word: str) -> Iterator[str]:
    """Cut a word into letters that keep their combining marks."""
    start = 0
    for index in range(1, len(word) + 1):
        if index == len(word) or not unicodedata.category(word[index]).startswith("M"):
            yield word[start:index]
            start = index


def _cased(word: str, look: Look) -> str:
    """Return the letters that are drawn: capitals where the style has them, a hyphen where a word is divided."""
    cased = "".join(_capital(letter, look) for letter in word) if look.capitals else word
    return cased.replace(SOFT_HYPHEN, "-")


@cache
def _capital(letter: str, look: Look) -> str:
    """Return the capital drawn for a letter: one for one, or the letter itself, so that the text stays exact."""
    turkish = look.language.partition("-")[0] in {"tr", "az"}
    capital = "İ" if turkish and letter == "i" else letter.upper()
    return capital if len(capital) == 1 and look.family.face_for(capital) is not None else letter


def _letters_placed(
    drawn: str, run: Run, script: str, use: FaceUse, look: Look
) -> Iterator[tuple[str | None, list[_Glyph]]]:
    """Shape a run and yield its clusters left to right; the words are given where one needs more than one glyph."""
    clusters = [*_clusters(_shaped_buffer(drawn, run, script, use.face, look), run, use)]
    if not run.from_the_right:
        yield from ((words if len(placed) > 1 else None, placed) for words, placed in clusters)
        return
    for letter in _letters_from_the_right(clusters):
        yield from ((words if len(placed) > 1 else None, placed) for words, placed in letter)


_Cluster = tuple[str, list[_Glyph]]


def _letters_from_the_right(clusters: list[_Cluster]) -> Iterator[list[_Cluster]]:
    """Group clusters, which stand from left to right, into letters whose base comes before its marks."""
    letter: list[_Cluster] = []
    for words, placed in clusters:
        letter.append((words, placed))
        if not unicodedata.category(words[0]).startswith("M"):
            yield _base_first(letter)
            letter = []
    if letter:
        yield _base_first(letter)


def _base_first(letter: list[_Cluster]) -> list[_Cluster]:
    """Turn a letter's glyphs around without moving them: each is placed from where the one before it ended."""
    if len(letter) == 1 and len(letter[0][1]) == 1:
        return letter
    left, places = 0, []
    for _, placed in letter:
        for glyph in placed:
            places.append(left + glyph.across)
            left += glyph.advance
    pen = 0
    turned: list[_Cluster] = []
    for words, placed in reversed(letter):
        moved: list[_Glyph] = []
        for glyph in reversed(placed):
            advance = left if not turned and not moved else 0
            moved.append(replace(glyph, across=places.pop() - pen, advance=advance))
            pen = left
        turned.append((words, moved))
    return turned


def _clusters(buffer: uharfbuzz.Buffer, run: Run, use: FaceUse) -> Iterator[_Cluster]:
    """Yield the clusters of a shaped run left to right, each with its text; only its first glyph stands for that."""
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in placed})
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True))
    for start, group in groupby(placed, key=lambda pair: pair[0].cluster):
        members = list(group)
        words = run.word[start : ends[start]]
        first = len(members) - 1 if run.from_the_right else 0
        texts = [words if index == first else NO_TEXT for index in range(len(members))]
        glyphs = [_glyph(use, *member, text) for member, text in zip(members, texts, strict=True)]
        yield words, glyphs


def _shaped_buffer(drawn: str, run: Run, script: str, face: Face, look: Look) -> uharfbuzz.Buffer:
    """Run HarfBuzz with everything said, so that neither the locale nor a neighbour has a voice in it."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = _BY_LETTER if MOVING.match(drawn, run.start) else _BY_CHARACTER
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_codepoints([ord(letter) for letter in drawn], run.start, run.end - run.start)
    buffer.script = script or "Zyyy"
    buffer.direction = "rtl" if run.from_the_right else "ltr"
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


def _parts(resource: str, placed: list[_Glyph], spelled: str | None, factor: float, script: str) -> Iterator[Part]:
    """Write a cluster as shows, one for each height its glyphs stand at."""
    for up, group in groupby(placed, key=lambda glyph: glyph.up):
        yield Part(resource, "".join(_shown(glyph) for glyph in group), up, spelled, factor, script)
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
        if found and part.continues(found[-1]):
            found[-1] = replace(part, show=found[-1].show + part.show)
        else:
            found.append(part)
    return tuple(replace(part, show=part.show.replace("><", "")) for part in found)

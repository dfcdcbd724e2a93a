"""Texts into lines of a given width; whatever the words, nothing is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from t2desk.domain.documents import Span, Text
from t2desk.reports.fonts import drawn
from t2desk.reports.line_breaks import letter_ends, line_breaks
from t2desk.reports.shaping import Look, Part, Piece, Shaper, joined
from t2desk.reports.styles import Style


@dataclass(frozen=True, slots=True)
class Shown:
    """Glyphs with the colour they are drawn in."""

    part: Part
    colour: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is drawn, and how wide that is without the spaces at its end, in points."""

    shown: tuple[Shown, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two places where a line may end: its width without and with its trailing spaces."""

    spans: tuple[Span, ...]
    shown: tuple[Shown, ...]
    width: float
    advance: float
    must_end: bool = False


class _StyleWords:
    """The segments of one style and language, each made once: most words of a document come again."""

    def __init__(self, shaper: Shaper, style: Style, language: str) -> None:
        """Begin with the space, which every line needs."""
        self.shaper, self.style = shaper, style
        self.look = Look.of(style, language)
        self._segments: dict[tuple[str, bool, bool, bool], _Segment] = {}
        self._space = shaper.shape(" ", self.look)
        self.space = tuple(Shown(part, style.colour) for part in self._space.parts)

    def segment(self, spans: tuple[Span, ...], start: int, end: int) -> _Segment:
        """Return the segment between two places of some words, spaces at its end included."""
        if len(spans) > 1:
            return self._shaped(tuple(_cut(spans, start, end)))
        span = spans[0]
        key = (span.words[start:end], span.bold, span.italic, span.bracketed)
        segment = self._segments.get(key)
        if segment is None:
            segment = self._segments[key] = self._shaped((Span(*key),))
        return segment

    def _shaped(self, spans: tuple[Span, ...]) -> _Segment:
        """Shape a segment that is new."""
        text = "".join(span.words for span in spans)
        core = text.rstrip(" \n")
        spaces = text.count(" ", len(core))
        pieces = [self._piece(span) for span in _cut(spans, 0, len(core))]
        width = sum(self._points(piece) for piece, _ in pieces)
        pieces += [(self._space, self.style.colour)] * spaces
        shown = [Shown(part, colour) for piece, colour in pieces for part in piece.parts]
        return _Segment(spans, tuple(_joined(shown)), width, width + spaces * self._points(self._space))

    def _piece(self, span: Span) -> tuple[Piece, int]:
        """Shape a stretch in the weight and slope its marks ask for, and say its colour."""
        accent = self.style.accent if span.bracketed else None
        look = self.look.marked(span.bold or accent is not None, span.italic)
        return self.shaper.shape(span.words, look), self.style.colour if accent is None else accent

    def _points(self, piece: Piece) -> float:
        """Return a piece's width in points, tracking included."""
        return piece.advance * self.style.size / 1000 + piece.glyphs * self.style.tracking

    def letters(self, segment: _Segment) -> Iterator[_Segment]:
        """Cut a segment that is wider than a line into its letters; spaces at its end stay with the last."""
        text = "".join(span.words for span in segment.spans)
        ends = [end for end in letter_ends(text) if end < len(text.rstrip(" \n"))]
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            letter = self.segment(segment.spans, start, end)
            yield replace(letter, must_end=segment.must_end) if end == len(text) else letter


class Setter:
    """Sets the texts of one document in one language."""

    def __init__(self, shaper: Shaper, language: str) -> None:
        """Use the document's shaper; a wording in another language has a setter of its own over the same shaper."""
        self.shaper = shaper
        self.language = language
        self._words: dict[Style, _StyleWords] = {}

    def lines(self, words: Text | tuple[Span, ...], style: Style, width: float) -> tuple[Line, ...]:
        """Break words into lines no wider than `width` points; no words give no line."""
        given = words.spans() if isinstance(words, Text) else words
        spans = tuple(Span(drawn(span.words), span.bold, span.italic, span.bracketed) for span in given)
        known = self._words.get(style)
        if known is None:
            known = self._words[style] = _StyleWords(self.shaper, style, self.language)
        return tuple(_filled(known, _fitting(known, _segments(known, spans), width), width))


def _segments(known: _StyleWords, spans: tuple[Span, ...]) -> Iterator[_Segment]:
    """Cut a text at its break opportunities."""
    text = "".join(span.words for span in spans)
    start = 0
    for end, must_end in line_breaks(text):
        segment = known.segment(spans, start, end)
        yield replace(segment, must_end=True) if must_end and end < len(text) else segment
        start = end


def _fitting(known: _StyleWords, segments: Iterator[_Segment], width: float) -> Iterator[_Segment]:
    """Replace each segment that is wider than a line by its letters."""
    for segment in segments:
        if segment.width > width:
            yield from known.letters(segment)
        else:
            yield segment


def _filled(known: _StyleWords, segments: Iterator[_Segment], width: float) -> Iterator[Line]:
    """Fill lines one after the other; a space is emitted at a line's end, so that readers do not join words."""
    shown: list[Shown] = []
    used = inked = 0.0
    for segment in segments:
        if shown and used + segment.width > width + 0.01:
            yield Line(tuple(shown), inked)
            shown, used, inked = [], 0.0, 0.0
        shown += segment.shown
        inked = used + segment.width
        used += segment.advance
        if segment.must_end:
            yield Line((*shown, *known.space), inked)
            shown, used, inked = [], 0.0, 0.0
    if shown:
        yield Line(tuple(shown), inked)


def _joined(shown: list[Shown]) -> Iterator[Shown]:
    """Join neighbours of one colour where nothing changes between them."""
    for colour, group in groupby(shown, key=lambda each: each.colour):
        yield from (Shown(part, colour) for part in joined(each.part for each in group))


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans that lie between two places of the whole text."""
    offset = 0
    for span in spans:
        words = span.words[max(start - offset, 0) : max(end - offset, 0)]
        if words:
            yield Span(words, span.bold, span.italic, span.bracketed)
        offset += len(span.words)

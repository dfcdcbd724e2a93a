"""Texts into lines of a given width; whatever the words, nothing is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from t2desk.domain.documents import Span, Text
from t2desk.reports.fonts import drawn
from t2desk.reports.line_breaks import letter_ends, line_breaks
from t2desk.reports.shaping import Look, Piece, Shaper
from t2desk.reports.styles import Style


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece with the colour it is drawn in."""

    piece: Piece
    colour: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is drawn, and how wide that is without the spaces at its end, in points."""

    shown: tuple[Shown, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two places where a line may end; its trailing spaces are only counted."""

    words: tuple[Span, ...]
    shown: tuple[Shown, ...]
    width: float
    spaces: int
    must_end: bool = False


class _StyleWords:
    """The segments of one style and language, each made once: most words of a document come again."""

    def __init__(self, shaper: Shaper, style: Style, language: str) -> None:
        """Begin with the space, which every line needs."""
        self.shaper, self.style = shaper, style
        self.look = Look.of(style, language)
        self._segments: dict[tuple[Span, ...], _Segment] = {}
        self.space = Shown(shaper.shape(" ", self.look), style.colour)
        self.space_width = self._points(self.space.piece)

    def segment(self, spans: tuple[Span, ...]) -> _Segment:
        """Return the segment of some words, spaces at its end included."""
        segment = self._segments.get(spans)
        if segment is None:
            segment = self._segments[spans] = self._shaped(spans)
        return segment

    def _shaped(self, spans: tuple[Span, ...]) -> _Segment:
        """Shape a segment that is new."""
        text = "".join(span.words for span in spans)
        core = text.rstrip(" \n")
        words = tuple(_cut(spans, 0, len(core)))
        shown = tuple(self._shown(span) for span in words)
        width = sum(self._points(each.piece) for each in shown)
        return _Segment(words, shown, width, text.count(" ", len(core)))

    def _shown(self, span: Span) -> Shown:
        """Shape a stretch in the weight, slope and colour its marks ask for."""
        accent = self.style.accent if span.bracketed else None
        look = self.look.marked(span.bold or accent is not None, span.italic)
        return Shown(self.shaper.shape(span.words, look), self.style.colour if accent is None else accent)

    def _points(self, piece: Piece) -> float:
        """Return a piece's width in points, tracking included."""
        return piece.advance * self.style.size / 1000 + piece.glyphs * self.style.tracking

    def letters(self, segment: _Segment) -> Iterator[_Segment]:
        """Cut a segment that is wider than a line into its letters; the last keeps the spaces."""
        ends = letter_ends("".join(span.words for span in segment.words))
        for start, end in zip([0, *ends[:-1]], ends, strict=True):
            letter = self.segment(tuple(_cut(segment.words, start, end)))
            if end == ends[-1]:
                letter = replace(letter, spaces=segment.spaces, must_end=segment.must_end)
            yield letter


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
        segment = known.segment(tuple(_cut(spans, start, end)))
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
        shown += [*segment.shown, *[known.space] * segment.spaces]
        inked = used + segment.width
        used = inked + segment.spaces * known.space_width
        if segment.must_end:
            yield Line((*shown, known.space), inked)
            shown, used, inked = [], 0.0, 0.0
    if shown:
        yield Line(tuple(shown), inked)


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans that lie between two places of the whole text."""
    offset = 0
    for span in spans:
        words = span.words[max(start - offset, 0) : max(end - offset, 0)]
        if words:
            yield Span(words, span.bold, span.italic, span.bracketed)
        offset += len(span.words)

"""Texts into lines of a given width; whatever the words, nothing is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    """What stands between two places where a line may end; a lonely letter says so, for it can't be broken again."""

    words: tuple[Span, ...]
    shown: tuple[Shown, ...]
    width: float
    spaces: int
    must_end: bool


class Setter:
    """Sets the texts of one document in one language."""

    def __init__(self, shaper: Shaper, language: str) -> None:
        """Use the document's shaper; a wording in another language has a setter of its own over the same shaper."""
        self.shaper = shaper
        self.language = language

    def lines(self, words: Text | tuple[Span, ...], style: Style, width: float) -> tuple[Line, ...]:
        """Break words into lines no wider than `width` points; no words give no line."""
        given = words.spans() if isinstance(words, Text) else words
        spans = tuple(span if style.accent is not None else _unbracketed(span) for span in given)
        return tuple(self._filled(self._segments(spans, style), style, width))

    def _segments(self, spans: tuple[Span, ...], style: Style) -> Iterator[_Segment]:
        """Cut a text at its break opportunities."""
        spans = tuple(Span(drawn(span.words), span.bold, span.italic, span.bracketed) for span in spans)
        start = 0
        text = "".join(span.words for span in spans)
        for end, must_end in line_breaks(text):
            yield self._segment(tuple(_cut(spans, start, end)), style, must_end and end < len(text))
            start = end

    def _segment(self, spans: tuple[Span, ...], style: Style, must_end: bool) -> _Segment:
        """Shape one segment, its trailing spaces only counted."""
        text = "".join(span.words for span in spans)
        core = text.rstrip(" \n")
        words = tuple(_cut(spans, 0, len(core)))
        shown = tuple(self._shown(span, style) for span in words)
        width = sum(_points(each.piece, style) for each in shown)
        return _Segment(words, shown, width, text.count(" ", len(core)), must_end)

    def _shown(self, span: Span, style: Style) -> Shown:
        """Shape a stretch in the weight, slope and colour its marks ask for."""
        colour = style.accent if span.bracketed and style.accent is not None else style.colour
        if span.bold and style.strong is not None:
            colour = style.strong
        look = Look.of(style, self.language).marked(span.bold or span.bracketed, span.italic)
        return Shown(self.shaper.shape(span.words, look), colour)

    def _letters(self, segment: _Segment, style: Style) -> Iterator[_Segment]:
        """Cut a segment that is wider than a line into its letters."""
        text = "".join(span.words for span in segment.words)
        ends = letter_ends(text)
        for start, end in zip([0, *ends], ends, strict=False):
            letter = self._segment(tuple(_cut(segment.words, start, end)), style, must_end=False)
            last = end == len(text)
            yield _Segment(
                letter.words, letter.shown, letter.width, segment.spaces if last else 0, last and segment.must_end
            )

    def _filled(self, segments: Iterator[_Segment], style: Style, width: float) -> Iterator[Line]:
        """Fill lines one after the other; a space is emitted at a line's end, so that readers do not join words."""
        space = Shown(self.shaper.shape(" ", Look.of(style, self.language)), style.colour)
        advance = _points(space.piece, style)
        shown: list[Shown] = []
        used = inked = 0.0
        for segment in self._fitting(segments, style, width):
            if shown and used + segment.width > width + 0.01:
                yield Line(tuple(shown), inked)
                shown, used, inked = [], 0.0, 0.0
            shown += [*segment.shown, *[space] * segment.spaces]
            inked = used + segment.width
            used = inked + segment.spaces * advance
            if segment.must_end:
                yield Line((*shown, space), inked)
                shown, used, inked = [], 0.0, 0.0
        if shown:
            yield Line(tuple(shown), inked)

    def _fitting(self, segments: Iterator[_Segment], style: Style, width: float) -> Iterator[_Segment]:
        """Replace each segment that is wider than a line by its letters."""
        for segment in segments:
            if segment.width > width:
                yield from self._letters(segment, style)
            else:
                yield segment


def _unbracketed(span: Span) -> Span:
    """Return a span whose brackets are ordinary characters."""
    return Span(span.words, span.bold, span.italic)


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans that lie between two places of the whole text."""
    offset = 0
    for span in spans:
        words = span.words[max(start - offset, 0) : max(end - offset, 0)]
        if words:
            yield Span(words, span.bold, span.italic, span.bracketed)
        offset += len(span.words)


def _points(piece: Piece, style: Style) -> float:
    """Return a piece's width in points, tracking included."""
    return piece.advance * style.size / 1000 + piece.glyphs * style.tracking

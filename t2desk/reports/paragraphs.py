"""Texts into lines of a given width; whatever the words, nothing is cut off."""

from collections.abc import Iterable
from dataclasses import replace

from t2desk.domain.documents import Span, Text
from t2desk.reports.bidi import RIGHT_TO_LEFT
from t2desk.reports.directed import base_of, directed_lines
from t2desk.reports.filling import filled
from t2desk.reports.fonts import set_as
from t2desk.reports.line_breaks import line_breaks
from t2desk.reports.lines import Line
from t2desk.reports.scripts import MOVING, is_from_the_right
from t2desk.reports.shaping import Shaper
from t2desk.reports.styles import Style
from t2desk.reports.words import Segment, StyleWords


class Setter:
    """Sets the texts of one document in one language."""

    def __init__(self, shaper: Shaper, language: str, others: tuple[str, ...] = ()) -> None:
        """Use the document's shaper; a wording in another language has a setter of its own over the same shaper.

        `others` are the document's other languages: what a run in another writing is likely in.
        """
        self.shaper = shaper
        self.language = language
        self.others = others
        self.from_the_right = is_from_the_right(language)
        self._words: dict[Style, StyleWords] = {}

    def in_language(self, language: str) -> "Setter":
        """Return a setter for a wording in another language of the document."""
        others = tuple(other for other in (self.language, *self.others) if other != language)
        return Setter(self.shaper, language, others)

    def lines(self, words: Text | tuple[Span, ...], style: Style, width: float) -> tuple[Line, ...]:
        """Break words into lines no wider than `width` points; no words give no line."""
        given = words.spans() if isinstance(words, Text) else words
        spans = tuple(Span(set_as(span.words), span.bold, span.italic, span.bracketed) for span in given)
        text = "".join(span.words for span in spans)
        if style.tracking and MOVING.search(text):
            style = replace(style, tracking=0.0)
        known = self._words.get(style)
        if known is None:
            known = self._words[style] = StyleWords(self.shaper, style, self.language, self.others)
        if RIGHT_TO_LEFT.search(text) or (self.from_the_right and not any(map(str.isalpha, text))):
            return tuple(directed_lines(known, spans, base_of(text, self.from_the_right), width))
        return tuple(_straight_lines(known, spans, text, width))


def _straight_lines(known: StyleWords, spans: tuple[Span, ...], text: str, width: float) -> Iterable[Line]:
    """Set a text that runs from left to right throughout."""
    spoken = MOVING.search(text) is not None
    for segments in filled(_segments(known, spans, text), width, known.divided, known.letters):
        shown = [each for segment in segments for each in segment.shown]
        last = segments[-1]
        if last.must_end:
            shown += known.space
        inked = sum(segment.advance for segment in segments) - last.advance + last.width
        said = "".join(segment.text for segment in segments) if spoken else None
        yield Line(tuple(shown), inked, known.style.tracking, said)


def _segments(known: StyleWords, spans: tuple[Span, ...], text: str) -> Iterable[Segment]:
    """Cut a text at its break opportunities."""
    start = offset = index = 0
    for end, must_end in line_breaks(text):
        while index < len(spans) - 1 and start >= offset + len(spans[index].words):
            offset += len(spans[index].words)
            index += 1
        span = spans[index]
        if end <= offset + len(span.words):
            segment = known.segment(text[start:end], span)
        else:
            segment = known.mixed(spans, start, end)
        yield segment.ending() if must_end and end < len(text) else segment
        start = end

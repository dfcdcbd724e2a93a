"""The words of one style and language, each shaped and measured once: most words of a document come again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from t2desk.domain.documents import Span
from t2desk.reports.hyphenation import SOFT_HYPHEN, divisions
from t2desk.reports.line_breaks import letter_ends
from t2desk.reports.lines import Shown
from t2desk.reports.scripts import language_of, letter_of
from t2desk.reports.shaping import Look, Part, Piece, Shaper, joined
from t2desk.reports.styles import Style

_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_BREAKS = " \n"


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two places where a line may end: its width without and with its trailing spaces."""

    text: str
    spans: tuple[Span, ...]
    shown: tuple[Shown, ...]
    width: float
    advance: float
    must_end: bool = False

    def ending(self) -> "Segment":
        """Return the segment at a line's forced end."""
        return replace(self, must_end=True)


class StyleWords:
    """The segments of one style and language."""

    def __init__(self, shaper: Shaper, style: Style, language: str, others: tuple[str, ...] = ()) -> None:
        """Begin with the space, which every line needs."""
        self.shaper, self.style, self.language, self.others = shaper, style, language, others
        self._letter = letter_of(language)
        self.look = self._for_language(Look.of(style, language))
        self._segments: dict[tuple[bool, bool, bool], dict[str, Segment]] = {}
        self.gap = shaper.shape(" ", self.look)
        self.space = tuple(Shown(part, style.colour) for part in self.gap.parts)

    def segment(self, text: str, span: Span) -> Segment:
        """Return the segment with these letters in one span's looks, spaces at its end included."""
        marks = (span.bold, span.italic, span.bracketed)
        known = self._segments.get(marks)
        if known is None:
            known = self._segments[marks] = {}
        segment = known.get(text)
        if segment is None:
            segment = known[text] = self._shaped((Span(text, *marks),))
        return segment

    def mixed(self, spans: tuple[Span, ...], start: int, end: int) -> Segment:
        """Return the segment between two places of a text, where its looks change."""
        return self._shaped(tuple(cut(spans, start, end)))

    def _shaped(self, spans: tuple[Span, ...]) -> Segment:
        """Shape a segment that is new."""
        text = "".join(span.words for span in spans)
        core = text.rstrip(_BREAKS)
        spaces = text.count(" ", len(core))
        pieces = [self._piece(span) for span in cut(spans, 0, len(core))]
        width = sum(self.points(piece) for piece, _ in pieces)
        pieces += [(self.gap, self.style.colour)] * spaces
        advance = width + spaces * self.points(self.gap)
        return Segment(text, spans, tuple(self._shown(pieces)), width, advance)

    def _shown(self, pieces: list[tuple[Piece, int]]) -> Iterator[Shown]:
        """Give each part its colour and language; a space goes on in those of the word before it."""
        for piece, colour in pieces:
            for part in joined(piece.parts):
                yield Shown(part, colour, self.language_in(part))

    def language_in(self, part: Part) -> str | None:
        """Return the language of a part, where its writing is not that of the text's own language."""
        return language_of(part.script, self.language, self.others)

    def _piece(self, span: Span) -> tuple[Piece, int]:
        """Shape a stretch in the weight and slope its marks ask for, and say its colour."""
        look, colour = self.looks(span)
        return self.shaper.shape(span.words, look), colour

    def looks(self, span: Span) -> tuple[Look, int]:
        """Return the look and colour that a span's marks ask for."""
        accent = self.style.accent if span.bracketed else None
        if span.bold or span.italic or accent is not None:
            look = self._for_language(self.look.marked(span.bold or accent is not None, span.italic))
        else:
            look = self.look
        return look, self.style.colour if accent is None else accent

    def _for_language(self, look: Look) -> Look:
        """Let one face set the whole text where this cut lacks the language's letters."""
        return replace(look, others_first=not look.family.own.has(self._letter))

    def points(self, piece: Piece) -> float:
        """Return a piece's width in points, tracking included."""
        return piece.advance * self.style.size / 1000 + piece.glyphs * self.style.tracking

    def letters(self, segment: Segment) -> Iterator[Segment]:
        """Cut a segment that is wider than a line into its letters; spaces at its end stay with the last."""
        text = segment.text
        ends = [end for end in letter_ends(text) if end < len(text.rstrip(_BREAKS))]
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            letter = self.mixed(segment.spans, start, end)
            yield replace(letter, must_end=segment.must_end) if end == len(text) else letter

    def divided(self, segment: Segment, room: float) -> tuple[Segment, Segment] | None:
        """Divide a word by its language's patterns so that its first part fits; None where nothing does."""
        word = _LETTERS.search(segment.text) if self.style.divides and len(segment.spans) == 1 else None
        if word is None or _is_foreign(word[0], self.language):
            return None
        for place in reversed(divisions(word[0], self.language)):
            end = word.start() + place
            span = segment.spans[0]
            head = self.segment(segment.text[:end] + SOFT_HYPHEN, span)
            if head.width <= room:
                tail = self.segment(segment.text[end:], span)
                return head, replace(tail, must_end=segment.must_end)
        return None


def _is_foreign(word: str, language: str) -> bool:
    """Say whether a word is in letters that the language's patterns are not for."""
    return bool(_LATIN.match(word)) == bool(letter_of(language))


def cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans that lie between two places of the whole text."""
    offset = 0
    for span in spans:
        words = span.words[max(start - offset, 0) : max(end - offset, 0)]
        if words:
            yield Span(words, span.bold, span.italic, span.bracketed)
        offset += len(span.words)

"""Places found in a text, before they become findings: merged per person, then counted in lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from t2desk.domain.findings import Finding, Level


@dataclass(frozen=True, slots=True)
class Span:
    """A place by offsets in the whole text, and what was found there; `person` is a place in the roster or None."""

    start: int
    end: int
    kind: str
    person: int | None
    level: Level
    why: str


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, of those of one person that overlap only the longest; blocking if any of them blocks."""
    kept: dict[int | None, list[Span]] = {}
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.level is not Level.BLOCK)):
        mine = kept.setdefault(span.person, [])
        if mine and span.start < mine[-1].end:
            mine[-1] = _longer(mine[-1], span)
        else:
            mine.append(span)
    own = sorted((span for person, found in kept.items() if person is not None for span in found), key=_order)
    return sorted([*own, *_apart(kept.get(None, []), own)], key=_order)


def findings(text: str, spans: Sequence[Span], ids: Sequence[str]) -> tuple[Finding, ...]:
    """Return spans as findings, in lines from 1 that end at LF only."""
    starts = [0, *(place + 1 for place in _line_ends(text))]
    return tuple(_finding(text, span, starts, ids) for span in spans)


def findings_of_page(text: str, spans: Sequence[Span], ids: Sequence[str], page: int) -> tuple[Finding, ...]:
    """Return spans as findings of one page: its number for the line, and places from its start."""
    return tuple(replace(_finding(text, span, [0], ids), line=page) for span in spans)


def _longer(one: Span, other: Span) -> Span:
    longest = max(one, other, key=lambda span: (span.end - span.start, span.level is Level.BLOCK))
    level = Level.BLOCK if Level.BLOCK in (one.level, other.level) else longest.level
    return Span(longest.start, longest.end, longest.kind, longest.person, level, longest.why)


def _apart(strangers: Iterable[Span], own: Sequence[Span]) -> Iterator[Span]:
    # An address that holds a name of the roster, or a number that is theirs, is told once and as theirs.
    ends = sorted((span.start, span.end) for span in own if span.kind in ("email", "phone", "handle"))
    starts = [start for start, _end in ends]
    for stranger in strangers:
        place = bisect_right(starts, stranger.end - 1) - 1
        if place < 0 or ends[place][1] <= stranger.start:
            yield stranger


def _order(span: Span) -> tuple[int, int, int]:
    return span.start, span.end, -1 if span.person is None else span.person


def _line_ends(text: str) -> Iterator[int]:
    place = text.find("\n")
    while place >= 0:
        yield place
        place = text.find("\n", place + 1)


def _finding(text: str, span: Span, starts: Sequence[int], ids: Sequence[str]) -> Finding:
    line = bisect_right(starts, span.start)
    begin = starts[line - 1]
    person = None if span.person is None else ids[span.person]
    found = text[span.start : span.end]
    return Finding(line, span.start - begin, span.end - begin, found, span.kind, person, span.level, span.why)

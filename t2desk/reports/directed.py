"""Lines with letters from right to left: words are emitted in the order they are read, each at its place."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from t2desk.domain.documents import Span
from t2desk.reports.bidi import levels, visual_order
from t2desk.reports.filling import filled
from t2desk.reports.fonts import drawn
from t2desk.reports.line_breaks import letter_ends, line_breaks
from t2desk.reports.lines import Line, Shown
from t2desk.reports.shaping import Look, Run
from t2desk.reports.words import StyleWords, cut


@dataclass(frozen=True, slots=True)
class _Atom:
    """Letters or spaces of one level and look: what is shown from left to right, and how wide it is in points."""

    level: int
    shown: tuple[Shown, ...]
    width: float
    blank: bool
    lettered: bool = False  # holds a letter, so that readers know which way it is read


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two places where a line may end, in the order it is read."""

    start: int
    end: int
    atoms: tuple[_Atom, ...]
    width: float
    advance: float
    must_end: bool = False


def base_of(text: str, from_the_right: bool) -> int:
    """Return a text's base level: that of its language where it has such letters, else that of most of its letters.

    A sentence in Arabic that begins with a Latin abbreviation stays an Arabic sentence; a Latin one stays Latin.
    """
    kinds = [unicodedata.bidirectional(character) for character in text]
    right, left = sum(kind in {"R", "AL"} for kind in kinds), kinds.count("L")
    if from_the_right:
        return int(right > 0 or left == 0)
    return int(right > left)


def directed_lines(known: StyleWords, spans: tuple[Span, ...], base: int, width: float) -> Iterator[Line]:
    """Set a text of a base level; its line feeds end paragraphs of the same level."""
    text = "".join(span.words for span in spans)
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph:
            last = end == len(text)
            yield from _Paragraph(known, tuple(cut(spans, start, end)), base).lines(width, last)
        start = end + 1


class _Paragraph:
    """One paragraph, whose levels are known before its lines are."""

    def __init__(self, known: StyleWords, spans: tuple[Span, ...], base: int) -> None:
        """Find the levels."""
        self.known, self.spans, self.base = known, spans, base
        self.text = "".join(span.words for span in spans)
        self.levels = levels(self.text, base)
        self.untracked = replace(known.look, tracked=False, others_first=True)

    def lines(self, width: float, last: bool) -> Iterator[Line]:
        """Yield the lines; a space ends the paragraph unless it is the last, so that readers do not join words."""
        rows = list(filled(self._stretches(), width, lambda _stretch, _room: None, self._letters))
        for number, row in enumerate(rows, start=1):
            yield self._line(row, spaced=not last and number == len(rows))

    def _stretches(self) -> Iterator[_Stretch]:
        """Cut the paragraph where a line may end."""
        start = 0
        for end, _ in line_breaks(self.text):
            yield self._stretch(start, end)
            start = end

    def _letters(self, stretch: _Stretch) -> Iterator[_Stretch]:
        """Cut a stretch that is wider than a line into its letters, which keep the forms they have in the word."""
        text = self.text[stretch.start : stretch.end]
        ends = [end for end in letter_ends(text) if end < len(text.rstrip(" "))]
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            yield self._stretch(stretch.start + start, stretch.start + end, (stretch.start, stretch.end))

    def _stretch(self, start: int, end: int, word: tuple[int, int] | None = None) -> _Stretch:
        """Set what stands between two places, in the forms it has in a word."""
        core = start + len(self.text[start:end].rstrip(" "))
        first, last = word or (start, core)
        atoms = [self._atom(run, first, last) for run in self._runs(start, core)]
        atoms += [self._blank(place) for place in range(core, end)]
        width = sum(atom.width for atom in atoms if not atom.blank)
        return _Stretch(start, end, tuple(atoms), width, sum(atom.width for atom in atoms))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, Span]]:
        """Yield stretches of one level and one look."""
        place = start
        for span in cut(self.spans, start, end):
            for _, group in groupby(range(place, place + len(span.words)), key=self.levels.__getitem__):
                members = list(group)
                yield members[0], members[-1] + 1, span
            place += len(span.words)

    def _atom(self, run: tuple[int, int, Span], first: int, last: int) -> _Atom:
        """Shape one run within its word; signs that only turn the order have no ink."""
        start, end, span = run
        level = self.levels[start]
        _, colour = self.known.looks(span)
        word = drawn(self.text[first:last])
        before = len(drawn(self.text[first:start]))
        within = Run(word, before, before + len(drawn(self.text[start:end])), from_the_right=bool(level & 1))
        piece = self.known.shaper.shape_run(within, self._look(span))
        shown = tuple(Shown(part, colour, self.known.language_in(part)) for part in piece.parts)
        return _Atom(
            level,
            shown,
            piece.advance * self.known.style.size / 1000,
            False,
            any(map(str.isalpha, self.text[start:end])),
        )

    def _look(self, span: Span) -> Look:
        """Return a span's look; letters that join are never tracked."""
        marked, _ = self.known.looks(span)
        return replace(self.untracked, family=marked.family)

    def _blank(self, place: int) -> _Atom:
        """Return a space."""
        piece = self.known.shaper.shape(" ", self.untracked)
        shown = tuple(Shown(part, self.known.style.colour) for part in piece.parts)
        return _Atom(self.levels[place], shown, piece.advance * self.known.style.size / 1000, blank=True)

    def _line(self, row: Sequence[_Stretch], spaced: bool) -> Line:
        """Put the atoms of a line in their places; spaces at its end hang over it."""
        start, end = row[0].start, row[-1].end
        atoms = [atom for stretch in row for atom in stretch.atoms]
        if spaced and not atoms[-1].blank:
            atoms.append(replace(self._blank(end - 1), level=self.base))
        hanging = 0.0
        for index in range(len(atoms) - 1, -1, -1):
            if not atoms[index].blank:
                break
            atoms[index] = replace(atoms[index], level=self.base)
            hanging += atoms[index].width
        shown = tuple(_placed(atoms, -hanging if self.base else 0.0))
        width = sum(atom.width for atom in atoms) - hanging
        said = drawn(self.text[start:end]) + (" " if spaced else "")
        return Line(shown, width, 0.0, said)


def _placed(atoms: Sequence[_Atom], left: float) -> Iterator[Shown]:
    """Yield what is shown in the order it is read; only what does not go on where the pen is gets a place."""
    places: dict[int, float] = {}
    across = left
    for index in visual_order([atom.level for atom in atoms]):
        places[index] = across
        across += atoms[index].width
    pen: float | None = left
    for atoms_together in _together(atoms):
        left_most = min(atoms_together, key=places.__getitem__)
        turned = atoms[left_most].level & 1
        at = places[left_most]
        known = pen is not None and not turned and abs(pen - at) < 0.001
        parts = [each for index in sorted(atoms_together, key=places.__getitem__) for each in atoms[index].shown]
        for number, each in enumerate(parts):
            yield each if number or known else each._replace(across=at)
        pen = None if turned else at + sum(atoms[index].width for index in atoms_together)


def _together(atoms: Sequence[_Atom]) -> Iterator[list[int]]:
    """Group a word from right to left with the space that is read after it: that stands at its left end."""
    index = 0
    while index < len(atoms):
        group = [index]
        follows = index + 1 < len(atoms) and atoms[index + 1].blank and atoms[index].lettered
        if follows and atoms[index].level & 1 and atoms[index + 1].level == atoms[index].level:
            group.append(index + 1)
        yield group
        index += len(group)

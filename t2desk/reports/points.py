"""A point of common ground: numeral and verdict, statement, other languages, support in five steps, notes."""

from dataclasses import replace

from t2desk.domain.documents import Note, NoteKind, Point, Span, Step, Tone, Wording
from t2desk.i18n import N_
from t2desk.reports.drawing import Drawing, Rectangle
from t2desk.reports.kit import Kit
from t2desk.reports.placing import Kept, Placed
from t2desk.reports.rows import Cell, Row, Rules
from t2desk.reports.styles import (
    HAIRLINE,
    LABEL,
    NOTE,
    NUMERAL,
    OCHRE,
    SIDE_WIDTH,
    STATEMENT,
    STEP_EMPTY,
    STEP_FILLED,
    SUPPORT_RAMP,
    TEXT_LEFT,
    VERDICT,
)
from t2desk.reports.tags import Element

NOTE_WORDS = {
    NoteKind.RESERVATION: N_("Reservation."),
    NoteKind.OBJECTION: N_("Objection."),
    NoteKind.NOT_AGREED: N_("Not agreed."),
}
MEND = N_("What would mend it:")
STEPS_FILLED = N_("Support scale. Steps filled: {filled}. Steps left empty: {empty}.")
NONE = N_("none")
_VERDICT_LEFT = 31.0
_BAR = 7.5
_BAR_GAP = 1.1
_NOTE_INDENT = 9.0
_COLUMN_GAP = 16.0


def point(kit: Kit, block: Point) -> list[Placed]:
    """Return a point as one block that stays on a page."""
    section = kit.root.add("Sect")
    members: list[Placed] = [_head(kit, block, section)]
    for start in range(0, len(block.wordings), 2):
        members.append(_wordings(kit, block.wordings[start : start + 2], section))
    if block.support:
        members.append(_support(kit, block.support, section))
    members += [_note(kit, note, section) for note in block.notes]
    return [Kept(members, kit.page_height, after=13)]


def _head(kit: Kit, block: Point, section: Element) -> Row:
    """Return hairline, numeral, verdict and statement."""
    style = NUMERAL
    number = kit.setter.lines(block.number, style, SIDE_WIDTH)
    if max((line.width for line in number), default=0) > SIDE_WIDTH / 2:
        style = replace(NUMERAL, size=15.0, leading=18.0)
        number = kit.setter.lines(block.number, style, SIDE_WIDTH / 2)
    verdict_style = VERDICT if block.tone is Tone.AGREED else replace(VERDICT, colour=OCHRE)
    left = max(_VERDICT_LEFT, max((line.width for line in number), default=0) + 8)
    verdict = kit.setter.lines(block.verdict, verdict_style, SIDE_WIDTH - left)
    statement = kit.in_text(block.statement, STATEMENT)
    cells = (
        Cell(number, style, section.add("P"), 0, 1.5 if style is NUMERAL else 6),
        Cell(verdict, verdict_style, section.add("P"), left, 10.5),
        Cell(statement, STATEMENT, section.add("P"), TEXT_LEFT, 5),
    )
    return Row(cells, Rules(above=HAIRLINE))


def _wordings(kit: Kit, pair: tuple[Wording, ...], section: Element) -> Row:
    """Return one or two wordings in other languages side by side, each with its language's label."""
    width = (kit.text_width - _COLUMN_GAP) / 2
    cells = []
    for index, wording in enumerate(pair):
        left = TEXT_LEFT + index * (width + _COLUMN_GAP)
        label = kit.setter.lines(wording.label, LABEL, width)
        setter = kit.setter.in_language(wording.language)
        text = setter.lines(wording.text, STATEMENT, width)
        # A wording that is read the other way begins at its column's other edge, and its label with it.
        edge = None if setter.from_the_right == kit.setter.from_the_right else left + width
        cells.append(Cell(label, LABEL, section.add("P"), left, right=edge))
        element = section.add("P", language=wording.language)
        cells.append(Cell(text, STATEMENT, element, left, len(label) * LABEL.leading + 2, edge))
    return Row(cells, before=8)


def _support(kit: Kit, steps: tuple[Step, ...], section: Element) -> Drawing:
    """Return the bar of equal steps with a word under each: colour never carries it alone."""
    figure = section.add("Figure", alternative=_support_in_words(kit, steps))
    width = (kit.text_width + _BAR_GAP) / len(steps)
    rectangles, cells = [], []
    for index, step in enumerate(steps):
        left = TEXT_LEFT + index * width
        colour = SUPPORT_RAMP[min(index, len(SUPPORT_RAMP) - 1)] if step.filled else HAIRLINE
        rectangles.append(Rectangle(left, 0, width - _BAR_GAP, _BAR, colour, outlined=not step.filled))
        style = STEP_FILLED if step.filled else STEP_EMPTY
        cells.append(Cell(kit.setter.lines(step.label, style, width - 4), style, figure, left, _BAR + 2.4))
    height = max(cell.height for cell in cells)
    return Drawing(rectangles, height, figure, cells, before=9, after=2)


def _support_in_words(kit: Kit, steps: tuple[Step, ...]) -> str:
    """Say what the bar shows, for a reader who listens."""
    nothing = kit.phrases(NONE)
    filled = ", ".join(step.label.plain for step in steps if step.filled) or nothing
    empty = ", ".join(step.label.plain for step in steps if not step.filled) or nothing
    return kit.phrases(STEPS_FILLED).format(filled=filled, empty=empty)


def _note(kit: Kit, note: Note, section: Element) -> Row:
    """Return a note beside its bar, with what would mend it."""
    spans = [Span(kit.phrases(NOTE_WORDS[note.kind]), bold=True), Span(" "), *note.text.spans()]
    if note.mend is not None:
        spans += [Span(" "), Span(kit.phrases(MEND), italic=True), Span(" "), *note.mend.spans()]
    lines = kit.setter.lines(tuple(spans), NOTE, kit.text_width - _NOTE_INDENT)
    cell = Cell(lines, NOTE, section.add("P"), TEXT_LEFT + _NOTE_INDENT)
    return Row([cell], Rules(left=TEXT_LEFT, bar=SUPPORT_RAMP[3], padding=0.5), before=8)

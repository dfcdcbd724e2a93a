"""Rows of cells: prose, table rows and boxes, which break between lines and repeat their table's head."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from t2desk.reports.engine import Flowable
from t2desk.reports.lines import Line
from t2desk.reports.placing import Placed
from t2desk.reports.styles import HAIRLINE_WIDTH, Style
from t2desk.reports.tags import Element, TaggedCanvas

FEWEST_LINES = 2  # of a paragraph that stand alone before or after a page's end


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines at a place in a row: distance from the row's near edge and its top, or the edge to end at.

    Near is left, and in a document that is read from right to left it is right.
    """

    lines: tuple[Line, ...]
    style: Style
    element: Element | None
    left: float = 0.0
    top: float = 0.0
    right: float | None = None

    @property
    def height(self) -> float:
        """Height of the lines, with what is above them."""
        return self.top + len(self.lines) * self.style.leading

    def fitting(self, height: float) -> int:
        """Return how many lines fit into a height."""
        return max(0, min(len(self.lines), int((height - self.top + 0.01) // self.style.leading)))

    def cut(self, count: int) -> "tuple[Cell, Cell]":
        """Return the first lines and the rest, which begins at the next part's top."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:], top=0.0)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the lines below the row's top, under their element or as an artifact."""
        if self.lines:
            with canvas.marked(self.element):
                canvas.show(self.lines, self.style, self.left, top - self.top, self.right)
            if self.element is not None:
                self.element.say(self.lines)


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines around a row, with the padding inside of them."""

    left: float = 0.0
    above: int | None = None
    below: int | None = None
    line: float = HAIRLINE_WIDTH
    padding: float = 0.0
    bar: int | None = None  # a vertical bar at `left`
    bar_width: float = 1.6
    ground: int | None = None


NO_RULES = Rules()


class Row(Placed):
    """Cells side by side; it may break over pages between lines, and repeats its table's head at a page's top."""

    def __init__(
        self,
        cells: Sequence[Cell],
        rules: Rules = NO_RULES,
        *,
        before: float = 0.0,
        after: float = 0.0,
        clings: bool = False,
        head: "Row | None" = None,
    ) -> None:
        """Lay cells out; `head` is drawn again, as an artifact, where the row begins a page."""
        super().__init__(0.0, before, after, clings)
        self.cells, self.rules, self.head = tuple(cells), rules, head
        self.own_height = max((cell.height for cell in self.cells), default=0.0) + 2 * rules.padding
        self.height = self.own_height
        self.repeats = False

    @property
    def lead(self) -> float:
        """A short row begins as a whole, a long one with a few lines."""
        return self.before + min(self.own_height, max(cell.style.leading for cell in self.cells) * 4)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Add the repeated head's height where the row is the first on a page."""
        self.repeats = self.head is not None and self.heads_page
        self.height = self.own_height + (self.head.own_height if self.head and self.repeats else 0)
        return super().wrap(available_width, available_height)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Break between lines; a row that would leave a line or two behind goes to the next page as a whole."""
        if self.waits(available_height):
            return []
        self.wrap(available_width, available_height)
        room = available_height - (self.height - self.own_height) - 2 * self.rules.padding
        counts = [_break(cell, room) for cell in self.cells]
        if any(cell.lines and count == 0 for cell, count in zip(self.cells, counts, strict=True)):
            return []
        halves = [cell.cut(count) for cell, count in zip(self.cells, counts, strict=True)]
        first = self._part([half[0] for half in halves], replace(self.rules, below=None), self.before, 0.0)
        rest = self._part([half[1] for half in halves], replace(self.rules, above=None), 0.0, self.after)
        return [first, rest]

    def _part(self, cells: list[Cell], rules: Rules, before: float, after: float) -> "Row":
        """Return one half of a broken row."""
        return Row(cells, rules, before=before, after=after, clings=self.clings, head=self.head)

    def draw(self) -> None:
        """Draw the repeated head where due, then the rules, then the cells."""
        top = self.height
        if self.head and self.repeats:
            self.head.draw_on(self.canv, top, self.width, artifact=True)
            top -= self.head.own_height
        self.draw_on(self.canv, top, self.width)

    def draw_on(self, canvas: TaggedCanvas, top: float, width: float, artifact: bool = False) -> None:
        """Draw rules and cells below a height, all as artifacts where they are a repetition."""
        if self.rules != NO_RULES:
            with canvas.artifact():
                self._draw_rules(canvas, top, width)
        for cell in self.cells:
            shown = replace(cell, element=None) if artifact else cell
            shown.draw(canvas, top - self.rules.padding)

    def _draw_rules(self, canvas: TaggedCanvas, top: float, width: float) -> None:
        """Draw the lines around the row."""
        rules = self.rules
        if rules.ground is not None:
            canvas.fill(rules.left, top - self.own_height, width - rules.left, self.own_height, rules.ground)
        if rules.above is not None:
            canvas.rule(rules.left, top, width - rules.left, rules.above, rules.line)
        if rules.below is not None:
            canvas.rule(rules.left, top - self.own_height, width - rules.left, rules.below)
        if rules.bar is not None:
            canvas.fill(rules.left, top - self.own_height, rules.bar_width, self.own_height, rules.bar)


def _break(cell: Cell, room: float) -> int:
    """Return how many of a cell's lines stay, so that neither part of a longer text is a single line."""
    count = cell.fitting(room)
    total = len(cell.lines)
    if count == total or total < 2 * FEWEST_LINES:
        return count if count == total else 0
    count = min(count, total - FEWEST_LINES)
    return count if count >= FEWEST_LINES else 0


def prose(
    lines: tuple[Line, ...],
    style: Style,
    element: Element | None,
    left: float = 0.0,
    before: float = 0.0,
    after: float = 0.0,
    clings: bool = False,
) -> Row:
    """Return a text that may break over pages, `left` points from the left edge."""
    return Row((Cell(lines, style, element, left),), before=before, after=after, clings=clings)

"""Rectangles with words beside them: bars of support, bars of shares, and the masthead's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from t2desk.reports.placing import Placed
from t2desk.reports.rows import Cell
from t2desk.reports.tags import Element


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle of a drawing, its top measured downwards from the drawing's; outlined or filled."""

    left: float
    top: float
    width: float
    height: float
    colour: int
    outlined: bool = False


class Drawing(Placed):
    """Rectangles with words beside them: one figure to a reader who listens, or furniture."""

    def __init__(
        self,
        rectangles: Sequence[Rectangle],
        height: float,
        element: Element | None = None,
        cells: Sequence[Cell] = (),
        before: float = 0.0,
        after: float = 0.0,
        clings: bool = False,
    ) -> None:
        """Keep the parts; the cells belong to the figure, whose `alternative` says what it shows."""
        super().__init__(height, before, after, clings)
        self.rectangles, self.element, self.cells = tuple(rectangles), element, tuple(cells)

    def draw(self) -> None:
        """Draw rectangles, then words."""
        canvas = self.canv
        with canvas.marked(self.element):
            for each in self.rectangles:
                paint = canvas.frame if each.outlined else canvas.fill
                paint(each.left, self.height - each.top - each.height, each.width, each.height, each.colour)
        if self.element is not None:
            left, bottom = canvas.absolutePosition(canvas.across(0, self.width), 0)
            self.element.box = (left, bottom, left + self.width, bottom + self.height)
        for cell in self.cells:
            cell.draw(canvas, self.height)

"""The canvas that knows structure: everything drawn belongs to an element a reader can hear, or is an artifact."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from t2desk.reports.engine import Canvas
from t2desk.reports.lines import Line
from t2desk.reports.operators import colour_of, number, text_operators
from t2desk.reports.styles import HAIRLINE, HAIRLINE_WIDTH, Style

FOLIO = "/Folio MP"  # stands where the page number goes until the number of pages is known


@dataclass(frozen=True, slots=True)
class Content:
    """A marked stretch of a page: page index and number in the page (MCID)."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element under construction: its kind, what is in it in reading order, and what it says of itself."""

    kind: str
    children: "list[Element | Content]" = field(default_factory=list)
    alternative: str | None = None
    said: str | None = None  # its words in the order they are read, where the glyphs stand in another
    language: str | None = None
    scope: str | None = None
    box: tuple[float, float, float, float] | None = None

    def add(self, kind: str, **properties: str) -> "Element":
        """Append a new element and return it."""
        child = Element(kind, **properties)  # type: ignore[arg-type]  # the names are checked at run time
        self.children.append(child)
        return child

    def say(self, lines: tuple[Line, ...]) -> None:
        """Add what lines say to a reader who listens; a figure says what it shows, and nothing else."""
        if self.alternative is None and any(line.said is not None for line in lines):
            self.said = (self.said or "") + "".join(line.said or "" for line in lines)


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: width and height in points, and its content stream."""

    width: float
    height: float
    content: str


class TaggedCanvas(Canvas):
    """A reportlab canvas of which only the operators are taken: its fonts, dates and file never come into being."""

    mirrored = False
    _code: list[str]
    _pagesize: tuple[float, float]

    def __init__(self, *arguments: object, **settings: object) -> None:
        """Start without pages; what platypus hands over is reportlab's own."""
        super().__init__(*arguments, **settings)  # type: ignore[arg-type]
        self.pages: list[Page] = []
        self._marks = 0

    def _make_preamble(self) -> None:
        """Begin pages with nothing; reportlab would choose Helvetica, which is never embedded."""
        self._preamble = ""

    def showPage(self) -> None:
        """Keep the page's operators instead of writing them into a file."""
        width, height = self._pagesize
        self.pages.append(Page(width, height, "\n".join(self._code)))
        self._marks = 0
        self._startPage()  # type: ignore[attr-defined]  # reportlab's own, missing from its stubs

    def save(self) -> None:
        """Write nothing: the finish builds the file."""

    def operators(self, *operators: str) -> None:
        """Append operators to the page."""
        self._code.extend(operators)

    @contextmanager
    def tag(self, element: Element) -> Iterator[None]:
        """Let what is drawn inside belong to an element."""
        element.children.append(Content(len(self.pages), self._marks))
        self.operators(f"/{element.kind} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self.operators("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Let what is drawn inside be furniture: not read out, not part of the text."""
        self.operators(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.operators("EMC")

    def marked(self, element: Element | None) -> AbstractContextManager[None]:
        """Return the element's context, or an artifact's where there is none."""
        return self.artifact() if element is None else self.tag(element)

    def across(self, left: float, width: float = 0.0) -> float:
        """Return where something of a width stands that is given from the page's near side: its left, or its right."""
        if not self.mirrored:
            return left
        origin, _ = self.absolutePosition(0, 0)
        return float(self._pagesize[0]) - 2 * origin - left - width

    def fill(self, left: float, bottom: float, width: float, height: float, colour: int) -> None:
        """Fill a rectangle."""
        box = " ".join(number(value) for value in (self.across(left, width), bottom, width, height))
        self.operators(f"{colour_of(colour)} rg {box} re f")

    def frame(self, left: float, bottom: float, width: float, height: float, colour: int = HAIRLINE) -> None:
        """Draw the outline of a rectangle, inside of it."""
        line = HAIRLINE_WIDTH
        inner = (self.across(left, width) + line / 2, bottom + line / 2, width - line, height - line)
        self.operators(f"{colour_of(colour)} RG {number(line)} w {' '.join(map(number, inner))} re S")

    def rule(
        self, left: float, bottom: float, width: float, colour: int = HAIRLINE, line: float = HAIRLINE_WIDTH
    ) -> None:
        """Draw a horizontal rule as a thin rectangle, which renders alike everywhere."""
        self.fill(left, bottom - line / 2, width, line, colour)

    def show(self, lines: tuple[Line, ...], style: Style, left: float, top: float, right: float | None = None) -> None:
        """Draw lines downwards from `top`; they begin at `left`, or end at `right` where it is given.

        Both are distances from the side at which the document's lines begin.
        """
        near = self.across(left if right is None else right)
        ragged_left = self.mirrored == (right is None)
        self.operators("BT", *text_operators(lines, style, near, top, ragged_left), "ET")


class MirroredCanvas(TaggedCanvas):
    """The canvas of a document that is read from right to left: what is said of the left happens at the right."""

    mirrored = True

"""The canvas that knows structure: everything drawn belongs to an element a reader can hear, or is an artifact."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from t2desk.reports.engine import Canvas
from t2desk.reports.paragraphs import Line
from t2desk.reports.shaping import Part
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
    language: str | None = None
    scope: str | None = None
    box: tuple[float, float, float, float] | None = None

    def add(self, kind: str, **properties: str) -> "Element":
        """Append a new element and return it."""
        child = Element(kind, **properties)  # type: ignore[arg-type]  # the names are checked at run time
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: width and height in points, and its content stream."""

    width: float
    height: float
    content: str


class TaggedCanvas(Canvas):
    """A reportlab canvas of which only the operators are taken: its fonts, dates and file never come into being."""

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

    def fill(self, left: float, bottom: float, width: float, height: float, colour: int) -> None:
        """Fill a rectangle."""
        box = " ".join(number(value) for value in (left, bottom, width, height))
        self.operators(f"{_colour(colour)} rg {box} re f")

    def frame(self, left: float, bottom: float, width: float, height: float, colour: int = HAIRLINE) -> None:
        """Draw the outline of a rectangle, inside of it."""
        line = HAIRLINE_WIDTH
        inner = (left + line / 2, bottom + line / 2, width - line, height - line)
        self.operators(f"{_colour(colour)} RG {number(line)} w {' '.join(map(number, inner))} re S")

    def rule(
        self, left: float, bottom: float, width: float, colour: int = HAIRLINE, line: float = HAIRLINE_WIDTH
    ) -> None:
        """Draw a horizontal rule as a thin rectangle, which renders alike everywhere."""
        self.fill(left, bottom - line / 2, width, line, colour)

    def show(self, lines: tuple[Line, ...], style: Style, left: float, top: float, right: float | None = None) -> None:
        """Draw lines downwards from `top`; ragged right from `left`, or ragged left up to `right` where it is given."""
        self.operators("BT", *text_operators(lines, style, left, top, right), "ET")


def text_operators(
    lines: tuple[Line, ...], style: Style, left: float, top: float, right: float | None = None
) -> Iterator[str]:
    """Yield the operators that draw lines; font and colour are set only where they change."""
    state: tuple[str, int] | None = None
    yield f"{number(style.tracking)} Tc"
    for index, line in enumerate(lines):
        across = left if right is None else right - line.width + style.tracking
        yield f"1 0 0 1 {number(across)} {number(top - style.rise - index * style.leading)} Tm"
        for (font, colour), group in groupby(line.shown, key=lambda shown: (shown.part.font, shown.colour)):
            if (font, colour) != state:
                state = (font, colour)
                yield f"/{font} {number(style.size)} Tf {_colour(colour)} rg"
            yield from _shows([shown.part for shown in group], style.size)


def _shows(parts: list[Part], size: float) -> Iterator[str]:
    """Write the show operators of one font, as few as possible; raised or spelled out glyphs have their own."""
    for (rise, plain), group in groupby(parts, key=lambda part: (part.rise, part.spelled is None)):
        if plain:
            yield _raised("".join(part.show for part in group).replace("><", ""), rise, size)
        else:
            yield from (_spelled(part, size) for part in group)


def _raised(show: str, rise: int, size: float) -> str:
    """Write one show operator, above or below the line where it has to be."""
    return f"{number(rise * size / 1000)} Ts [{show}]TJ 0 Ts" if rise else f"[{show}]TJ"


def _spelled(part: Part, size: float) -> str:
    """Write glyphs that together stand for one letter, with that letter; later glyphs of it stand for nothing."""
    text = str(part.spelled).encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <FEFF{text}>>> BDC {_raised(part.show, part.rise, size)} EMC"


def number(value: float) -> str:
    """Write a number as PDF has it: at most three decimals, no exponent, no negative zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@cache
def _colour(colour: int) -> str:
    """Write a colour such as 0x0E4A5A as three components."""
    return " ".join(number((colour >> shift & 255) / 255) for shift in (16, 8, 0))

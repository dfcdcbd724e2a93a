"""Lines as the operators that draw them: as few as possible, font, colour and tracking only where they change."""

from collections.abc import Iterator
from functools import cache

from t2desk.reports.lines import Line, Shown
from t2desk.reports.styles import Style


def text_operators(lines: tuple[Line, ...], style: Style, edge: float, top: float, ragged_left: bool) -> Iterator[str]:
    """Yield the operators that draw lines downwards; they begin at the edge, or end there if they are ragged left."""
    writer = _Writer(style)
    for index, line in enumerate(lines):
        left = edge - line.width + line.tracking if ragged_left else edge
        yield from writer.line(line, left, top - style.rise - index * style.leading)


class _Writer:
    """Writes the lines of one text."""

    def __init__(self, style: Style) -> None:
        """Begin with nothing set."""
        self.style = style
        self.tracking: float | None = None
        self.ink: tuple[str, float, int] | None = None

    def line(self, line: Line, left: float, bottom: float) -> Iterator[str]:
        """Yield one line's operators."""
        if line.tracking != self.tracking:
            self.tracking = line.tracking
            yield f"{number(line.tracking)} Tc"
        if not line.shown or line.shown[0].across is None:
            yield f"1 0 0 1 {number(left)} {number(bottom)} Tm"
        for group in _grouped(line.shown):
            each = group[0]
            if each.across is not None:
                yield f"1 0 0 1 {number(left + each.across)} {number(bottom)} Tm"
            ink = (each.part.font, each.part.factor, each.colour)
            if ink != self.ink:
                self.ink = ink
                yield f"/{ink[0]} {number(self.style.size * ink[1])} Tf {colour_of(ink[2])} rg"
            yield self._told(group)

    def _told(self, group: list[Shown]) -> str:
        """Write a group's show operators, in its language and spelled out where it has to be."""
        first = group[0]
        shown = self._shows("".join([each.part.show for each in group]), first)
        says = f"/Lang ({first.language})" if first.language else ""
        if first.part.spelled is not None:
            says += f"/ActualText <FEFF{first.part.spelled.encode('utf-16-be').hex().upper()}>"
        return f"/Span <<{says}>> BDC {shown} EMC" if says else shown

    def _shows(self, glyphs: str, each: Shown) -> str:
        """Write one show operator, above or below the line where it has to be."""
        shown = f"[{glyphs.replace('><', '')}]TJ"
        if not each.part.rise:
            return shown
        return f"{number(each.part.rise * self.style.size * each.part.factor / 1000)} Ts {shown} 0 Ts"


def _grouped(shown: tuple[Shown, ...]) -> Iterator[list[Shown]]:
    """Group what can be shown at once; PDFium says a letter once for each operator, so these stand alone."""
    group: list[Shown] = []
    for each in shown:
        if group and each.across is None and _goes_on(each, group[-1]):
            group.append(each)
        else:
            if group:
                yield group
            group = [each]
    if group:
        yield group


def _goes_on(each: Shown, last: Shown) -> bool:
    """Say whether glyphs can be shown with those before them."""
    mine, its = each.part, last.part
    if mine is its:
        return mine.spelled is None and each.language == last.language and each.colour == last.colour
    return (
        mine.font == its.font
        and mine.spelled is None
        and its.spelled is None
        and mine.rise == its.rise
        and mine.factor == its.factor
        and each.colour == last.colour
        and each.language == last.language
    )


def number(value: float) -> str:
    """Write a number as PDF has it: at most three decimals, no exponent, no negative zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@cache
def colour_of(colour: int) -> str:
    """Write a colour such as 0x0E4A5A as three components."""
    return " ".join(number((colour >> shift & 255) / 255) for shift in (16, 8, 0))

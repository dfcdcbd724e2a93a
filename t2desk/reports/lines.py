"""A line that is ready to be drawn: glyphs with their colour, language and place."""

from dataclasses import dataclass
from typing import NamedTuple

from t2desk.reports.shaping import Part


class Shown(NamedTuple):
    """Glyphs with the colour they are drawn in, their language where it is not the text's, and their place.

    `across` is the distance from the line's left edge in points; None goes on where the glyphs before ended.
    """

    part: Part
    colour: int
    language: str | None = None
    across: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is drawn, in the order it is read, and how wide that is without the spaces at its end, in points.

    `said` is the text for a reader who listens, where the glyphs' own order is not that of the words.
    """

    shown: tuple[Shown, ...]
    width: float
    tracking: float = 0.0
    said: str | None = None

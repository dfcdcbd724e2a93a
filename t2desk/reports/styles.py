"""The look in one place: colours, type sizes and the grid, in points."""

from dataclasses import dataclass, replace

from t2desk.reports.fonts import Family

MILLIMETRE = 72 / 25.4

INK = 0x1A2330
SECONDARY = 0x55616E
HAIRLINE = 0xCFD6DB
TINT = 0xF2F5F6
TEAL = 0x0E4A5A
OCHRE = 0x9A5714
OCHRE_TINT = 0xFBF3E9
WHITE = 0xFFFFFF
SUPPORT_RAMP = (0x0E4A5A, 0x3F7F8E, 0x8DB6BE, 0xC77F2F, 0x8E2B36)

SIDE_WIDTH = 40 * MILLIMETRE
TEXT_LEFT = 46 * MILLIMETRE  # side column and gutter, from the left margin
MARGIN = 20 * MILLIMETRE
BAND_HEIGHT = 6.5 * MILLIMETRE
HAIRLINE_WIDTH = 0.6


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: family, size and leading in points, colour, and what its marks look like.

    Tracking stays below a tenth of the size: beyond it readers take every letter for a word.
    """

    family: Family
    size: float
    leading: float
    colour: int = INK
    tracking: float = 0.0
    capitals: bool = False
    accent: int | None = OCHRE  # colour of [bracketed] text, semibold; None leaves brackets as they are
    divides: bool = False  # whether words may be divided at a line's end

    @property
    def rise(self) -> float:
        """Distance from the top of a line's box to its baseline."""
        return self.leading / 2 + self.size * 0.32


_TEXT = Family()
_SANS = Family(sans=True)
_SANS_BOLD = Family(sans=True, bold=True)

TITLE = Style(Family(bold=True), 25, 29, accent=None)
DECK = Style(Family(italic=True), 12.4, 17.2, SECONDARY, accent=None)
SERIES = Style(_SANS_BOLD, 8, 11, TEAL, tracking=0.72, capitals=True, accent=None)
SECTION = Style(Family(bold=True), 14.5, 18.2, TEAL, accent=None)
SUBSECTION = Style(Family(bold=True), 11, 14.4, INK, accent=None)
BODY = Style(_TEXT, 10, 14.4, divides=True)
PARAGRAPH_NUMBER = Style(_SANS, 8.3, 11.4, SECONDARY, accent=None)
STATEMENT = Style(_TEXT, 10.6, 15, divides=True)
CAPTION = Style(_SANS, 8.3, 11.8, SECONDARY)
SIDE = Style(_SANS, 8.3, 11.4, SECONDARY, accent=None)
NOTE = Style(_SANS, 8.6, 11.8, divides=True)
LABEL = Style(_SANS_BOLD, 7, 9.6, SECONDARY, tracking=0.63, capitals=True, accent=None)
TERMS_LABEL = replace(LABEL, colour=OCHRE)
TERMS_RULE = Style(_SANS_BOLD, 9.8, 12.6, accent=None)
TERMS_TEXT = Style(_SANS, 8.4, 11.8, accent=None, divides=True)
FACT = Style(_SANS, 9.4, 12.4, accent=None)
BAND_LEFT = Style(_SANS_BOLD, 7, 9, WHITE, tracking=0.63, capitals=True, accent=None)
BAND_RIGHT = replace(BAND_LEFT, family=_SANS)
RUNNING = Style(_SANS, 8.2, 11, SECONDARY, accent=None)
NUMERAL = Style(Family(bold=True), 30, 34, TEAL, accent=None)
VERDICT = Style(_SANS_BOLD, 8.4, 10.6, TEAL, accent=None)
STEP_FILLED = Style(_SANS_BOLD, 8, 10.6, accent=None)
STEP_EMPTY = Style(_SANS, 8, 10.6, SECONDARY, accent=None)
COLUMN_HEAD = Style(_SANS_BOLD, 7.8, 10.4, TEAL, accent=None)
CELL = Style(_SANS, 8.8, 12.2, divides=True)
CELL_STRONG = replace(CELL, family=_SANS_BOLD)
CELL_QUIET = replace(CELL, colour=SECONDARY)

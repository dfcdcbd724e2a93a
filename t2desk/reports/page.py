"""The sheet: margins, and what stands around the text: handling band, running head, footer, page number."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from t2desk.domain.documents import FIXED, Document, PageSize, Pair, Text
from t2desk.i18n import N_, Phrases
from t2desk.reports.engine import BaseDocTemplate, Frame, PageTemplate
from t2desk.reports.errors import NoRoomForText
from t2desk.reports.lines import Line
from t2desk.reports.operators import text_operators
from t2desk.reports.paragraphs import Setter
from t2desk.reports.styles import BAND_HEIGHT, BAND_LEFT, BAND_RIGHT, MARGIN, OCHRE, RUNNING, Style
from t2desk.reports.tags import FOLIO, Page, TaggedCanvas

PAGE_OF = N_("Page {page} of {total}")
_SIZES: dict[PageSize, tuple[float, float]] = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
_TOP = 68.0  # from the sheet's edge to the text
_BOTTOM = 66.0
_HEAD_RULE = 49.0
_FOOT_RULE = 48.5
_LEAST_HEIGHT = 300.0  # of the text area
_FOLIO_SHARE = 0.25  # of the footer's width, kept for the page number


@dataclass(frozen=True, slots=True)
class _Ends:
    """A text set at the left end of a line and one at the right, and how many lines the longer needs."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]

    @property
    def extra(self) -> int:
        """Lines beyond the first."""
        return max(len(self.left), len(self.right), 1) - 1


class Sheet:
    """A document's page geometry in points, and its furniture; long furniture makes the text area shorter."""

    def __init__(self, document: Document, setter: Setter) -> None:
        """Set the furniture's lines first: they decide where the text may begin and end; `NoRoomForText` if nowhere."""
        self.page_width, self.page_height = _SIZES[document.page_size]
        self.width = self.page_width - 2 * MARGIN
        self.document, self.setter = document, setter
        self.band = self._ends(document.band, BAND_LEFT, BAND_RIGHT)
        self.head = self._ends(document.running_head, RUNNING, RUNNING)
        self.foot = _Ends(setter.lines(document.footer, RUNNING, self.width * (1 - _FOLIO_SHARE) - 12), ())
        self.band_height = BAND_HEIGHT + self.band.extra * BAND_LEFT.leading
        self.pushed = self.band_height - BAND_HEIGHT + self.head.extra * RUNNING.leading
        self.lifted = self.foot.extra * RUNNING.leading
        self.height = self.page_height - _TOP - _BOTTOM - self.pushed - self.lifted
        if self.height < _LEAST_HEIGHT:
            raise NoRoomForText

    def _ends(self, pair: Pair | None, left: Style, right: Style) -> _Ends:
        """Break a pair's texts so that they cannot meet."""
        if pair is None:
            return _Ends((), ())
        half = self.width / 2 - 10
        return _Ends(self.setter.lines(pair.left, left, half), self.setter.lines(pair.right, right, half))

    def template(self) -> BaseDocTemplate:
        """Return the platypus template: one frame on every page, furniture drawn when a page begins."""
        frame = Frame(
            MARGIN, _BOTTOM + self.lifted, self.width, self.height,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        page = PageTemplate(
            frames=[frame],
            onPage=cast("Callable[..., object]", self._draw),
            pagesize=(self.page_width, self.page_height),
        )
        return BaseDocTemplate(
            BytesIO(), pagesize=(self.page_width, self.page_height), pageTemplates=[page], invariant=1
        )

    def _draw(self, canvas: TaggedCanvas, _template: object) -> None:
        """Draw everything that is not the text."""
        if self.document.band is not None:
            self._draw_band(canvas)
        if self.document.running_head is not None and canvas.pages:
            self._draw_head(canvas)
        self._draw_foot(canvas)

    def _draw_band(self, canvas: TaggedCanvas) -> None:
        """Draw the handling band over the full width of the sheet."""
        bottom = self.page_height - self.band_height
        top = self.page_height - (BAND_HEIGHT - BAND_LEFT.leading) / 2 - 0.5
        with canvas.artifact("Pagination"):
            canvas.fill(0, bottom, self.page_width, self.band_height, OCHRE)
            canvas.show(self.band.left, BAND_LEFT, MARGIN, top)
            canvas.show(self.band.right, BAND_RIGHT, 0, top, self.page_width - MARGIN)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        """Draw the running head above its hairline."""
        rule = self.page_height - _HEAD_RULE - self.pushed
        top = rule + 5.2 + (self.head.extra + 1) * RUNNING.leading
        with canvas.artifact("Pagination"):
            canvas.show(self.head.left, RUNNING, MARGIN, top)
            canvas.show(self.head.right, RUNNING, 0, top, self.page_width - MARGIN)
            canvas.rule(MARGIN, rule, self.width)

    def _draw_foot(self, canvas: TaggedCanvas) -> None:
        """Draw the footer below its hairline, and leave the page number's place."""
        rule = _FOOT_RULE + self.lifted
        with canvas.artifact("Pagination"):
            canvas.rule(MARGIN, rule, self.width)
            canvas.show(self.foot.left, RUNNING, MARGIN, rule - 4.6)
            canvas.operators(FOLIO)

    def numbered(self, pages: list[Page], phrases: Phrases) -> list[Page]:
        """Put the page numbers in, now that their total is known."""
        return [self._numbered(page, index + 1, len(pages), phrases) for index, page in enumerate(pages)]

    def _numbered(self, page: Page, number: int, total: int, phrases: Phrases) -> Page:
        """Put one page's number where its place was kept."""
        text = Text(phrases(PAGE_OF).format(page=number, total=total), FIXED)
        lines = self.setter.lines(text, RUNNING, self.width * _FOLIO_SHARE)
        top = _FOOT_RULE + self.lifted - 4.6
        edge = MARGIN if self.setter.from_the_right else self.page_width - MARGIN
        shown = text_operators(lines, RUNNING, edge, top, not self.setter.from_the_right)
        return Page(page.width, page.height, page.content.replace(FOLIO, "\n".join(("BT", *shown, "ET")), 1))

"""What every part of the kit needs: the setter, the fixed words, the widths and the element to add to."""

from dataclasses import dataclass

from t2desk.domain.documents import Text
from t2desk.i18n import Phrases
from t2desk.reports.lines import Line
from t2desk.reports.paragraphs import Setter
from t2desk.reports.styles import TEXT_LEFT, Style
from t2desk.reports.tags import Element


@dataclass(frozen=True, slots=True)
class Kit:
    """One document's tools; widths and heights in points."""

    setter: Setter
    phrases: Phrases
    root: Element
    width: float
    page_height: float

    @property
    def text_width(self) -> float:
        """Width of the text column, right of the side column and the gutter."""
        return self.width - TEXT_LEFT

    def in_text(self, text: Text, style: Style, indent: float = 0.0) -> tuple[Line, ...]:
        """Break a text to the text column's width."""
        return self.setter.lines(text, style, self.text_width - indent)

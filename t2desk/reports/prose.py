"""Headings with their side word, paragraphs, captions and bullets."""

from t2desk.domain.documents import FIXED, BulletList, Heading, Paragraph, Text
from t2desk.reports.kit import Kit
from t2desk.reports.lines import Line
from t2desk.reports.placing import Placed
from t2desk.reports.rows import Cell, Row, prose
from t2desk.reports.styles import (
    BODY,
    CAPTION,
    PARAGRAPH_NUMBER,
    SECTION,
    SIDE,
    SIDE_WIDTH,
    SUBSECTION,
    TEAL,
    TEXT_LEFT,
    Style,
)
from t2desk.reports.tags import Element

_INDENT = 11.0
_NUMBER_WIDTH = 22.0
BULLET = "•"
_BULLET_STYLE = Style(BODY.family, 9, BODY.leading, TEAL)


def heading(kit: Kit, block: Heading) -> list[Placed]:
    """Return a heading and its side word on one baseline, in one row, so that they cannot drift apart."""
    section = block.level <= 2
    style = SECTION if section else SUBSECTION
    cells = [Cell(kit.in_text(block.text, style), style, kit.root.add("H2" if section else "H3"), TEXT_LEFT)]
    if block.side is not None:
        lines = kit.setter.lines(block.side, SIDE, SIDE_WIDTH)
        cells.append(Cell(lines, SIDE, kit.root.add("P"), 0, style.rise - SIDE.rise))
    return [Row(cells, before=17 if section else 10, after=4 if section else 2.5, clings=True)]


def paragraph(kit: Kit, block: Paragraph) -> list[Placed]:
    """Return running text or a caption in the text column."""
    style, after = (BODY, 7.2) if block.prominence == "body" else (CAPTION, 7)
    lines = kit.in_text(block.text, style)
    if block.number is not None:
        return [_numbered(kit, block.number, lines, after)]
    return [prose(lines, style, kit.root.add("P"), TEXT_LEFT, after=after, clings=style is CAPTION)]


def _numbered(kit: Kit, number: Text, lines: tuple[Line, ...], after: float) -> Row:
    """Return running text with its number at the end of the side column, heard before the text."""
    element = kit.root.add("P")
    shown = kit.setter.lines(number, PARAGRAPH_NUMBER, _NUMBER_WIDTH)
    drop = BODY.rise - PARAGRAPH_NUMBER.rise
    left = TEXT_LEFT - _NUMBER_WIDTH
    cells = (Cell(shown, PARAGRAPH_NUMBER, element, left, drop), Cell(lines, BODY, element, TEXT_LEFT))
    return Row(cells, after=after)


def bullets(kit: Kit, block: BulletList) -> list[Placed]:
    """Return a list, a row for each item."""
    parent = kit.root.add("L")
    rows: list[Placed] = [_bullet(kit, item, parent.add("LI")) for item in block.items]
    return rows


def _bullet(kit: Kit, item: Text, element: Element) -> Row:
    """Return one item with its bullet."""
    mark = kit.setter.lines(Text(BULLET, FIXED), _BULLET_STYLE, _INDENT)
    cells = (
        Cell(mark, _BULLET_STYLE, element.add("Lbl"), TEXT_LEFT),
        Cell(kit.in_text(item, BODY, _INDENT), BODY, element.add("LBody"), TEXT_LEFT + _INDENT),
    )
    return Row(cells, after=4.2)

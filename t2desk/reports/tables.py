"""Tables, programmes and bars of shares: rows laid out once, so that cost grows with the rows and nothing else."""

from collections.abc import Sequence

from t2desk.domain.documents import FIXED, Agenda, AgendaRow, Bar, Bars, Column, Table, Text
from t2desk.i18n import N_
from t2desk.reports.drawing import Drawing, Rectangle
from t2desk.reports.kit import Kit
from t2desk.reports.placing import Kept, Placed
from t2desk.reports.rows import Cell, Row, Rules, prose
from t2desk.reports.styles import (
    CAPTION,
    CELL,
    CELL_QUIET,
    CELL_STRONG,
    COLUMN_HEAD,
    HAIRLINE,
    INK,
    SUPPORT_RAMP,
    TEAL,
    TEXT_LEFT,
)
from t2desk.reports.tags import Element

TIME = N_("Time")
ITEM = N_("Item")
MINUTES = N_("Minutes")
_GAP = 10.0
_INDENT = 12.0
_SHORT = 60.0  # height of a row that may wait for its neighbour
_AFTER = 20.0  # below a table or a chart
_AXIS_SHARE = 0.29  # of the text column, left of the bars
_TIME_SHARE, _TITLE_SHARE, _MINUTES_SHARE = 2.0, 9.0, 2.0


def table(kit: Kit, block: Table) -> list[Placed]:
    """Return a table's head and rows; the head is repeated on every page as an artifact."""
    parent = kit.root.add("Table")
    places = _places(kit, [column.share for column in block.columns])
    head = _head(kit, block.columns, places, parent)
    rows: list[Placed] = [head]
    for texts in block.rows:
        element = parent.add("TR")
        cells = [
            Cell(kit.setter.lines(text, CELL, width), CELL, element.add("TD"), left)
            for text, (left, width) in zip(texts, places, strict=True)
        ]
        rows.append(Row(cells, _ROW, head=head))
    return _together(rows)


def _together(rows: list[Placed]) -> list[Placed]:
    """Leave no short row alone on a page: the first keeps the second with it, the last but one the last."""
    rows[-1].after = _AFTER
    if len(rows) > 3:
        for row in (rows[1], rows[-2]):
            row.clings = row.height < _SHORT
    return rows


_ROW = Rules(left=TEXT_LEFT, below=HAIRLINE, padding=4.6)


def _places(kit: Kit, shares: Sequence[float]) -> list[tuple[float, float]]:
    """Return each column's left edge and width; shares are relative to each other."""
    whole = sum(shares)
    places: list[tuple[float, float]] = []
    left = TEXT_LEFT
    for share in shares:
        width = kit.text_width * share / whole
        places.append((left, width - (_GAP if len(places) < len(shares) - 1 else 0)))
        left += width
    return places


def _head(kit: Kit, columns: Sequence[Column], places: list[tuple[float, float]], parent: Element) -> Row:
    """Return the row of headings below a dark rule."""
    element = parent.add("TR")
    cells = [
        Cell(kit.setter.lines(column.heading, COLUMN_HEAD, width), COLUMN_HEAD, element.add("TH", scope="Column"), left)
        for column, (left, width) in zip(columns, places, strict=True)
    ]
    return Row(cells, Rules(left=TEXT_LEFT, above=INK, below=HAIRLINE, padding=4.4), before=2, clings=True)


def agenda(kit: Kit, block: Agenda) -> list[Placed]:
    """Return a programme as a table of time, item and minutes; parts of an item are indented and quieter."""
    parent = kit.root.add("Table")
    titles = (Column(_fixed(kit, TIME), _TIME_SHARE), Column(_fixed(kit, ITEM), _TITLE_SHARE))
    columns = (*titles, Column(_fixed(kit, MINUTES), _MINUTES_SHARE))
    places = _places(kit, [column.share for column in columns])
    head = _head(kit, columns, places, parent)
    rows: list[Placed] = [head, *(_agenda_row(kit, row, places, parent.add("TR"), head) for row in block.rows)]
    return _together(rows)


def _agenda_row(kit: Kit, row: AgendaRow, places: list[tuple[float, float]], element: Element, head: Row) -> Row:
    """Return one line of a programme."""
    (time_left, time_width), (left, width), (minutes_left, minutes_width) = places
    indent = min(row.level * _INDENT, width / 2)
    style = CELL_STRONG if row.level == 0 else CELL
    minutes = kit.setter.lines(row.minutes, CELL_QUIET, minutes_width) if row.minutes else ()
    time = Cell(kit.setter.lines(row.time, CELL, time_width), CELL, element.add("TD"), time_left)
    words = element.add("TD")
    title = Cell(kit.setter.lines(row.title, style, width - indent), style, words.add("P"), left + indent)
    aim = kit.setter.lines(row.aim, CELL_QUIET, width - indent) if row.aim else ()
    under = Cell(aim, CELL_QUIET, words.add("P") if aim else None, left + indent, top=title.height + 1.5 if aim else 0)
    cells = [time, title, under, Cell(minutes, CELL_QUIET, element.add("TD"), minutes_left)]
    return Row(cells, _ROW if row.level == 0 else _PART_ROW, head=head)


_PART_ROW = Rules(left=TEXT_LEFT, below=HAIRLINE, padding=3.2)


def _fixed(kit: Kit, message: str) -> Text:
    """Return one of the program's own words in the document's language."""
    return Text(kit.phrases(message), FIXED)


def bars(kit: Kit, block: Bars) -> list[Placed]:
    """Return shares as bars from one baseline: dark up to the band's lower end, light up to its upper end."""
    most = max((bar.high for bar in block.bars), default=0) or 1
    axis = kit.text_width * _AXIS_SHARE
    lines = kit.in_text(block.caption, CAPTION, axis)
    caption = prose(lines, CAPTION, kit.root.add("P"), TEXT_LEFT + axis, after=5)
    parts: list[Placed] = [caption, *(_bar(kit, bar, most) for bar in block.bars)]
    if block.note is not None:
        parts.append(prose(kit.in_text(block.note, CAPTION), CAPTION, kit.root.add("P"), TEXT_LEFT, before=5))
    return [Kept(parts, kit.page_height, before=5, after=_AFTER)]


def _bar(kit: Kit, bar: Bar, most: float) -> Drawing:
    """Return one bar with its label before and its value after it."""
    figure = kit.root.add("Figure", alternative=f"{bar.label.plain}: {bar.value.plain}")
    width = kit.text_width
    label_width, value_width, axis = width * 0.26, width * 0.24, TEXT_LEFT + width * _AXIS_SHARE
    unit = (width * 0.43) / most
    label = kit.setter.lines(bar.label, CELL, label_width)
    value = kit.setter.lines(bar.value, CELL_STRONG, value_width)
    text_height = max(len(label), len(value)) * CELL.leading
    height = max(22.0, text_height + 8)
    top = (height - 13) / 2
    gap = 1.1 if bar.high > bar.low > 0 else 0
    rectangles = [
        Rectangle(axis, 0, 0.7, height, INK),
        Rectangle(axis + 0.7, top, bar.low * unit, 13, TEAL),
        Rectangle(axis + 0.7 + bar.low * unit + gap, top, (bar.high - bar.low) * unit, 13, SUPPORT_RAMP[2]),
    ]
    cells = [
        Cell(label, CELL, figure, 0, (height - len(label) * CELL.leading) / 2, axis - 7),
        Cell(value, CELL_STRONG, figure, 0, (height - len(value) * CELL.leading) / 2, TEXT_LEFT + width),
    ]
    return Drawing(rectangles, height, figure, cells)

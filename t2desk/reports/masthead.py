"""The head of the first page: bar, series, title, deck, facts, and the box with the terms of use."""

from t2desk.domain.documents import FIXED, Fact, Masthead, Terms, Text
from t2desk.i18n import N_
from t2desk.reports.drawing import Drawing, Rectangle
from t2desk.reports.kit import Kit
from t2desk.reports.placing import Placed
from t2desk.reports.rows import Cell, Row, Rules, prose
from t2desk.reports.styles import (
    DECK,
    FACT,
    HAIRLINE,
    INK,
    LABEL,
    OCHRE,
    OCHRE_TINT,
    SERIES,
    SIDE_WIDTH,
    TEAL,
    TERMS_LABEL,
    TERMS_RULE,
    TERMS_TEXT,
    TEXT_LEFT,
    TITLE,
)
from t2desk.reports.tags import Element

TERMS_OF_USE = N_("Terms of use")
_FACTS = 4
_INSET = 12.0  # of the terms box's text


def masthead(kit: Kit, head: Masthead) -> list[Placed]:
    """Return the masthead's parts; the title is the document's only first-level heading."""
    root = kit.root
    width = kit.width * 0.9
    parts: list[Placed] = [
        Drawing([Rectangle(0, 2.8, 62, 3.2, TEAL)], 6, clings=True),
        prose(kit.setter.lines(head.series, SERIES, width), SERIES, root.add("P"), before=8, clings=True),
        prose(kit.setter.lines(head.title, TITLE, width), TITLE, root.add("H1"), before=13, clings=True),
    ]
    if head.deck is not None:
        deck = kit.setter.lines(head.deck, DECK, kit.width * 0.78)
        parts.append(prose(deck, DECK, root.add("P"), before=7))
    for start in range(0, len(head.facts), _FACTS):
        parts.append(_facts(kit, head.facts[start : start + _FACTS], before=22 if start == 0 else 0))
    return parts


def _facts(kit: Kit, facts: tuple[Fact, ...], before: float) -> Row:
    """Return a strip of up to four facts between a dark rule and a hairline."""
    step = kit.width / _FACTS
    labels = [kit.setter.lines(fact.label, LABEL, step - 10) for fact in facts]
    below = max(len(lines) for lines in labels) * LABEL.leading + 2
    cells = []
    for index, (fact, label) in enumerate(zip(facts, labels, strict=True)):
        value = kit.setter.lines(fact.value, FACT, step - 10)
        cells.append(Cell(label, LABEL, kit.root.add("P"), index * step))
        cells.append(Cell(value, FACT, kit.root.add("P"), index * step, below))
    return Row(cells, Rules(above=INK, below=HAIRLINE, padding=7), before=before, after=2)


def terms(kit: Kit, box: Terms) -> list[Placed]:
    """Return the box with the rule's name and its full text, on a tint with a bar at its left."""
    label = kit.setter.lines(Text(kit.phrases(TERMS_OF_USE), FIXED), TERMS_LABEL, SIDE_WIDTH - _INSET)
    rule = kit.setter.lines(box.rule, TERMS_RULE, SIDE_WIDTH - _INSET)
    full = kit.setter.lines(box.full, TERMS_TEXT, kit.text_width - _INSET)
    section: Element = kit.root.add("Sect")
    cells = [
        Cell(label, TERMS_LABEL, section.add("P"), _INSET, 1),
        Cell(rule, TERMS_RULE, section.add("P"), _INSET, len(label) * TERMS_LABEL.leading + 4.5),
        Cell(full, TERMS_TEXT, section.add("P"), TEXT_LEFT),
    ]
    look = Rules(bar=OCHRE, bar_width=2.4, ground=OCHRE_TINT, padding=9)
    return [Row(cells, look, before=12, after=14)]

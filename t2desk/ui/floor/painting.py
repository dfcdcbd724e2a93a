"""How the rows of the speakers' list, of the chooser and of the balance are painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from t2desk.services.floor_views import Speaker
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter


def party_colour(surroundings: Surroundings, number: int) -> str:
    """Return a party's colour in this look; grey where there is no party."""
    tokens = surroundings.theme.look.tokens
    return tokens.parties[number % len(tokens.parties)] if number >= 0 else tokens.ink_third


def mark_side(surroundings: Surroundings) -> int:
    """Return how large a party's shape is beside small text; it grows with the text."""
    return surroundings.theme.look.sizes.text_meta - 1


def paint_mark(painter: MirroredPainter, surroundings: Surroundings, place: QRect, number: int) -> None:
    """Paint a party's shape into a place; nothing where there is no party."""
    if number >= 0:
        painter.shape(place, number, party_colour(surroundings, number))


def paint_person(
    painter: MirroredPainter,
    surroundings: Surroundings,
    box: QRect,
    speaker: Speaker,
    lead: str,
    second: str,
    aside: str,
    below_aside: str = "",
) -> None:
    """Paint number, shape, name over party, and something short at the end, or two things above each other."""
    tokens, sizes = surroundings.theme.look.tokens, surroundings.theme.look.sizes
    label_font, name_font = figure_font(sizes.text_label), text_font(sizes.text_body, QFont.Weight.DemiBold)
    lead_font = figure_font(sizes.text_label, QFont.Weight.DemiBold)
    inner = box.adjusted(10, 0, -12, 0)
    lead_wide = max(20, QFontMetrics(lead_font).horizontalAdvance("00") + 4)
    painter.text(QRect(inner.left(), inner.top(), lead_wide, inner.height()), lead, lead_font, tokens.accent)
    side = mark_side(surroundings)
    mark = QRect(inner.left() + lead_wide + 2, inner.center().y() - side // 2, side, side)
    paint_mark(painter, surroundings, mark, speaker.number)
    small = figure_font(sizes.text_meta)
    wides = QFontMetrics(label_font).horizontalAdvance(aside), QFontMetrics(small).horizontalAdvance(below_aside)
    aside_wide = max(wides) + 4 if aside else 0
    left = mark.right() + 12
    half = inner.height() // 2
    wide = inner.right() - left - aside_wide - (8 if aside else 0)
    line = QFontMetrics(name_font).height()
    painter.text(QRect(left, inner.top() + half - line, wide, line), speaker.name, name_font, tokens.ink)
    below = QFontMetrics(text_font(sizes.text_meta)).height()
    painter.text(QRect(left, inner.top() + half, wide, below + 2), second, text_font(sizes.text_meta), tokens.ink_third)
    if aside:
        place = QRect(inner.right() - aside_wide, inner.top(), aside_wide, inner.height())
        if below_aside:
            trailing = QRect(place.left(), inner.top() + half, aside_wide, below + 2)
            painter.text(trailing, below_aside, small, tokens.ink_third, Qt.AlignmentFlag.AlignTrailing)
            place = QRect(place.left(), inner.top() + half - line, aside_wide, line)
        painter.text(place, aside, label_font, tokens.ink_second, Qt.AlignmentFlag.AlignTrailing)


def paint_balance(
    painter: MirroredPainter,
    surroundings: Surroundings,
    box: QRect,
    number: int,
    texts: tuple[str, str, str],
    parts: tuple[int, int, int],
) -> None:
    """Paint a group's bar below its name, figures and per cent.

    `parts` are per cent: its own, where an equal share would end (0 for no tick), and what fills the bar.
    """
    tokens, sizes = surroundings.theme.look.tokens, surroundings.theme.look.sizes
    inner = box.adjusted(2, 0, -2, 0)
    figures, (name, said, share), (own, equal, top) = figure_font(sizes.text_label), texts, parts
    metrics = QFontMetrics(figures)
    percent_wide = metrics.horizontalAdvance("100%") + 2 if share else 0
    # Figures first: a name is shortened before a number is.
    said_wide = min(
        max(metrics.horizontalAdvance(said), metrics.horizontalAdvance("0:00:00")) + 2, inner.width() * 2 // 3
    )
    line, side = metrics.height() + 2, mark_side(surroundings)
    paint_mark(painter, surroundings, QRect(inner.left(), inner.top() + (line - side) // 2, side, side), number)
    left = inner.left() + (side + 8 if number >= 0 else 0)
    percent = QRect(inner.right() - percent_wide, inner.top(), percent_wide, line)
    time = QRect(percent.left() - said_wide - 4, inner.top(), said_wide, line)
    painter.text(QRect(left, inner.top(), time.left() - left - 4, line), name, text_font(sizes.text_label), tokens.ink)
    trailing = Qt.AlignmentFlag.AlignTrailing
    painter.text(time, said, figures, tokens.ink_second, trailing)
    painter.text(percent, share, figures, tokens.ink_second, trailing)
    bar = QRect(inner.left(), inner.top() + line + 2, inner.width(), 7)
    painter.bar(bar, own / max(1, top), party_colour(surroundings, number), tokens.track)
    if equal:
        tick = bar.left() + round(bar.width() * equal / max(1, top))
        painter.round_box(QRect(tick - 2, bar.top() - 2, 5, bar.height() + 4), 0, tokens.surface)
        painter.round_box(QRect(tick - 1, bar.top() - 2, 2, bar.height() + 4), 0, tokens.ink)

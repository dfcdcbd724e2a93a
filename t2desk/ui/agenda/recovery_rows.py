"""How the agenda would be, drawn row by row: hours and minutes before and after, and both as bars."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from t2desk.domain.agenda import ItemState
from t2desk.domain.agenda_recovery import Recovery
from t2desk.i18n import N_
from t2desk.services.agenda_clock import AgendaLine
from t2desk.services.agenda_recovery import RecoveryPreview
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.hours import hour_words
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.shell.views import ViewParts

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One item as it is and as it would be: hours as words, minutes, `gone` where it would be put off.

    `dropped` says that it would be for good, `longest` is the longest of all, in minutes, for the bars.
    """

    id: str
    number: str
    title: str
    starts: str
    would_start: str
    minutes: int
    would_be: int
    gone: bool
    longest: int
    dropped: bool = False


def rows_of(now: tuple[AgendaLine, ...], preview: RecoveryPreview) -> tuple[BeforeAfter, ...]:
    """Return what is under discussion and all that comes, before and after."""
    after = {line.item.id: line for line in preview.times.lines}
    coming = [line for line in now if line.item.state in {ItemState.CURRENT, ItemState.PLANNED}]
    longest = max((_minutes(line) for line in coming), default=1)
    is_drop = preview.way is Recovery.DROP
    rows = (_row(line, after.get(line.item.id), longest) for line in coming)
    return tuple(replace(row, dropped=row.gone and is_drop) for row in rows)


def _row(line: AgendaLine, after: AgendaLine | None, longest: int) -> BeforeAfter:
    gone = after is None or after.item.state is ItemState.PARKED
    would_be = 0 if after is None or gone else _minutes(after)
    would_start = "" if after is None or gone or after.starts is None else hour_words(after.starts)
    starts = "" if line.starts is None or line.item.state is ItemState.CURRENT else hour_words(line.starts)
    return BeforeAfter(
        line.item.id, line.number, line.item.title, starts, would_start if starts else "", _minutes(line), would_be,
        gone, longest,
    )  # fmt: skip


def _minutes(line: AgendaLine) -> int:
    return (line.left + line.spent) // _MINUTE


class BeforeAfterPainter:
    """Paints and speaks the rows."""

    def __init__(self, parts: ViewParts) -> None:
        """Keep the look and the words."""
        self._parts = parts

    def height(self, _row: BeforeAfter) -> int:
        """Return a row's height: a title, and hours beside a bar."""
        sizes = self._parts.surroundings.theme.look.sizes
        return (
            QFontMetrics(text_font(sizes.text_body)).lineSpacing()
            + QFontMetrics(text_font(sizes.text_meta)).lineSpacing()
            + 18
        )

    def minutes(self, row: BeforeAfter) -> str:
        """Return the minutes before and after; one figure where they are the same."""
        words = self._parts.words
        if row.gone:
            return words(N_("{count} min")).format(count=row.minutes)
        if row.minutes == row.would_be:
            return words(N_("{count} min")).format(count=row.minutes) if row.minutes else ""
        return words(N_("{before} → {after} min")).format(before=row.minutes, after=row.would_be)

    def hours(self, row: BeforeAfter) -> str:
        """Return the hours before and after."""
        if row.gone:
            return self._parts.words(N_("dropped") if row.dropped else N_("put off"))
        if row.starts == row.would_start:
            return row.starts or self._parts.words(N_("now"))
        return self._parts.words(N_("{before} → {after}")).format(before=row.starts, after=row.would_start)

    def spoken(self, row: BeforeAfter) -> str:
        """Return a row as a sentence."""
        words = self._parts.words
        if row.gone:
            said = words(N_("would be dropped") if row.dropped else N_("would be put off"))
        elif row.minutes == row.would_be and row.starts == row.would_start:
            said = words(N_("stays as it is"))
        elif row.minutes == row.would_be:
            said = words(N_("would begin at {time} instead of {before}"))
            said = said.format(time=row.would_start, before=row.starts)
        else:
            said = words(N_("would take {after} instead of {before} min and begin at {time}")).format(
                after=row.would_be, before=row.minutes, time=row.would_start
            )
        return ", ".join((row.number, isolated(row.title), said))

    def paint(self, painter: MirroredPainter, box: QRect, row: BeforeAfter, _selected: bool) -> None:
        """Paint a row."""
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        changed = row.gone or row.minutes != row.would_be
        body = text_font(sizes.text_body, QFont.Weight.DemiBold if changed else QFont.Weight.Medium)
        if row.gone:
            body.setStrikeOut(True)
        inner, line = box.adjusted(12, 6, -12, -6), QFontMetrics(body).lineSpacing()
        figures = figure_font(sizes.text_label, QFont.Weight.DemiBold if changed else QFont.Weight.Normal)
        said = self.minutes(row)
        aside = QFontMetrics(figures).horizontalAdvance(said) + 6
        number = max(22, QFontMetrics(figures).horizontalAdvance(row.number) + 8)
        ink = tokens.ink_third if row.gone else tokens.ink
        painter.text(QRect(inner.left(), inner.top(), number, line), row.number, figures, tokens.ink_third)
        title = QRect(inner.left() + number, inner.top(), inner.width() - number - aside - 6, line)
        painter.text(title, row.title, body, ink)
        place = QRect(inner.right() - aside, inner.top(), aside, line)
        trailing = Qt.AlignmentFlag.AlignTrailing
        painter.text(place, said, figures, tokens.accent if changed and not row.gone else ink, trailing)
        self._paint_below(painter, inner.adjusted(number, line + 2, 0, 0), row)

    def _paint_below(self, painter: MirroredPainter, box: QRect, row: BeforeAfter) -> None:
        look = self._parts.surroundings.theme.look
        tokens, meta = look.tokens, figure_font(look.sizes.text_meta)
        line, wide = QFontMetrics(meta).lineSpacing(), QFontMetrics(meta).horizontalAdvance("00:00 → 00:00") + 16
        painter.text(QRect(box.left(), box.top(), wide, line), self.hours(row), meta, tokens.ink_second)
        track = QRect(box.left() + wide, box.top() + line // 2 - 3, box.width() - wide, 8)
        before = round(track.width() * row.minutes / max(1, row.longest))
        after = round(track.width() * row.would_be / max(1, row.longest))
        if before:
            # What it is now stays as an outline around what it would be.
            painter.round_box(QRect(track.left(), track.top(), before, track.height()), 3, tokens.track, tokens.edge)
        if after:
            painter.round_box(QRect(track.left(), track.top() + 1, after, track.height() - 2), 2, tokens.accent)

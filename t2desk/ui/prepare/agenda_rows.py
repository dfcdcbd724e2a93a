"""The rows of the agenda: sessions as headings, their items below, painted with their times and lengths."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from t2desk.domain.agenda import ItemKind, ItemState
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.preparation import Plan, PlannedItem
from t2desk.ui.agenda.words import when_words
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.shell.views import ViewParts

PHASES = {
    "": N_("No phase"), "concerns": N_("Concerns"), "options": N_("Options"), "constraints": N_("Constraints"),
    "steps": N_("Steps"),
}  # fmt: skip
STATES = {
    "planned": N_("Planned"), "open": N_("In session"), "adjourned": N_("Adjourned"), "settled": N_("Settled"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A session's heading, or one of its items."""

    plan: Plan
    planned: PlannedItem | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Which row this is."""
        return ("item", self.planned.item.id) if self.planned else ("session", self.plan.session.id)


def rows_of(plans: tuple[Plan, ...]) -> tuple[PlanRow, ...]:
    """Return every session followed by its items."""
    return tuple(row for plan in plans for row in (PlanRow(plan), *(PlanRow(plan, planned) for planned in plan.items)))


class PlanPainter:
    """Says and paints rows."""

    def __init__(self, parts: ViewParts) -> None:
        """Keep the look and the words."""
        self._parts = parts
        self._locale = QLocale(parts.surroundings.phrases.language)

    def height(self, row: PlanRow) -> int:
        """Return a row's height: headings have air above."""
        sizes = self._parts.surroundings.theme.look.sizes
        return sizes.row + 12 if row.planned is None else round(sizes.row * 0.77)

    def title(self, plan: Plan) -> str:
        """Return a session's title, or its number."""
        return session_name(plan.session.title, plan.session.number, self._parts.words)

    def hours(self, plan: Plan) -> str:
        """Return a session's day, hours and length."""
        words = self._parts.words
        said = [words(N_("{minutes} min")).format(minutes=plan.minutes)]
        if plan.starts and plan.ends:
            day = self._locale.toString(plan.starts.date(), "dddd d MMMM")  # type: ignore[call-overload]
            ends = words(N_("{begin} to {end}")).format(begin=f"{plan.starts:%H:%M}", end=f"{plan.ends:%H:%M}")
            said = [day, ends, *said]
        return " · ".join(isolated(part) for part in said)

    def spoken(self, row: PlanRow) -> str:
        """Return a row as a sentence."""
        words = self._parts.words
        if row.planned is None:
            return f"{self.title(row.plan)}, {self.hours(row.plan)}, {words(STATES[row.plan.session.state.value])}"
        item = row.planned.item
        minutes = words(N_("{minutes} min")).format(minutes=item.minutes)
        phase = words(PHASES[item.phase.value]) if item.phase.value else ""
        above = next((one.item.title for one in row.plan.items if one.item.id == item.parent), "")
        part_of = words(N_("part of {title}")).format(title=above) if above else ""
        kind = words(N_("break")) if row.planned.plan.kind is ItemKind.BREAK else ""
        parked = self.parked(row.planned)
        said = (row.planned.begins, item.title, minutes, part_of, phase, kind, parked)
        return ", ".join(part for part in said if part)

    def parked(self, planned: PlannedItem) -> str:
        """Return that an item is parked, and until when; nothing of any other."""
        if planned.item.state is not ItemState.PARKED:
            return ""
        due = planned.plan.due
        back = self._parts.words(N_("parked, back {when}"))
        return back.format(when=when_words(self._parts, due)) if due else self._parts.words(N_("parked"))

    def paint(self, painter: MirroredPainter, box: QRect, row: PlanRow, _selected: bool) -> None:
        """Paint a row."""
        if row.planned is None:
            self._paint_heading(painter, box, row.plan)
        else:
            self._paint_item(painter, box, row.planned)

    def _paint_heading(self, painter: MirroredPainter, box: QRect, plan: Plan) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        line = round(sizes.text_title * 1.35)
        top, right = box.center().y() - line + 2, box.right() - 12
        bold = text_font(sizes.text_title, QFont.Weight.DemiBold)
        painter.text(QRect(box.left() + 12, top, right - box.left() - 120, line), self.title(plan), bold, tokens.ink)
        state = self._parts.words(STATES[plan.session.state.value])
        small, trailing = text_font(sizes.text_label), Qt.AlignmentFlag.AlignTrailing
        painter.text(QRect(right - 110, top, 110, line), state, small, tokens.ink_second, trailing)
        under = QRect(box.left() + 12, top + line, right - box.left() - 12, line)
        painter.text(under, self.hours(plan), small, tokens.ink_second)

    def _paint_item(self, painter: MirroredPainter, box: QRect, planned: PlannedItem) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        item, words = planned.item, self._parts.words
        small, trailing = text_font(sizes.text_label), Qt.AlignmentFlag.AlignTrailing
        time = round(sizes.text_label * 3.4)
        painter.text(
            QRect(box.left() + 12, box.top(), time, box.height()), planned.begins, figure_font(sizes.text_label),
            tokens.ink_second,
        )  # fmt: skip
        left = box.left() + 12 + time + 8 + (28 if item.parent else 0)
        minutes, phase = round(sizes.text_label * 5), round(sizes.text_label * 8)
        right = box.right() - 12
        shown = words(N_("{minutes} min")).format(minutes=item.minutes)
        where = QRect(right - minutes, box.top(), minutes, box.height())
        painter.text(where, shown, figure_font(sizes.text_label), tokens.ink, trailing)
        is_break, is_parked = planned.plan.kind is ItemKind.BREAK, item.state is ItemState.PARKED
        aside = self.parked(planned) or (words(PHASES[item.phase.value]) if item.phase.value else "")
        phase = max(phase, QFontMetrics(small).horizontalAdvance(aside) + 8) if aside else phase
        if aside:
            where = QRect(right - minutes - phase, box.top(), phase, box.height())
            painter.text(where, aside, small, tokens.ink_second, trailing)
        if is_break or is_parked:
            side = look.sizes.text_title
            place = painter.place(QRect(left, box.center().y() - side // 2, side, side))
            icon = "square-parking" if is_parked else "pause"
            self._parts.surroundings.icons.paint(painter.painter, icon, QRectF(place), tokens.ink_third)
            left += side + 8
        width = right - minutes - phase - 12 - left
        weight = QFont.Weight.Normal if item.parent else QFont.Weight.Medium
        painter.text(
            QRect(left, box.top(), width, box.height()),
            item.title,
            text_font(sizes.text_body, weight),
            tokens.ink_third if is_parked else tokens.ink,
        )

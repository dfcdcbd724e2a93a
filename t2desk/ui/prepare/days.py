"""The meeting's days at a glance: each session a bar of its items, a break an outline; what is parked below."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QRect, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.agenda_days import Day, DaySession, days
from t2desk.services.agenda_desk import ParkedItem, parking_lot
from t2desk.ui.agenda.words import when_words
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated
from t2desk.ui.kit.pieces import column, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day as a heading, one of its sessions, or a parked item; `longest` is the longest session, in minutes."""

    key: str
    heading: str
    session: DaySession | None = None
    longest: int = 1
    parked: ParkedItem | None = None


class Days(QWidget):
    """The days of every meeting, and the parking lot. `wanted` comes with what somebody goes to: its kind and id."""

    wanted = Signal(str, str)

    def __init__(self, parts: ViewParts) -> None:
        """Read them."""
        super().__init__()
        self.setObjectName("agendaDays")
        self._parts = parts
        self._locale = QLocale(parts.surroundings.phrases.language)
        self._rows: ValueListModel[DayRow] = ValueListModel(lambda one: one.key, self._spoken)
        self.list = ValueListView(parts.surroundings.theme, self._rows, self._paint, self._height)
        self.list.setObjectName("dayList")
        self.list.setAccessibleName(parts.words(N_("The meeting’s days")))
        self.list.chosen.connect(self._on_chosen)
        self._said = label("", "second", "daysSaid", wraps=True)
        layout = column(self._said, self.list, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        lead_focus(self, self.list)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("sessions", "agenda_items", "item_plans", "meetings"):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, lambda work: (days(work), parking_lot(work)), self._show)

    def _show(self, answer: tuple[tuple[Day, ...], tuple[ParkedItem, ...]]) -> None:
        found, lot = answer
        sessions = [one for day in found for one in day.sessions]
        longest = max((one.plan.minutes for one in sessions), default=0) or 1
        rows: list[DayRow] = []
        for number, day in enumerate(found):
            rows.append(DayRow(f"day-{number}", self._day(day, len({one.meeting for one in found}) > 1)))
            rows += [DayRow(one.plan.session.id, "", one, longest) for one in day.sessions]
        if lot:
            rows.append(DayRow("parked", self._parts.words(N_("Parked"))))
            rows += [DayRow(one.item.id, "", parked=one) for one in lot]
        self.list.set_values(tuple(rows))
        plural = self._parts.surroundings.phrases.plural
        dated = len({day.day for day in found if day.day})
        count = plural("{count} day", "{count} days", dated).format(count=dated)
        total = self._parts.words(N_("{minutes} min")).format(minutes=sum(one.plan.minutes for one in sessions))
        self._said.setText(self._parts.surroundings.phrases.listed(count, total) if sessions else "")

    def _day(self, day: Day, with_meeting: bool) -> str:
        said = self._date(day.day) if day.day else self._parts.words(N_("Without a day yet"))
        return " · ".join((isolated(day.meeting), said)) if with_meeting else said

    def _date(self, day: date) -> str:
        return str(self._locale.toString(day, "dddd d MMMM"))  # type: ignore[call-overload]

    def _hours(self, one: DaySession) -> str:
        words, plan = self._parts.words, one.plan
        minutes = words(N_("{minutes} min")).format(minutes=plan.minutes)
        if plan.starts is None or plan.ends is None:
            return minutes
        hours = words(N_("{begin} to {end}")).format(begin=f"{plan.starts:%H:%M}", end=f"{plan.ends:%H:%M}")
        return self._parts.surroundings.phrases.listed(hours, minutes)

    def _title(self, one: DaySession) -> str:
        return session_name(one.plan.session.title, one.plan.session.number, self._parts.words)

    def _back(self, one: ParkedItem) -> str:
        words = self._parts.words
        if one.is_due:
            return words(N_("due now"))
        back = words(N_("back {when}"))
        return back.format(when=when_words(self._parts, one.due)) if one.due else words(N_("until there is time"))

    def _spoken(self, row: DayRow) -> str:
        if row.parked is not None:
            parked = row.parked
            return ", ".join((isolated(parked.item.title), self._back(parked), isolated(parked.session_title)))
        if row.session is None:
            return row.heading
        one, plural = row.session, self._parts.surroundings.phrases.plural
        talk = sum(not stretch.is_break for stretch in one.stretches)
        items = plural("{count} item", "{count} items", talk).format(count=talk)
        pauses = len(one.stretches) - talk
        breaks = plural("{count} break", "{count} breaks", pauses).format(count=pauses) if pauses else ""
        return ", ".join(part for part in (isolated(self._title(one)), self._hours(one), items, breaks) if part)

    def _on_chosen(self, row: DayRow) -> None:
        if row.session is not None:
            self.wanted.emit("session", row.session.plan.session.id)
        elif row.parked is not None:
            self.wanted.emit("item", row.parked.item.id)

    def _lines(self) -> tuple[int, int]:
        sizes = self._parts.surroundings.theme.look.sizes
        return QFontMetrics(text_font(sizes.text_body)).lineSpacing(), QFontMetrics(
            text_font(sizes.text_meta)
        ).lineSpacing()

    def _height(self, row: DayRow) -> int:
        body, meta = self._lines()
        if row.parked is not None:
            return body + meta + 16
        return body + 16 if row.session is None else body + meta + 34

    def _paint(self, painter: MirroredPainter, box: QRect, row: DayRow, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes, (body, meta) = look.tokens, look.sizes, self._lines()
        if row.parked is not None:
            self._paint_two(painter, box, row.parked.item.title, self._back(row.parked))
            return
        if row.session is None:
            place = box.adjusted(4, 8, -4, 0)
            painter.text(place, row.heading, text_font(sizes.text_label, QFont.Weight.DemiBold), tokens.ink_second)
            return
        self._paint_two(painter, box, self._title(row.session), self._hours(row.session))
        self._paint_bar(painter, QRect(box.left() + 10, box.top() + body + meta + 10, box.width() - 20, 10), row)

    def _paint_two(self, painter: MirroredPainter, box: QRect, title: str, below: str) -> None:
        look, (body, meta) = self._parts.surroundings.theme.look, self._lines()
        inner = box.adjusted(10, 6, -10, -6)
        place = QRect(inner.left(), inner.top(), inner.width(), body)
        painter.text(place, title, text_font(look.sizes.text_body, QFont.Weight.DemiBold), look.tokens.ink)
        under = QRect(inner.left(), inner.top() + body, inner.width(), meta)
        painter.text(under, below, figure_font(look.sizes.text_meta), look.tokens.ink_second)

    def _paint_bar(self, painter: MirroredPainter, box: QRect, row: DayRow) -> None:
        tokens, at = self._parts.surroundings.theme.look.tokens, 0
        assert row.session is not None  # noqa: S101  (only sessions have bars)
        for stretch in row.session.stretches:
            begin = box.width() * at // row.longest
            at += stretch.minutes
            end = box.width() * at // row.longest
            place = QRect(box.left() + begin, box.top(), max(3, end - begin - 2), box.height())
            filled = None if stretch.is_break else tokens.accent
            painter.round_box(place, 2, filled, tokens.edge if stretch.is_break else None)

"""The agendas to begin with: each chosen from a list, with what it holds drawn below before it is put in."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from t2desk.domain.agenda import ItemKind
from t2desk.i18n import N_
from t2desk.services.agenda_templates import TEMPLATES, Template, TemplateItem
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.fonts import figure_font, text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, wrapped_height
from t2desk.ui.kit.pieces import column, label, row, rule_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.agenda_rows import PHASES
from t2desk.ui.prepare.pieces import button
from t2desk.ui.shell.views import ViewParts


@dataclass(frozen=True, slots=True)
class _Step:
    """One item of a template, by its place."""

    place: int
    item: TemplateItem
    longest: int


class Templates(QWidget):
    """Four ways to run a session; Enter or the button puts the chosen one in."""

    wanted = Signal(object)

    def __init__(self, parts: ViewParts) -> None:
        """Show all templates, and what the first holds."""
        super().__init__()
        self.setObjectName("agendaTemplates")
        self._parts, theme, words = parts, parts.surroundings.theme, parts.words
        self._names: ValueListModel[Template] = ValueListModel(lambda one: one.name, self._spoken)
        self._names.set_values(tuple(TEMPLATES.values()))
        self.list = ValueListView(theme, self._names, self._paint_name)
        self.list.setObjectName("templateList")
        self.list.setAccessibleName(words(N_("Templates")))
        self.list.setFixedHeight(theme.look.sizes.row * len(TEMPLATES) + 4)
        self.list.chosen.connect(self.wanted.emit)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self._steps: ValueListModel[_Step] = ValueListModel(lambda one: one.place, self._spoken_step)
        self._preview = ValueListView(theme, self._steps, self._paint_step, self._step_height)
        self._preview.setObjectName("templatePreview")
        self._sentence = label("", "second", "templateSentence", wraps=True)
        put = self._put = button(parts, "templatePut", N_("Put in"), "plus", "Enter", Loudness.EDGED)
        put.clicked.connect(lambda _checked=False: self.wanted.emit(self.list.current()))
        said = label(words(N_("Put at the end of the chosen session; Ctrl+Z takes it out again.")), "meta", wraps=True)
        layout = column(self.list, rule_line(), self._sentence, self._preview, row(put, 1), said, gap=8)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        lead_focus(self, self.list)
        self.list.setCurrentIndex(self._names.index(0))

    def _length(self, template: Template) -> str:
        minutes = sum(item.minutes for item in template.items)
        said = self._parts.words(N_("{count} items, {minutes} min"))
        return said.format(count=len(template.items), minutes=minutes)

    def _show(self) -> None:
        template: Template = self.list.current()
        words = self._parts.words
        longest = max(item.minutes for item in template.items)
        self._sentence.setText(words(template.sentence))
        self._steps.set_values(tuple(_Step(at, one, longest) for at, one in enumerate(template.items, start=1)))
        self._preview.setAccessibleName(words(N_("What is in it: {template}")).format(template=words(template.title)))
        self._put.setAccessibleName(words(N_("Put in: {template}")).format(template=words(template.title)))
        self._preview.scheduleDelayedItemsLayout()

    def _spoken(self, template: Template) -> str:
        return f"{self._parts.words(template.title)}, {self._length(template)}, {self._parts.words(template.sentence)}"

    def _spoken_step(self, step: _Step) -> str:
        words, item = self._parts.words, step.item
        minutes = words(N_("{minutes} min")).format(minutes=item.minutes)
        phase = words(PHASES[item.phase.value]) if item.phase.value else ""
        kind = words(N_("break")) if item.kind is ItemKind.BREAK else ""
        aim = words(item.aim) if item.aim else ""
        return ", ".join(part for part in (words(item.title), minutes, phase, kind, aim) if part)

    def _paint_name(self, painter: MirroredPainter, box: QRect, template: Template, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        sizes, inner = look.sizes, box.adjusted(10, 6, -10, -6)
        line = inner.height() // 2
        bold = text_font(sizes.text_body, QFont.Weight.DemiBold)
        painter.text(QRect(inner.left(), inner.top(), inner.width(), line), self._parts.words(template.title), bold,
                     look.tokens.ink)  # fmt: skip
        under = QRect(inner.left(), inner.top() + line, inner.width(), line)
        painter.text(under, self._length(template), figure_font(sizes.text_meta), look.tokens.ink_second)

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = self._parts.surroundings.theme.look.sizes
        return text_font(sizes.text_body, QFont.Weight.Medium), text_font(sizes.text_meta)

    def _width(self) -> int:
        return max(80, self._preview.viewport().width() - 20)

    def _below(self, item: TemplateItem) -> str:
        words = self._parts.words
        phase = words(PHASES[item.phase.value]) if item.phase.value else ""
        # Both are of the window's language: an isolate over two lines would be torn by the wrapping.
        return " · ".join(one for one in (phase, words(item.aim) if item.aim else "") if one)

    def _step_height(self, step: _Step) -> int:
        title, meta = self._fonts()
        below = self._below(step.item)
        under = wrapped_height(meta, below, self._width()) + 2 if below else 0
        return wrapped_height(title, self._title(step), self._title_width()) + under + 24

    def _title(self, step: _Step) -> str:
        return isolated(self._parts.words(step.item.title))

    def _title_width(self) -> int:
        return self._width() - QFontMetrics(self._fonts()[0]).horizontalAdvance("0000 min")

    def _paint_step(self, painter: MirroredPainter, box: QRect, step: _Step, _selected: bool) -> None:
        look, item = self._parts.surroundings.theme.look, step.item
        tokens, inner = look.tokens, box.adjusted(10, 5, -10, -5)
        title, meta = self._fonts()
        high = wrapped_height(title, self._title(step), self._title_width())
        place = QRect(inner.left(), inner.top(), self._title_width(), high)
        painter.text(place, self._parts.words(item.title), title, tokens.ink, lines=4)
        minutes = self._parts.words(N_("{minutes} min")).format(minutes=item.minutes)
        aside = QRect(place.right(), inner.top(), inner.right() - place.right(), QFontMetrics(title).lineSpacing())
        painter.text(
            aside, minutes, figure_font(look.sizes.text_label), tokens.ink_second, Qt.AlignmentFlag.AlignTrailing
        )
        below, top = self._below(item), inner.top() + high + 2
        if below:
            under = wrapped_height(meta, below, self._width())
            painter.text(QRect(inner.left(), top, inner.width(), under), below, meta, tokens.ink_second, lines=6)
            top += under + 2
        wide = round(inner.width() * item.minutes / step.longest)
        filled = None if item.kind is ItemKind.BREAK else tokens.accent
        painter.round_box(QRect(inner.left(), top + 2, wide, 5), 2, filled, None if filled else tokens.edge)

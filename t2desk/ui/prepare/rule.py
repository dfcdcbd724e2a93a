"""The rule: the presets as cards, what the room will hear, and what settling will keep, in plain words."""

from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.rules import PRESETS, FloorKept, Kept, Preset, strictest
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.rule_page import RulePage, rule_page
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, lines_of
from t2desk.ui.kit.pieces import EmptyState, column, label, row, rule_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.ground_rules import GroundRulesPart
from t2desk.ui.prepare.pieces import button, heading, padded, side_tabs
from t2desk.ui.prepare.rule_scope import RuleScopePart
from t2desk.ui.prepare.rule_text import RuleTextPart
from t2desk.ui.prepare.rule_told import RuleToldPart
from t2desk.ui.prepare.rule_words import TIME, axes_of
from t2desk.ui.shell.views import ViewParts

_FLOOR = {
    FloorKept.NOTHING: N_("Of the floor nothing: not even how long each side spoke."),
    FloorKept.TOTALS_BY_PARTY: N_("How long each party spoke, in total; not who."),
    FloorKept.TOTALS_BY_PERSON: N_("How long each person spoke, in total; not when."),
    FloorKept.TURNS: N_("Every turn: who spoke, when and for how long."),
}
_KINDS = (
    "sessions", "rule_texts", "assents", "assent_sides", "scoped_rules", "rule_dates", "rule_changes", "taken_under",
    "attendance_shown", "credits", "agenda_items", "people", "identities", "parties", "ground_rules", "series",
)  # fmt: skip
_PLACE = "prepare.rule"
_TABS = (
    ("preset", N_("This rule")), ("text", N_("Text")), ("scope", N_("Where it holds")), ("told", N_("Who was there")),
    ("ground", N_("Ground rules")),
)  # fmt: skip


def kept_in_words(kept: Kept) -> tuple[str, ...]:
    """Return what settling leaves, a sentence each, still to be translated."""
    return (
        _FLOOR[kept.floor],
        N_("Who attended is kept.") if kept.attendance else N_("Who attended is not kept."),
        N_("Notes are kept.") if kept.notes else N_("Notes are destroyed; only agreed wordings stay."),
        N_("When things were noted is kept.") if kept.traces else N_("When things were noted is not kept."),
    )


class RulePanel(QWidget):
    """The presets on one side, the chosen one's text beside it; Enter puts it in force."""

    def __init__(self, parts: ViewParts) -> None:
        """Ask which session's rule it is."""
        super().__init__()
        self.setObjectName("rulePanel")
        self._parts = parts
        self._at_hand: RulePage | None = None
        self._model: ValueListModel[Preset] = ValueListModel(lambda preset: preset.name, self._spoken)
        self._build_list()
        self._build_chosen()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._build_page())
        self._aloud: ReadAloud | None = None
        self._empty.hide()
        lead_focus(self, self._list)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_list(self) -> None:
        theme = self._parts.surroundings.theme
        self._list = ValueListView(theme, self._model, self._paint, self._height)
        self._list.setResizeMode(ValueListView.ResizeMode.Adjust)
        self._list.setObjectName("ruleList")
        self._list.setAccessibleName(self._parts.words(N_("Rules")))
        self._list.chosen.connect(lambda _preset: self._on_set())
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.set_values(tuple(PRESETS.values()))

    def _build_chosen(self) -> None:
        words = self._parts.words
        self._title = label("", "card-title", "ruleTitle")
        self._text = label("", "display", "ruleText", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._axes = Lines(self._parts.surroundings.theme, "ruleAxes", "body", 8)
        self._kept = [label("", "body", f"ruleKept{number}", wraps=True) for number in range(1, 5)]
        self._held = label("", "second", "ruleHeld", wraps=True)
        self._set = button(self._parts, "ruleSet", N_("Put it in force"), "check", "Enter", Loudness.EDGED)
        self._set.clicked.connect(self._on_set)
        self._in_force = label(words(N_("In force")), "good", "ruleInForce")
        aloud = button(self._parts, "ruleAloud", N_("Read aloud"), "presentation", "", Loudness.EDGED)
        aloud.clicked.connect(self._on_aloud)
        self._buttons = row(self._set, self._in_force, aloud, 1, gap=12)

    def _build_page(self) -> QWidget:
        words = self._parts.words
        self._figures, head = heading(self._parts, N_("The rule"))
        self._empty = EmptyState(words(N_("No session is planned. Plan one under Agenda, then choose its rule here.")))
        text = QWidget()
        text.setLayout(column(
            self._title, self._text, self._axes, rule_line(),
            label(words(N_("What stays once the session is settled")), "card-title"),
            column(*self._kept, gap=8), self._held, 1, gap=14,
        ))  # fmt: skip
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(text)
        first = QWidget()
        layout = column(scroll, self._buttons, gap=12)
        layout.setStretch(0, 1)
        first.setLayout(layout)
        chosen = self._build_tabs(first)
        listed = QWidget()
        inner = column(head, self._list, gap=12)
        inner.setStretch(1, 1)
        listed.setLayout(inner)
        self._body = QWidget()
        both = row(padded(listed), padded(chosen, 24), gap=16)
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        self._body.setLayout(both)
        page = QWidget()
        page.setLayout(column(self._body, self._empty))
        return page

    def _build_tabs(self, first: QWidget) -> QWidget:
        parts, place = self._parts, QWidget()
        self._beside = QStackedLayout(place)
        self._parts_beside = (RuleTextPart(parts), RuleScopePart(parts), RuleToldPart(parts), GroundRulesPart(parts))
        for widget in (first, *self._parts_beside):
            self._beside.addWidget(widget)
        self._tabs, inside = side_tabs(parts, "rule", _TABS, self._show_tab, place)
        return inside

    def _show_tab(self, name: str) -> None:
        self._tabs[name].setChecked(True)
        self._beside.setCurrentIndex([tab for tab, _ in _TABS].index(name))
        self._parts.places.remember(_PLACE, name)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        self._parts.bridge.read(self, partial(rule_page, words=self._parts.words), self._show)

    def _show(self, at_hand: RulePage | None) -> None:
        fresh = self._at_hand is None
        self._at_hand = at_hand
        self._body.setVisible(at_hand is not None)
        self._empty.setVisible(at_hand is None)
        if at_hand is None:
            return
        session = at_hand.session
        title = session_name(session.title, session.number, self._parts.words)
        self._figures.setText(self._parts.words(N_("of {session}")).format(session=isolated(title)))
        if fresh:
            self._list.select(at_hand.session.rule)
            self._show_tab((*self._parts.places.of(_PLACE), "preset")[0])
        self._list.viewport().update()
        self._show_chosen()
        for part in self._parts_beside:
            part.show_page(at_hand)

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if self._at_hand is not None:
            self._show_chosen()

    def _show_chosen(self) -> None:
        preset: Preset | None = self._list.current()
        if preset is None or self._at_hand is None:
            return
        words = self._parts.words
        session = self._at_hand.session
        self._title.setText(words(preset.title))
        self._text.setText(words(preset.text))
        before = tuple(name for name in session.rules_held if name != preset.name) if self._is_bound() else ()
        _, kept = strictest((preset.name, *before))
        axes = [(words(axis), words(said)) for axis, said in axes_of(preset.rule)]
        self._axes.show_lines([*axes, (words(TIME), self._time())])
        for shown, line in zip(self._kept, kept_in_words(kept), strict=True):
            shown.setText(words(line))
        named = self._parts.surroundings.phrases.listed(*(words(PRESETS[name].title) for name in before))
        held = words(N_("Rules under which something was taken in bind too: {rules}.")).format(rules=named)
        self._held.setText(held if named else "")
        is_set = preset.name == session.rule
        self._set.setVisible(not is_set)
        said = N_("In force") if self._at_hand.is_open else N_("Chosen for this session")
        self._in_force.setText(words(said))
        self._in_force.setVisible(is_set)

    def _time(self) -> str:
        words, rule = self._parts.words, self._at_hand.rule if self._at_hand else None
        if rule is None or not (rule.embargo_until or rule.destroy_on):
            return words(N_("No embargo and no day of destruction; days are set under “Where it holds”."))
        before, end = words(N_("Nothing leaves before {day}.")), words(N_("All is destroyed on {day}."))
        said = ((before, rule.embargo_until), (end, rule.destroy_on))
        return " ".join(sentence.format(day=isolated(day)) for sentence, day in said if day)

    def _is_bound(self) -> bool:
        # A session in which nothing was taken in yet holds only the rule it has.
        return self._at_hand is not None and len(self._at_hand.session.rules_held) > 1

    def _on_set(self) -> None:
        preset: Preset | None = self._list.current()
        if preset is not None and self._at_hand is not None and preset.name != self._at_hand.session.rule:
            self._parts.bridge.write("rule.set", {"preset": preset.name, "session": self._at_hand.session.id})

    def _on_aloud(self) -> None:
        preset: Preset = self._list.current()
        page, own = self._at_hand, preset.text
        if page is not None and preset.name == page.session.rule:
            own = page.text
        self._aloud = ReadAloud(self._parts, preset.title, own, self._on_read)
        self._stack.addWidget(self._aloud)
        self._stack.setCurrentWidget(self._aloud)
        self._aloud.setFocus()

    def _on_read(self) -> None:
        if self._aloud is not None:
            self._stack.removeWidget(self._aloud)
            self._aloud.deleteLater()
            self._aloud = None
            self._list.setFocus()

    def _spoken(self, preset: Preset) -> str:
        words = self._parts.words
        chosen = words(N_("in force")) if self._at_hand and self._at_hand.session.rule == preset.name else ""
        return ", ".join(part for part in (words(preset.title), chosen, words(preset.sentence)) if part)

    def _paint(self, painter: MirroredPainter, box: QRect, preset: Preset, _selected: bool) -> None:
        around = self._parts.surroundings
        tokens, sizes = around.theme.look.tokens, around.theme.look.sizes
        is_set = self._at_hand is not None and self._at_hand.session.rule == preset.name
        if is_set:
            painter.round_box(box.adjusted(2, 1, -2, -1), sizes.control_radius, tokens.soft)
            icon = sizes.text_title
            where = painter.place(QRect(box.left() + 12, box.top() + 11, icon, icon))
            around.icons.paint(painter.painter, "circle-check", QRectF(where), tokens.soft_ink)
        left, width = box.left() + self._left(), box.width() - self._left() - 12
        line, bold, small = self._type()
        lines = lines_of(around.words(preset.title), bold, width)
        title = QRect(left, box.top() + 9, width, lines * line)
        ink = tokens.soft_ink if is_set else tokens.ink
        painter.text(title, around.words(preset.title), bold, ink, lines=lines)
        sentence = QRect(left, title.bottom() + 1, width, box.bottom() - title.bottom())
        ink = tokens.soft_ink if is_set else tokens.ink_second
        painter.text(sentence, around.words(preset.sentence), small, ink, lines=4)

    def _type(self) -> tuple[int, QFont, QFont]:
        sizes = self._parts.surroundings.theme.look.sizes
        bold = text_font(sizes.text_body, QFont.Weight.DemiBold)
        return round(sizes.text_body * 1.4), bold, text_font(sizes.text_label)

    def _left(self) -> int:
        return 24 + self._parts.surroundings.theme.look.sizes.text_title

    def _height(self, preset: Preset) -> int:
        line, bold, small = self._type()
        width = self._list.viewport().width() - self._left() - 12
        words = self._parts.words
        return 20 + line * (lines_of(words(preset.title), bold, width) + lines_of(words(preset.sentence), small, width))


class ReadAloud(QWidget):
    """The rule's full text alone, large enough to read from a few steps away."""

    def __init__(self, parts: ViewParts, title: str, text: str, on_back: object) -> None:
        """Show a text under its rule's title."""
        super().__init__()
        assert callable(on_back)  # noqa: S101
        self.setObjectName("readAloud")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back = on_back
        size = round(parts.surroundings.theme.look.sizes.text_name * 1.5)
        said = label(parts.words(text), "display", "aloudText", wraps=True)
        said.setStyleSheet(f"font-size: {size}px; font-weight: 500;")
        back = button(parts, "aloudBack", N_("Back"), "", "Esc", Loudness.EDGED)
        back.clicked.connect(on_back)
        inside = QWidget()
        inside.setLayout(column(1, label(parts.words(title), "second"), said, 2, row(1, back), gap=20))
        self.setLayout(column(padded(inside, 48)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

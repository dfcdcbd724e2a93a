"""Where rules hold, from the series to one person: which preset, which of them decides and why, and the days."""

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QWidget

from t2desk.domain.errors import DeskError
from t2desk.domain.ground_errors import LooseningNeedsAccord
from t2desk.domain.rules import PRESETS
from t2desk.domain.scopes import Scope
from t2desk.domain.series import session_name
from t2desk.i18n import N_
from t2desk.services.rule_page import OWN, Layer, RulePage
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, lines_of
from t2desk.ui.kit.pieces import column, label, row, rule_line, upright
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.pieces import Choice, Field, button, told
from t2desk.ui.prepare.rule_words import AXES, SCOPES, axes_of
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_GROUPS = (
    ("wide", N_("Series, meeting, session and part")),
    (Scope.ITEM.value, N_("Agenda items")),
    (Scope.PERSON.value, N_("People")),
)
_ROWS = 4.6


class RuleScopePart(QWidget):
    """A list of places, and under it the rule of the one chosen; a less strict one asks how that was agreed."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a session."""
        super().__init__()
        self.setObjectName("ruleScopePart")
        self._parts = parts
        self._page: RulePage | None = None
        self._shown_of = self._shown_preset = ""
        words = parts.words
        groups = tuple((value, words(said)) for value, said in _GROUPS)
        self._group = Choice(parts, words(N_("Where")), "scopeGroup", groups, lambda _group: self._show_list())
        self._model: ValueListModel[Layer] = ValueListModel(lambda layer: layer.key, self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._model, self._paint, self._height)
        self._list.setObjectName("scopeList")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(words(N_("Where rules hold")))
        self._list.setMinimumHeight(round(parts.surroundings.theme.look.sizes.row * _ROWS))
        self._list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_layer())
        presets = (("", words(N_("No rule of its own"))), *((one.name, words(one.title)) for one in PRESETS.values()))
        self._preset = Choice(parts, words(N_("Rule here")), "scopePreset", presets, self._on_chosen)
        # Arrow keys pass over presets on their way: none of them may hold for that.
        self._set = button(parts, "scopeSet", N_("Put it in force here"), "check", "", Loudness.EDGED)
        self._set.clicked.connect(lambda _checked=False: self._on_preset(str(self._preset.box.currentData())))
        embargo, destroy = partial(self._on_day, "embargo_until"), partial(self._on_day, "destroy_on")
        before, end = words(N_("Nothing leaves before")), words(N_("All is destroyed on"))
        self._embargo = Field(before, "scopeEmbargo", embargo, waits=True, like="2027-01-31")
        self._destroy = Field(end, "scopeDestroy", destroy, waits=True, like="2031-12-31")
        self._days = row(self._embargo, self._destroy, gap=12)
        self._how = KeptLine(parts, "scopeHow", words(N_("How that was agreed: in the room, by every side …")))
        self._how.returnPressed.connect(self._on_agreed)
        self._agreed = button(parts, "scopeAgreed", N_("Note it and loosen"), "check", "Enter", Loudness.EDGED)
        self._agreed.clicked.connect(lambda _checked=False: self._on_agreed())
        self._back = button(parts, "scopeBack", N_("Leave it strict"), "x", "", Loudness.EDGED)
        self._back.clicked.connect(lambda _checked=False: self._drop_wish())
        self._said = label("", "warning", "scopeSaid", wraps=True)
        self._wish: tuple[str, dict[str, object]] | None = None
        self._sum = label("", "second", "scopeSum", wraps=True)
        self._stricter = label("", "meta", "scopeStricter", wraps=True)
        self._named = label("", "card-title", "scopeNamed", wraps=True)
        self._build()

    def _build(self) -> None:
        words = self._parts.words
        inside = QWidget()
        layout = column(
            label(words(N_("The most restrictive of all that hold decides; a stricter rule holds at once.")), "second",
                  wraps=True),
            self._group, self._list, self._named, self._preset, row(self._set, 1), self._said, self._how,
            row(self._agreed, self._back, 1), self._days, rule_line(),
            label(words(N_("What binds the whole session now")), "card-title"), self._sum, self._stricter, 1, gap=10,
        )  # fmt: skip
        layout.setContentsMargins(6, 2, 8, 2)
        inside.setLayout(layout)
        self.setLayout(column(upright(inside, "ruleScopeScroll")))
        self._drop_wish()

    def show_page(self, page: RulePage) -> None:
        """Show where rules hold now."""
        self._page = page
        self._show_list()
        words, rule = self._parts.words, page.rule
        lines = [f"{words(axis)}: {words(said)}" for axis, said in axes_of(rule)]
        if rule.embargo_until:
            lines.append(words(N_("Nothing leaves before {day}.")).format(day=isolated(rule.embargo_until)))
        if rule.destroy_on:
            lines.append(words(N_("All is destroyed on {day}.")).format(day=isolated(rule.destroy_on)))
        self._sum.setText("\n".join(lines))
        plural = self._parts.surroundings.phrases.plural
        said = plural(
            "{count} note or point stands under a stricter rule of its own.",
            "{count} notes and points stand under a stricter rule of their own.",
            page.stricter,
        )
        self._stricter.setText(said.format(count=page.stricter) if page.stricter else "")
        self._stricter.setVisible(bool(page.stricter))

    def _show_list(self) -> None:
        if self._page is None:
            return
        group = self._group.box.currentData()
        apart = {Scope.ITEM.value, Scope.PERSON.value}
        shown = [one for one in self._page.layers if (one.scope == group if group in apart else one.scope not in apart)]
        self._list.set_values(shown)
        if shown and self._list.current() is None:
            self._list.setCurrentIndex(self._model.index(0))
        self._list.viewport().update()
        self._show_layer()

    def _show_layer(self) -> None:
        layer: Layer | None = self._list.current()
        if layer is None:
            for widget in (self._named, self._preset, self._set, self._embargo, self._destroy):
                widget.setVisible(False)
            return
        if layer.key != self._shown_of:
            self._drop_wish()
        is_own, is_person = layer.scope == OWN, layer.scope == Scope.PERSON
        own = N_("The session’s own rule is chosen in the list beside this; its days are those of the meeting.")
        wish = N_("A person’s wish makes what they say stricter, and is forgotten when the session is closed.")
        said = self._parts.words(own if is_own else wish) if is_own or is_person else self._name(layer)
        self._named.setText(said)
        self._named.setVisible(True)
        self._preset.setVisible(not is_own)
        if layer.preset != self._shown_preset or layer.key != self._shown_of:
            self._preset.show_value(layer.preset)
        self._shown_of, self._shown_preset = layer.key, layer.preset
        self._on_chosen()
        for field, day in ((self._embargo, layer.embargo_until), (self._destroy, layer.destroy_on)):
            field.setVisible(not is_own and not is_person)
            field.show_text(day)

    def _name(self, layer: Layer) -> str:
        words = self._parts.words
        scope = words(SCOPES[layer.scope])
        if layer.scope == OWN and self._page is not None:
            return f"{scope}: {isolated(session_name(layer.name, self._page.session.number, words))}"
        return f"{scope}: {isolated(layer.name)}" if layer.name else scope

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_chosen(self, _preset: str = "") -> None:
        layer: Layer | None = self._list.current()
        differs = layer is not None and self._preset.box.currentData() != layer.preset
        self._set.setVisible(differs and layer is not None and layer.scope != OWN and self._wish is None)

    def _on_preset(self, preset: str) -> None:
        layer: Layer | None = self._list.current()
        if layer is not None and preset != layer.preset:
            self._try("rule.scope", {"scope": layer.scope, "of": _of(layer), "preset": preset})

    def _on_day(self, which: str, day: str) -> None:
        layer: Layer | None = self._list.current()
        if layer is None:
            return
        fields = {"embargo_until": layer.embargo_until, "destroy_on": layer.destroy_on, which: day.strip()}
        self._try("rule.dates", {"scope": layer.scope, "of": _of(layer), **fields})

    def _try(self, operation: str, fields: dict[str, object]) -> None:
        """Write what is stricter at once; what is less strict waits until somebody says how it was agreed."""
        self._parts.bridge.write(operation, fields, self._on_done, partial(self._on_refused, operation, fields))

    def _on_done(self, _done: object) -> None:
        self._drop_wish()

    def _on_refused(self, operation: str, fields: dict[str, object], refusal: DeskError) -> None:
        self._say(told(self._parts, refusal))
        if isinstance(refusal, LooseningNeedsAccord):
            self._wish = (operation, fields)
            for widget in (self._how, self._agreed, self._back):
                widget.show()
            self._set.hide()
            self._how.setFocus()
        else:
            self._show_layer()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words)

    def _on_agreed(self) -> None:
        if self._wish is not None and self._how.text().strip():
            operation, fields = self._wish
            self._parts.bridge.write(operation, {**fields, "how": self._how.text()}, self._on_loosened, self._on_still)

    def _on_loosened(self, _done: object) -> None:
        self._how.clear_draft()
        self._drop_wish()
        self._list.setFocus()

    def _on_still(self, refusal: DeskError) -> None:
        self._say(told(self._parts, refusal))

    def _drop_wish(self) -> None:
        self._wish = None
        self._say("")
        for widget in (self._how, self._agreed, self._back):
            widget.hide()
        layer: Layer | None = self._list.current()
        if layer is not None:
            self._preset.show_value(layer.preset)
            self._on_chosen()

    # -- painting -----------------------------------------------------------------------------------------------

    def _second(self, layer: Layer) -> str:
        words = self._parts.words
        if not layer.preset and not layer.held:
            return words(N_("no rule of its own"))
        named = words(PRESETS[layer.preset].title) if layer.preset else words(N_("no rule of its own now"))
        if not layer.decides:
            return named
        axes = self._parts.surroundings.phrases.listed(*(words(AXES[axis]) for axis in layer.decides))
        return words(N_("{rule} · decides: {axes}")).format(rule=named, axes=axes)

    def _spoken(self, layer: Layer) -> str:
        return f"{self._name(layer)}, {self._second(layer)}"

    def _fonts(self) -> tuple[QFont, QFont, int]:
        sizes = self._parts.surroundings.theme.look.sizes
        return text_font(sizes.text_body), text_font(sizes.text_label), round(sizes.text_body * 1.4)

    def _height(self, layer: Layer) -> int:
        first, second, line = self._fonts()
        width = self._list.viewport().width() - 24
        return 16 + line * (lines_of(self._name(layer), first, width) + lines_of(self._second(layer), second, width))

    def _paint(self, painter: MirroredPainter, box: QRect, layer: Layer, _selected: bool) -> None:
        tokens = self._parts.surroundings.theme.look.tokens
        first, second, line = self._fonts()
        width = box.width() - 24
        lines = lines_of(self._name(layer), first, width)
        painter.text(QRect(box.left() + 12, box.top() + 7, width, lines * line), self._name(layer), first, tokens.ink,
                     lines=lines)  # fmt: skip
        under = QRect(box.left() + 12, box.top() + 8 + lines * line, width, box.height() - 14 - lines * line)
        painter.text(under, self._second(layer), second, tokens.accent if layer.decides else tokens.ink_second, lines=3)


def _of(layer: Layer) -> str:
    return "" if layer.scope in {Scope.SERIES, Scope.PART} else layer.of

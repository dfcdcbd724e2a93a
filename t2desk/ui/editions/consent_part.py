"""Consent and clearance: each text of a session, what was agreed about it, its rounds, its copies, and who is named."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.consent_views import ConsentPage, TextRow, consent_page
from t2desk.services.edition_views import edition_title
from t2desk.ui.editions.clearance_tab import ClearanceTab
from t2desk.ui.editions.consent_tab import ConsentTab
from t2desk.ui.editions.copies_tab import CopiesTab
from t2desk.ui.kit.buttons import Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, lines_of
from t2desk.ui.kit.pieces import Card, EmptyState, column, label, row
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.prepare.pieces import Choice, button, padded, side_tabs
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts

_KINDS = (
    "consents", "clearance_rounds", "clearance_texts", "clearance_answers", "handouts", "credits", "taken_under",
    "points", "wordings", "notes", "parties", "people", "releases", "release_texts", "sessions",
)  # fmt: skip
_TABS = (
    ("consent", N_("Consent")), ("clearance", N_("Clearance")), ("copies", N_("Copies")), ("named", N_("Named")),
)  # fmt: skip
_GROUPS = (("points", N_("Points")), ("notes", N_("Notes")))
_MOST_LINES = 3


class NamedTab(QWidget):
    """Who asked to be named, in which edition: a list by itself, and no text is near it."""

    def __init__(self, parts: ViewParts, _session: str) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("namedTab")
        self._parts = parts
        words = parts.words
        self._lines = Lines(parts.surroundings.theme, "namedLines", "body", 8)
        key = key_of("view.prepare")
        lead = button(parts, "namedPrepare", N_("Change it with the rule"), "scale", key, Loudness.EDGED)
        lead.clicked.connect(lambda _checked=False: parts.go("prepare"))
        said = words(N_("Only those who asked for it themselves. What somebody said is nowhere near this list."))
        layout = column(label(said, "second", wraps=True), self._lines, row(lead, 1), 1, gap=12)
        layout.setContentsMargins(6, 2, 8, 2)
        self.setLayout(layout)

    def show_page(self, page: ConsentPage, _text: TextRow | None) -> None:
        """Show who asked."""
        words = self._parts.words
        lines = [("·", f"{isolated(name)} · {words(edition_title(edition))}") for name, edition in page.credits]
        self._lines.show_lines(lines, words(N_("Nobody has asked to be named.")))


class ConsentPart(QWidget):
    """The texts on one side; beside them what was agreed about the one chosen, and about all."""

    leads_to = Signal(str)

    def __init__(self, parts: ViewParts, session: str, place: str = "") -> None:
        """Read what was agreed, and follow its changes; `place` is the tab to begin with."""
        super().__init__()
        self.setObjectName("consentPart")
        self._parts, self._session = parts, session
        self._page = ConsentPage()
        words = parts.words
        groups = tuple((value, words(said)) for value, said in _GROUPS)
        which = words(N_("Points or notes"))
        self._group = Choice(parts, which, "consentGroup", groups, lambda _group: self._show_texts())
        self._model: ValueListModel[TextRow] = ValueListModel(lambda one: one.key, self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._model, self._paint, self._height)
        self._list.setObjectName("consentList")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(words(N_("Texts")))
        self._list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_text())
        self._empty = EmptyState(words(N_("Nothing here yet. Points and notes of this session are listed here once "
                                          "they are taken down.")))  # fmt: skip
        self._card = Card(parts.surroundings.theme, words(N_("Texts")), "consentCard")
        for widget, share in ((self._group, 0), (self._list, 1), (self._empty, 1)):
            self._card.body.addWidget(widget, share)
        place_beside = QWidget()
        self._beside = QStackedLayout(place_beside)
        self._parts_beside = tuple(build(parts, session) for build in (ConsentTab, ClearanceTab, CopiesTab, NamedTab))
        for tab in self._parts_beside:
            self._beside.addWidget(tab)
        self._tabs, inside = side_tabs(parts, "consent", _TABS, self._show_tab, place_beside)
        both = row(self._card, padded(inside), gap=parts.surroundings.theme.look.sizes.gutter)
        both.setStretch(0, 4)
        both.setStretch(1, 5)
        self.setLayout(both)
        lead_focus(self, self._list)
        if place in self._tabs:
            self._show_tab(place)
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _show_tab(self, name: str) -> None:
        self._tabs[name].setChecked(True)
        self._beside.setCurrentIndex([tab for tab, _ in _TABS].index(name))
        self._parts.places.remember("after.consent", self._session, name)
        self._parts.places.remember("after", self._session, "consent", name)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        session = self._session
        self._parts.bridge.read(self, lambda work: consent_page(work, session), self._show)

    def _show(self, page: ConsentPage) -> None:
        self._page = page
        self._show_texts()

    def _show_texts(self) -> None:
        wants_notes = self._group.box.currentData() == "notes"
        shown = [one for one in self._page.texts if one.is_note is wants_notes]
        self._list.set_values(shown)
        if shown and self._list.current() is None:
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        unequal = sum(one.is_unequal for one in self._page.texts)
        plural = self._parts.surroundings.phrases.plural
        said = plural("{count} unequally given out", "{count} unequally given out", unequal).format(count=unequal)
        self._card.aside.setText(said if unequal else "")
        self._show_text()

    def _show_text(self) -> None:
        for part in self._parts_beside:
            part.show_page(self._page, self._list.current())

    # -- painting -----------------------------------------------------------------------------------------------

    def _second(self, one: TextRow) -> str:
        words, listed = self._parts.words, self._parts.surroundings.phrases.listed
        given = [words(edition_title(line.edition)) for line in one.consents if line.edition and not line.withdrawn]
        said = words(N_("consent: {editions}")).format(editions=listed(*given)) if given else ""
        gone = words(N_("withdrawn")) if any(line.withdrawn for line in one.consents) else ""
        alarm = words(N_("not every side holds the same version")) if one.is_unequal else ""
        parts = [part for part in (said, gone, alarm) if part]
        return " · ".join(parts) if parts else words(N_("nothing agreed about it yet"))

    def _spoken(self, one: TextRow) -> str:
        return f"{one.number}. {one.text}. {self._second(one)}"

    def _height(self, one: TextRow) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        width, line = self._list.viewport().width() - 24, round(sizes.text_body * 1.4)
        first = min(_MOST_LINES, lines_of(f"{one.number}  {isolated(one.text)}", text_font(sizes.text_body), width))
        return 16 + line * (first + lines_of(self._second(one), text_font(sizes.text_label), width))

    def _paint(self, painter: MirroredPainter, box: QRect, one: TextRow, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        first, second = text_font(look.sizes.text_body), text_font(look.sizes.text_label)
        width, line = box.width() - 24, round(look.sizes.text_body * 1.4)
        words = f"{one.number}  {isolated(one.text)}"
        lines = min(_MOST_LINES, lines_of(words, first, width))
        where = QRect(box.left() + 12, box.top() + 7, width, lines * line)
        painter.text(where, words, first, look.tokens.ink, lines=lines)
        under = QRect(box.left() + 12, where.bottom() + 2, width, box.bottom() - where.bottom() - 6)
        ink = look.tokens.warn if one.is_unequal else look.tokens.ink_second
        painter.text(under, self._second(one), second, ink, lines=3)

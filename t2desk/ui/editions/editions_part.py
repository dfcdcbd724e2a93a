"""Editions: what may leave and why, its pages as they would leave, what stays behind, and the way out."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.excerpts import excerpt
from t2desk.domain.findings import Level
from t2desk.i18n import N_
from t2desk.services.edition_views import EditionChoice, LeftOut, edition_choices, left_out
from t2desk.services.gate import Blocked
from t2desk.ui.editions.export_box import ExportBox
from t2desk.ui.editions.finding_list import FindingList
from t2desk.ui.editions.preview import Preview
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.columns import ThreeColumns
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lines import Lines
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, wrapped_height
from t2desk.ui.kit.pieces import Card, column, label, row, rule_line, upright
from t2desk.ui.kit.reading import RING_ROOM, ReadingArea
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_EXAMPLES, _EXAMPLE, _SIDE = 3, 90, 14
_QUESTIONS = (
    N_("Would somebody of the other side know who said this?"),
    N_("Is anything here true of one person only?"),
    N_("Laid beside the last edition, does it tell more than either alone?"),
)


class EditionsPart(QWidget):
    """A list of editions, a preview or what closed the gate, and on the side what is in, what is out, and export."""

    leads_to = Signal(str)

    def __init__(self, parts: ViewParts, session: str, place: str = "") -> None:
        """Show the editions of a session, at the one named."""
        super().__init__()
        self.setObjectName("editionsPart")
        self._parts, self._session = parts, session
        self._wanted = place or "report"
        self._asked = 0
        self._build_list()
        self._build_middle()
        self._build_side()
        self.setLayout(row(ThreeColumns(parts.surroundings.theme, self._list_card, self._middle_card, self._side)))
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_list(self) -> None:
        theme = self._parts.surroundings.theme
        self._rows: ValueListModel[EditionChoice] = ValueListModel(lambda one: one.name, self._spoken)
        self._list = ValueListView(theme, self._rows, self._paint, self._row_height)
        self._list.setObjectName("editionList")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(self._parts.words(N_("Editions")))
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._list_card = Card(theme, self._parts.words(N_("Editions")), "editionListCard")
        self._list_card.setMinimumWidth(200)
        self._list.setMinimumHeight(theme.look.sizes.row * 2)
        self._list_card.body.addWidget(self._list)
        lead_focus(self, self._list)

    def _build_middle(self) -> None:
        surroundings = self._parts.surroundings
        self._middle_card = Card(surroundings.theme, self._parts.words(N_("Preview")), "previewCard")
        self._preview = Preview(self._parts, self._on_refused)
        self._preview.turned.connect(self._on_turned)
        self._findings = FindingList(self._parts)
        self._findings.leads_to.connect(self.leads_to)
        self._said = label("", "second", "previewSaid", wraps=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        place = QWidget()
        self._middle = QStackedLayout(place)
        for widget in (self._said, self._preview, self._findings):
            self._middle.addWidget(widget)
        zooms = (("zoomOut", "minus", N_("Smaller"), -1), ("zoomFit", "", N_("Fit"), 0),
                 ("zoomIn", "plus", N_("Larger"), 1))  # fmt: skip
        buttons: list[QWidget] = []
        for name, icon, words, step in zooms:
            button = KeyButton(surroundings.theme, surroundings.icons, "" if icon else self._parts.words(words), icon)
            button.setObjectName(name)
            button.setAccessibleName(self._parts.words(words))
            button.setToolTip(self._parts.words(words))
            button.clicked.connect(partial(self._preview.zoom, step))
            buttons.append(button)
        self._middle_card.body.addWidget(place, 1)
        self._foot = label("", "meta", "previewPages")
        self._zooms = QWidget()
        self._zooms.setLayout(row(self._foot, 1, *buttons, gap=2))
        self._middle_card.body.addWidget(self._zooms)
        self._zooms.hide()

    def _build_side(self) -> None:
        theme = self._parts.surroundings.theme
        self._about = Card(theme, self._parts.words(N_("In this edition")), "editionAbout")
        self._holds = Lines(theme, "editionHolds", gap=4)
        self._out = Lines(theme, "editionLeftOut", "second", gap=8)
        inside = QWidget()
        inside.setLayout(column(self._holds, rule_line(), label(self._parts.words(N_("Stays behind")), "card-title"),
                                self._out, rule_line(), *self._checklist(), 1, gap=10))  # fmt: skip
        spoken = self._parts.words(N_("What this edition holds, and what stays behind"))
        scroll = ReadingArea("editionScroll", spoken, inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._about.body.addWidget(scroll, 1)
        self._about.widen_body(RING_ROOM)
        self._export = ExportBox(self._parts, self._session)
        self._export.blocked.connect(self._on_refused)
        self._export.addressee.changed.connect(self._on_addressed)
        self._export.findings_wanted.connect(self._findings.setFocus)
        self._parts.commands.take_on("edition.export", self._export.begin, self)
        self._about.setMinimumHeight(theme.look.sizes.row * 2)
        both = QWidget()
        layout = column(self._about, self._export, gap=theme.look.sizes.gutter)
        layout.setStretch(0, 1)
        both.setLayout(layout)
        self._side = upright(both, "editionSide")
        self._side.setMinimumWidth(260)

    def _checklist(self) -> list[QWidget]:
        """Return what a person must ask that no check can: that nothing was found is not that nobody is known by it."""
        asked = Lines(self._parts.surroundings.theme, "editionChecklist", "second", gap=6)
        asked.show_lines([("?", self._parts.words(question)) for question in _QUESTIONS])
        return [label(self._parts.words(N_("No findings is not anonymous")), "card-title", wraps=True), asked]

    def _read(self) -> None:
        self._parts.bridge.read(self, lambda work: edition_choices(work, self._session), self._show_choices)

    def _on_turned(self, page: int, pages: int) -> None:
        words = self._parts.words(N_("Page {number} of {all}"))
        self._foot.setText(words.format(number=page, all=pages) if pages else "")

    def _show_choices(self, choices: tuple[EditionChoice, ...]) -> None:
        self._list.set_values(choices)
        if self._list.current() is None:
            self._list.select(self._wanted)
        else:
            self._on_current_changed()

    def _on_current_changed(self) -> None:
        choice: EditionChoice | None = self._list.current()
        if choice is None:
            return
        self._parts.places.remember("after", self._session, "editions", choice.name)
        self._parts.places.remember("after.editions", self._session, choice.name)
        words = self._parts.words
        self._about.title.setText(words(choice.title))
        self._holds.show_lines([("+", words(held)) for held in choice.holds])
        self._parts.bridge.read(self, lambda work: left_out(work, choice.name, self._session), self._show_left_out)
        self._export.show_edition(choice)
        self._export.addressee.show_edition(choice.name)

    def _on_addressed(self) -> None:
        choice: EditionChoice | None = self._list.current()
        if choice is not None:
            self._draw(choice.name)

    def _draw(self, edition: str) -> None:
        self._asked += 1
        self._say(self._parts.words(N_("Drawing the pages and checking every word …")))
        dossier, session, asked = self._parts.dossier, self._session, self._asked
        addressed = self._export.addressee.addressed()
        self._parts.bridge.run(
            self,
            lambda: dossier.preview(edition, session, addressed),
            partial(self._show_pdf, asked),
            partial(self._on_draw_refused, asked),
        )

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._preview.clear()
        self._middle_card.aside.setText("")
        self._turn_to(self._said)

    def _turn_to(self, shown: QWidget) -> None:
        self._middle.setCurrentWidget(shown)
        self._zooms.setVisible(shown is self._preview)

    def _show_pdf(self, asked: int, content: bytes) -> None:
        if asked != self._asked:
            return
        self._turn_to(self._preview)
        self._export.let_out()
        self._preview.show_pdf(content)
        self._middle_card.aside.setText(self._parts.words(N_("As it would leave; checked")))

    def _on_draw_refused(self, asked: int, refusal: DeskError) -> None:
        if asked == self._asked:
            self._on_refused(refusal)

    def _on_refused(self, refusal: DeskError) -> None:
        choice: EditionChoice | None = self._list.current()
        if isinstance(refusal, Blocked) and choice is not None:
            self._preview.clear()
            self._middle_card.aside.setText(self._parts.words(N_("The gate is closed")))
            addressed = self._export.addressee.addressed()
            self._findings.show_findings(self._session, choice.name, refusal.findings, addressed)
            self._turn_to(self._findings)
            self._export.close_gate(sum(finding.level is Level.BLOCK for finding in refusal.findings))
        else:
            said = self._parts.surroundings.phrases.told(refusal.sentence, refusal.details)
            self._say(said)
            self._export.hold_back(said)

    def _show_left_out(self, lines: tuple[LeftOut, ...]) -> None:
        shown: list[tuple[str, str]] = []
        for line in lines:
            shown.append((str(line.count), f"{self._parts.words(line.what)}: {self._parts.words(line.why)}"))
            shown += [("", f"“{excerpt(one, 0, 0, 0, _EXAMPLE)}”") for one in line.examples[:_EXAMPLES]]
        self._out.show_lines(shown, self._parts.words(N_("Nothing of this session stays behind.")))

    def _on_row_chosen(self, _choice: EditionChoice) -> None:
        blocked = self._middle.currentWidget() is self._findings
        (self._findings if blocked else self._preview).setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("points", "wordings", "point_concerns", "draft_sections", "next_steps", "agenda_items",
                           "sessions", "series", "people", "identities", "read_texts", "interests", "divergences",
                           "handouts"):  # fmt: skip
            self._read()

    def _spoken(self, one: EditionChoice) -> str:
        words = self._parts.words
        return f"{words(one.title)}. {words(one.audience)} {words(one.why)}"

    def _heights(self, one: EditionChoice, width: int) -> tuple[int, int, int]:
        sizes, words = self._parts.surroundings.theme.look.sizes, self._parts.words
        inner = width - 2 * _SIDE
        title = QFontMetrics(text_font(sizes.text_title)).lineSpacing()
        audience = wrapped_height(text_font(sizes.text_label), words(one.audience), inner)
        return title, audience, wrapped_height(text_font(sizes.text_meta), words(one.why), inner - sizes.text_meta - 8)

    def _row_height(self, one: EditionChoice) -> int:
        return sum(self._heights(one, max(120, self._list.viewport().width()))) + 34

    def _paint(self, painter: MirroredPainter, box: QRect, one: EditionChoice, selected: bool) -> None:
        del selected
        look = self._parts.surroundings.theme.look
        tokens, sizes, words = look.tokens, look.sizes, self._parts.words
        first, second, third = self._heights(one, box.width())
        x, width, y = box.left() + _SIDE, box.width() - 2 * _SIDE, box.top() + 11
        bold = text_font(sizes.text_title, QFont.Weight.DemiBold)
        painter.text(QRect(x, y, width, first), words(one.title), bold, tokens.ink)
        y += first + 4
        audience = text_font(sizes.text_label)
        painter.text(QRect(x, y, width, second + 2), words(one.audience), audience, tokens.ink_second, lines=99)
        y += second + 6
        icon, colour = ("check", tokens.accent) if one.allowed else ("ban", tokens.over)
        mark = painter.place(QRect(x, y + 1, sizes.text_meta + 2, sizes.text_meta + 2)).toRectF()
        self._parts.surroundings.icons.paint(painter.painter, "lock" if one.encrypted else icon, mark, colour)
        why = QRect(x + sizes.text_meta + 8, y, width - sizes.text_meta - 8, third + 2)
        painter.text(why, words(one.why), text_font(sizes.text_meta), colour, lines=99)

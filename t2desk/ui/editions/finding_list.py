"""What closed the gate: each finding with its place and why, and the way to the text that can be mended."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from t2desk.domain.editions import NOBODY, Addressed
from t2desk.domain.excerpts import excerpt
from t2desk.domain.findings import Finding, Level
from t2desk.domain.sections import SectionKind
from t2desk.i18n import N_
from t2desk.services.edition_views import FindingPlace, finding_places
from t2desk.ui.editions.terms import SECTIONS
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

# How many characters are shown on either side of a finding, and how many fewer are tried where the room is short.
_CONTEXT, _LESS = 60, 6


class FindingList(QWidget):
    """Findings as rows; Enter, or the button, leads to the text of the current one."""

    leads_to = Signal(str)

    def __init__(self, parts: ViewParts) -> None:
        """Begin without findings."""
        super().__init__()
        self.setObjectName("gateFindings")
        self._parts, self._session = parts, ""
        words, surroundings = parts.words, parts.surroundings
        self._head = label("", "title", "gateHead", wraps=True)
        hint = label(words(N_("Nothing was written. Put each place into neutral words, then look again.")),
                     "second", wraps=True)  # fmt: skip
        self._rows: ValueListModel[FindingPlace] = ValueListModel(_key_of, self._spoken)
        self._list = ValueListView(surroundings.theme, self._rows, self._paint, lambda _one: self._row_height())
        self._list.setObjectName("gateFindingList")
        self._list.setAccessibleName(words(N_("What would identify somebody")))
        self._list.chosen.connect(self._on_chosen)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._button = KeyButton(surroundings.theme, surroundings.icons, words(N_("Go to this text")), "pen-line",
                                 "Enter", Loudness.LOUD)  # fmt: skip
        self._button.setObjectName("gateGoToText")
        self._button.clicked.connect(lambda: self._on_chosen(self._list.current()))
        self._neutral = KeyButton(surroundings.theme, surroundings.icons, "", "eye-off", "", Loudness.EDGED)
        self._neutral.setObjectName("gateNeutral")
        self._neutral.clicked.connect(self._on_neutral)
        self._neutral.hide()
        self._parts_row = column(row(self._button, 1), row(self._neutral, 1), gap=8)
        lead_focus(self, self._list)
        self.setLayout(column(self._head, hint, self._list, self._parts_row, gap=10))

    def show_findings(
        self, session: str, edition: str, findings: tuple[Finding, ...], addressed: Addressed = NOBODY
    ) -> None:
        """Show what was found in an edition of a session."""
        self._session = session
        blocking = sum(finding.level is Level.BLOCK for finding in findings)
        plural = self._parts.surroundings.phrases.plural
        said = plural("{n} place would identify somebody", "{n} places would identify somebody", blocking)
        self._head.setText(said.format(n=blocking))
        announce(self, self._head.text())
        self._parts.bridge.read(
            self, lambda work: finding_places(work, edition, session, findings, addressed), self._show_places
        )

    def _show_places(self, places: tuple[FindingPlace, ...]) -> None:
        ordered = sorted(places, key=lambda place: place.finding.level is not Level.BLOCK)
        self._list.set_values(ordered)
        if self._list.current() is None and ordered:
            self._list.setCurrentIndex(self._rows.index(0))
        self._on_current_changed()

    def _on_current_changed(self) -> None:
        current: FindingPlace | None = self._list.current()
        self._button.setEnabled(current is not None and bool(current.where))
        self._neutral.setVisible(current is not None and bool(current.mentions))
        if current is not None and current.mentions:
            said = self._parts.words(N_("Say “{neutral}” everywhere")).format(neutral=current.neutral)
            # The agreed words may be long, and the list stands beside pages: the button says what it does.
            self._neutral.set_words(self._parts.words(N_("Agreed words everywhere")), "eye-off")
            self._neutral.setToolTip(said)
            self._neutral.setAccessibleDescription(said)

    def _on_neutral(self) -> None:
        """Put the agreed words for every mention of whoever is meant; the pages are drawn and checked anew by that."""
        current: FindingPlace | None = self._list.current()
        if current is not None and current.mentions:
            fields = {"mentions": list(current.mentions), "neutral": current.neutral, "session": self._session}
            self._parts.bridge.write("section.neutral", fields)

    def _on_chosen(self, place: FindingPlace | None) -> None:
        if place is not None and place.where:
            self.leads_to.emit(place.where)

    def _where(self, place: FindingPlace) -> str:
        words = self._parts.words(place.what)
        section = place.where.removeprefix("draft/").partition(":")[0]
        if place.where.startswith("draft/"):
            words = f"{words} · {self._parts.words(SECTIONS[SectionKind(section)])}"
        if place.page:
            words = self._parts.words(N_("{what}, page {page}")).format(what=words, page=place.page)
        if place.finding.level is Level.WARN:
            words = self._parts.words(N_("{what} (only a warning)")).format(what=words)
        return words

    def _spoken(self, place: FindingPlace) -> str:
        return f"{place.finding.text}: {place.finding.why}. {self._where(place)}"

    def _row_height(self) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        return sizes.text_body + 2 * sizes.text_label + 42

    def _paint(self, painter: MirroredPainter, box: QRect, place: FindingPlace, selected: bool) -> None:
        del selected
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        blocks = place.finding.level is Level.BLOCK
        colour, icon = (tokens.over, "ban") if blocks else (tokens.warn, "triangle-alert")
        mark = QRect(box.left() + 12, box.top() + 12, 16, 16)
        self._parts.surroundings.icons.paint(painter.painter, icon, painter.place(mark).toRectF(), colour)
        inner = box.adjusted(38, 8, -14, -8)
        third = inner.height() // 3
        first = QRect(inner.left(), inner.top(), inner.width(), third)
        bold = text_font(sizes.text_body, QFont.Weight.DemiBold)
        meta, where = text_font(sizes.text_meta), self._where(place)
        aside = min(QFontMetrics(meta).horizontalAdvance(where) + 2, first.width() // 2)
        painter.text(first.adjusted(0, 0, -aside - sizes.grid, 0), f"“{place.finding.text}”", bold, colour)
        end = QRect(first.right() - aside, first.top(), aside, first.height())
        painter.text(end, where, meta, tokens.ink_third, Qt.AlignmentFlag.AlignTrailing)
        second, last = first.translated(0, third), first.translated(0, 2 * third)
        painter.text(second, self._parts.words(place.finding.why), text_font(sizes.text_label), tokens.ink)
        small = text_font(sizes.text_label)
        painter.text(last, _fitting(place, QFontMetrics(small), last.width()), small, tokens.ink_second)


def _key_of(place: FindingPlace) -> tuple[object, ...]:
    finding = place.finding
    return (finding.line, finding.start, finding.end, finding.kind, finding.person, place.page)


def _fitting(place: FindingPlace, metrics: QFontMetrics, width: int) -> str:
    """Return as much of the words around a finding as fits, so that what was found is in it and no word is cut."""
    tries = [_around(place, most) for most in range(_CONTEXT, -1, -_LESS)]
    return next((words for words in tries if metrics.horizontalAdvance(words) <= width), tries[-1])


def _around(place: FindingPlace, most: int) -> str:
    """Return the words around a finding, at most so many characters on either side."""
    words, finding = place.words.replace("\n", " "), place.finding
    start = finding.start
    if words[start : finding.end] != finding.text:
        start = max(0, words.find(finding.text))
    return excerpt(words, start, start + len(finding.text), most, most)

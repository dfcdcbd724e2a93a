"""What a search found, grouped by what it is, each with where it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from t2desk.i18n import N_
from t2desk.services.search import Found, Hit, HitKind
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import Card, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_GROUPS = {
    HitKind.POINT: N_("Points of common ground"),
    HitKind.SECTION: N_("Sections of the draft"),
    HitKind.STEP: N_("Next steps"),
    HitKind.ITEM: N_("Agenda"),
    HitKind.PERSON: N_("People"),
    HitKind.NOTE: N_("Notes"),
}
_ICONS = {
    HitKind.POINT: "handshake",
    HitKind.SECTION: "pen-line",
    HitKind.STEP: "chevron-right",
    HitKind.ITEM: "list-ordered",
    HitKind.PERSON: "user",
    HitKind.NOTE: "message-square",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A hit as it is shown; the first of its kind bears the group's name over it."""

    hit: Hit
    heads: bool


class Results(Card):
    """One list for everything found."""

    chosen = Signal(object)

    def __init__(self, parts: ViewParts) -> None:
        """Begin empty."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Found")), "searchResultsCard")
        self._parts = parts
        self._rows: ValueListModel[_Line] = ValueListModel(lambda line: (line.hit.kind, line.hit.key), self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._rows, self._paint, self._height)
        self._list.setObjectName("searchResults")
        self._list.setAccessibleName(parts.words(N_("Found")))
        self._list.chosen.connect(lambda line: self.chosen.emit(line.hit))
        self._nothing = label("", "second", "searchNothing", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self._list, 1)

    def show_found(self, typed: str, found: Found) -> None:
        """Show what was found for what was typed."""
        kinds = [hit.kind for hit in found.hits]
        lines = tuple(_Line(hit, kinds.index(hit.kind) == place) for place, hit in enumerate(found.hits))
        self._rows.set_values(lines)
        if lines:
            self._list.setCurrentIndex(self._rows.index(0))
        words = self._parts.words(N_("Nothing holds “{typed}”. Try one word, or the beginning of a word."))
        self._nothing.setText(words.format(typed=typed))
        self._nothing.setVisible(not lines)
        self._list.setVisible(bool(lines))
        phrases = self._parts.surroundings.phrases
        count = phrases.plural("{n} found", "{n} found", len(lines)).format(n=len(lines))
        more = self._parts.words(N_("and more; add a word to narrow it"))
        self.aside.setText(phrases.listed(count, more) if found.more else count)

    def press(self, event: QKeyEvent) -> None:
        """Move or choose as a key pressed in the field asks."""
        self._list.keyPressEvent(event)

    def _spoken(self, line: _Line) -> str:
        return f"{self._parts.words(_GROUPS[line.hit.kind])}: {line.hit.words}. {line.hit.where}"

    def _head_height(self) -> int:
        return self._parts.surroundings.theme.look.sizes.text_label + 22

    def _height(self, line: _Line) -> int:
        return self._parts.surroundings.theme.look.sizes.row + (self._head_height() if line.heads else 0)

    def _paint(self, painter: MirroredPainter, box: QRect, line: _Line, selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes, hit = look.tokens, look.sizes, line.hit
        if line.heads:
            self._paint_head(painter, box, hit, selected)
            box = box.adjusted(0, self._head_height(), 0, 0)
        mark = QRect(box.left() + 14, box.center().y() - 8, 16, 16)
        self._parts.surroundings.icons.paint(painter.painter, _ICONS[hit.kind], painter.place(mark).toRectF(),
                                             tokens.accent)  # fmt: skip
        inner = box.adjusted(44, 6, -14, -6)
        half = inner.height() // 2
        first = QRect(inner.left(), inner.top(), inner.width(), half)
        painter.text(first, hit.words, text_font(sizes.text_body), tokens.ink)
        painter.text(first.translated(0, half), hit.where, text_font(sizes.text_meta), tokens.ink_third)

    def _paint_head(self, painter: MirroredPainter, box: QRect, hit: Hit, selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        head = QRect(box.left() + 14, box.top() + 6, box.width() - 28, self._head_height() - 8)
        font = text_font(look.sizes.text_label, QFont.Weight.DemiBold)
        colour = look.tokens.ink if selected else look.tokens.ink_second
        painter.text(head, self._parts.words(_GROUPS[hit.kind]), font, colour)

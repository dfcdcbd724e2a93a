"""The notes of an item, to write from: kind, neutral wording, and the own words set apart."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QListView

from t2desk.i18n import N_
from t2desk.services.drafting import NoteLine, notes_for
from t2desk.ui.editions.terms import NOTES
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, wrapped_height
from t2desk.ui.kit.pieces import Card, label
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_SIDE, _INSET, _GAP = 12, 14, 4


class NoteList(Card):
    """Notes as they are read; Enter puts a neutral wording into the prose. Own words reach no report."""

    picked = Signal(str)

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin without an item."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Notes")), "draftNotesCard")
        self._parts, self._session = parts, session
        self._item: str | None = None
        self._rows: ValueListModel[NoteLine] = ValueListModel(lambda note: note.key, self._spoken)
        self._list = ValueListView(parts.surroundings.theme, self._rows, self._paint, self._height)
        self._list.setObjectName("draftNotes")
        self._list.setAccessibleName(parts.words(N_("Notes to write from")))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.chosen.connect(self._on_chosen)
        self._empty = label(parts.words(N_("No notes were taken here. Write from memory, or leave it out.")), "second",
                            "draftNotesEmpty", wraps=True)  # fmt: skip
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(label(parts.words(N_("Enter puts a neutral wording into the text.")), "meta", wraps=True))
        self.setMinimumWidth(230)

    def show_item(self, item: str | None) -> None:
        """Show the notes of an item, or of the whole session."""
        self._item = item
        self.read()

    def read(self) -> None:
        """Read the notes again."""
        item = self._item
        self._parts.bridge.read(self, lambda work: notes_for(work, self._session, item), self._show)

    def _show(self, notes: tuple[NoteLine, ...]) -> None:
        self._list.set_values(notes)
        self._list.setVisible(bool(notes))
        self._empty.setVisible(not notes)
        self.body.setStretchFactor(self._empty, 0 if notes else 1)
        self.aside.setText(str(len(notes)) if notes else "")

    def _on_chosen(self, note: NoteLine) -> None:
        if note.neutral:
            self.picked.emit(note.neutral)
        else:
            words = N_("This note has no neutral wording yet; give it one in Triage. Own words stay out of a report.")
            self._parts.say(self._parts.words(words), "plain")

    def _spoken(self, note: NoteLine) -> str:
        kind = self._parts.words(NOTES[note.kind])
        own = self._parts.words(N_("own words: {words}")).format(words=note.own_words)
        return f"{kind}: {note.neutral}; {own}" if note.neutral else f"{kind}; {own}"

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        sizes = self._parts.surroundings.theme.look.sizes
        return (
            text_font(sizes.text_meta, QFont.Weight.DemiBold),
            text_font(sizes.text_body),
            text_font(sizes.text_label),
        )

    def _heights(self, note: NoteLine, width: int) -> tuple[int, int, int]:
        kind, neutral, own = self._fonts()
        inner = width - 2 * _SIDE
        first = QFontMetrics(kind).lineSpacing()
        second = wrapped_height(neutral, note.neutral, inner) if note.neutral else 0
        return first, second, wrapped_height(own, note.own_words, inner - _INSET)

    def _height(self, note: NoteLine) -> int:
        return sum(self._heights(note, max(120, self._list.viewport().width()))) + 3 * _GAP + 16

    def _paint(self, painter: MirroredPainter, box: QRect, note: NoteLine, selected: bool) -> None:
        del selected
        tokens = self._parts.surroundings.theme.look.tokens
        kind, neutral, own = self._fonts()
        first, second, third = self._heights(note, box.width())
        x, width, y = box.left() + _SIDE, box.width() - 2 * _SIDE, box.top() + 8
        painter.text(QRect(x, y, width, first), self._parts.words(NOTES[note.kind]), kind, tokens.accent)
        y += first + _GAP
        if second:
            painter.text(QRect(x, y, width, second + 2), note.neutral, neutral, tokens.ink, lines=99)
            y += second + _GAP
        painter.round_box(QRect(x, y, 3, third), 1.5, tokens.line)
        place = QRect(x + _INSET, y, width - _INSET, third + 2)
        painter.text(place, note.own_words, own, tokens.ink_third, lines=99)

"""The draft of a report: its places on one side, the prose of one in the middle, and the notes to write it from."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.drafting import Drafting, SectionSlot, drafting
from t2desk.ui.editions.note_list import NoteList
from t2desk.ui.editions.section_editor import SectionEditor
from t2desk.ui.editions.steps_table import StepsCard
from t2desk.ui.editions.terms import SECTIONS
from t2desk.ui.kit.columns import ThreeColumns
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, line_height
from t2desk.ui.kit.pieces import Card, row
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.views import ViewParts

_STEPS = "steps"
_LEFT, _RIGHT = 22, 12
_Row = SectionSlot | str


class DraftPart(QWidget):
    """Places, prose and notes; everything typed is a row within a second."""

    leads_to = Signal(str)

    def __init__(self, parts: ViewParts, session: str, place: str = "") -> None:
        """Show a session's draft, at a place where one is named."""
        super().__init__()
        self.setObjectName("draftPart")
        self._parts, self._session, self._wanted = parts, session, place
        self._steps = 0
        self._editor = SectionEditor(parts, session)
        self._table = StepsCard(parts, session)
        self._notes = NoteList(parts, session)
        self._notes.picked.connect(self._on_note_picked)
        self._build_list()
        self._build_layout()
        parts.bridge.changed.connect(self._on_changed)
        self._read()

    def _build_list(self) -> None:
        theme = self._parts.surroundings.theme
        self._rows: ValueListModel[_Row] = ValueListModel(_key_of, self._spoken)
        self._list = ValueListView(theme, self._rows, self._paint, self._row_height)
        self._list.setObjectName("draftSections")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(self._parts.words(N_("Sections of the report")))
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.chosen.connect(self._on_row_chosen)
        self._card = Card(theme, self._parts.words(N_("Sections")), "draftSectionsCard")
        self._card.body.addWidget(self._list)
        self._card.setMinimumWidth(200)
        self._list.setMinimumHeight(theme.look.sizes.row * 2)
        lead_focus(self, self._list)

    def _build_layout(self) -> None:
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self._editor)
        self._middle.addWidget(self._table)
        theme = self._parts.surroundings.theme
        self.setLayout(row(ThreeColumns(theme, self._card, middle, self._notes)))

    def _read(self) -> None:
        self._parts.bridge.read(self, lambda work: drafting(work, self._session), self._show)

    def _show(self, answer: Drafting) -> None:
        self._language = answer.language
        self._steps = len(answer.steps)
        self._list.set_values((*answer.slots, _STEPS))
        written = sum(bool(slot.text) for slot in answer.slots)
        words = self._parts.words(N_("{written} of {all} written"))
        self._card.aside.setText(words.format(written=written, all=len(answer.slots)))
        self._table.show_steps(answer.steps)
        if self._list.current() is None:
            self._list.select(self._wanted if self._rows.row_of(self._wanted) >= 0 else _key_of(answer.slots[0]))
        elif isinstance(self._list.current(), SectionSlot):
            self._editor.refresh(self._list.current())

    def _on_current_changed(self) -> None:
        current = self._list.current()
        self._editor.flush()
        if current is None:
            return
        self._parts.places.remember("after", self._session, "draft", _key_of(current))
        self._parts.places.remember("after.draft", self._session, _key_of(current))
        if isinstance(current, SectionSlot):
            self._editor.show_slot(current, self._language)
            self._middle.setCurrentWidget(self._editor)
        else:
            self._middle.setCurrentWidget(self._table)
        self._notes.show_item(current.item if isinstance(current, SectionSlot) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the places of the draft on Esc, as Enter leads from them into the text."""
        if event.key() == Qt.Key.Key_Escape and not self._list.hasFocus():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_row_chosen(self, chosen: _Row) -> None:
        (self._table if isinstance(chosen, str) else self._editor).take_focus()

    def _on_note_picked(self, words: str) -> None:
        # Only into what is seen: beside the table of steps, the text behind it would change unseen.
        if self._middle.currentWidget() is self._editor:
            self._editor.insert(words)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("draft_sections", "next_steps", "notes", "agenda_items", "sessions"):
            self._read()
        if changes.touches("notes"):
            self._notes.read()

    def _title(self, slot: _Row) -> str:
        if isinstance(slot, str):
            return self._parts.words(N_("Next steps"))
        return slot.title or self._parts.words(SECTIONS[slot.kind])

    def _state(self, slot: _Row) -> str:
        plural = self._parts.surroundings.phrases.plural
        if isinstance(slot, str):
            return plural("{n} step", "{n} steps", self._steps).format(n=self._steps)
        count = len(slot.text.split())
        written = plural("{n} word", "{n} words", count).format(n=count)
        notes = plural("{n} note", "{n} notes", slot.notes).format(n=slot.notes)
        state = written if count else self._parts.words(N_("not written yet"))
        return f"{state} · {notes}"

    def _row_height(self, slot: _Row) -> int:
        """Return room for a title of one line or two, and for how far it is."""
        sizes = self._parts.surroundings.theme.look.sizes
        font = text_font(sizes.text_body)
        width = max(120, self._list.viewport().width()) - sizes.text_title - _LEFT - _RIGHT
        lines = 2 if QFontMetrics(font).horizontalAdvance(self._title(slot)) > width else 1
        return (
            lines * line_height(font, self._title(slot)) + QFontMetrics(text_font(sizes.text_meta)).lineSpacing() + 16
        )

    def _spoken(self, slot: _Row) -> str:
        return f"{self._title(slot)}, {self._state(slot)}"

    def _paint(self, painter: MirroredPainter, box: QRect, slot: _Row, selected: bool) -> None:
        del selected
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        done = bool(slot.text) if isinstance(slot, SectionSlot) else self._steps > 0
        size = sizes.text_title
        icon = QRect(box.left() + 12, box.center().y() - size // 2, size, size)
        mark = "circle-check" if done else "circle-dot"
        colour = tokens.accent if done else tokens.ink_third
        self._parts.surroundings.icons.paint(painter.painter, mark, painter.place(icon).toRectF(), colour)
        inner = box.adjusted(size + _LEFT, 8, -_RIGHT, -6)
        meta = QFontMetrics(text_font(sizes.text_meta)).lineSpacing()
        first = inner.adjusted(0, 0, 0, -meta)
        second = QRect(inner.left(), inner.bottom() - meta + 1, inner.width(), meta)
        painter.text(first, self._title(slot), text_font(sizes.text_body), tokens.ink, lines=2)
        painter.text(second, self._state(slot), text_font(sizes.text_meta), tokens.ink_third)


def _key_of(slot: _Row) -> str:
    return slot.key if isinstance(slot, SectionSlot) else slot

"""The break: every note of a session in one list, sorted out by keys; the signs are those of the capture line."""

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QListView, QWidget

from t2desk.domain.capture import BY_KIND, PREFIXES
from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.notes import NoteKind
from t2desk.domain.text import folded
from t2desk.i18n import N_
from t2desk.services.note_views import NoteRow, TriageView, triage_view
from t2desk.ui.capture.hints import SignRow
from t2desk.ui.common_ground.note_editor import NoteEditor
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter, isolated, line_height
from t2desk.ui.kit.pieces import Card, EmptyState, column, label, row, text_line
from t2desk.ui.kit.values import ValueListModel
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_ROOMY = 900  # pixels at a text size of 100 %
_KINDS = ("notes", "traces", "agenda_items", "sessions")
_SIGNS = tuple(prefix for prefix in PREFIXES if prefix.kind is not None)
# A key is a key in every language; what it does is translated.
_KEYS = (
    ("1–7", N_("kind")),
    ("T", N_("item")),
    ("Enter", N_("neutral wording")),
    ("X", N_("split")),
    ("M", N_("merge with the next")),
    ("Del", N_("remove")),
)


class TriagePanel(QWidget):
    """The list, its filters, and beside it the note that is current."""

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Read the notes and follow their changes."""
        super().__init__()
        self.setObjectName("triage")
        self._parts, self._session = parts, session
        self._view = TriageView()
        self._wanted: str | None = None
        self._rows: ValueListModel[NoteRow] = ValueListModel(lambda note: note.key, self._spoken)
        self._list = self._build_list()
        self._editor = NoteEditor(parts)
        self._editor.reworded.connect(self._on_reworded)
        self._editor.split.connect(self._on_split)
        self._editor.item_chosen.connect(self._on_item_chosen)
        self._editor.back.connect(self._on_back)
        self._build_filters()
        self._bar = self._build_bar()
        self._build_layout()
        lead_focus(self, self._list)
        parts.bridge.changed.connect(self._on_changed)
        parts.commands.take_on("desk.search", self._search.setFocus, self)
        self._read()

    # -- building -----------------------------------------------------------------------------------------------

    def _build_list(self) -> ValueListView:
        shown = ValueListView(self._parts.surroundings.theme, self._rows, self._paint, self._height)
        shown.setObjectName("noteList")
        shown.setResizeMode(QListView.ResizeMode.Adjust)
        shown.setAccessibleName(self._parts.words(N_("Notes")))
        shown.selectionModel().currentChanged.connect(self._on_current)
        self._rows.dataChanged.connect(self._on_current)
        self._rows.modelReset.connect(self._on_current)
        shown.chosen.connect(lambda _note: self._editor.to_neutral())
        shown.asked.connect(self._on_asked)
        shift = Qt.KeyboardModifier.ShiftModifier
        for number, prefix in enumerate(_SIGNS):
            for modifiers in (Qt.KeyboardModifier.NoModifier, shift, Qt.KeyboardModifier.KeypadModifier):
                shown.on_key(Qt.Key(ord(prefix.sign.upper())), str(prefix.kind), modifiers)
            shown.on_key(Qt.Key(int(Qt.Key.Key_1) + number), str(prefix.kind))
        for modifiers in (Qt.KeyboardModifier.NoModifier, shift):
            shown.on_key(Qt.Key.Key_NumberSign, "item", modifiers)
        keys = {Qt.Key.Key_T: "item", Qt.Key.Key_X: "split", Qt.Key.Key_M: "merge", Qt.Key.Key_Delete: "remove",
                Qt.Key.Key_Backspace: "remove", Qt.Key.Key_F2: "neutral"}  # fmt: skip
        for key, name in keys.items():
            shown.on_key(key, name)
        return shown

    def _build_filters(self) -> None:
        words = self._parts.words
        self._search = text_line()
        self._search.setObjectName("noteSearch")
        self._search.setPlaceholderText(words(N_("Search these notes")))
        self._search.setAccessibleName(words(N_("Search these notes")))
        self._search.textChanged.connect(self._on_filter)
        self._search.installEventFilter(self)
        surroundings = self._parts.surroundings
        self._kinds = ChoiceBox(surroundings, "noteKindFilter", words(N_("Kinds of notes")))
        self._items = ChoiceBox(surroundings, "noteItemFilter", words(N_("Agenda items")))
        self._kinds.addItem(words(N_("All kinds")), "")
        for prefix in _SIGNS:
            self._kinds.addItem(words(prefix.words), str(prefix.kind))
        self._items.addItem(words(N_("All items")), "")
        self._search.setMinimumWidth(self._search.fontMetrics().horizontalAdvance("m") * 12)
        for choice in (self._kinds, self._items):
            choice.currentIndexChanged.connect(self._on_filter)

    def _build_bar(self) -> QFrame:
        surroundings = self._parts.surroundings
        bar = QFrame()
        bar.setObjectName("triageBar")
        bar.setProperty("role", "bar")
        bar.setProperty("tone", "plain")
        self._said = label("", "body", "triageSaid", wraps=True)
        self._undo = KeyButton(
            surroundings.theme,
            surroundings.icons,
            self._parts.words(N_("Undo")),
            "undo-2",
            key_of("desk.undo"),
            Loudness.EDGED,
        )
        self._undo.setObjectName("triageUndo")
        self._undo.clicked.connect(self._on_undo)
        layout = row(self._said, self._undo)
        layout.setStretch(0, 1)
        layout.setContentsMargins(14, 5, 6, 5)
        bar.setLayout(layout)
        bar.hide()
        return bar

    def _build_layout(self) -> None:
        parts, sizes = self._parts, self._parts.surroundings.theme.look.sizes
        card = Card(parts.surroundings.theme, parts.words(N_("Notes")), "noteCard")
        self._aside = card.aside
        filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        filters.setSpacing(sizes.grid)
        filters.addWidget(self._search, 1)
        filters.addLayout(row(self._kinds, self._items))
        self._filters = filters
        self._empty = EmptyState(parts.words(N_("No notes here. What the capture line takes down is sorted out here.")))
        hint = SignRow(parts.surroundings, [(key, parts.words(words)) for key, words in _KEYS], "triageHint")
        card.body.addLayout(filters)
        card.body.addWidget(self._list, 1)
        card.body.addWidget(self._empty, 1)
        card.body.addWidget(self._bar)
        card.body.addWidget(hint)
        columns = row(card, self._editor, gap=sizes.gutter)
        self._columns = columns
        self.setLayout(column(columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two choices below the search where the room is short."""
        super().resizeEvent(event)
        fits = self.width() >= _ROOMY * self._parts.surroundings.theme.percent // 100
        self._editor.set_roomy(fits)
        for place, share in enumerate((3, 2) if fits else (1, 1)):
            self._columns.setStretch(place, share)
        self._filters.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _read(self) -> None:
        session = self._session
        self._parts.bridge.read(self, lambda work: triage_view(work, session), self._show)

    def _show(self, view: TriageView) -> None:
        if view.items != self._view.items or self._items.count() == 1:
            chosen = self._items.currentData()
            self._items.blockSignals(True)
            while self._items.count() > 1:
                self._items.removeItem(1)
            for item in view.items:
                self._items.addItem(f"{item.number}  {item.title}", item.id)
            self._items.setCurrentIndex(max(0, self._items.findData(chosen)))
            self._items.blockSignals(False)
        self._view = view
        self._editor.show_items(view.items, view.can_change)
        self._on_filter()

    def _on_filter(self) -> None:
        wanted = folded(self._search.text()).split()
        kind, item = self._kinds.currentData(), self._items.currentData()
        notes = [
            note
            for note in self._view.notes
            if (not kind or note.kind == kind)
            and (not item or note.item == item)
            and all(word in note.searched for word in wanted)
        ]
        place = self._list.currentIndex().row()
        self._list.set_values(notes)
        if self._wanted is not None:
            self._list.select(self._wanted)
            self._wanted = None
        if notes and self._list.current() is None:
            self._list.setCurrentIndex(self._rows.index(min(max(place, 0), len(notes) - 1)))
        self._list.setVisible(bool(notes))
        self._empty.setVisible(not notes)
        self._aside.setText(self._summary(len(notes)))
        self._on_current()

    def _summary(self, shown: int) -> str:
        whole = len(self._view.notes)
        plural = self._parts.surroundings.phrases.plural
        if shown != whole:
            return self._parts.words(N_("{shown} of {count} shown")).format(shown=shown, count=whole)
        without = sum(not note.neutral_wording for note in self._view.notes)
        count = plural("{count} note", "{count} notes", whole).format(count=whole)
        bare = plural("{count} without neutral wording", "{count} without neutral wording", without)
        return self._parts.surroundings.phrases.listed(count, bare.format(count=without)) if without else count

    def _on_current(self, *_what: object) -> None:
        self._editor.show_note(self._list.current())

    # -- acting -------------------------------------------------------------------------------------------------

    def _on_asked(self, name: str, note: NoteRow) -> None:
        leads = {"item": self._editor.to_item, "split": self._editor.to_own_words, "neutral": self._editor.to_neutral}
        if name in leads:
            leads[name]()
        elif name == "remove":
            self._write("note.remove", {"note": note.key}, N_("The note is removed."))
        elif name == "merge":
            self._merge(note)
        else:
            self._write("note.sort", {"note": note.key, "kind": NoteKind(name).value})

    def _merge(self, note: NoteRow) -> None:
        shown = self._rows.values()
        place = self._rows.row_of(note.key) + 1
        if place < len(shown):
            fields = {"note": note.key, "other": shown[place].key}
            self._write("note.merge", fields, N_("The two notes are one."))

    def _on_split(self, key: str, place: int) -> None:
        self._wanted = key
        self._write("note.split", {"note": key, "at": place}, N_("The note is two."))
        self._list.setFocus()

    def _on_reworded(self, key: str, words: str) -> None:
        self._write("note.reword", {"note": key, "neutral": words})

    def _on_item_chosen(self, key: str, item: str) -> None:
        self._write("note.sort", {"note": key, "item": item})

    def _on_back(self) -> None:
        self._list.setFocus()

    def _on_undo(self) -> None:
        self._bar.hide()
        self._parts.bridge.undo()
        self._list.setFocus()

    def _write(self, operation: str, fields: Mapping[str, object], said: str = "") -> None:
        self._bar.hide()
        self._parts.bridge.write(operation, fields, lambda _value: self._say(said), self._on_refused)

    def _say(self, words: str) -> None:
        if words and shiboken6.isValid(self):
            self._undo.show()
            self._said.setText(self._parts.words(words))
            self._bar.show()
            announce(self, self._parts.words(words))

    def _on_refused(self, refusal: DeskError) -> None:
        if not shiboken6.isValid(self):
            return
        sentence = self._parts.surroundings.phrases.told(refusal.sentence, refusal.details)
        self._undo.hide()
        self._said.setText(sentence)
        self._bar.show()
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Down lead from the search to the list, and Esc empty it."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._list.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                self._list.setFocus()
                return True
        return super().eventFilter(watched, event)

    # -- painting -----------------------------------------------------------------------------------------------

    def _lines(self, note: NoteRow, width: int) -> int:
        body = QFontMetrics(text_font(self._parts.surroundings.theme.look.sizes.text_body))
        return 2 if body.horizontalAdvance(" ".join(note.own_words.split())) > width else 1

    def _height(self, note: NoteRow) -> int:
        sizes = self._parts.surroundings.theme.look.sizes
        body, meta = line_height(text_font(sizes.text_body), note.own_words), QFontMetrics(text_font(sizes.text_meta))
        lines = self._lines(note, self._list.viewport().width() - 28 - sizes.text_meta - 9 - 12)
        return lines * body + 2 * meta.lineSpacing() + 24

    def _spoken(self, note: NoteRow) -> str:
        kind = self._parts.words(BY_KIND[note.kind].words)
        neutral = note.neutral_wording or self._parts.words(N_("no neutral wording yet"))
        return ", ".join(part for part in (kind, note.own_words, neutral, note.item_title) if part)

    def _paint(self, painter: MirroredPainter, box: QRect, note: NoteRow, _selected: bool) -> None:
        look = self._parts.surroundings.theme.look
        tokens, sizes = look.tokens, look.sizes
        body, meta = text_font(sizes.text_body), text_font(sizes.text_meta)
        line, small = line_height(body, note.own_words), QFontMetrics(meta).lineSpacing()
        inner = box.adjusted(14, 9, -14, -9)
        cap = QRect(inner.left(), inner.top(), sizes.text_meta + 9, sizes.text_meta + 9)
        painter.round_box(cap, 4, tokens.soft)
        sign = text_font(sizes.text_meta, QFont.Weight.DemiBold)
        painter.text(cap, BY_KIND[note.kind].sign, sign, tokens.soft_ink, Qt.AlignmentFlag.AlignHCenter)
        left = cap.right() + 12
        width = inner.right() - left
        words = " ".join(note.own_words.split())
        lines = self._lines(note, width)
        painter.text(QRect(left, inner.top(), width, lines * line + 2), words, body, tokens.ink, lines=lines)
        kind = self._parts.words(BY_KIND[note.kind].words)
        under = f"{kind} · {isolated(note.item_title)}" if note.item_title else kind
        foot = inner.bottom() - 2 * small
        bare = self._parts.words(N_("no neutral wording yet"))
        ink = tokens.accent if note.neutral_wording else tokens.ink_third
        painter.text(QRect(left, foot, width, small), note.neutral_wording or bare, meta, ink)
        painter.text(QRect(left, foot + small + 1, width, small), under, meta, tokens.ink_third)


def build_triage(parts: ViewParts, session: str) -> QWidget:
    """Return the notes of a session to be sorted out."""
    return TriagePanel(parts, session)

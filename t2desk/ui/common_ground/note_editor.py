"""One note beside the list: the own words, which reach no edition, and below them the neutral wording that may."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPlainTextEdit, QSizePolicy, QWidget

from t2desk.i18n import N_
from t2desk.services.note_views import ItemChoice, NoteRow
from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.capture.name_watch import NameWatch
from t2desk.ui.capture.notice import Notice
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.pieces import Card, column, label, row, upright
from t2desk.ui.kit.places import from_qt
from t2desk.ui.kit.text_side import keep_on_its_side
from t2desk.ui.shell.views import ViewParts


class _OwnWords(QPlainTextEdit):
    """The own words as they were taken down: the caret moves in them, and Enter splits where it stands."""

    split_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noteOwnWords")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setCursorWidth(2)
        keep_on_its_side(self)
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(line * 2 + 28)
        self.setMaximumHeight(line * 7 + 28)

    def place(self) -> int:
        """Return where the caret stands, in characters."""
        return from_qt(self.toPlainText(), self.textCursor().position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.split_wanted.emit(self.place())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _NeutralBox(ProseBox):
    """The neutral wording; leaving it keeps it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteEditor(Card):
    """Shows one note and says what should become of it."""

    reworded = Signal(str, str)
    split = Signal(str, int)
    item_chosen = Signal(str, str)
    back = Signal()

    def __init__(self, parts: ViewParts) -> None:
        """Begin without a note."""
        super().__init__(parts.surroundings.theme, parts.words(N_("The note")), "noteEditor")
        words, surroundings = parts.words, parts.surroundings
        self._note: NoteRow | None = None
        self._own = _OwnWords()
        self._own.setAccessibleName(words(N_("Own words")))
        self._own.split_wanted.connect(self._on_split)
        self._neutral = _NeutralBox("noteNeutral", words(N_("In words that nobody can be known by")), 3)
        self._neutral.setAccessibleName(words(N_("Neutral wording")))
        self._neutral.finished.connect(self.back)
        self._neutral.left.connect(self.keep)
        self._drafts = DraftKeeper(parts, self._neutral, "")
        self._notice = Notice("noteNotice")
        self._watch = NameWatch(parts, self._neutral)
        self._watch.told.connect(partial(self._notice.say_named, parts))
        self._items = ChoiceBox(surroundings, "noteItem", words(N_("Agenda item")))
        self._items.activated.connect(self._on_item)
        self._split = KeyButton(
            surroundings.theme, surroundings.icons, words(N_("Split at the caret")), "split", "Enter", Loudness.EDGED
        )
        self._split.setObjectName("noteSplit")
        self._split.clicked.connect(lambda: self._on_split(self._own.place()))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(label(words(N_("Own words")), "label"), 1)
        self._head.addWidget(label(words(N_("reach no edition")), "meta"))
        sealed = QFrame()
        sealed.setProperty("role", "sunken")
        inside = column(
            self._head,
            self._own, row(self._split, 1), gap=6,
        )  # fmt: skip
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setStretch(1, 1)
        sealed.setLayout(inside)
        sealed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        all_of_it = QWidget()
        all_of_it.setLayout(
            column(
                sealed,
                label(words(N_("Neutral wording")), "label"), self._neutral, self._notice,
                label(words(N_("Agenda item")), "label"), self._items, 1,
            )
        )  # fmt: skip
        self.body.addWidget(upright(all_of_it, "noteEditorScroll"), 1)

    def set_roomy(self, is_roomy: bool) -> None:
        """Leave keys and distances out where the room is short."""
        self._split.show_key(is_roomy)
        self.move_closer(not is_roomy)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if is_roomy else QBoxLayout.Direction.TopToBottom)

    def show_items(self, items: tuple[ItemChoice, ...], can_change: bool) -> None:
        """Offer these items; a note that is about none says so."""
        self._items.clear()
        self._items.addItem("–", "")
        for item in items:
            self._items.addItem(f"{item.number}  {item.title}", item.id)
        for control in (self._items, self._neutral, self._split):
            control.setEnabled(can_change)

    def show_note(self, note: NoteRow | None) -> None:
        """Show another note, after keeping what was typed about the one before."""
        same = note is not None and self._note is not None and note.key == self._note.key
        if not same:
            self.keep()
        before, self._note = self._note, note
        if note is None or before is None or not same or before.own_words != note.own_words:
            self._own.setPlainText(note.own_words if note else "")
        if not same or before is None or before.neutral_wording != note_wording(note):
            self._neutral.setPlainText(note_wording(note))
            self._drafts.turn_to(f"neutral:{note.key}" if note else "")
        self._items.setCurrentIndex(max(0, self._items.findData(note.item if note else "")))
        self.setEnabled(note is not None)

    def to_neutral(self) -> None:
        """Put the caret into the neutral wording."""
        self._neutral.setFocus()

    def to_own_words(self) -> None:
        """Put the caret into the own words, to split them."""
        self._own.setFocus()

    def to_item(self) -> None:
        """Lead to the choice of item."""
        self._items.setFocus()

    def keep(self) -> None:
        """Say that the neutral wording changed, if it did."""
        typed = " ".join(self._neutral.toPlainText().split())
        if self._note is not None and typed != self._note.neutral_wording:
            self._drafts.drop()
            self.reworded.emit(self._note.key, typed)

    def _on_split(self, place: int) -> None:
        if self._note is not None and self._split.isEnabled():
            self.split.emit(self._note.key, place)

    def _on_item(self, index: int) -> None:
        if self._note is not None and self._items.itemData(index):
            self.item_chosen.emit(self._note.key, self._items.itemData(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)


def note_wording(note: NoteRow | None) -> str:
    """Return a note's neutral wording, or nothing without a note."""
    return note.neutral_wording if note else ""

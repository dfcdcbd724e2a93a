"""A text box whose words are looked through for names as they are typed; one key writes the neutral words instead."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.findings import Level, NameFound
from t2desk.i18n import N_
from t2desk.ui.capture.name_marks import Mark, NameMarks
from t2desk.ui.kit.painting import isolated
from t2desk.ui.shell.views import ViewParts

# After the last key; the leak check runs on the dossier's thread, and the box never waits for it.
_MILLISECONDS = 120
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NameWatch(QObject):
    """Has the words of one box checked by what the gate checks with, and marks what names somebody.

    `told` is the name to speak of, or None: of those that would close the gate, the one at the caret or before it.
    """

    told = Signal(object)

    def __init__(self, parts: ViewParts, box: QPlainTextEdit, marks: NameMarks | None = None) -> None:
        """Look from the first key on; marks of one's own may mark more than names."""
        super().__init__(box)
        self._parts, self._box = parts, box
        self._marks = marks or NameMarks(box, parts.surroundings.theme)
        self._is_on, self._seen = True, ""
        self._told: NameFound | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MILLISECONDS)
        self._timer.timeout.connect(self._on_due)
        box.textChanged.connect(self._on_typed)
        box.cursorPositionChanged.connect(self._tell)
        box.installEventFilter(self)
        parts.bridge.changed.connect(self._on_changed)

    def set_on(self, is_on: bool) -> None:
        """Look, or let every name stand."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.look()

    @property
    def is_looking(self) -> bool:
        """Whether something typed is still to be looked through."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look through what stands in the box now, as when it was put there by the program."""
        self._seen = self._box.toPlainText()
        self._timer.stop()
        if self._is_on and self._seen:
            self._on_due()
        else:
            self._marks.set_names(())
            self._tell()

    def take_neutral(self) -> None:
        """Write the neutral words over the name spoken of, or the nearest that has such words; Ctrl+Z undoes it."""
        mark = self._nearest([mark for mark in self._blocking() if mark.name.descriptor])
        if mark is not None:
            cursor = QTextCursor(self._box.document())
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(mark.name.descriptor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Alt+Enter, unless something is being composed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            composing = self._box.textCursor().block().layout().preeditAreaText()
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and not composing:
                self.take_neutral()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        # Marking words says "text changed" too.
        before, self._seen = self._seen, self._box.toPlainText()
        if before == self._seen:
            return
        if self._is_on and self._seen:
            self._timer.start()
        else:
            self.look()

    def _on_due(self) -> None:
        text = self._box.toPlainText()
        # As the gate does: somebody who is named across a line's end is found as well, at the same places.
        line, find = text.replace("\n", " "), self._parts.dossier.find_names
        self._parts.bridge.run(self, lambda: find(line), lambda names: self._show(text, names), _ignored)

    def _show(self, text: str, names: tuple[NameFound, ...]) -> None:
        if self._is_on and text == self._box.toPlainText():
            self._marks.set_names(names)
            self._tell(afresh=True)

    def _tell(self, afresh: bool = False) -> None:
        mark = self._nearest(self._blocking())
        named = mark.name if mark else None
        if afresh or named != self._told:
            self._told = named
            self.told.emit(named)

    def _blocking(self) -> list[Mark]:
        return [mark for mark in self._marks.marks() if mark.name.level is Level.BLOCK]

    def _nearest(self, marks: list[Mark]) -> Mark | None:
        caret = self._box.textCursor().position()
        behind = [mark for mark in marks if mark.start <= caret]
        return behind[-1] if behind else next(iter(marks), None)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("people", "identities"):
            self.look()


def words_about(parts: ViewParts, named: NameFound) -> str:
    """Return the sentence that says whom a text names, and what may stand there instead."""
    if named.descriptor:
        said = N_("{name} names somebody in the room. Write {words} instead?")
    else:
        said = N_("{name} names somebody in the room; say it without the name.")
    return parts.words(said).format(name=isolated(f"“{named.text}”"), words=isolated(f"“{named.descriptor}”"))


def _ignored(_refusal: DeskError) -> None:
    """Say nothing: nobody asked for this by a key, and the gate looks again."""

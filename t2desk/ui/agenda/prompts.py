"""What the agenda asks, inline below it: what came of the item just left, until when to park, what is due, how late."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from t2desk.i18n import N_
from t2desk.services.agenda_prompts import AgendaPrompts, agenda_prompts
from t2desk.ui.agenda.words import moment_meant, short, when_words
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import begin_where_reading_begins, column, label, row
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.kept_line import KeptLine
from t2desk.ui.shell.views import ViewParts, page_of

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def _draft_of(item: str) -> str:
    return f"agenda.conclusion.{item}"


class ConclusionLine(KeptLine):
    """One line: Enter keeps it, Enter on nothing skips the question; half typed, it outlives curtain and lock."""

    def __init__(self, parts: ViewParts) -> None:
        """Build it hidden."""
        super().__init__(parts, "agendaConclusion", "", draft="")
        self._item = ""
        self.hide()

    def ask(self, item: str, words: str, said: str = "") -> None:
        """Ask for an item's conclusion; what is being typed for the same item stays, and `said` is from before."""
        if item != self._item:
            self._item = item
            self.turn_to(_draft_of(item) if item else "", said)
        self.say(words)
        self.setToolTip(words)
        self.setVisible(bool(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write the conclusion down on Enter; Esc goes back to the desk and keeps what is typed."""
        if event.key() in _ENTER and self._item:
            kept = partial(self._on_kept, self._item)
            self.parts.bridge.write("item.conclude", {"item": self._item, "text": self.text()}, kept)
            page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_kept(self, item: str, _plan: object) -> None:
        if item == self._item:
            self.clear_draft()
        else:  # by now the line asks about another item
            self.parts.bridge.write("draft.drop", {"id": _draft_of(item)})


class ParkLine(QWidget):
    """Asks until when an item is parked; Enter alone parks it until there is time, Esc parks nothing."""

    left = Signal()

    def __init__(self, parts: ViewParts) -> None:
        """Build it hidden."""
        super().__init__()
        self._parts, self._item = parts, ""
        self.line = QLineEdit()
        begin_where_reading_begins(self.line)
        self.line.setObjectName("agendaPark")
        self.line.textEdited.connect(self._on_typed)
        self._said = label("", "second", "agendaParkSaid", wraps=True)
        self.setLayout(column(self.line, self._said, gap=2))
        self.hide()

    def ask(self, item: str, title: str) -> None:
        """Ask for one item and take the caret."""
        self._item = item
        words = self._parts.words(N_("Park “{title}” until …")).format(title=isolated(short(title)))
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.setText("")
        self._on_typed("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Park on Enter, leave on Esc."""
        if event.key() in _ENTER:
            self._on_entered()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        # Before it is hidden: else Qt leads to the next button, and Space would press it.
        page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.left.emit()

    def _on_typed(self, typed: str) -> None:
        words, due = self._parts.words, moment_meant(self._parts, typed)
        if due is None:
            self._said.setText(words(N_("This is no time: write it like 14:30, 45 min or 2026-05-04 09:00.")))
        elif due:
            self._said.setText(
                words(N_("Comes back {when}. Enter parks it.")).format(when=when_words(self._parts, due))
            )
        else:
            self._said.setText(words(N_("14:30, 45 min or a day; Enter alone: until there is time.")))

    def _on_entered(self) -> None:
        due = moment_meant(self._parts, self.line.text())
        if due is not None:
            self._leave()
            self._parts.bridge.write("item.defer", {"item": self._item, "due": due})


class AgendaPromptsStrip(QWidget):
    """Hold the two lines, and one for each item that is due; `told` comes with whether there are ways to catch up."""

    told = Signal(bool)

    def __init__(self, parts: ViewParts) -> None:
        """Build it empty."""
        super().__init__()
        self.setObjectName("agendaPrompts")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._parts = parts
        self._shown: tuple[tuple[str, str], ...] = ()
        self.line, self.park = ConclusionLine(parts), ParkLine(parts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.line)
        self._column.addWidget(self.park)
        self.park.left.connect(self.read)
        self._lines: list[QWidget] = []
        self._now = AgendaPrompts()

    def read(self) -> None:
        """Ask the desk again."""
        self._parts.bridge.read(self, agenda_prompts, self._on_read)

    def first_due(self) -> str:
        """Return the parked item that is due first; nothing where none is."""
        return self._now.due[0].item.id if self._now.due else ""

    def ask_until(self, item: str, title: str) -> None:
        """Ask until when an item is to be parked."""
        self.show()
        # One question at a time: what else is asked comes back when this is answered.
        for other in (self.line, *self._lines):
            other.hide()
        self.park.ask(item, title)

    def _on_read(self, prompts: AgendaPrompts) -> None:
        self._now, item, words = prompts, prompts.conclude, self._parts.words
        asked = words(N_("What came of “{title}”? Enter alone skips.")) if item else ""
        self.line.ask(item.id if item else "", asked.format(title=isolated(item.title) if item else ""), prompts.said)
        due = tuple((one.item.id, one.item.title) for one in prompts.due)
        if due != self._shown:
            self._shown = due
            self._rebuild()
        self.told.emit(bool(prompts.ways))
        is_parking = self.park.isVisibleTo(self)
        for line in self._lines:
            line.setVisible(not is_parking)
        self.line.setVisible(bool(item) and not is_parking)
        self.setVisible(bool(item or due or is_parking))

    def _rebuild(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        first = key_of("item.unpark")
        self._lines = [self._line(item, title, "" if at else first) for at, (item, title) in enumerate(self._shown)]
        for line in self._lines:
            self._column.addWidget(line)
        in_order(self.line, *(button for line in self._lines for button in line.findChildren(KeyButton)))

    def _line(self, item: str, title: str, key: str) -> QWidget:
        around, words = self._parts.surroundings, self._parts.words
        said = words(N_("Due: {title}")).format(title=isolated(title))
        button = KeyButton(around.theme, around.icons, words(N_("Bring back")), "undo-2", key)
        button.be_icon(is_icon=True)
        button.setObjectName(f"agendaDue-{item}")
        button.setAccessibleName(words(N_("Bring back: {title}")).format(title=isolated(title)))
        button.clicked.connect(partial(self._on_clicked, item))
        made = QWidget()
        made.setLayout(row(ElidedLabel("label", "agendaDueSaid", said, greedy=True), button, gap=4))
        return made

    def _on_clicked(self, item: str, _checked: bool = False) -> None:
        self._parts.bridge.write("item.unpark", {"item": item})

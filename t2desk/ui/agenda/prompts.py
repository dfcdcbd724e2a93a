"""What the agenda asks, inline below it: the conclusion of the item just left, what is due, how to be on time."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from t2desk.domain.agenda_recovery import Recovery
from t2desk.i18n import N_
from t2desk.services.agenda_prompts import AgendaPrompts, agenda_prompts
from t2desk.services.agenda_recovery import RecoveryPreview
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.leading import in_order
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import begin_where_reading_begins
from t2desk.ui.shell.views import ViewParts

_LONGEST_TITLE = 20


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


class ConclusionLine(QLineEdit):
    """One line: Enter keeps it, Enter on nothing skips the question."""

    def __init__(self, parts: ViewParts) -> None:
        """Build it hidden."""
        super().__init__()
        begin_where_reading_begins(self)
        self.setObjectName("agendaConclusion")
        self._parts, self._item = parts, ""
        self.hide()

    def ask(self, item: str, words: str) -> None:
        """Ask for an item's conclusion; what is being typed for the same item stays."""
        if item != self._item:
            self._item = item
            self.clear()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write the conclusion down on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._item:
            self._parts.bridge.write("item.conclude", {"item": self._item, "text": self.text()})
            return
        super().keyPressEvent(event)


class AgendaPromptsStrip(QWidget):
    """Hold the conclusion line and a button for each thing that can be done; hidden when nothing is asked."""

    def __init__(self, parts: ViewParts) -> None:
        """Build it empty."""
        super().__init__()
        self.setObjectName("agendaPrompts")
        self._parts = parts
        self._shown: tuple[tuple[str, str], ...] = ()
        self.line = ConclusionLine(parts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.line)
        self._buttons: list[KeyButton] = []

    def read(self) -> None:
        """Ask the desk again."""
        self._parts.bridge.read(self, agenda_prompts, self._on_read)

    def _on_read(self, prompts: AgendaPrompts) -> None:
        item, words = prompts.conclude, self._parts.words
        asked = (
            words(N_("What came of “{title}”? Enter alone skips.")).format(title=isolated(item.title)) if item else ""
        )
        self.line.ask(item.id if item else "", asked)
        due = [(f"due:{one.item.id}", self._due(one.item.title)) for one in prompts.due]
        ways = [(f"way:{one.way.value}", self._way(one)) for one in prompts.ways]
        if (*due, *ways) != self._shown:
            self._shown = (*due, *ways)
            self._rebuild()
        self.setVisible(bool(item or self._shown))

    def _due(self, title: str) -> str:
        return self._parts.words(N_("Due: {title}")).format(title=isolated(_short(title)))

    def _way(self, one: RecoveryPreview) -> str:
        words = self._parts.words
        if one.way is Recovery.SHRINK:
            return words(N_("Shorten the rest: {count} min won")).format(count=one.saved)
        if one.way is Recovery.EXTEND:
            return words(N_("End {count} min later")).format(count=one.saved)
        # By its number in the list above: a title would not fit beside the minutes on a small screen.
        number = next(line.number for line in one.times.lines if line.item.id == one.changed[0].id)
        return words(N_("Park item {number}: {count} min won")).format(number=number, count=one.saved)

    def _rebuild(self) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(what, words) for what, words in self._shown]
        for button in self._buttons:
            self._column.addWidget(button)
        in_order(self.line, *self._buttons)

    def _button(self, what: str, words: str) -> KeyButton:
        around = self._parts.surroundings
        button = KeyButton(around.theme, around.icons, words, "", "", Loudness.EDGED)
        kind, _, which = what.partition(":")
        button.setObjectName(f"agendaRecover{which.title()}" if kind == "way" else f"agendaDue-{which}")
        button.clicked.connect(partial(self._on_clicked, kind, which))
        return button

    def _on_clicked(self, kind: str, which: str, _checked: bool = False) -> None:
        if kind == "way":
            self._parts.bridge.write("agenda.recover", {"way": which})
        else:
            self._parts.bridge.write("item.unpark", {"item": which})

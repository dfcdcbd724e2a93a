"""How the item under discussion is run: its aim, its method, and the facilitator's private notes, opened by a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from t2desk.i18n import N_
from t2desk.services.agenda_desk import ItemBrief
from t2desk.ui.agenda.notes_box import NotesBox
from t2desk.ui.kit.buttons import key_words
from t2desk.ui.kit.pieces import column, key_cap, label, row
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.views import ViewParts, page_of

_VIEW = "agenda"


class BriefCard(QFrame):
    """Closed until it is asked for: a neighbour need not read it. `turned` comes when it opens or closes."""

    turned = Signal()

    def __init__(self, parts: ViewParts) -> None:
        """Build it as it was left."""
        super().__init__()
        self.setObjectName("agendaBrief")
        self.setProperty("role", "sunken")
        self._parts, self._item = parts, ""
        self._head = label(parts.words(N_("For your eyes only")), "label")
        self._aim = label("", "second", "agendaAim", wraps=True)
        self._method = label("", "second", "agendaMethod", wraps=True)
        self.notes = NotesBox(parts, "agendaNotes", parts.words(N_("Your own notes on this item; in no document")))
        layout = column(
            row(self._head, 1, key_cap(key_words(key_of("item.notes")))), self._aim, self._method, self.notes, gap=4
        )
        layout.setContentsMargins(10, 8, 10, 8)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._is_open = parts.places.of(_VIEW) == ("notes",)
        self.hide()

    def toggle(self) -> None:
        """Open it with the caret in the notes, or close it."""
        self._is_open = not self._is_open
        self._parts.places.remember(_VIEW, *(("notes",) if self._is_open else ()))
        self.setVisible(self._is_open and bool(self._item))
        self.turned.emit()
        if self.isVisible():
            self.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_brief(self, brief: ItemBrief | None) -> None:
        """Show an item's; what is being typed for the same item stays."""
        self._item = brief.item.id if brief else ""
        self.notes.show_notes(self._item, brief.notes if brief else "")
        self._say(brief)
        self.setVisible(self._is_open and bool(self._item))
        self.turned.emit()

    def _say(self, brief: ItemBrief | None) -> None:
        words = self._parts.words
        aim = words(N_("Aim: {aim}")).format(aim=brief.item.aim) if brief and brief.item.aim else ""
        method = words(N_("Method: {method}")).format(method=brief.method) if brief and brief.method else ""
        for where, said in ((self._aim, aim), (self._method, method)):
            where.setText(said)
            where.setVisible(bool(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the desk on Esc, where every letter is a key."""
        if event.key() == Qt.Key.Key_Escape:
            page_of(self).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

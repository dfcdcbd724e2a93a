"""Records: one field that finds anything, and below it the sessions, what has left, and the head to read aloud."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.i18n import N_
from t2desk.services.search import Found, Hit, search
from t2desk.ui.keys.page import KeysPage
from t2desk.ui.kit.leading import lead_focus
from t2desk.ui.kit.pieces import column, text_line
from t2desk.ui.records.overview import Overview
from t2desk.ui.records.results import Results
from t2desk.ui.shell.views import ViewParts

# As long as somebody types on, nothing is looked for.
_PAUSE = 120


def build(parts: ViewParts) -> QWidget:
    """Return the view of everything that there is."""
    return RecordsView(parts)


class RecordsView(QFrame):
    """Shows the overview until something is looked for."""

    def __init__(self, parts: ViewParts) -> None:
        """Begin with the overview, the caret in the field."""
        super().__init__()
        self.setObjectName("recordsView")
        self.setAccessibleName(parts.words(N_("Records")))
        self._parts = parts
        self._field = text_line()
        self._field.setObjectName("searchField")
        self._field.setAccessibleName(parts.words(N_("Search")))
        self._field.setPlaceholderText(
            parts.words(N_("Search notes, points, sections, next steps, agenda and people … (Ctrl+F)"))
        )
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._results = Results(parts)
        self._results.chosen.connect(self._on_chosen)
        self._overview = Overview(parts)
        self._overview.session_chosen.connect(self._on_session_chosen)
        self._overview.keys_wanted.connect(self._on_keys_wanted)
        self._keys: KeysPage | None = None
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self._results)
        sizes = parts.surroundings.theme.look.sizes
        layout = column(self._field, place, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(sizes.margin, 12, sizes.margin, sizes.margin)
        self.setLayout(layout)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._field.textChanged.connect(self._on_typed)
        lead_focus(self, self._field)
        parts.bridge.changed.connect(self._on_changed)

    def _on_typed(self) -> None:
        self._pause.start()

    def _look(self) -> None:
        typed = self._field.text()
        if typed.strip():
            words = self._parts.words
            self._parts.bridge.read(
                self, lambda work: search(work, typed, words), lambda found: self._show(typed, found)
            )
        else:
            self._stack.setCurrentWidget(self._keys or self._overview)

    def _show(self, typed: str, found: Found) -> None:
        if typed == self._field.text():
            self._results.show_found(typed.strip(), found)
            self._stack.setCurrentWidget(self._results)

    def _on_chosen(self, hit: Hit) -> None:
        tab, _, place = hit.place.partition("/")
        if tab == "steps":
            tab, place = "draft", "steps"
        if tab in {"draft", "triage"}:
            self._parts.places.remember("after", hit.session, tab, place)
            self._parts.go("after")
        else:
            self._parts.go(tab)

    def _on_session_chosen(self, session: str) -> None:
        self._parts.places.remember("after", session, "draft", "")
        self._parts.go("after")

    def _on_keys_wanted(self) -> None:
        """Show the keys in place of the overview; they go when they are left."""
        self._keys = KeysPage(self._parts)
        self._keys.left.connect(self._on_keys_left)
        self._stack.addWidget(self._keys)
        self._stack.setCurrentWidget(self._keys)
        self._keys.setFocus()

    def _on_keys_left(self) -> None:
        keys, self._keys = self._keys, None
        self._stack.setCurrentWidget(self._overview)
        self._field.setFocus()
        if keys is not None:
            self._stack.removeWidget(keys)
            keys.deleteLater()

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._overview.read()
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field move and choose in the results, and Esc begin again."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._field.text():
                self._field.clear()
                return True
            if self._stack.currentWidget() is self._results and event.key() in _MOVES:
                self._results.press(event)
                return True
        return super().eventFilter(watched, event)


_MOVES = {
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Enter,
}  # fmt: skip

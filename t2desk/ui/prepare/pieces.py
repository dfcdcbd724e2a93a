"""What the panels of the preparation share: fields that write themselves, a bar with undo, two sides."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QStackedLayout, QWidget

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.intake_rows import Notice, RowProblem
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.choices import ChoiceBox
from t2desk.ui.kit.elided import ElidedLabel
from t2desk.ui.kit.flow import FlowLayout
from t2desk.ui.kit.pieces import column, label, row, text_line
from t2desk.ui.shell.commands import key_of
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_PAUSE = 700


def button(
    parts: ViewParts, name: str, words: str, icon: str = "", key: str = "", how: Loudness | None = None
) -> KeyButton:
    """Return a button with its words in the window's language."""
    around = parts.surroundings
    made = KeyButton(around.theme, around.icons, parts.words(words), icon, key, how or Loudness.QUIET)
    made.setObjectName(name)
    return made


def told(parts: ViewParts, problem: DeskError | Notice | RowProblem) -> str:
    """Return a refusal, or what is said of a line of a file, as a sentence."""
    return parts.surroundings.phrases.told(problem.sentence, problem.details)


class UndoBar(QFrame):
    """Says what was taken away, with the button that brings it back; gone with the next change."""

    def __init__(self, parts: ViewParts, name: str = "undo") -> None:
        """Begin hidden."""
        super().__init__()
        self.setObjectName(f"{name}Bar")
        self.setProperty("role", "bar")
        self.setProperty("tone", "plain")
        self._said = label("", "body", f"{name}Text", wraps=True)
        self.button = button(parts, f"{name}Button", N_("Undo"), "undo-2", key_of("desk.undo"))
        self.button.clicked.connect(parts.bridge.undo)
        layout = row(self._said, self.button)
        layout.setStretch(0, 1)
        layout.setContentsMargins(16, 4, 8, 4)
        self.setLayout(layout)
        parts.bridge.changed.connect(self._on_changed)
        self.hide()

    def say(self, words: str, _done: object = None) -> None:
        """Say what was done; also as the answer to a write."""
        self._said.setText(words)
        self.show()
        announce(self, words)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches("drafts"):
            self.hide()


class Field(QWidget):
    """A labelled line that writes itself once the typing pauses, and says under itself why it could not."""

    def __init__(
        self, title: str, name: str, write: Callable[[str], None], waits: bool = False, like: str = ""
    ) -> None:
        """Make an empty field; one that `waits` writes only when it is left or Enter is pressed."""
        super().__init__()
        self.line = text_line()
        self.line.setPlaceholderText(like)
        self.line.setObjectName(name)
        self.line.setAccessibleName(title)
        self._error = label("", "error", f"{name}Error", wraps=True)
        self._error.hide()
        self._hint = label("", "meta", f"{name}Hint", wraps=True)
        self._hint.hide()
        self._write, self._shown = write, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.commit)
        if not waits:
            self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.commit)
        name_label = label(title, "label")
        name_label.setBuddy(self.line)
        self.setLayout(column(name_label, self.line, self._hint, self._error, gap=4))

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing something else."""
        is_dirty = self.line.hasFocus() and self.line.text() not in {self._shown, text}
        self._shown = text
        if not is_dirty and self.line.text() != text:
            self.line.setText(text)
        if not is_dirty:
            self.refuse("")
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def refuse(self, words: str) -> None:
        """Say why it was not written."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.line.setProperty("wrong", "true" if words else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def explain(self, words: str) -> None:
        """Say under the line how what is typed was understood; nothing where there is nothing to say."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def commit(self) -> None:
        """Write what was typed, if it is something else than what is stored."""
        self._timer.stop()
        if self.line.text() != self._shown:
            self.refuse("")
            self._write(self.line.text())

    def _on_edited(self, _text: str) -> None:
        self._timer.start()


class Choice(QWidget):
    """A labelled choice of a few words; it writes when something else is chosen."""

    def __init__(
        self,
        parts: ViewParts,
        title: str,
        name: str,
        words: tuple[tuple[str, str], ...],
        write: Callable[[str], None],
    ) -> None:
        """Offer (value, words) pairs."""
        super().__init__()
        self.box = ChoiceBox(parts.surroundings, name, title)
        for value, said in words:
            self.box.addItem(said, value)
        self.box.activated.connect(lambda place: write(str(self.box.itemData(place))))
        name_label = label(title, "label")
        name_label.setBuddy(self.box)
        self.setLayout(column(name_label, self.box, gap=4))

    def offer(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, words) pairs; the same ones stay as they are."""
        if [(self.box.itemData(at), self.box.itemText(at)) for at in range(self.box.count())] != list(words):
            self.box.clear()
            for value, said in words:
                self.box.addItem(said, value)

    def show_value(self, value: str) -> None:
        """Show what is stored."""
        self.box.setCurrentIndex(max(0, self.box.findData(value)))


def heading(parts: ViewParts, words: str, *right: QWidget) -> tuple[QLabel, QWidget]:
    """Return a panel's title with its figures beside it, and the line that holds both and the buttons."""
    figures = ElidedLabel("second", "panelFigures", greedy=True)
    line = QWidget()
    layout = row(label(parts.words(words), "title"), figures, *right, gap=12)
    layout.setStretch(1, 1)
    line.setLayout(layout)
    return figures, line


def list_column(head: QWidget, empty: QWidget, listed: QWidget, undo: QWidget, *adding: QWidget | QLayout) -> QWidget:
    """Return a list, or what stands in its place while it is empty, under its head and over the lines for adding."""
    inside = QWidget()
    layout = column(head, empty, listed, undo, *adding, gap=12)
    layout.setStretch(1, 1)
    layout.setStretch(2, 1)
    inside.setLayout(layout)
    return inside


class ImportStack(QStackedLayout):
    """A panel's page, and before it the preview of a file until that is left."""

    def __init__(self, panel: QWidget, page: QWidget) -> None:
        """Show the page."""
        super().__init__(panel)
        self._panel = panel
        self._preview: QWidget | None = None
        self.addWidget(page)

    def bring_in(self, preview: QWidget, left: SignalInstance) -> None:
        """Show a preview, in place of one before it, until its signal says that it is left."""
        self.leave()
        self._preview = preview
        left.connect(self.leave)
        self.addWidget(preview)
        self.setCurrentWidget(preview)
        preview.setFocus()

    def leave(self) -> None:
        """Show the page again, and give its panel the keyboard."""
        if self._preview is not None:
            self.removeWidget(self._preview)
            self._preview.deleteLater()
            self._preview = None
            self._panel.setFocus()


def side_tabs(
    parts: ViewParts, name: str, tabs: tuple[tuple[str, str], ...], shows: Callable[[str], None], place: QWidget
) -> tuple[dict[str, KeyButton], QWidget]:
    """Return the tabs of what stands beside a list, by (name, words), the first one chosen, and both together."""
    made = {}
    for one, words in tabs:
        tab = made[one] = button(parts, f"{name}-{one}", words)
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.clicked.connect(partial(shows, one))
    inside = QWidget()
    line = FlowLayout(4, centred=False)
    for tab in made.values():
        line.addWidget(tab)
    layout = column(line, place, gap=12)
    layout.setStretch(1, 1)
    inside.setLayout(layout)
    made[tabs[0][0]].setChecked(True)
    return made, inside


def padded(content: QWidget | None, margins: int = 20) -> QFrame:
    """Return a card around a widget."""
    card = QFrame()
    card.setProperty("role", "card")
    inner = column(*([content] if content else []))
    inner.setContentsMargins(QMargins(margins, margins - 4, margins, margins - 4))
    card.setLayout(inner)
    return card


class TwoSides(QWidget):
    """A list and what stands beside it; where both do not fit, one at a time, and Esc leads back to the list."""

    def __init__(self, parts: ViewParts, listed: QWidget, aside: QWidget) -> None:
        """Show both as cards."""
        super().__init__()
        percent = parts.surroundings.theme.percent
        self._roomy = round(720 * percent / 100)
        self._has_aside, self._is_asked = True, False
        self._back = button(parts, "backToList", N_("Back to the list"), "chevron-left", "Esc")
        self._back.clicked.connect(self.show_list)
        inside = QWidget()
        layout = column(row(self._back, 1), aside, gap=8)
        layout.setStretch(1, 1)
        inside.setLayout(layout)
        self._listed, self._aside = padded(listed), padded(inside, 16)
        self._aside.setMinimumWidth(round(216 * percent / 100))
        self._widest = round(330 * percent / 100)
        both = row(self._listed, self._aside, gap=16)
        both.setStretch(0, 5)
        both.setStretch(1, 3)
        self.setLayout(both)
        self._arrange()

    def set_aside(self, has_aside: bool) -> None:
        """Say whether there is anything to stand beside the list."""
        self._has_aside = has_aside
        self._arrange()

    def ask_aside(self) -> None:
        """Show what stands beside the list, where there is only room for one."""
        self._is_asked = True
        self._arrange()

    def show_list(self) -> None:
        """Show the list again."""
        self._is_asked = False
        self._arrange()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        is_narrow = self.width() < self._roomy
        shows_aside = self._has_aside and (not is_narrow or self._is_asked)
        self._aside.setMaximumWidth(16_777_215 if is_narrow else self._widest)
        self._back.setVisible(is_narrow)
        self._aside.setVisible(shows_aside)
        self._listed.setVisible(not is_narrow or not shows_aside)

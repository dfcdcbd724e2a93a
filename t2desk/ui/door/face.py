"""One face of the door: a card with a title, what it asks, a calm bar while something is done, and its buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.door.working import Working
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.painting import isolated
from t2desk.ui.kit.pieces import column, label, row


class Face(QFrame):
    """What every face has; it asks for something by signals and shows what was refused."""

    def __init__(self, surroundings: Surroundings, name: str, title: str, sentence: str = "") -> None:
        """Make an empty card."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.surroundings, self.words = surroundings, surroundings.words
        self.title = label(title, "title", f"{name}Title")
        self.sentence = label(sentence, "second", f"{name}Sentence", wraps=True)
        if not sentence:
            self.sentence.hide()
        self._inside = QWidget()
        self.body: QVBoxLayout = column(gap=16)
        self._inside.setLayout(self.body)
        self._working = Working()
        self.buttons = row(gap=8)
        layout = column(column(self.title, self.sentence, gap=4), self._inside, self.buttons, gap=20)
        layout.setContentsMargins(32, 28, 32, 28)
        self.setLayout(layout)
        self._quiet: KeyButton | None = None
        self._loud: KeyButton | None = None

    def add_buttons(self, quiet: KeyButton | None, loud: KeyButton) -> None:
        """Put the loud button where reading ends and the quiet one where it begins; Tab comes to the loud one first."""
        self._quiet, self._loud = quiet, loud
        if quiet is not None:
            self.buttons.addWidget(quiet)
        self.buttons.addWidget(self._working, 1)
        self.buttons.addStretch(0)
        self.buttons.addWidget(loud)
        if quiet is not None:
            QWidget.setTabOrder(loud, quiet)

    def quiet_button(self, name: str, words: str, icon: str = "") -> KeyButton:
        """Return a quiet button by name."""
        return self._button(name, words, icon, "", Loudness.QUIET)

    def loud_button(self, name: str, words: str, icon: str = "") -> KeyButton:
        """Return the loud button, which Enter presses from any field."""
        return self._button(name, words, icon, self.words(N_("Enter")), Loudness.LOUD)

    def _button(self, name: str, words: str, icon: str, key: str, loudness: Loudness) -> KeyButton:
        made = KeyButton(self.surroundings.theme, self.surroundings.icons, words, icon, key, loudness)
        made.setObjectName(name)
        made.setAutoDefault(True)  # Enter presses the button that has the focus
        return made

    def begin(self, sentence: str) -> None:
        """Show that something is being done; nothing can be typed or pressed meanwhile."""
        self._let_go_on(is_on=False)
        self._working.begin(sentence)

    def end(self) -> None:
        """Let the person go on."""
        self._working.end()
        self._let_go_on(is_on=True)

    def _let_go_on(self, is_on: bool) -> None:
        self._inside.setEnabled(is_on)
        if self._loud is not None:
            self._loud.setEnabled(is_on)
        if self._quiet is not None:
            self._quiet.setVisible(is_on)

    def refused(self, problem: BaseException) -> None:
        """Show what was refused beside the field it is about."""
        raise NotImplementedError

    def start(self) -> None:
        """Put the caret where typing begins."""
        raise NotImplementedError

    def sentence_for(self, problem: BaseException) -> str:
        """Return what may be said of a problem; a fault's own text may quote something, so only its type is said."""
        if isinstance(problem, DeskError):
            details = {name: isolated(one) if isinstance(one, str) else one for name, one in problem.details.items()}
            return self.surroundings.phrases.told(problem.sentence, details)
        return self.words(N_("A fault in t2desk ({kind}). Nothing was changed.")).format(kind=type(problem).__name__)


def left_to_right(widget: QWidget) -> QWidget:
    """Return a widget that keeps its direction: paths and codes read the same way everywhere."""
    widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if isinstance(widget, QLineEdit):
        widget.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return widget

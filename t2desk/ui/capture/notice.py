"""One sentence below what is being typed: why something was refused, or whom it names and what to say instead."""

from PySide6.QtWidgets import QFrame

from t2desk.domain.findings import NameFound
from t2desk.ui.capture.name_watch import words_about
from t2desk.ui.kit.pieces import key_cap, label, row
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts


class Notice(QFrame):
    """A bar with a sentence, and the key that does what it offers."""

    def __init__(self, name: str) -> None:
        """Begin hidden; `name` is the objectName."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "bar")
        self._said = label("", "second", f"{name}Text", wraps=True)
        self._key = key_cap("Alt+Enter")
        layout = row(self._said, self._key)
        layout.setStretch(0, 1)
        layout.setContentsMargins(12, 4, 8, 4)
        self.setLayout(layout)
        self.hide()

    def say(self, words: str, tone: str, with_key: bool = False) -> None:
        """Show a sentence in a tone."""
        self.setProperty("tone", tone)
        for part in (self, self._said):
            part.style().unpolish(part)
            part.style().polish(part)
        if words != self._said.text() or not self.isVisible():
            announce(self, words)
        self._said.setText(words)
        self._key.setVisible(with_key)
        self.show()

    def say_named(self, parts: ViewParts, named: NameFound | None) -> None:
        """Say whom the text names; nothing where it names nobody."""
        if named is None:
            self.hide()
        else:
            self.say(words_about(parts, named), "warn", with_key=bool(named.descriptor))

"""A text of the dialogue's own in a box: what stands there, a draft of other words for it, and one key to keep it."""

from collections.abc import Callable

from t2desk.ui.capture.drafts import DraftKeeper
from t2desk.ui.common_ground.prose_box import ProseBox
from t2desk.ui.kit.buttons import KeyButton
from t2desk.ui.shell.views import ViewParts


class OwnText(ProseBox):
    """Shows a text; whoever puts it otherwise keeps it with Ctrl+Enter, and Esc goes back to what stood there."""

    def __init__(self, parts: ViewParts, name: str, says: str, keep: KeyButton, write: Callable[[str], None]) -> None:
        """Begin empty; `keep` is the button that keeps what was typed, and is off while nothing was."""
        super().__init__(name, says, 6)
        self.setAccessibleName(says)
        self._stored: str | None = None
        self._keep, self._write = keep, write
        self._draft = f"prepare.{name}"
        self._keeper = DraftKeeper(parts, self, "")
        keep.clicked.connect(self._on_kept)
        self.finished.connect(self._on_kept)
        self.textChanged.connect(self._on_typed)
        keep.setEnabled(False)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is putting it otherwise."""
        if text == self._stored:
            return
        is_dirty = self._stored is not None and self.toPlainText() != self._stored
        self._stored = text
        if not is_dirty:
            self.setPlainText(text)
            self._keeper.turn_to(self._draft)
        self._on_typed()

    def is_dirty(self) -> bool:
        """Say whether something else stands here than what is stored."""
        return self._stored is not None and self.toPlainText() != self._stored

    def kept(self, _done: object = None) -> None:
        """Let the draft go: what it held is stored, or no longer wanted."""
        self._keeper.drop()

    def go_back(self) -> None:
        """Show what is stored again."""
        self.setPlainText(self._stored or "")
        self._keeper.drop()

    def _on_typed(self) -> None:
        self._keep.setEnabled(self.is_dirty())

    def _on_kept(self, _checked: bool = False) -> None:
        if self.is_dirty():
            self._write(self.toPlainText())

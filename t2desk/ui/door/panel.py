"""The door: make a dossier, or open one by passphrase or recovery code; it needs no database to be painted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.lane import Lane
from t2desk.ui.kit.pieces import column, label, row
from t2desk.ui.shell.keeper import DossierKeeper, OpenDossier


class Door(QWidget):
    """A card in the middle; sentences stand beside the field they are about."""

    def __init__(
        self,
        surroundings: Surroundings,
        lane: Lane,
        keeper: DossierKeeper,
        path: Path | None,
        opened: Callable[[OpenDossier], None],
    ) -> None:
        """Ask for a file and its passphrase."""
        super().__init__()
        self.setObjectName("door")
        self.setProperty("role", "ground")
        self._surroundings, self._lane, self._keeper, self._opened = surroundings, lane, keeper, opened
        words = surroundings.words
        self._path = QLineEdit(str(path or ""))
        self._path.setObjectName("doorPath")
        self._secret = QLineEdit()
        self._secret.setObjectName("doorSecret")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.returnPressed.connect(self._on_open)
        self._error = label("", "error", "doorError", wraps=True)
        button = KeyButton(
            surroundings.theme, surroundings.icons, words(N_("Open")), "lock-open", "Enter", Loudness.LOUD
        )
        button.setObjectName("doorOpen")
        button.clicked.connect(self._on_open)
        card = QFrame()
        card.setProperty("role", "card")
        inner = column(
            label(words(N_("Open a dossier")), "title"), label(words(N_("File")), "label"), self._path,
            label(words(N_("Passphrase")), "label"), self._secret, self._error, row(1, button), gap=10,
        )  # fmt: skip
        inner.setContentsMargins(28, 24, 28, 24)
        card.setLayout(inner)
        card.setFixedWidth(460)
        self.setLayout(column(1, row(1, card, 1), 2))
        (self._secret if path else self._path).setFocus()

    def _on_open(self) -> None:
        secret, path = self._secret.text(), Path(self._path.text())
        self._secret.clear()
        self._error.setText("")
        self._lane.submit(lambda: self._keeper.open(path, secret), self._opened, self._on_refused)

    def _on_refused(self, problem: BaseException) -> None:
        if isinstance(problem, DeskError):
            self._error.setText(self._surroundings.words(problem.sentence).format(**problem.details))
        else:
            self._error.setText(type(problem).__name__)

"""The face that opens: a file, and its passphrase or its recovery code."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal

from t2desk.domain.errors import DeskError
from t2desk.domain.recovery_codes import looks_like_code
from t2desk.domain.vault_errors import (
    HeaderDamaged,
    HeaderMissing,
    HeaderOfAnotherDossier,
    KeyCostRefused,
    NotEnoughMemory,
    RecoveryCodeLength,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from t2desk.i18n import N_
from t2desk.ui.door.choosing import choose_dossier
from t2desk.ui.door.face import Face, left_to_right
from t2desk.ui.door.fields import Field, SecretField
from t2desk.ui.door.keyboard import Keyboard, KeyboardLine
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.leading import in_order

_ABOUT_THE_SECRET = (
    KeyCostRefused, NotEnoughMemory, RecoveryCodeLength, RecoveryCodeMistyped, WrongPassphrase, WrongRecoveryCode,
)  # fmt: skip
_WITHOUT_HEADER = (HeaderDamaged, HeaderMissing, HeaderOfAnotherDossier)


class OpenFace(Face):
    """Asks for a file and a secret, and for another copy where the file has lost its key header.

    `asked` comes with file, secret and that copy or None; `new_wanted` when somebody has no dossier yet,
    `restore_wanted` for one made again from a backup, with the file or None.
    """

    asked = Signal(object, str, object)
    new_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard, path: Path | None) -> None:
        """Begin with a path, where one is known."""
        super().__init__(surroundings, "openFace", surroundings.words(N_("Open a dossier")))
        words = self.words
        self._was_code = False
        self.path = Field(words(N_("File")), "doorPath")
        self.path.box.setText(str(path or ""))
        left_to_right(self.path.box)
        self._choose = choose_button(surroundings, self.path, "doorChoose")
        self._choose.clicked.connect(self._on_choose)
        hint = words(N_("The recovery code opens it too: type it here in place of the passphrase."))
        self.secret = SecretField(surroundings, words(N_("Passphrase")), "doorSecret", hint)
        self.secret.under.addWidget(KeyboardLine(surroundings, keyboard, self.secret.box))
        self.header = Field(
            words(N_("Take the key header from")), "doorHeader", words(N_("A backup or an older copy."))
        )
        left_to_right(self.header.box)
        choose_button(surroundings, self.header, "doorHeaderChoose").clicked.connect(self._on_choose_header)
        self.header.box.returnPressed.connect(self._on_open)
        self.header.hide()
        self.body.addWidget(self.path)
        self.body.addWidget(self.header)
        self.body.addWidget(self.secret)
        opens = self.loud_button("doorOpen", words(N_("Open")), "lock-open")
        opens.clicked.connect(self._on_open)
        new = self.quiet_button("doorNew", words(N_("Make a new dossier")), "plus")
        new.clicked.connect(self.new_wanted)
        self.add_buttons(new, opens)
        backup = self.quiet_button("doorRestore", words(N_("From a backup …")), "undo-2")
        backup.clicked.connect(self._on_restore)
        self.buttons.insertWidget(1, backup)
        in_order(opens, new, backup)
        self.path.box.returnPressed.connect(self._on_path_entered)
        self.secret.box.returnPressed.connect(self._on_open)

    def _on_restore(self) -> None:
        self.restore_wanted.emit(path_of(self.path.text()) if self.path.text().strip() else None)

    def start(self) -> None:
        """Ask for the secret where the file is known."""
        (self.secret if self.path.text() else self.path).box.setFocus()

    def _on_path_entered(self) -> None:
        if self.secret.text():
            self._on_open()
        else:
            self.secret.box.setFocus()

    def _on_choose(self) -> None:
        here = self.path.text()
        start = path_of(here) if here else documents()
        choose_dossier(self.surroundings, self, start, is_new=False, chosen=self._on_chosen)

    def _on_choose_header(self) -> None:
        start = path_of(self.path.text()).parent
        choose_dossier(self.surroundings, self, start, is_new=False, chosen=self._on_header_chosen)

    def _on_header_chosen(self, path: Path) -> None:
        self.header.box.setText(str(path))
        self.secret.box.setFocus()

    def _on_chosen(self, path: Path) -> None:
        self.path.box.setText(str(path))
        self.path.accept()
        self.secret.box.setFocus()

    def _on_open(self) -> None:
        if not self.path.text().strip():
            self.path.refuse(self.words(N_("Choose a file, or type where it is.")))
            self.path.box.setFocus()
        elif not self.secret.text():
            self.secret.refuse(self.words(N_("Type the passphrase or the recovery code.")))
            self.secret.box.setFocus()
        else:
            self.path.accept()
            self.secret.accept()
            secret = self.secret.take()
            self._was_code = looks_like_code(secret)
            self.begin(self.words(N_("Unlocking. This takes about a second, on purpose.")))
            another = path_of(self.header.text()) if self.header.text().strip() else None
            self.asked.emit(path_of(self.path.text()), secret, another)

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the file or beside the secret."""
        self.end()
        if self._was_code and isinstance(problem, WrongPassphrase):
            problem = RecoveryCodeMistyped()
        about = self.secret if isinstance(problem, _ABOUT_THE_SECRET) else self.path
        about.refuse(self.sentence_for(problem))
        if isinstance(problem, _WITHOUT_HEADER):
            self.header.show()
            self.header.box.setFocus()
            return
        wants_secret = about is self.secret or not isinstance(problem, DeskError)
        (self.secret if wants_secret else self.path).box.setFocus()


def choose_button(surroundings: Surroundings, field: Field, name: str) -> KeyButton:
    """Return a button beside a field that asks for a file."""
    words = surroundings.words(N_("Choose…"))
    made = KeyButton(surroundings.theme, surroundings.icons, words, "folder-open", loudness=Loudness.EDGED)
    made.setObjectName(name)
    made.setAutoDefault(True)
    field.beside.addWidget(made)
    return made


def path_of(typed: str) -> Path:
    """Return the path that was typed, with ~ for the home folder."""
    path = Path(typed.strip())
    try:
        return path.expanduser()
    except RuntimeError:  # ~somebody who is not here
        return path


def documents() -> Path:
    """Return the folder where this system keeps documents."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(named) if named else Path.home()
    return folder if folder.is_dir() else Path.home()

"""The way out: where an edition is written, its fingerprint, and once only, the passphrase of an encrypted one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.services.edition_views import EditionChoice
from t2desk.services.gate import Blocked
from t2desk.ui.editions.addressee import Addressee
from t2desk.ui.kit.buttons import KeyButton, Loudness, key_words
from t2desk.ui.kit.file_choice import FileWanted, choose_file
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.pieces import Card, column, label, row
from t2desk.ui.shell.keeper import Written
from t2desk.ui.shell.message_bar import announce
from t2desk.ui.shell.views import ViewParts

_KEY = "X"


class ExportBox(Card):
    """A path, a button, and what came of it, all inline; a file that is there is replaced on a second press.

    While nothing can leave, it says why; where the gate is closed, the button leads to what closed it.
    """

    blocked = Signal(object)
    findings_wanted = Signal()

    def __init__(self, parts: ViewParts, session: str) -> None:
        """Begin without an edition."""
        super().__init__(parts.surroundings.theme, parts.words(N_("Export")), "exportBox")
        self._parts, self._session = parts, session
        self._choice: EditionChoice | None = None
        self.addressee = Addressee(parts, session)
        self._replaces = ""
        self._is_closed, self._why_not = False, ""
        self._build_asking()
        self._build_told()

    def _build_asking(self) -> None:
        words, surroundings = self._parts.words, self._parts.surroundings
        self._path = QLineEdit()
        self._path.setObjectName("exportPath")
        self._path.setAccessibleName(words(N_("File to write")))
        self._path.returnPressed.connect(self.begin)
        self._path.textEdited.connect(self._on_path_edited)
        self._browse = KeyButton(surroundings.theme, surroundings.icons, "", "folder-open")
        self._browse.setObjectName("exportBrowse")
        self._browse.setAccessibleName(words(N_("Choose where")))
        self._browse.setToolTip(words(N_("Choose where")))
        self._browse.clicked.connect(self._on_browse)
        self._button = KeyButton(surroundings.theme, surroundings.icons, words(N_("Export")), "file-down", _KEY,
                                 Loudness.LOUD)  # fmt: skip
        self._button.setObjectName("exportButton")
        self._button.clicked.connect(self.begin)
        self._said = label("", "second", "exportSaid", wraps=True)
        self._said.hide()
        self.body.addWidget(self.addressee)
        self.body.addLayout(row(self._path, self._browse, gap=4))
        self.body.addWidget(self._button)
        self.body.addWidget(self._said)

    def _build_told(self) -> None:
        words, surroundings = self._parts.words, self._parts.surroundings
        self._print = label("", "body", "exportFingerprint", wraps=True)
        self._print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard
                                            | Qt.TextInteractionFlag.TextSelectableByMouse)  # fmt: skip
        self._secret = label("", "title", "exportPassphrase", wraps=True)
        size = surroundings.theme.look.sizes.text_name
        self._secret.setFont(text_font(size, QFont.Weight.DemiBold))
        self._secret.setStyleSheet(f"font-size: {round(size * 0.8)}px;")
        once = label(words(N_("The passphrase of this file, shown this once. Write it down; it is kept nowhere.")),
                     "second", wraps=True)  # fmt: skip
        gone = KeyButton(surroundings.theme, surroundings.icons, words(N_("It is written down")), "check", "",
                         Loudness.EDGED)  # fmt: skip
        gone.setObjectName("exportPassphraseGone")
        gone.clicked.connect(self._forget_secret)
        self._once = QWidget()
        self._once.setLayout(column(once, self._secret, gone, gap=6))
        self._print.hide()
        self._once.hide()
        self.body.addWidget(self._print)
        self.body.addWidget(self._once)

    def show_edition(self, choice: EditionChoice) -> None:
        """Offer another edition under its neutral file name."""
        if self._choice is None or self._choice.name != choice.name:
            self._forget_secret()
            self._print.hide()
            self._tell("")
            self._path.setText(str(Path.home() / f"{choice.name}.pdf"))
        self._choice = choice
        self.let_out()

    def let_out(self) -> None:
        """Offer to write: the pages were drawn and passed the gate, or are being drawn."""
        if self._why_not:
            self._why_not = ""
            self._button.setAccessibleDescription(key_words(_KEY))
            self._tell("")
        self._is_closed = False
        self._button.set_words(self._parts.words(N_("Export")), "file-down")
        self._enable(self._choice is not None)

    def hold_back(self, why: str) -> None:
        """Say why nothing of this can leave; nothing can be pressed."""
        self._is_closed = False
        self._refuse(why)
        self._enable(False)

    def close_gate(self, blocking: int) -> None:
        """Say that the gate is closed; the button leads to the places that closed it."""
        plural = self._parts.surroundings.phrases.plural
        why = plural(
            "The gate is closed: {n} place would identify somebody. Mend it, and the edition can leave.",
            "The gate is closed: {n} places would identify somebody. Mend them, and the edition can leave.",
            blocking,
        )
        self._is_closed = True
        self._enable(False)
        self._button.set_words(self._parts.words(N_("See the findings")), "shield-check")
        self._button.setEnabled(True)
        self._refuse(why.format(n=blocking))

    def _refuse(self, why: str) -> None:
        self._why_not = why
        self._button.setAccessibleDescription(why)
        self._tell(why, "error")

    def _enable(self, can_leave: bool) -> None:
        for control in (self._button, self._path, self._browse):
            control.setEnabled(can_leave)

    def begin(self) -> None:
        """Write the file, or say first that one of this name is there; a closed gate leads to what closed it."""
        if self._is_closed:
            self.findings_wanted.emit()
            return
        target = Path(self._path.text().strip()).expanduser()
        if self._choice is None or not self._button.isEnabled() or not target.name:
            return
        if self._replaces == str(target):
            self._write(target)
        else:
            self._parts.bridge.run(self, target.exists, lambda there: self._on_looked(target, there), self._on_refused)

    def _on_looked(self, target: Path, there: bool) -> None:
        if there:
            self._replaces = str(target)
            self._tell(self._parts.words(N_("A file of this name is there. Press again to replace it.")))
        else:
            self._write(target)

    def _write(self, target: Path) -> None:
        assert self._choice is not None  # noqa: S101  (begin has looked)
        edition, dossier, session = self._choice.name, self._parts.dossier, self._session
        addressed = self.addressee.addressed()
        self._replaces = ""
        self._button.setEnabled(False)
        self._print.hide()
        self._tell(self._parts.words(N_("Drawing, checking and writing …")))
        self._parts.bridge.run(
            self, lambda: dossier.export(edition, session, target, addressed), self._on_written, self._on_refused
        )

    def _on_written(self, written: Written) -> None:
        self._button.setEnabled(True)
        said = self._parts.words(N_("Written, and noted in the ledger."))
        if written.warnings:
            plural = self._parts.surroundings.phrases.plural
            count = len(written.warnings)
            warned = plural("{n} place only warned; look at it.", "{n} places only warned; look at them.", count)
            said = f"{said} {warned.format(n=count)}"
        self._tell(said)
        self._print.setText(self._parts.words(N_("SHA-256 {print}")).format(print=grouped(written.sha256)))
        self._print.show()
        if written.passphrase:
            self._secret.setText(written.passphrase)
            self._once.show()
        announce(self, said)
        self.addressee.renew()

    def _on_refused(self, refusal: DeskError) -> None:
        self._button.setEnabled(True)
        self._tell(self._parts.surroundings.phrases.told(refusal.sentence, refusal.details), "error")
        if isinstance(refusal, Blocked):
            self.blocked.emit(refusal)

    def _tell(self, words: str, role: str = "second") -> None:
        self._said.setProperty("role", role)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _forget_secret(self) -> None:
        self._secret.setText("")
        self._once.hide()

    def _on_path_edited(self) -> None:
        self._replaces = ""

    def _on_browse(self) -> None:
        title, path = self._parts.words(N_("File to write")), Path(self._path.text())
        wanted = FileWanted(title, _kinds(self._choice), path, is_new=True, ending=path.suffix)
        choose_file(self._parts.surroundings, self, wanted, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self._path.setText(str(path))
        self._on_path_edited()


def _kinds(choice: EditionChoice | None) -> tuple[str, ...]:
    """Return the kinds of file that a dialog offers."""
    formats = choice.formats if choice else (".pdf",)
    names = {".pdf": "PDF", ".docx": "Word", ".md": "Markdown", ".csv": "CSV", ".json": "JSON"}
    return tuple(f"{names[ending]} (*{ending})" for ending in formats)


def grouped(sha256: str) -> str:
    """Return a fingerprint in groups of eight, to be compared by eye."""
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))

"""The faces that restore: a backup chosen and opened, then what is in it and where it goes."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QRect, Signal

from t2desk.domain.backups import Backup, BackupAccount
from t2desk.domain.errors import DeskError
from t2desk.domain.vault_errors import RecoveryCodeLength, RecoveryCodeMistyped, WrongPassphrase, WrongRecoveryCode
from t2desk.i18n import N_
from t2desk.ui.door.choosing import choose_dossier
from t2desk.ui.door.face import Face, left_to_right
from t2desk.ui.door.fields import Field, SecretField
from t2desk.ui.door.keyboard import Keyboard, KeyboardLine
from t2desk.ui.door.open_face import choose_button, documents, path_of
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import text_font
from t2desk.ui.kit.lists import ValueListView
from t2desk.ui.kit.painting import MirroredPainter
from t2desk.ui.kit.pieces import label
from t2desk.ui.kit.reading import ReadingArea
from t2desk.ui.kit.values import ValueListModel

_ABOUT_THE_SECRET = (RecoveryCodeLength, RecoveryCodeMistyped, WrongPassphrase, WrongRecoveryCode)
_ROWS_SHOWN = 3


class RestoreFace(Face):
    """Asks for a backup and its secret. `asked` comes with both, `back_wanted` to open a dossier instead."""

    asked = Signal(object, str)
    back_wanted = Signal()

    def __init__(self, surroundings: Surroundings, keyboard: Keyboard, path: Path | None) -> None:
        """Begin with the backups beside a dossier still to come."""
        words = surroundings.words
        super().__init__(
            surroundings, "restoreFace", words(N_("Restore a backup")),
            words(N_("Backups lie in the folder beside the dossier. The dossier that is there is not touched.")),
        )  # fmt: skip
        self._rows: ValueListModel[Backup] = ValueListModel(lambda one: one.number, self.line)
        self.list = ValueListView(surroundings.theme, self._rows, self._paint)
        self.list.setObjectName("restoreList")
        self.list.setAccessibleName(words(N_("Backups")))
        self.list.setFixedHeight(_ROWS_SHOWN * surroundings.theme.look.sizes.row + 4)
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._on_moved())
        self.list.hide()
        self.path = Field(words(N_("Backup")), "restorePath", words(N_("One of the list, or a copy from elsewhere.")))
        left_to_right(self.path.box)
        choose_button(surroundings, self.path, "restoreChoose").clicked.connect(self._on_choose)
        self.secret = SecretField(
            surroundings, words(N_("Passphrase")), "restoreSecret",
            words(N_("The one it had when the backup was made, or the recovery code of then.")),
        )  # fmt: skip
        self.secret.under.addWidget(KeyboardLine(surroundings, keyboard, self.secret.box))
        self._near = path
        for part in (self.list, self.path, self.secret):
            self.body.addWidget(part)
        looks = self.loud_button("restoreLook", words(N_("Look into it")), "search")
        looks.clicked.connect(self._on_look)
        back = self.quiet_button("restoreBack", words(N_("Open a dossier instead")), "folder-open")
        back.clicked.connect(self.back_wanted)
        self.add_buttons(back, looks)
        self.list.chosen.connect(lambda _one: self.secret.box.setFocus())
        self.path.box.returnPressed.connect(self._on_look)
        self.secret.box.returnPressed.connect(self._on_look)

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """Offer the backups there are, the newest first."""
        self.list.set_values(backups)
        self.list.setVisible(bool(backups))
        if backups:
            self.list.setCurrentIndex(self._rows.index(0))
            self.start()

    def line(self, backup: Backup) -> str:
        """Return how a backup is told: when it was made, and its size."""
        locale = QLocale(self.surroundings.phrases.language)
        when = locale.toString(QDateTime.fromSecsSinceEpoch(int(backup.made)), QLocale.FormatType.ShortFormat)
        return self.words(N_("Made {when}, {size}")).format(when=when, size=locale.formattedDataSize(backup.size))

    def _paint(self, painter: MirroredPainter, box: QRect, backup: Backup, _selected: bool) -> None:
        look = self.surroundings.theme.look
        painter.text(box.adjusted(12, 0, -12, 0), self.line(backup), text_font(look.sizes.text_body), look.tokens.ink)

    def _on_moved(self) -> None:
        chosen = self.list.current()
        if chosen is not None:
            self.path.box.setText(str(chosen.path))
            self.path.accept()

    def start(self) -> None:
        """Ask for the backup, or for its secret where there is one to choose."""
        (self.list if not self.list.isHidden() else self.path.box).setFocus()

    def _on_choose(self) -> None:
        near = path_of(self.path.text()) if self.path.text().strip() else self._near or documents()
        choose_dossier(self.surroundings, self, near, is_new=False, chosen=self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.path.box.setText(str(path))
        self.path.accept()
        self.secret.box.setFocus()

    def _on_look(self) -> None:
        if not self.path.text().strip():
            self.path.refuse(self.words(N_("Choose a backup, or type where it is.")))
            self.path.box.setFocus()
        elif not self.secret.text():
            self.secret.refuse(self.words(N_("Type the passphrase or the recovery code.")))
            self.secret.box.setFocus()
        else:
            self.begin(self.words(N_("Reading all of it. This takes a few seconds.")))
            self.asked.emit(path_of(self.path.text()), self.secret.take())

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the backup or beside the secret."""
        self.end()
        about = self.secret if isinstance(problem, _ABOUT_THE_SECRET) else self.path
        about.refuse(self.sentence_for(problem))
        (about if isinstance(problem, DeskError) else self.secret).box.setFocus()


class PreviewFace(Face):
    """What is in a backup, and where it goes. `asked` comes with the place, `back_wanted` to choose another."""

    asked = Signal(object)
    back_wanted = Signal()

    def __init__(self, surroundings: Surroundings, account: BackupAccount, target: Path) -> None:
        """Show an account."""
        words = surroundings.words
        super().__init__(surroundings, "previewFace", words(N_("What is in this backup")))
        told = label("\n".join(account.lines), "body", "previewLines", wraps=True)
        area = ReadingArea("previewScroll", words(N_("What is in this backup")), told)
        area.setFixedHeight(180)
        self.body.addWidget(area)
        head = words(N_("Head: {words}")).format(words=account.head)
        self.body.addWidget(label(head, "title", "previewHead", wraps=True))
        self.where = Field(words(N_("Restore as")), "previewWhere", words(N_("Nothing is overwritten.")))
        left_to_right(self.where.box)
        self.where.box.setText(str(target))
        self.where.box.returnPressed.connect(self._on_restore)
        self.body.addWidget(self.where)
        goes = self.loud_button("previewRestore", words(N_("Restore and open")), "lock-open")
        goes.clicked.connect(self._on_restore)
        back = self.quiet_button("previewBack", words(N_("Another backup")), "undo-2")
        back.clicked.connect(self.back_wanted)
        self.add_buttons(back, goes)

    def start(self) -> None:
        """Ask for the place."""
        self.where.box.setFocus()

    def _on_restore(self) -> None:
        if self.where.text().strip():
            self.begin(self.words(N_("Restoring, and reading all of it again.")))
            self.asked.emit(path_of(self.where.text()))

    def refused(self, problem: BaseException) -> None:
        """Show a refusal beside the place."""
        self.end()
        self.where.refuse(self.sentence_for(problem))
        self.where.box.setFocus()

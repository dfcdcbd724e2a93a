"""Choosing a file in Qt's own dialog, which leaves no list of recent files anywhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings

ENDING = ".t2d"
_ICONS = {
    "backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "arrow-up",
    "newFolderButton": "plus", "listModeButton": "list", "detailModeButton": "list-ordered",
}  # fmt: skip


def choose_file(
    surroundings: Surroundings, parent: QWidget, start: Path, is_new: bool, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Show the dialog over a widget; `chosen` gets the file."""
    words = surroundings.words
    dialog = QFileDialog(parent, words(N_("Where to") if is_new else N_("Choose a dossier")))
    dialog.setObjectName("fileDialog")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if is_new else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if is_new else QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([words(N_("Dossiers")) + f" (*{ENDING})", words(N_("All files")) + " (*)"])
    dialog.setDefaultSuffix(ENDING[1:])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home()))])
    dialog.setHistory([])
    dialog.setDirectory(str(start if start.is_dir() else start.parent))
    if is_new:
        dialog.selectFile(start.name)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(_forget_where)
    _dress(surroundings, dialog)
    dialog.resize(760, 480)
    dialog.open()
    return dialog


def _dress(surroundings: Surroundings, dialog: QFileDialog) -> None:
    """Give its buttons our icons: its own are black in the dark."""
    look, ratio = surroundings.theme.look, dialog.devicePixelRatioF()
    for name, icon in _ICONS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            pixmap = surroundings.icons.pixmap(icon, look.sizes.text_title, look.tokens.ink, ratio)
            button.setIcon(QIcon(pixmap))


def _forget_where() -> None:
    # The dialog notes on its way out which folders it saw; on Windows that is the registry.
    noted = QSettings(QSettings.Scope.UserScope, "QtProject")
    noted.remove("FileDialog")
    noted.sync()

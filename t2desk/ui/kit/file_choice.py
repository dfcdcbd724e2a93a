"""Choosing a file in Qt's own dialog, which leaves no list of recent files anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from t2desk.ui.kit.environment import Surroundings

_ICONS = {
    "backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "arrow-up",
    "newFolderButton": "plus", "listModeButton": "list", "detailModeButton": "list-ordered",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileWanted:
    """What is asked for: a title, the kinds by words and endings ("Lists (*.csv)"), and where to begin to look.

    `is_new` for a file that is to be written; the default ending is then added to a name without one.
    """

    title: str
    kinds: tuple[str, ...]
    start: Path
    is_new: bool = False
    ending: str = ""


def choose_file(
    surroundings: Surroundings, parent: QWidget, wanted: FileWanted, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Show the dialog over a widget; `chosen` gets the file. No loop of its own holds up the curtain."""
    dialog = QFileDialog(parent, wanted.title)
    dialog.setObjectName("fileDialog")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # who writes asks in a line, where it is read
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if wanted.is_new else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if wanted.is_new else QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(wanted.kinds)
    dialog.setDefaultSuffix(wanted.ending.removeprefix("."))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending_of(kind)))
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(Path.home()))])
    dialog.setHistory([])
    dialog.setDirectory(str(wanted.start if wanted.start.is_dir() else wanted.start.parent))
    if wanted.is_new:
        dialog.selectFile(wanted.start.name)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(_forget_where)
    _dress(surroundings, dialog)
    dialog.resize(760, 480)
    dialog.open()
    return dialog


def _ending_of(kind: str) -> str:
    """Return the ending of a kind as it is offered, "Word (*.docx)"; none where any file will do."""
    return kind.rpartition("*.")[2].rstrip(")") if "*." in kind else ""


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

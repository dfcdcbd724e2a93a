"""Choosing a dossier, or where a new one is to be."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.file_choice import FileWanted, choose_file

ENDING = ".t2d"


def choose_dossier(
    surroundings: Surroundings, parent: QWidget, start: Path, is_new: bool, chosen: Callable[[Path], object]
) -> None:
    """Show the dialog over a widget; `chosen` gets the file."""
    words = surroundings.words
    title = words(N_("Where to") if is_new else N_("Choose a dossier"))
    kinds = (words(N_("Dossiers")) + f" (*{ENDING})", words(N_("All files")) + " (*)")
    choose_file(surroundings, parent, FileWanted(title, kinds, start, is_new, ENDING), chosen)

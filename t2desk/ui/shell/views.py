"""What a view is: a widget built when it is shown, deleted when it is left, with no state that lives only in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.shell.commands import CommandSet
from t2desk.ui.shell.keeper import OpenDossier

if TYPE_CHECKING:  # the registry of all acts is loaded behind the door, with the first dossier
    from t2desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ViewParts:
    """Everything a view is handed; `say` shows a sentence in the message bar, `go` changes the view by name."""

    surroundings: Surroundings
    bridge: DeskBridge
    dossier: OpenDossier
    desk: "Desk"
    commands: CommandSet
    say: Callable[[str, str], None]
    go: Callable[[str], None]

    def words(self, message: str) -> str:
        """Return a message in the window's language."""
        return self.surroundings.words(message)


BuildView = Callable[[ViewParts], QWidget]


@dataclass(frozen=True, slots=True)
class ViewKind:
    """A view by name: its words, its command, and how it is built."""

    name: str
    words: str
    command: str
    build: BuildView


PREPARE, DESK, AFTER, RECORDS, SETTINGS = (N_("Prepare"), N_("Desk"), N_("After"), N_("Records"), N_("Settings"))

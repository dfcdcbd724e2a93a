"""What a view is: a widget built when it is shown, deleted when it is left, with no state that lives only in it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from t2desk.domain.moments import Moment
from t2desk.i18n import N_
from t2desk.services.desk import Desk
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.shell.commands import CommandSet
from t2desk.ui.shell.keeper import OpenDossier


@dataclass(frozen=True, slots=True)
class ViewParts:
    """Everything a view is handed; `say` shows a sentence in the message bar, `go` changes the view by name."""

    surroundings: Surroundings
    bridge: DeskBridge
    dossier: OpenDossier
    desk: Desk
    commands: CommandSet
    say: Callable[[str, str], None]
    go: Callable[[str], None]

    def words(self, message: str) -> str:
        """Return a message in the window's language."""
        return self.surroundings.words(message)

    def now(self) -> Moment:
        """Return this moment on the desk's own clocks; nothing is read for it."""
        return self.desk.clock.now()


BuildView = Callable[[ViewParts], QWidget]


@dataclass(frozen=True, slots=True)
class ViewKind:
    """A view by name: its words, its command, and how it is built."""

    name: str
    words: str
    command: str
    build: BuildView


PREPARE, DESK, AFTER, RECORDS, SETTINGS = (N_("Prepare"), N_("Desk"), N_("After"), N_("Records"), N_("Settings"))

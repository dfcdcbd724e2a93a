"""What a view is: a widget built when it is shown, deleted when it is left, with no state that lives only in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from t2desk.i18n import N_
from t2desk.ui.kit.bridge import DeskBridge
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.shell.commands import CommandSet
from t2desk.ui.shell.keeper import OpenDossier

if TYPE_CHECKING:  # all of this is loaded behind the door, with the first dossier
    from t2desk.domain.moments import Moment
    from t2desk.services.desk import Desk


# A place of no view: for how long the machine had lain still when the floor last looked.
ASLEEP = "asleep"


class Places:
    """Where each view was, or where it should lead when it is built next: ids only, never words of a dossier."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._steps: dict[str, tuple[str, ...]] = {}

    def remember(self, view: str, *steps: str) -> None:
        """Keep where a view is."""
        self._steps[view] = steps

    def of(self, view: str) -> tuple[str, ...]:
        """Return where a view was; nothing where it has not been."""
        return self._steps.get(view, ())


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
    places: Places = field(default_factory=Places)

    def words(self, message: str) -> str:
        """Return a message in the window's language."""
        return self.surroundings.words(message)

    def now(self) -> "Moment":
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


def page_of(widget: QWidget) -> QWidget:
    """Return the view that a widget stands in: what is shown over it goes with it."""
    page = widget
    while (parent := page.parentWidget()) is not None and not parent.isWindow():
        if isinstance(parent.layout(), QStackedLayout) and page is not widget:
            return page
        page = parent
    return page

"""Between acts: the write-ahead log kept short and backups made, on the lane, where nobody waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from t2desk.domain.errors import DeskError
from t2desk.i18n import N_
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.lane import Lane
from t2desk.ui.shell.keeper import OpenDossier

# Milliseconds from an act to tidying after it and those since: nobody waits for that, and no key behind it for long.
_AFTER = 1000
# Milliseconds between two looks whether a backup is due, where nobody acts for a while.
_LOOKS_AGAIN = 15_000


class Tidying(QObject):
    """Tidies soon after an act, and now and then. `warned` says that no backup could be made, `failed` a fault."""

    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, lane: Lane, parent: QObject) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self._surroundings = surroundings
        self._lane = lane
        self._dossier: OpenDossier | None = None
        self._soon = self._timer(_AFTER, is_once=True, act=self._tidy)
        self._again = self._timer(_LOOKS_AGAIN, is_once=False, act=self._tidy)

    def _timer(self, milliseconds: int, is_once: bool, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setInterval(milliseconds)
        made.setSingleShot(is_once)
        made.timeout.connect(act)
        return made

    def take_on(self, dossier: OpenDossier | None) -> None:
        """Tidy another dossier from now on, or none."""
        self._dossier = dossier
        self._soon.stop()
        self._again.start() if dossier is not None else self._again.stop()

    def soon(self) -> None:
        """Tidy in a moment, once for all acts until then."""
        if not self._soon.isActive():
            self._soon.start()

    def _tidy(self) -> None:
        if self._dossier is not None:
            self._lane.submit(self._dossier.tidy, self._on_tidied, self.failed.emit)

    def _on_tidied(self, problem: DeskError | None) -> None:
        if problem is not None:
            why = self._surroundings.phrases.told(problem.sentence, problem.details)
            self.warned.emit(self._surroundings.words(N_("No backup was made. {why}")).format(why=why))

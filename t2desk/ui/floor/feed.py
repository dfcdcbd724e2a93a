"""What the floor's panels show: read when something changed, the sums kept up from changes, the time by ticks."""

from PySide6.QtCore import QObject, QTimer, Signal

from t2desk.domain.changes import Changes
from t2desk.services.floor_views import FloorView, Tally, floor_view, tally, tally_after
from t2desk.ui.shell.views import ViewParts

_TICK = 200
_FLOOR = (
    "turns", "queue", "sessions", "off_record", "people", "identities", "parties", "turn_marks", "turn_limits",
    "floor_limits", "closed_lists", "speaks_in", "language_factors", "item_clocks",
)  # fmt: skip
_TALLY = ("sessions", "people", "parties")


class FloorFeed(QObject):
    """The one reader of the floor for all panels of the desk; a tick reads a clock and nothing else."""

    floor_changed = Signal()
    tally_changed = Signal()
    ticked = Signal()

    def __init__(self, parts: ViewParts, parent: QObject) -> None:
        """Begin with nothing; `begin` reads."""
        super().__init__(parent)
        self._parts = parts
        self.floor = FloorView()
        self.tally = Tally("", {}, {}, ())
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK)
        self._ticker.timeout.connect(self.ticked)
        parts.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Read everything once and let the clock tick."""
        self.read_floor()
        self._read_tally()
        self._ticker.start()

    def read_floor(self) -> None:
        """Read how the floor stands."""
        self._parts.bridge.read(self, floor_view, self._on_floor_read)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TALLY):
            self._read_tally()
        elif changes.touches("turns"):
            # Answers come in the order of the acts: these sums are never behind, and no act adds up all turns again.
            self._on_tally_read(tally_after(self.tally, changes))
        if changes.touches(*_FLOOR):
            self.read_floor()

    def _read_tally(self) -> None:
        self._parts.bridge.read(self, tally, self._on_tally_read)

    def _on_floor_read(self, floor: FloorView) -> None:
        if floor != self.floor:
            self.floor = floor
        self.floor_changed.emit()

    def _on_tally_read(self, counted: Tally) -> None:
        self.tally = counted
        self.tally_changed.emit()

"""What the floor's panels show: read when something changed, the sums kept up from changes, the time by ticks."""

from PySide6.QtCore import QObject, QTimer, Signal

from t2desk.domain.changes import Changes
from t2desk.domain.errors import DeskError
from t2desk.domain.moments import Moment
from t2desk.domain.speaking import Suggestion, suggested
from t2desk.services.floor_asks import FloorAsks, LimitRow, Overrun, floor_asks, limits_set, overrun
from t2desk.services.floor_balance import Seat, Sums, floor_sums, heard, idle_since, sums_after
from t2desk.services.floor_views import FloorView, floor_view
from t2desk.ui.shell.views import ASLEEP, ViewParts

_TICK = 200
# Whoever closes the lid for less is not asked whether they went on speaking.
_SHORTEST_SLEEP = 60.0
_FLOOR = (
    "turns", "queue", "sessions", "off_record", "people", "identities", "parties", "turn_marks", "turn_limits",
    "floor_limits", "closed_lists", "speaks_in", "language_factors", "item_clocks",
)  # fmt: skip
_SUMS = ("sessions", "people", "identities", "parties", "attendance", "floor_totals")
_ASKS = (
    "turn_marks", "interpreter_duties", "floor_limits", "item_clocks", "agenda_items", "people", "identities",
    "sessions", "parties",
)  # fmt: skip


class FloorFeed(QObject):
    """The one reader of the floor for all panels of the desk; a tick reads a clock and nothing else."""

    floor_changed = Signal()
    sums_changed = Signal()
    asks_changed = Signal()
    ticked = Signal()
    second_passed = Signal()

    def __init__(self, parts: ViewParts, parent: QObject) -> None:
        """Begin with nothing; `begin` reads."""
        super().__init__(parent)
        self._parts = parts
        self.floor, self.sums, self.asks = FloorView(), Sums(), FloorAsks()
        self.limits: tuple[LimitRow, ...] = ()
        self.overrun = Overrun()
        self._limits_at: Moment | None = None
        self._minute = self._second = -1
        self.ticked.connect(self._on_ticked)
        # Kept across a curtain or another view: the lid may have been closed then.
        kept = parts.places.of(ASLEEP)
        self._asleep = float(kept[0]) if kept else parts.desk.clock.asleep()
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK)
        self._ticker.timeout.connect(self._on_timeout)
        parts.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Read everything once and let the clock tick."""
        self.read_floor()
        self._read_sums()
        self._read_asks()
        self._ticker.start()

    def read_floor(self) -> None:
        """Read how the floor stands."""
        self._parts.bridge.read(self, floor_view, self._on_floor_read)

    def suggestion(self) -> Suggestion | None:
        """Return who might speak next, and why; from what is held, nothing is read."""
        holder = self.floor.main.speaker.person if self.floor.main and self.floor.main.speaker else ""
        return suggested(heard(self.sums, self.floor, self._parts.now()), holder)

    def seat_of(self, person: str) -> Seat | None:
        """Return somebody at the table."""
        return next((one for one in self.sums.seats if one.speaker.person == person), None)

    def idle_seconds(self) -> int:
        """Return for how many seconds nobody has had the floor."""
        since = idle_since(self.sums, self.floor)
        return 0 if since is None else int(since.seconds_until(self._parts.now()))

    def left_of(self, party: str) -> int | None:
        """Return what remains of a party's limit in seconds, the turn that runs counted; None without a limit."""
        row = next((one for one in self.limits if one.scope == "party" and one.of == party), None)
        if row is None or self._limits_at is None:
            return None
        main = self.floor.main
        holds = main is not None and main.speaker is not None and self._party_of(main.speaker.person) == party
        if not holds or main is None:
            return row.left
        return row.left - int(main.turn.elapsed(self._parts.now()) - main.turn.elapsed(self._limits_at))

    def _party_of(self, person: str) -> str:
        seat = self.seat_of(person)
        return seat.party if seat else ""

    def _on_timeout(self) -> None:
        now = self._parts.now()
        if self.floor.state is not None:
            self._look_for_sleep()
        if now.wall // 60_000 != self._minute:
            self._minute = now.wall // 60_000
            self._read_asks()
        self.ticked.emit()

    def _on_ticked(self) -> None:
        """Tell of every new second: sums that are shown in whole seconds need no more."""
        second = self._parts.now().boot // 1000
        if second != self._second:
            self._second = second
            self.second_passed.emit()

    def _look_for_sleep(self) -> None:
        asleep = self._parts.desk.clock.asleep()
        slept, self._asleep = asleep - self._asleep, asleep
        self._parts.places.remember(ASLEEP, repr(asleep))
        if slept >= _SHORTEST_SLEEP:
            self._doubt(slept)

    def _doubt(self, slept: float) -> None:
        """Note that the laptop lay still during a turn: whether the speaker went on is asked, not guessed."""
        holding = self.floor.holding
        if holding is None or holding.turn.paused is not None:
            return
        seconds = min(slept, holding.turn.elapsed(self._parts.now()))
        self._parts.bridge.write("turn.doubt", {"seconds": round(seconds, 3)}, refused=self._on_doubt_refused)

    def _on_doubt_refused(self, _problem: DeskError) -> None:
        """Let it be: the turn has ended in the meantime, and its clocks say what they know."""

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SUMS):
            self._read_sums()
        elif changes.touches("turns"):
            # Answers come in the order of the acts: these sums are never behind, and no act adds up all turns again.
            self._on_sums_read(sums_after(self.sums, changes))
        if changes.touches(*_FLOOR):
            self.read_floor()
        if changes.touches(*_ASKS) or (self.asks.doubts and changes.touches("turns")):
            self._read_asks()
        elif self.limits and changes.touches("turns"):
            self._parts.bridge.read(self, limits_set, self._on_limits_read)

    def _read_sums(self) -> None:
        self._parts.bridge.read(self, floor_sums, self._on_sums_read)

    def _read_asks(self) -> None:
        self._parts.bridge.read(self, floor_asks, self._on_asks_read)
        self._parts.bridge.read(self, limits_set, self._on_limits_read)
        self._parts.bridge.read(self, overrun, self._on_overrun_read)

    def _on_floor_read(self, floor: FloorView) -> None:
        if floor != self.floor:
            self.floor = floor
        self.floor_changed.emit()

    def _on_sums_read(self, sums: Sums) -> None:
        self.sums = sums
        self.sums_changed.emit()

    def _on_asks_read(self, asks: FloorAsks) -> None:
        self.asks = asks
        self.asks_changed.emit()

    def _on_limits_read(self, rows: tuple[LimitRow, ...]) -> None:
        self.limits, self._limits_at = rows, self._parts.now()
        self.asks_changed.emit()

    def _on_overrun_read(self, found: Overrun) -> None:
        self.overrun = found
        self.asks_changed.emit()

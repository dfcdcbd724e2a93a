"""The rehearsal's clock: it begins at a fictional moment and goes on only when it is told to."""

from datetime import datetime

from t2desk.domain.moments import Moment

BEGINS = "2026-04-20T16:00:00+02:00"  # the evening before the first fictional day
BOOT_ID = "fiction0-0000-4000-8000-rehearsal000"


class RehearsalClock:
    """Tells a time that stands still between two acts."""

    def __init__(self) -> None:
        """Begin on the eve of the meeting."""
        self._wall = _milliseconds(BEGINS)
        self._boot = 0
        self._starts = 1

    def now(self) -> Moment:
        """Return this moment."""
        return Moment(self._wall, self._boot, BOOT_ID if self._starts == 1 else f"{BOOT_ID[:-1]}{self._starts}")

    def asleep(self) -> float:
        """Return nothing: in a play no laptop is closed."""
        return 0.0

    def advance(self, seconds: float) -> None:
        """Let some time pass; time never goes back."""
        passed = max(0, round(seconds * 1000))
        self._wall += passed
        self._boot += passed

    def restart(self, seconds: float) -> None:
        """Let the laptop lie still for a while and start again: its time since boot begins anew."""
        self.advance(seconds)
        self._boot = 0
        self._starts += 1

    def advance_to(self, stamp: str) -> None:
        """Let time pass until an ISO 8601 stamp, unless that has gone by already."""
        self.advance((_milliseconds(stamp) - self._wall) / 1000)


def _milliseconds(stamp: str) -> int:
    return round(datetime.fromisoformat(stamp).timestamp() * 1000)

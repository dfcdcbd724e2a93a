"""The time: wall, since boot with suspend counted, and which boot."""

import time
import uuid
from pathlib import Path

from t2desk.domain.moments import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def _read_boot_id() -> str:
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except OSError:
        # Elsewhere a new id for every start: lengths across a restart then go by the wall clock.
        return str(uuid.uuid4())


class SystemClock:
    """The machine's clocks."""

    def __init__(self) -> None:
        """Read the boot's id once."""
        self._boot_id = _read_boot_id()
        self._source = getattr(time, "CLOCK_BOOTTIME", None)

    def now(self) -> Moment:
        """Return this moment."""
        boot = time.monotonic_ns() if self._source is None else time.clock_gettime_ns(self._source)
        return Moment(time.time_ns() // 1_000_000, boot // 1_000_000, self._boot_id)

    def asleep(self) -> float:
        """Return for how many seconds the machine lay still: what one clock counted and the other did not.

        Where there is no clock that counts a suspend, as on Windows and macOS, none is known of.
        """
        if self._source is None:
            return 0.0
        return max(0, time.clock_gettime_ns(self._source) - time.monotonic_ns()) / 1_000_000_000

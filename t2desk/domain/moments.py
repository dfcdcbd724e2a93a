"""Moments: a point in time on three clocks, so that a length survives a changed wall clock and a suspended laptop."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
# A laptop is started again within this; a longer gap between two boots may be a clock that was set.
_LONGEST_RESTART = 15 * 60 * 1000
# Two clocks that are read one after the other differ by less.
_SLACK = 1000
_LAST = (datetime(9999, 12, 31, tzinfo=UTC) - _EPOCH) // _MILLISECOND


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Wall time in ms since 1970 (UTC), time since boot in ms with suspend counted, and which boot that was."""

    wall: int
    boot: int
    boot_id: str

    def seconds_until(self, later: "Moment") -> float:
        """Return the length to a later moment in seconds, never negative.

        Within one boot the boot clock decides, since nobody can set it; across a restart only the wall clock is left.
        """
        same_boot = self.boot_id == later.boot_id
        milliseconds = later.boot - self.boot if same_boot else later.wall - self.wall
        return max(0, milliseconds) / 1000

    def is_sure_until(self, later: "Moment") -> bool:
        """Return whether the length to a later moment is known, and not only told by a wall clock that jumped.

        Across a restart the wall clock must have gone on for as long as the new boot lasts, and for the time that a
        restart takes at most: less, or more, and somebody set it, or the laptop lay still.
        """
        if self.boot_id == later.boot_id:
            return True
        return -_SLACK <= later.wall - self.wall - later.boot <= _LONGEST_RESTART

    def shifted(self, seconds: float) -> "Moment":
        """Return the moment so many seconds later, or earlier where negative, on both clocks."""
        milliseconds = round(seconds * 1000)
        return Moment(self.wall + milliseconds, self.boot + milliseconds, self.boot_id)

    def is_before(self, other: "Moment") -> bool:
        """Return whether this came first: within one boot nobody can set the clock that decides."""
        if self.boot_id == other.boot_id:
            return self.boot < other.boot
        return self.wall < other.wall

    def to_text(self) -> str:
        """Return the three clocks as one string that sorts by wall time."""
        return f"{self.wall:015d} {self.boot:015d} {self.boot_id}"

    @classmethod
    def from_text(cls, text: str) -> "Moment":
        """Read back what `to_text` wrote."""
        wall, boot, boot_id = text.split(" ", 2)
        return cls(int(wall), int(boot), boot_id)

    def to_iso(self) -> str:
        """Return the wall time as ISO 8601 in UTC, to the millisecond."""
        return (_EPOCH + self.wall * _MILLISECOND).isoformat(timespec="milliseconds")

    @classmethod
    def from_iso(cls, text: str, boot_id: str) -> "Moment":
        """Return a moment of a foreign clock: only its wall time is known.

        Raises ValueError without an offset, and for a time before 1970 or after 9999, which no clock of ours shows.
        """
        stamp = datetime.fromisoformat(text)
        if stamp.tzinfo is None:
            raise ValueError
        wall = (stamp - _EPOCH) // _MILLISECOND
        if not 0 <= wall <= _LAST:
            raise ValueError
        return cls(wall, wall, boot_id)

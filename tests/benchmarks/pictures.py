"""What a turn's end costs in pages, and how soon the pictures of a long session are read."""

from collections.abc import Iterator

from t2desk.domain.series import Session
from t2desk.services.balance_windows import session_picture
from t2desk.services.process_indicators import indicators
from tests.benchmarks.measuring import Effort, Row, at_most, folder, median_of, plainly, skipped
from tests.benchmarks.opening import SESSIONS, TURNS, fill
from tests.storage.dossiers import make, opening
from tests.storage.turn_pages import COUNTS, pages_of_an_end

_FEW = 1_000
# The trees that an act goes down in may each be a page deeper where there is a hundred times as much.
_TREES = 4


def pages(effort: Effort) -> Iterator[Row]:
    """End turns in a small and in a large dossier, SQLite's own cache emptied before each."""
    what = f"pages read at a turn's end, {TURNS:,} turns before it, less those with {_FEW:,}"
    if not COUNTS.exists():
        yield skipped(what, "only Linux counts what a process reads")
        return
    with folder() as place:
        few = pages_of_an_end(place / "few.t2d", _FEW, effort.rounds(60, 15))
        many = pages_of_an_end(place / "many.t2d", TURNS, effort.rounds(60, 15))
    yield at_most(what, many[0] - few[0], _TREES, "pages")
    yield plainly(f"  read with {TURNS:,}", many[0], "pages")
    yield at_most("  written, more than with fewer", many[1] - few[1], 0.5, "pages")
    yield plainly(f"  written with {TURNS:,}", many[1], "pages")


def pictures(effort: Effort) -> Iterator[Row]:
    """Read the line of one session and its windows, and what the process edition says of a whole series' turns."""
    with folder() as place:
        fill(make(place / "large.t2d"), TURNS)
        with opening(place / "large.t2d") as dossier:
            desk = dossier.desk
            line = median_of(lambda: desk.read(session_picture("s3")), effort.rounds(9, 3))
            every = median_of(
                lambda: desk.read(lambda work: indicators(work, work.select(Session))), effort.rounds(5, 1)
            )
            dossier._changed = False
    yield at_most(f"timeline and balance over time of {TURNS // SESSIONS:,} turns, read", line * 1000, 150, "ms")
    yield plainly(f"  process indicators over {TURNS:,} turns", every * 1000, "ms")

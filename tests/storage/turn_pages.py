"""What the end of a turn reads and writes, in pages of the file: counted by the system, with nothing in the cache."""

from pathlib import Path
from statistics import median

from tests.benchmarks.opening import fill
from tests.storage.dossiers import PAGE, make, opening, session, sql

# Only Linux counts what a process reads and writes.
COUNTS = Path("/proc/self/io")


def _moved() -> tuple[float, float]:
    """Return how many pages this process has read and written so far."""
    counts = dict(line.split(": ") for line in COUNTS.read_text("ascii").splitlines())
    return int(counts["rchar"]) / PAGE, int(counts["wchar"]) / PAGE


def pages_of_an_end(path: Path, turns: int, rounds: int) -> tuple[float, float]:
    """Return the medians of the pages read, and written, by the end of a turn after so many others."""
    fill(make(path), turns)
    read, written = [], []
    with opening(path) as dossier:
        dossier.desk.perform(*session("Now"))
        for _ in range(rounds):
            dossier.desk.perform("turn.start", {"person": "p1"})
            dossier.tidy()
            sql(dossier, "PRAGMA shrink_memory")
            before = _moved()
            dossier.desk.perform("turn.end", {})
            after = _moved()
            read.append(after[0] - before[0])
            written.append(after[1] - before[1])
            dossier.tidy()
        dossier._changed = False
    return median(read), median(written)

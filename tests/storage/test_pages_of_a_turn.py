"""A turn's end reads and writes as many pages after 20,000 turns as after 1,000, but for the depth of the trees."""

from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.opening import fill
from tests.storage.dossiers import PAGE, make, opening, session, sql

IO = Path("/proc/self/io")
# Trees that one act goes down in: each may be one page deeper where there is twenty times as much.
TREES = 4
ACTS = 15

pytestmark = pytest.mark.skipif(not IO.exists(), reason="only Linux counts what a process reads and writes")


def moved():
    """Return how many pages this process has read and written so far."""
    counts = dict(line.split(": ") for line in IO.read_text("ascii").splitlines())
    return int(counts["rchar"]) / PAGE, int(counts["wchar"]) / PAGE


def pages_of_an_end(path, turns):
    """Return the pages read, from a cache that holds nothing, and written by the end of a turn."""
    fill(make(path), turns)
    reads, writes = [], []
    with opening(path) as dossier:
        dossier.desk.perform(*session("Now"))
        for _ in range(ACTS):
            dossier.desk.perform("turn.start", {"person": "p1"})
            dossier.tidy()
            sql(dossier, "PRAGMA shrink_memory")
            before = moved()
            dossier.desk.perform("turn.end", {})
            after = moved()
            reads.append(after[0] - before[0])
            writes.append(after[1] - before[1])
            dossier.tidy()
        dossier._changed = False
    return median(reads), median(writes)


def test_the_end_of_a_turn_costs_the_same_however_many_came_before(tmp_path):
    few = pages_of_an_end(tmp_path / "few.t2d", 1_000)
    many = pages_of_an_end(tmp_path / "many.t2d", 20_000)
    assert few[0] > 1, "the cache was not empty: nothing would be measured"
    assert many[0] <= few[0] + TREES
    # Written are the leaves alone; a page splits now and then, which the median leaves out.
    assert many[1] <= few[1] + 1
